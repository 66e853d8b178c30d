package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Place;

/**
 * The figures of a wide table: a row is a key, a column a period, perhaps with further codes (a sex, a direction) that complete the key
 * of the row. Says which columns hold figures, and turns a row into observations.
 */
final class WideColumns {

    /** One column of figures, counted from 0, with the flags that its heading gives to each of them. */
    record Column(int at, Period period, List<String> codes, Set<Flag> flags) {
        static Column of(int at, Period period) {
            return new Column(at, period, List.of(), Set.of());
        }
    }

    private final InputFile file;
    private final List<String> header;
    private final List<Column> columns;
    private final BitSet held = new BitSet();

    private WideColumns(InputFile file, List<String> header, List<Column> columns) {
        this.file = file;
        this.header = header;
        this.columns = columns;
        columns.forEach(column -> held.set(column.at));
    }

    /** These columns below this heading, which stands in this line. */
    static WideColumns of(InputFile file, int line, List<String> header, List<Column> columns) {
        Map<List<Object>, Integer> seen = new HashMap<>();
        for (Column column : columns) {
            Integer earlier = seen.putIfAbsent(List.of(column.period, column.codes), column.at);
            if (earlier != null) {
                List<String> meaning = new ArrayList<>(column.codes);
                meaning.add(column.period.toString());
                throw new Place(file.name(), line, column.at + 1L)
                        .refuse(
                                "E-COLUMNS-001",
                                "the columns " + (earlier + 1) + " and " + (column.at + 1) + " both hold "
                                        + String.join(", ", meaning) + "; keep one of them");
            }
        }
        return new WideColumns(file, List.copyOf(header), List.copyOf(columns));
    }

    /** Adds the figures of a row under the row's codes; a cell that the file does not store is empty. */
    void feed(ObservationsBuilder cube, int line, List<String> cells, List<String> key) {
        feed(cube, line, cells, key, Set.of());
    }

    /** The same with flags that hold for every figure of the row; where there is no figure, neither these nor the heading's hold. */
    void feed(ObservationsBuilder cube, int line, List<String> cells, List<String> key, Set<Flag> flags) {
        for (Column column : columns) {
            Place place = new Place(file.name(), line, column.at + 1L);
            Figure figure = Figure.parse(cell(cells, column.at), place);
            if (!Double.isNaN(figure.value())) {
                figure = figure.with(column.flags).with(flags);
            }
            List<String> whole = key;
            if (!column.codes.isEmpty()) {
                whole = new ArrayList<>(key);
                whole.addAll(column.codes);
            }
            cube.add(whole, column.period, figure.value(), figure.flags(), line);
        }
        requireHeadings(line, cells);
    }

    private void requireHeadings(int line, List<String> cells) {
        for (int i = held.nextClearBit(held.nextSetBit(0)); i < cells.size(); i = held.nextClearBit(i + 1)) {
            if (!cells.get(i).isEmpty() && cell(header, i).isEmpty()) {
                throw new Place(file.name(), line, i + 1L)
                        .refuse(
                                "E-COLUMNS-002",
                                "there is a cell in a column without a heading; give the column its heading, or empty the cell");
            }
        }
    }

    /** The cells of a row that hold its figures, for a comparison with another row. */
    List<String> figures(List<String> cells) {
        return columns.stream().map(column -> cell(cells, column.at)).toList();
    }

    /** The headings beside the figures: what the columns hold that are not read. */
    List<String> others() {
        List<String> rest = new ArrayList<>();
        for (int i = held.nextClearBit(held.nextSetBit(0)); i < header.size(); i = held.nextClearBit(i + 1)) {
            if (!header.get(i).isEmpty()) {
                rest.add(header.get(i));
            }
        }
        return rest;
    }

    List<Column> columns() {
        return columns;
    }

    /** The cell of a row, empty where the row ends before it. */
    static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at) : "";
    }

    /** So many observations used, and rows of the table that are none. */
    static SampleAudit audit(int used, SampleAudit.Dropped... dropped) {
        int rest = List.of(dropped).stream().mapToInt(SampleAudit.Dropped::rows).sum();
        return new SampleAudit(used + rest, used, List.of(dropped));
    }
}
