package org.migrationimpact.data;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a publisher counts beside countries: a total, a group of states, the stateless, the unknown, or a variant of a country. A row of
 * an aggregate among countries must not be added to them.
 *
 * <p>UNHCR counts Kosovo inside Serbia; its "Serbia and Kosovo: S/RES/1244 (1999)" is the aggregate {@code SRB+XKX}, not Serbia.
 *
 * @param code the publisher's code; this library's own where the publisher has none
 * @param name the name
 * @param kind which kind it is
 * @param publishers who counts it
 * @param members the countries in it where they are fixed; empty where the publisher changes them or they are not compiled
 * @param aliases its other codes and names
 */
public record Aggregate(
        String code, String name, Kind kind, List<String> publishers, List<Country> members, List<String> aliases)
        implements Serializable {

    private static final Set<String> TOTALS = Set.of("TOTAL", "T", "_T", "ALL");

    /** The kinds of aggregates. */
    public enum Kind {
        /** Everything that the publisher counts. */
        TOTAL,
        /** Several states. */
        GROUP,
        /** Persons whom no state considers its nationals. */
        STATELESS,
        /** Persons whose country is not known or not said. */
        UNKNOWN,
        /** A country with another territory, or as counted by one of its authorities. */
        VARIANT,
        /** Anything else that is no country. */
        OTHER
    }

    public Aggregate {
        publishers = List.copyOf(publishers);
        members = List.copyOf(members);
        aliases = List.copyOf(aliases);
    }

    /** The aggregate that a code or a name stands for, or empty where it stands for none. */
    public static Optional<Aggregate> find(String text) {
        return Table.STANDARD.spellings.find(text);
    }

    /** Whether a code stands for everything in its dimension, whatever the dimension: {@code TOTAL}, {@code T}, {@code _T}, {@code ALL}. */
    public static boolean isTotal(String code) {
        return TOTALS.contains(code.toUpperCase(Locale.ROOT));
    }

    /** All aggregates, in the order of the table. */
    public static List<Aggregate> all() {
        return Table.STANDARD.aggregates;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }

    /** Read once when first asked for. */
    private static final class Table {
        private static final Table STANDARD = new Table();

        private final SpellingIndex<Aggregate> spellings = new SpellingIndex<>();
        private final List<Aggregate> aggregates;

        private Table() {
            aggregates = ResourceTable.read(
                            Aggregate.class,
                            "aggregates.csv",
                            "code",
                            "name",
                            "kind",
                            "publishers",
                            "members",
                            "aliases")
                    .stream()
                    .map(this::indexed)
                    .toList();
        }

        private Aggregate indexed(ResourceTable.Row row) {
            Aggregate aggregate = new Aggregate(
                    row.text("code"),
                    row.text("name"),
                    Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                    row.list("publishers", '|'),
                    row.list("members", '|').stream().map(Country::of).toList(),
                    row.list("aliases", '|'));
            spellings.code(aggregate.code(), aggregate, row);
            spellings.name(aggregate.name(), aggregate, row);
            aggregate.aliases().forEach(alias -> spellings.name(alias, aggregate, row));
            return aggregate;
        }
    }
}
