package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;

/** The columns of one of UNHCR's tables: what each is, which hold figures, which are not used. */
final class UnhcrHeader {

    private final Rows rows;
    private final UnhcrTable table;
    private final Map<UnhcrColumn, String> columns = new EnumMap<>(UnhcrColumn.class);
    private final Map<String, String> figures = new LinkedHashMap<>(); // code → column
    private final List<String> unused = new ArrayList<>();

    UnhcrHeader(Rows rows, UnhcrTable table) {
        this.rows = rows;
        this.table = table;
        rows.header().stream().filter(name -> !name.isEmpty()).forEach(this::assign);
        requireNames(UnhcrColumn.ORIGIN, UnhcrColumn.ORIGIN_ISO);
        requireNames(UnhcrColumn.ASYLUM, UnhcrColumn.ASYLUM_ISO);
    }

    private void assign(String name) {
        UnhcrColumn.named(name)
                .ifPresentOrElse(
                        column -> requireFirst(columns.putIfAbsent(column, name), name), () -> assignFigures(name));
    }

    private void assignFigures(String name) {
        if (table.counts(name)) {
            requireFirst(figures.putIfAbsent(table.code(name), name), name);
        } else {
            unused.add(name);
        }
    }

    private void requireFirst(@Nullable String earlier, String name) {
        if (earlier != null) {
            throw InputException.in(
                    "E-UNHCR-007",
                    rows.file().name(),
                    rows.headerLine(),
                    "the columns '" + Names.quoted(earlier) + "' and '" + Names.quoted(name)
                            + "' are the same thing; keep one of them");
        }
    }

    private void requireNames(UnhcrColumn name, UnhcrColumn iso) {
        if (!has(name) && !has(iso)) {
            throw InputException.in(
                    "E-UNHCR-005",
                    rows.file().name(),
                    rows.headerLine(),
                    "the columns coo and coa hold UNHCR's own codes, which are not ISO codes (its AUS is Austria); the columns coo_iso and"
                            + " coa_iso, or the names, are needed");
        }
    }

    boolean has(UnhcrColumn column) {
        return columns.containsKey(column);
    }

    /** The text of a cell; empty where the table has no such column. */
    String text(int row, UnhcrColumn column) {
        String name = columns.get(column);
        return name == null ? "" : rows.text(row, name);
    }

    /** The place of a cell; of the first column where the table has no such column. */
    Place place(int row, UnhcrColumn column) {
        String name = columns.get(column);
        return new Place(rows.file().name(), rows.line(row), name == null ? 1 : rows.position(name));
    }

    /** The period of every row. */
    TimeColumn time() {
        String year = columns.get(UnhcrColumn.YEAR);
        if (year == null) {
            throw InputException.in(
                    "E-UNHCR-002",
                    rows.file().name(),
                    rows.headerLine(),
                    "the table has no column of years, so nothing says when its figures were counted; export it again with the year shown");
        }
        String month = columns.get(UnhcrColumn.MONTH);
        TimeColumn time = TimeColumn.of(rows, month == null ? List.of(year) : List.of(year, month));
        if (time.periods().stream().anyMatch(period -> period.frequency() == Frequency.ORDINAL)) {
            throw InputException.in(
                    "E-UNHCR-008",
                    rows.file().name(),
                    rows.headerLine(),
                    rows.position(year),
                    "the column '" + Names.quoted(year)
                            + "' holds other whole numbers than years; a year in every row is needed");
        }
        return time;
    }

    /** The columns of figures by their codes. */
    Map<String, String> figures() {
        return figures;
    }

    /** The columns that mean nothing here. */
    List<String> unused() {
        return unused;
    }
}
