package org.migrationimpact.examples.study;

/** A design that compares several units. Row by row it asks a {@link RowTable}, unit by unit the {@link Begin}ning of each. */
non-sealed interface PanelDesign extends StudyDesign {

    @Override
    default boolean takesSeveralUnits() {
        return true;
    }

    @Override
    default boolean takesCovariates() {
        return true;
    }

    @Override
    default boolean takesWeight() {
        return true;
    }
}
