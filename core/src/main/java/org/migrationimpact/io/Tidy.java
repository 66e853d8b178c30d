package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.NumberStyle;
import org.migrationimpact.table.Rows;
import org.migrationimpact.table.SheetChoice;

/**
 * Any table with one row an observation and named columns: CSV with commas or semicolons, TSV, XLSX, or a gzip of one.
 *
 * <pre>{@code
 * Observations sales = Tidy.columns().time("year").value("cigsale").dimensions("state").unit("packs").read(path);
 * }</pre>
 *
 * <p>A specification is immutable; each method returns a copy. Only the columns that are named are used: without dimensions a period must
 * not occur twice, and {@link Observations#series()} refuses it if it does. A number has a decimal point, unless
 * {@link #numbers} declares another style. An empty value, {@code NA},
 * {@code NaN}, {@code :}, {@code ..}, {@code .} and {@code #N/A} are not available, {@code *} and {@code c} are suppressed, and flags may
 * stand behind a number or a colon ({@code 123 b}, {@code : c}). In a dimension {@code NA} is a code like any other. Comment lines before
 * the header ({@code # source: …}, {@code # vintage: …}, {@code # terms: …}, {@code # unit: …}) go into the source and the unit.
 */
public final class Tidy implements ObservationsReader {

    private final List<String> time;
    private final String value;
    private final List<String> dimensions;
    private final String unit;
    private final String flags;
    private final String confidentiality;
    private final String sheet;
    private final NumberStyle style;

    private Tidy(
            List<String> time,
            String value,
            List<String> dimensions,
            String unit,
            String flags,
            String confidentiality,
            String sheet,
            NumberStyle style) {
        this.time = time;
        this.value = value;
        this.dimensions = dimensions;
        this.unit = unit;
        this.flags = flags;
        this.confidentiality = confidentiality;
        this.sheet = sheet;
        this.style = style;
    }

    /** Columns {@code time} and {@code value}, no dimensions, no flags; each can be named otherwise. */
    public static Tidy columns() {
        return new Tidy(List.of("time"), "value", List.of(), "", "", "", "", NumberStyle.DECIMAL_POINT);
    }

    /** The column of the period, or several that make one together: {@code "year", "month"}. */
    public Tidy time(String first, String... further) {
        List<String> names = new ArrayList<>(List.of(first));
        names.addAll(List.of(further));
        return new Tidy(List.copyOf(names), value, dimensions, unit, flags, confidentiality, sheet, style);
    }

    /** The column of the figures; it names the quantity. */
    public Tidy value(String name) {
        return new Tidy(time, name, dimensions, unit, flags, confidentiality, sheet, style);
    }

    /** The columns that say what a row is about, in this order. */
    public Tidy dimensions(String... names) {
        return new Tidy(time, value, List.of(names), unit, flags, confidentiality, sheet, style);
    }

    /** The unit of the figures: {@code persons}. Without it, the unit is what a comment line of the file says, or empty. */
    public Tidy unit(String name) {
        return new Tidy(time, value, dimensions, name, flags, confidentiality, sheet, style);
    }

    /** The column of the publisher's flags, in letters of either era: {@code bep}. */
    public Tidy flags(String name) {
        return new Tidy(time, value, dimensions, unit, name, confidentiality, sheet, style);
    }

    /** The column of the confidentiality status ({@code CONF_STATUS}). */
    public Tidy confidentiality(String name) {
        return new Tidy(time, value, dimensions, unit, flags, name, sheet, style);
    }

    /** The sheet of a workbook; without it, the only one, or the first that has the columns. */
    public Tidy sheet(String name) {
        return new Tidy(time, value, dimensions, unit, flags, confidentiality, name, style);
    }

    /** How the figures are written; {@link NumberStyle#DECIMAL_POINT} without it. It is declared and never guessed. */
    public Tidy numbers(NumberStyle written) {
        return new Tidy(time, value, dimensions, unit, flags, confidentiality, sheet, written);
    }

    /** A table with its periods in columns: all columns but these dimensions are periods. */
    public static TidyWide wide(String... dimensions) {
        return TidyWide.of(dimensions);
    }

    /** All columns that are used, in the order time, dimensions, value, flags. */
    public List<String> used() {
        Set<String> names = new LinkedHashSet<>(time);
        names.addAll(dimensions);
        names.add(value);
        names.add(flags);
        names.add(confidentiality);
        names.remove("");
        return List.copyOf(names);
    }

    @Override
    public Observations read(InputFile file) {
        return read(rows(file));
    }

    /** The table that these columns are drawn from; of a workbook the sheet that is named, or the first that has them all. */
    public Rows rows(InputFile file) {
        Format.requireTable(file);
        return Rows.read(file, new SheetChoice(sheet, used()));
    }

    /**
     * Draws these columns from a table that was read already.
     *
     * @throws InputException E-ROWS-006 for a column that is not there, E-ROWS-007 for an empty cell in a dimension, E-CELL-001 for a
     *     value that is no number, E-FLAG-001 and E-FLAG-002 for unknown flags, E-TIME-001 to E-TIME-005 and E-PERIOD-001 for the time
     */
    public Observations read(Rows rows) {
        requireDistinct();
        used().forEach(rows::position);
        return new Drawing(rows).observations();
    }

    private void requireDistinct() {
        int named = time.size() + dimensions.size() + 1;
        Set<String> different = new LinkedHashSet<>(time);
        different.addAll(dimensions);
        different.add(value);
        if (different.size() < named) {
            throw new InputException(
                    "E-ROWS-008",
                    "one column cannot be used twice: time " + time + ", dimensions " + dimensions + ", value '" + value
                            + "'");
        }
    }

    @Override
    public String toString() {
        return "tidy table: time " + String.join(" and ", time) + ", value " + value
                + (dimensions.isEmpty() ? "" : ", dimensions " + String.join(", ", dimensions));
    }

    /** The codes of a dimension, none of them empty. */
    static CellColumn.Coded key(Rows rows, String name) {
        CellColumn.Coded coded = rows.column(name).coded();
        int empty = coded.dictionary().indexOf("");
        if (empty >= 0) {
            throw InputException.in(
                    "E-ROWS-007",
                    rows.file().name(),
                    rows.line(coded.firstRow(empty)),
                    rows.position(name),
                    "the cell of '" + name + "' is empty; every row needs a code there (NA is one)");
        }
        return coded;
    }

    /** One pass over the rows. */
    private final class Drawing {
        private final Rows rows;
        private final TimeColumn when;
        private final KeyColumns keys;
        private final FigureColumn figures;

        Drawing(Rows rows) {
            this.rows = rows;
            this.when = TimeColumn.of(rows, time);
            this.keys = KeyColumns.of(rows, dimensions);
            this.figures = new FigureColumn(rows, value, flags, confidentiality, style);
        }

        Observations observations() {
            String filed = rows.preamble().get("unit");
            ObservationsBuilder cube = Observations.of(value, unit.isEmpty() ? filed : unit, dimensions);
            when.notes().forEach(cube::note);
            for (int row = 0; row < rows.size(); row++) {
                Period period = when.at(row);
                Figure figure = figures.at(row);
                cube.add(keys.at(row), period, figure.value(), figure.flags(), rows.line(row));
            }
            return cube.build(rows.source(), rows.audit());
        }
    }
}
