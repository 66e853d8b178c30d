package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Observations;
import org.migrationimpact.table.Names;

/** The codes of a cube that are no part among parts: totals, groups of countries, variants of one, and the persons of no known country. */
final class AggregateCodes {

    private AggregateCodes() {}

    /** {@code geo EU27_2020 (group); sex T (total)}, or {@code none}. */
    static String in(Observations cube) {
        List<String> dimensions = cube.dimensions().stream()
                .flatMap(dimension -> in(dimension, cube.codes(dimension)).stream())
                .toList();
        return dimensions.isEmpty()
                ? "none"
                : String.join("; ", dimensions) + "; a sum with what they hold would count it twice";
    }

    private static Optional<String> in(String dimension, List<String> codes) {
        List<String> found = new ArrayList<>();
        for (String code : codes) {
            kind(code).ifPresent(kind -> found.add(code + " (" + kind + ")"));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(Names.quoted(dimension) + " " + Names.some(found));
    }

    private static Optional<String> kind(String code) {
        return Aggregate.isTotal(code)
                ? Optional.of("total")
                : Aggregate.find(code).map(aggregate -> aggregate.kind().name().toLowerCase(Locale.ROOT));
    }
}
