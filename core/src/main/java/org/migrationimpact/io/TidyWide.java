package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.NumberStyle;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;
import org.migrationimpact.table.SheetChoice;

/**
 * Any table with one row a series and its periods in columns: {@code geo;2015;2016}, or with headings such as {@code 2015M01}, {@code
 * JAN2009}, {@code 2011Q1 [YR2011Q1]}.
 *
 * <pre>{@code
 * Observations inflows = Tidy.wide("geo", "sex").quantity("immigration").unit("persons").ignoring("Label").read(path);
 * }</pre>
 *
 * <p>A specification is immutable; each method returns a copy. Every column is a dimension, is ignored by name, or must be a period: a
 * heading that is none is refused and never left out. Cells are read as {@link Tidy} reads them, flags behind numbers too.
 */
public final class TidyWide implements ObservationsReader {

    private static final int FEWEST_GUESSED = 2;

    private final List<String> dimensions;
    private final Set<String> ignored;
    private final String quantity;
    private final String unit;
    private final String sheet;
    private final NumberStyle style;

    private TidyWide(
            List<String> dimensions,
            Set<String> ignored,
            String quantity,
            String unit,
            String sheet,
            NumberStyle style) {
        this.dimensions = dimensions;
        this.ignored = ignored;
        this.quantity = quantity;
        this.unit = unit;
        this.sheet = sheet;
        this.style = style;
    }

    /** The columns that say what a row is about; all others are periods. */
    static TidyWide of(String... dimensions) {
        return new TidyWide(List.of(dimensions), Set.of(), "value", "", "", NumberStyle.DECIMAL_POINT);
    }

    /** What is counted; {@code value} without it. */
    public TidyWide quantity(String name) {
        return new TidyWide(dimensions, ignored, name, unit, sheet, style);
    }

    /** The unit of the figures. */
    public TidyWide unit(String name) {
        return new TidyWide(dimensions, ignored, quantity, name, sheet, style);
    }

    /** Columns that are neither dimensions nor periods and are left out, such as a label beside a code. */
    public TidyWide ignoring(String... names) {
        return new TidyWide(dimensions, new LinkedHashSet<>(List.of(names)), quantity, unit, sheet, style);
    }

    /** The sheet of a workbook; without it, the only one, or the first that has the columns. */
    public TidyWide sheet(String name) {
        return new TidyWide(dimensions, ignored, quantity, unit, name, style);
    }

    /** How the figures are written; {@link NumberStyle#DECIMAL_POINT} without it. */
    public TidyWide numbers(NumberStyle written) {
        return new TidyWide(dimensions, ignored, quantity, unit, sheet, written);
    }

    @Override
    public Observations read(InputFile file) {
        Format.requireTable(file);
        return read(Rows.read(file, new SheetChoice(sheet, dimensions)));
    }

    /**
     * Draws the series from a table that was read already.
     *
     * @throws InputException E-WIDE-001 for a heading that is no period, E-WIDE-002 where a period has two columns, E-WIDE-003 where no
     *     column is a period, E-WIDE-004 for figures under no heading; E-ROWS-006 for a column that is not there, E-ROWS-007 for an empty
     *     code, E-TIME-003 for mixed frequencies, E-CELL-001 and E-CELL-002 for a cell that is no number
     */
    public Observations read(Rows rows) {
        dimensions.forEach(rows::position);
        ignored.forEach(rows::position);
        List<Integer> columns = columns(rows);
        List<Warning> notes = new ArrayList<>();
        List<Period> periods = periods(rows, columns, notes);
        String filed = rows.preamble().get("unit");
        ObservationsBuilder cube = Observations.of(quantity, unit.isEmpty() ? filed : unit, dimensions);
        notes.forEach(cube::note);
        List<CellColumn.Coded> keys =
                dimensions.stream().map(name -> Tidy.key(rows, name)).toList();
        List<FigureColumn> figures = columns.stream()
                .map(column -> new FigureColumn(rows, rows.header().get(column), style))
                .toList();
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            List<String> key = keys.stream().map(coded -> coded.text(at)).toList();
            for (int i = 0; i < periods.size(); i++) {
                Figure figure = figures.get(i).at(row);
                cube.add(key, periods.get(i), figure.value(), figure.flags(), rows.line(row));
            }
        }
        return cube.build(rows.source(), rows.audit(cube.size()));
    }

    /** The columns that must be periods, from 0. */
    private List<Integer> columns(Rows rows) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < rows.header().size(); i++) {
            String name = rows.header().get(i);
            if (name.isEmpty()) {
                requireEmpty(rows, i);
            } else if (!dimensions.contains(name) && !ignored.contains(name)) {
                columns.add(i);
            }
        }
        if (columns.isEmpty()) {
            throw InputException.in(
                    "E-WIDE-003",
                    rows.file().name(),
                    rows.headerLine(),
                    "no column is left for periods; the columns are " + Names.some(rows.header()));
        }
        return columns;
    }

    private static void requireEmpty(Rows rows, int column) {
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.column(column).isEmpty(row)) {
                throw InputException.in(
                        "E-WIDE-004",
                        rows.file().name(),
                        rows.line(row),
                        column + 1L,
                        "there is a cell in a column without a heading; write its period into the header");
            }
        }
    }

    private static List<Period> periods(Rows rows, List<Integer> columns, List<Warning> notes) {
        List<String> headings =
                columns.stream().map(column -> plain(rows.header().get(column))).toList();
        List<Place> places = columns.stream()
                .map(column -> new Place(rows.file().name(), rows.headerLine(), column + 1L))
                .toList();
        for (int i = 0; i < headings.size(); i++) {
            if (!isPeriod(headings.get(i))) {
                throw places.get(i)
                        .refuse(
                                "E-WIDE-001",
                                "the heading '" + Names.quoted(headings.get(i))
                                        + "' is no period; name its column among the dimensions, or ignore it");
            }
        }
        List<Period> periods = TimeColumn.of("header", headings, places, notes);
        Set<Period> seen = new HashSet<>();
        for (int i = 0; i < periods.size(); i++) {
            if (!seen.add(periods.get(i))) {
                throw places.get(i)
                        .refuse(
                                "E-WIDE-002",
                                "the header has " + periods.get(i) + " twice; each period needs one column");
            }
        }
        return periods;
    }

    /** Without the letter that some programs put before a name that would begin with a digit: {@code X2015}, {@code Y2015M01}. */
    private static String plain(String heading) {
        return heading.matches("[XY]\\d{4}.*") ? heading.substring(1) : heading;
    }

    private static boolean isPeriod(String heading) {
        return period(heading).isPresent();
    }

    private static Optional<Period> period(String heading) {
        try {
            return Optional.of(Period.parse(plain(heading)));
        } catch (InputException noPeriod) {
            return Optional.empty();
        }
    }

    /** The specification of a table whose headings are periods, two or more of one frequency, and otherwise names of texts. */
    static Optional<TidyWide> guess(Rows rows) {
        List<String> named =
                rows.header().stream().filter(name -> !name.isEmpty()).toList();
        List<String> periods = named.stream().filter(TidyWide::isPeriod).toList();
        Set<Frequency> frequencies = new HashSet<>();
        periods.forEach(name -> period(name).ifPresent(period -> frequencies.add(period.frequency())));
        if (periods.size() < FEWEST_GUESSED || frequencies.size() > 1) {
            return Optional.empty();
        }
        List<String> rest =
                named.stream().filter(name -> !periods.contains(name)).toList();
        List<String> keys = rest.stream()
                .filter(name -> !rows.texts(name).contains("")
                        && !rows.texts(name).stream().allMatch(Figure::isFigure))
                .toList();
        return Optional.of(of(keys.toArray(String[]::new))
                .ignoring(rest.stream().filter(name -> !keys.contains(name)).toArray(String[]::new)));
    }

    /** The dimensions, and what is ignored. */
    @Override
    public String toString() {
        return "wide table: dimensions " + (dimensions.isEmpty() ? "none" : Names.some(dimensions))
                + (ignored.isEmpty() ? "" : ", not used: " + Names.some(List.copyOf(ignored))) + ", all else periods";
    }
}
