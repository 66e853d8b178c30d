package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Pairs;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;

/** One pass over a table with two columns of places and further columns that say something about each pair. */
final class PairsDrawing {

    /** What a cell says. */
    interface CellReading {
        Pairs.Cell read(String text, Place place);
    }

    private final Rows rows;
    private final List<String> ends;
    private final Function<String, String> spelling;
    private final CellReading reading;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Pairs.Cell> cells = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    PairsDrawing(Rows rows, List<String> ends, Function<String, String> spelling, CellReading reading) {
        this.rows = rows;
        this.ends = ends;
        this.spelling = spelling;
        this.reading = reading;
    }

    /** The columns that are not the two ends. */
    List<String> attributes() {
        return rows.header().stream()
                .filter(name -> !name.isEmpty() && !ends.contains(name))
                .toList();
    }

    List<Pairs.Pair> pairs() {
        List<String> attributes = attributes();
        List<Pairs.Pair> pairs = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Pairs.Cell> said = new ArrayList<>();
            for (String attribute : attributes) {
                said.add(cell(rows.text(row, attribute), rows.place(row, attribute)));
            }
            pairs.add(new Pairs.Pair(code(row, ends.get(0)), code(row, ends.get(1)), said, rows.line(row)));
        }
        return pairs;
    }

    private Pairs.Cell cell(String text, Place place) {
        Pairs.Cell known = cells.get(text);
        if (known == null) {
            known = reading.read(text, place);
            cells.put(text, known);
        }
        return known;
    }

    private String code(int row, String column) {
        String text = rows.text(row, column);
        if (text.isEmpty()) {
            throw rows.place(row, column)
                    .refuse("E-PAIRS-005", "the place of '" + column + "' is empty; every row needs two places");
        }
        return codes.computeIfAbsent(text, this::code);
    }

    private String code(String text) {
        String name = spelling.apply(text);
        return Country.find(name)
                .map(Country::iso2)
                .or(() -> Aggregate.find(name).map(Aggregate::code))
                .orElseGet(() -> {
                    unknown.add(text);
                    return text;
                });
    }

    /** Which places keep the publisher's words, where any do. */
    List<Warning> unknown() {
        return unknown.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "W-PAIRS-001",
                        "these places are no country that is known, and keep the publisher's words: "
                                + Names.some(List.copyOf(unknown))));
    }
}
