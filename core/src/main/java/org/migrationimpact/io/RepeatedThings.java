package org.migrationimpact.io;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.migrationimpact.data.ObservationsBuilder;

/** Dimensions of Eurostat and of SDMX whose codes tell the same things again in other terms, so that their sum counts them twice. */
final class RepeatedThings {

    /** Units, frequencies, seasonal adjustments, and age as completed or as reached in the year ({@code COMPLET}, {@code REACH}). */
    private static final Set<String> DIMENSIONS =
            Set.of("UNIT", "UNIT_MEASURE", "FREQ", "FREQUENCY", "S_ADJ", "SEASONAL_ADJUST", "ADJUSTMENT", "AGEDEF");

    private RepeatedThings() {}

    /** Marks those of the dimensions that are such. */
    static void mark(ObservationsBuilder cube, List<String> dimensions) {
        dimensions.stream()
                .filter(name -> DIMENSIONS.contains(name.toUpperCase(Locale.ROOT)))
                .forEach(cube::alternatives);
    }
}
