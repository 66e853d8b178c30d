package org.migrationimpact.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.migrationimpact.data.InputException;

/** Takes cells into columns, and refuses a table that is none: no header, a name twice, rows of unequal length, too much of it. */
final class RowsBuilder implements CellSink {

    private final InputFile file;
    private final List<String> header = new ArrayList<>();
    private final List<CellColumn> columns = new ArrayList<>();
    private boolean headed;
    private int headerLine;
    private int above;
    private int[] lines = new int[64];
    private int rows;
    private int blank;
    private int line;
    private int cells;
    private boolean empty;
    private long text;

    /** What is beside the rows. */
    record Left(int blank, int above, int headerLine) {}

    RowsBuilder(InputFile file) {
        this.file = file;
    }

    @Override
    public void begin(int at) {
        line = at;
        cells = 0;
        empty = true;
    }

    @Override
    public void cell(char[] characters, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && isBlank(characters[from])) {
            from++;
        }
        while (to > from && isBlank(characters[to - 1])) {
            to--;
        }
        cells++;
        empty &= from == to;
        if (to - from > Limits.CELL_CHARACTERS) {
            throw tooMuch("characters in a cell", Limits.CELL_CHARACTERS);
        }
        if (headed) {
            value(characters, from, to - from);
        } else {
            name(new String(characters, from, to - from));
        }
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0';
    }

    private void name(String name) {
        if (cells > Limits.COLUMNS) {
            throw tooMuch("columns", Limits.COLUMNS);
        }
        header.add(name);
    }

    private void value(char[] characters, int offset, int length) {
        if (cells <= columns.size()) {
            text += columns.get(cells - 1).add(characters, offset, length);
            if (text > Limits.TEXT_CHARACTERS) {
                throw tooMuch("characters in different texts", Limits.TEXT_CHARACTERS);
            }
        } else if (length > 0) {
            throw ragged("at least " + cells);
        }
    }

    @Override
    public void end() {
        if (!headed) {
            endHeader();
        } else if (empty) {
            columns.stream().limit(cells).forEach(CellColumn::undo);
            blank++;
        } else if (cells < columns.size()) {
            throw ragged(String.valueOf(cells));
        } else {
            endRow();
        }
    }

    private void endRow() {
        if (rows == Limits.ROWS) {
            throw tooMuch("rows", Limits.ROWS);
        }
        if ((rows + 1L) * columns.size() > Limits.CELLS) {
            throw tooMuch("cells", Limits.CELLS);
        }
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, rows + rows / 2);
        }
        lines[rows++] = line;
    }

    private void endHeader() {
        while (!header.isEmpty() && header.get(header.size() - 1).isEmpty()) {
            header.remove(header.size() - 1);
        }
        if (header.isEmpty()) { // a row of delimiters before the header
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!name.isEmpty() && !seen.add(name)) {
                throw InputException.in(
                        "E-ROWS-001",
                        file.name(),
                        line,
                        i + 1L,
                        "the header names '" + name + "' twice, in columns " + (header.indexOf(name) + 1) + " and "
                                + (i + 1) + "; rename one of them");
            }
            columns.add(new CellColumn());
        }
        headed = true;
        headerLine = line;
    }

    /** So many rows stand above the header and were not handed on. */
    RowsBuilder above(int rowsAbove) {
        above = rowsAbove;
        return this;
    }

    private InputException ragged(String found) {
        return InputException.in(
                "E-ROWS-002",
                file.name(),
                line,
                "the row has " + found + " cells, the header has " + columns.size()
                        + "; mend the row: a delimiter may be missing, or stand in a cell without quotes");
    }

    private InputException tooMuch(String what, long limit) {
        return InputException.in(
                "E-ROWS-004",
                file.name(),
                line,
                "the table has more than " + limit + " " + what + ", which is the limit; filter or split it");
    }

    /**
     * The table.
     *
     * @throws InputException E-ROWS-005 where there is no header or no row
     */
    Rows build(Preamble preamble) {
        if (rows == 0) {
            throw InputException.in(
                    "E-ROWS-005",
                    file.name(),
                    headed
                            ? "there is a header (" + Names.some(header)
                                    + ") but no row below it; a table with rows is needed"
                            : "there is no header line; the first line must name the columns");
        }
        return new Rows(
                file,
                preamble,
                List.copyOf(header),
                List.copyOf(columns),
                Arrays.copyOf(lines, rows),
                new Left(blank, above, headerLine));
    }
}
