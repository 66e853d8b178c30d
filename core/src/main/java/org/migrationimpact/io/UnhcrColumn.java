package org.migrationimpact.io;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of UNHCR's tables is, under the names of all its exports; order, case, blanks and quotes of the header do not matter. */
enum UnhcrColumn {
    YEAR("year"),
    MONTH("month"),
    ORIGIN("countryoforigin", "cooname", "origin", "originreturnedfrom"),
    ORIGIN_ISO("countryoforiginiso", "cooiso"),
    ORIGIN_UNHCR("coo"),
    ASYLUM("countryofasylum", "coaname", "countryterritoryofasylumresidence"),
    ASYLUM_ISO("countryofasylumiso", "coaiso"),
    ASYLUM_UNHCR("coa"),
    AUTHORITY("authority", "proceduretype"),
    TYPE("applicationtype", "apptype"),
    LEVEL("decisionlevel", "declevel", "stageofprocedure", "rsdproceduretypelevel"),
    COUNTED("casespersons", "apppc", "decpc"),
    POPULATION_TYPE("populationtype");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> names;

    UnhcrColumn(String... names) {
        this.names = List.of(names);
    }

    /** The column of this name in a header. */
    static Optional<UnhcrColumn> named(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(plain))
                .findFirst();
    }

    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The name of the dimension that it becomes. */
    String dimension() {
        return switch (this) {
            case POPULATION_TYPE -> "population";
            case YEAR,
                    MONTH,
                    ORIGIN,
                    ORIGIN_ISO,
                    ORIGIN_UNHCR,
                    ASYLUM,
                    ASYLUM_ISO,
                    ASYLUM_UNHCR,
                    AUTHORITY,
                    TYPE,
                    LEVEL,
                    COUNTED -> name().toLowerCase(Locale.ROOT);
        };
    }
}
