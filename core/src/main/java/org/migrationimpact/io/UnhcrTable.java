package org.migrationimpact.io;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that UNHCR publishes, told apart by their columns of figures. */
enum UnhcrTable {
    APPLICATIONS("asylum applications", "", Map.of("applied", "applied")),
    DECISIONS(
            "decisions on asylum applications",
            "decision",
            Map.ofEntries(
                    Map.entry("decrecognized", "recognized"),
                    Map.entry("recognizeddecisions", "recognized"),
                    Map.entry("decother", "other"),
                    Map.entry("complementaryprotection", "other"),
                    Map.entry("decrejected", "rejected"),
                    Map.entry("rejecteddecisions", "rejected"),
                    Map.entry("rejected", "rejected"),
                    Map.entry("decclosed", "closed"),
                    Map.entry("otherwiseclosed", "closed"),
                    Map.entry("dectotal", "TOTAL"),
                    Map.entry("totaldecisions", "TOTAL"))),
    POPULATION(
            "population of concern to UNHCR",
            "population",
            Map.ofEntries(
                    Map.entry("refugees", "refugees"),
                    Map.entry("refugeesinclrefugeelikesituations", "refugees"),
                    Map.entry("returnedrefugees", "returned_refugees"),
                    Map.entry("asylumseekers", "asylum_seekers"),
                    Map.entry("asylumseekerspendingcases", "asylum_seekers"),
                    Map.entry("idps", "idps"),
                    Map.entry("internallydisplacedpersonsidps", "idps"),
                    Map.entry("returnedidps", "returned_idps"),
                    Map.entry("stateless", "stateless"),
                    Map.entry("statelesspersons", "stateless"),
                    Map.entry("hst", "hst"),
                    Map.entry("ooc", "ooc"),
                    Map.entry("othersofconcern", "ooc"),
                    Map.entry("oip", "oip"),
                    Map.entry("totalpopulation", "TOTAL"))),
    POPSTATS("asylum-seekers or population of concern to UNHCR", "", Map.of("value", "value"));

    private final String quantity;
    private final String dimension;

    @SuppressWarnings("ImmutableEnumChecker") // Map.of
    private final Map<String, String> codes;

    UnhcrTable(String quantity, String dimension, Map<String, String> codes) {
        this.quantity = quantity;
        this.dimension = dimension;
        this.codes = codes;
    }

    /** The table with these columns, or empty where none of its figures is there. */
    static Optional<UnhcrTable> of(List<String> header) {
        return Arrays.stream(values())
                .filter(table -> header.stream().anyMatch(table::counts))
                .findFirst();
    }

    boolean counts(String name) {
        return codes.containsKey(UnhcrColumn.plain(name));
    }

    /** The code of a column of figures; {@code TOTAL} is a sum of others. */
    String code(String name) {
        return codes.getOrDefault(UnhcrColumn.plain(name), name);
    }

    String quantity() {
        return quantity;
    }

    /** The dimension that the columns of figures make; empty where there is one column only. */
    String dimension() {
        return dimension;
    }
}
