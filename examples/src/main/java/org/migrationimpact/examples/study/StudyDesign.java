package org.migrationimpact.examples.study;

import java.util.List;

/** A design with its options, as a study file has them: what depends on the calendar of the data waits for the data. */
sealed interface StudyDesign permits SeriesDesign, BreakpointsStudy, PanelDesign {

    /** The design that these options belong to. */
    static StudyDesign of(DesignName name, Block options, long seed) {
        Block known = name.requireKnown(options);
        return switch (name) {
            case BEFORE_AFTER -> BeforeAfterStudy.of(known, seed);
            case INTERRUPTED_TIME_SERIES -> InterruptedStudy.of(known);
            case CONTROLLED_INTERRUPTED_TIME_SERIES -> ControlledStudy.of(known);
            case ARIMA_INTERVENTION -> ArimaStudy.of(known);
            case STRUCTURAL_FORECAST -> StructuralStudy.of(known, seed);
            case BREAKPOINTS -> BreakpointsStudy.of(known);
            default -> throw new IllegalArgumentException(name + " has no options in this version");
        };
    }

    /** What these figures answer to the study. */
    Answer answer(Study study, Reading reading);

    /** The units that are not treated, for designs that compare with some. */
    default List<Text> controls() {
        return List.of();
    }

    /** Whether it takes measured columns of the outcome. */
    default boolean takesCovariates() {
        return false;
    }

    /** Whether its counts may have an exposure. */
    default boolean takesExposure() {
        return false;
    }

    /** Whether its rows may have weights. */
    default boolean takesWeight() {
        return false;
    }

    /** Whether several units may be treated. */
    default boolean takesSeveralUnits() {
        return false;
    }

    /** Whether it must be told when treatment begins. */
    default boolean needsStart() {
        return true;
    }
}
