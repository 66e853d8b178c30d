package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.ControlledInterruptedTimeSeries;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.Method;

/** The options of {@code controlled-interrupted-time-series}: those of a single series, and who is not treated. */
record ControlledStudy(InterruptedStudy single, List<Text> controls, Place place) implements SeriesDesign {

    ControlledStudy {
        controls = List.copyOf(controls);
    }

    static ControlledStudy of(Block options) {
        InterruptedStudy single = InterruptedStudy.of(options);
        if (single.errors().name() != ErrorsChoice.Name.OLS) {
            Text errors = options.requireText("errors", "");
            throw errors.place()
                    .refusal(
                            "E-STUDY-020",
                            "errors: " + errors.text()
                                    + " is not computed by controlled-interrupted-time-series, which computes"
                                    + " errors: ols");
        }
        return new ControlledStudy(single, options.texts("control"), options.place());
    }

    @Override
    public boolean takesSeveralUnits() {
        return true;
    }

    @Override
    public Method method(Series outcome, Onset onset, List<Series> covariates) {
        return single.design(outcome, onset);
    }

    @Override
    public Method method(Subject subject, Onset onset) {
        InterruptedTimeSeries design = single.design(subject.outcome(), onset);
        if (subject.controls().isEmpty()) {
            if (subject.others().isEmpty()) {
                throw place.refusal(
                        "E-STUDY-053",
                        "controlled-interrupted-time-series has no 'control', the unit or units that the measure did not reach");
            }
            return ControlledInterruptedTimeSeries.together(design, subject.others());
        }
        return design.against(subject.controls().toArray(Series[]::new))
                .andTreated(subject.others().toArray(Series[]::new));
    }
}
