package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.assess.Calibration;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Method;

/** A design with its options, as a study file has them: what depends on the calendar of the data waits for the data. */
sealed interface StudyDesign permits BeforeAfterStudy, InterruptedStudy, ControlledStudy, ArimaStudy, StructuralStudy {

    /** The design that these options belong to. */
    static StudyDesign of(DesignName name, Block options, long seed) {
        Block known = name.requireKnown(options);
        return switch (name) {
            case BEFORE_AFTER -> BeforeAfterStudy.of(known, seed);
            case INTERRUPTED_TIME_SERIES -> InterruptedStudy.of(known);
            case CONTROLLED_INTERRUPTED_TIME_SERIES -> ControlledStudy.of(known);
            case ARIMA_INTERVENTION -> ArimaStudy.of(known);
            case STRUCTURAL_FORECAST -> StructuralStudy.of(known, seed);
            default -> throw new IllegalArgumentException(name + " has no options in this version");
        };
    }

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

    /** The units that are not treated, for designs that compare with some. */
    default List<Text> controls() {
        return List.of();
    }

    /** Whether its counts may have an exposure. */
    default boolean takesExposure() {
        return false;
    }
}
