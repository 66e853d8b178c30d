package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Method;

/** A design with its options, as a study file has them: what depends on the calendar of the data waits for the data. */
sealed interface StudyDesign permits BeforeAfterStudy, InterruptedStudy, ArimaStudy {

    /** The design that these options belong to. */
    static StudyDesign of(DesignName name, Block options, long seed) {
        Block known = name.requireKnown(options);
        return switch (name) {
            case BEFORE_AFTER -> BeforeAfterStudy.of(known, seed);
            case INTERRUPTED_TIME_SERIES -> InterruptedStudy.of(known);
            case ARIMA_INTERVENTION -> ArimaStudy.of(known);
            default -> throw new IllegalArgumentException(name + " has no options in this version");
        };
    }

    /** The method that answers for this series, treated from then on. */
    Method method(Series outcome, Onset onset, List<Series> covariates);
}
