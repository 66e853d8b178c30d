package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.List;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.quality.Concern;
import org.migrationimpact.quality.DataQuality;
import org.migrationimpact.report.FileDigest;

/**
 * The answer to a study.
 *
 * @param study the question
 * @param method the design with every option, as it was used
 * @param outcome the series it was asked of
 * @param controls the series it was compared with; none where the design compares with none
 * @param impact the result; its sample counts from the rows of the file
 * @param source of the figures
 * @param input the file they are from
 */
record Answer(
        Study study,
        Method method,
        Series outcome,
        List<Series> controls,
        Impact impact,
        Source source,
        FileDigest input) {

    Answer {
        controls = List.copyOf(controls);
    }

    /** Reads the data of the study and computes its answer. */
    static Answer to(Study study) {
        Asked asked = Asked.of(study);
        Series outcome = asked.subject().outcome();
        Method method = asked.method();
        Impact impact = method.fit(outcome);
        Impact calibrated = study.design()
                .calibration(method, study.seed())
                .filter(calibration -> study.data().exposure().isEmpty()) // whose rates no drawn counts would follow
                .map(calibration -> calibration.measure(method, outcome).addedTo(impact))
                .orElse(impact);
        Observations cube = asked.subjects().cube();
        return new Answer(
                study,
                method,
                outcome,
                asked.subject().controls(),
                whole(calibrated, cube),
                cube.source(),
                new FileDigest(
                        asked.file().name(), asked.file().bytes(), asked.file().sha256()));
    }

    /** The result with the sample counted from the rows of the file, and with what must be known of how the file was read. */
    private static Impact whole(Impact impact, Observations cube) {
        List<Warning> warnings = new ArrayList<>(cube.notes());
        warnings.addAll(impact.warnings());
        if (warnings.stream().noneMatch(warning -> warning.code().startsWith("W-ROUNDING"))) {
            DataQuality.rounding(cube).map(Concern::warning).ifPresent(warnings::add);
        }
        return impact.with(cube.audit().then(impact.sample())).with(warnings);
    }

    /** The same answer with more that must be known of it. */
    Answer warning(List<Warning> more) {
        List<Warning> warnings = new ArrayList<>(impact.warnings());
        warnings.addAll(more);
        return new Answer(study, method, outcome, controls, impact.with(warnings), source, input);
    }
}
