package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.report.FileDigest;
import org.migrationimpact.table.InputFile;

/**
 * The answer to a study.
 *
 * @param study the question
 * @param method the design with every option, as it was used
 * @param outcome the series it was asked of
 * @param impact the result; its sample counts from the rows of the file
 * @param source of the figures
 * @param input the file they are from
 */
record Answer(Study study, Method method, Series outcome, Impact impact, Source source, FileDigest input) {

    /** Reads the data of the study and computes its answer. */
    static Answer to(Study study) {
        InputFile file = file(study.data());
        Figures figures = Figures.of(study.data(), file);
        Observations all = figures.outcome();
        Begin begin = new Begin(study.data(), study.treatment(), figures);
        Optional<Text> unit = begin.unit(all);
        Observations cube = of(unit, study.data(), all);
        Series outcome = named(cube.series(), cube);
        List<Series> covariates = study.data().covariates().stream()
                .map(name ->
                        of(unit, study.data(), figures.column(name)).series().named(name.text()))
                .toList();
        Method method = study.design().method(outcome, begin.onset(unit, outcome.frequency()), covariates);
        return new Answer(
                study,
                method,
                outcome,
                whole(method.fit(outcome), cube),
                cube.source(),
                new FileDigest(file.name(), file.bytes(), file.sha256()));
    }

    private static InputFile file(DataBlock data) {
        try {
            return InputFile.of(data.path());
        } catch (InputException e) {
            throw data.file().place().refusal(e);
        }
    }

    private static Observations of(Optional<Text> unit, DataBlock data, Observations cube) {
        return unit.map(code -> Figures.kept(cube, data.unit().orElseThrow(), List.of(code)))
                .orElse(cube);
    }

    /** The series under the name of its quantity and its codes, in the unit of the file or else of the column. */
    private static Series named(Series series, Observations cube) {
        Series measured = cube.unit().isEmpty() ? series.map("units of " + cube.quantity(), value -> value) : series;
        return series.name().equals(cube.quantity())
                ? measured
                : measured.named(cube.quantity() + ", " + series.name());
    }

    /** The result with the sample counted from the rows of the file, and with what must be known of how the file was read. */
    private static Impact whole(Impact impact, Observations cube) {
        List<Warning> warnings = new ArrayList<>(cube.notes());
        warnings.addAll(impact.warnings());
        return new Impact(
                impact.design(),
                impact.subject(),
                impact.effect(),
                impact.terms(),
                impact.path(),
                cube.audit().then(impact.sample()),
                impact.conventions(),
                impact.diagnostics(),
                warnings);
    }
}
