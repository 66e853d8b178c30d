package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.assess.Calibration;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;

/** A design that asks what changed in one series. */
sealed interface SeriesDesign extends StudyDesign
        permits BeforeAfterStudy, InterruptedStudy, ControlledStudy, ArimaStudy, StructuralStudy {

    /** The method that answers for this series, treated from then on. */
    Method method(Series outcome, Onset onset, List<Series> covariates);

    /** The same with whatever else the design asks about. */
    default Method method(Subject subject, Onset onset) {
        return method(subject.outcome(), onset, subject.covariates());
    }

    /** How the design is calibrated on the series, with the designs to name where it finds too much; empty where it is not. */
    default Optional<Calibration> calibration(Method method, long seed) {
        return Optional.empty();
    }

    /** The method as it is calibrated: the same, or one that takes less time and has the same promises. */
    default Method repeated(Method method) {
        return method;
    }

    /** Why the design is not calibrated on this series, where a reader would expect it to be. */
    default Optional<String> whyNotCalibrated(Series outcome) {
        return Optional.empty();
    }

    @Override
    default SeriesAnswer answer(Study study, Reading reading) {
        Asked asked = asked(study, reading);
        Series outcome = asked.subject().outcome();
        Impact impact = asked.method().fit(outcome);
        Impact calibrated = calibrated(study, asked, impact);
        return new SeriesAnswer(
                study,
                asked.method(),
                outcome,
                asked.subject().controls(),
                (Impact) Reading.whole(calibrated, asked.cube()),
                asked.cube().source(),
                reading.digest());
    }

    private Impact calibrated(Study study, Asked asked, Impact impact) {
        Series outcome = asked.subject().outcome();
        Optional<String> reason = whyNotCalibrated(outcome);
        if (reason.isPresent()) {
            return impact.with(new Convention("calibration", "left out: " + reason.get()));
        }
        return calibration(asked.method(), study.seed())
                .filter(calibration -> study.data().exposure().isEmpty()) // whose rates no drawn counts would follow
                .map(calibration ->
                        calibration.measure(repeated(asked.method()), outcome).addedTo(impact))
                .orElse(impact);
    }

    /** What is asked of which series, by which method. */
    default Asked asked(Study study, Reading reading) {
        Begin begin = new Begin(study.data(), study.treatment(), reading.figures());
        Observations all = reading.figures().outcome();
        Optional<Text> unit = begin.unit(all);
        Subjects subjects = new Subjects(study, reading.figures(), all, unit);
        Subject subject = subjects.subject();
        return new Asked(
                subjects.cube(),
                subject,
                method(subject, begin.onset(unit, subject.outcome().frequency())));
    }
}
