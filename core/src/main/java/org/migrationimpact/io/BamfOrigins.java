package org.migrationimpact.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Names;

/**
 * BAMF's German names of origin as codes: ISO codes of two letters, the code of an aggregate, otherwise the publisher's words. The several
 * kinds of unknown ({@code Ungeklaert}, {@code ohne Angabe}, …) stay apart, because one table has rows of each.
 */
final class BamfOrigins {

    /** Beside {@code Sudan (ohne Suedsudan)}, plain Sudan is the state before 2011. */
    private static final Map<String, String> FORMER = Map.of("Sudan", "SD+SS");

    private final Map<String, String> known = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    String code(String name) {
        return known.computeIfAbsent(name, this::find);
    }

    private String find(String name) {
        return Optional.ofNullable(FORMER.get(name))
                .or(() -> Country.find(name).map(Country::iso2))
                .or(() -> Aggregate.find(name)
                        .map(aggregate -> aggregate.kind() == Aggregate.Kind.UNKNOWN
                                ? BamfColumns.written(name)
                                : aggregate.code()))
                .orElseGet(() -> {
                    unknown.add(name);
                    return name;
                });
    }

    List<Warning> notes() {
        return unknown.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "W-BAMF-001",
                        "these origins are no country that is known, and keep the publisher's words: "
                                + Names.some(List.copyOf(unknown))));
    }
}
