package org.migrationimpact.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Holds rows back until one is the header; hands on the header and what follows. Without a header everything is handed on. */
final class HeaderSearch implements CellSink {

    private final CellSink table;
    private final Predicate<List<String>> isHeader;
    private final List<List<String>> held = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private List<String> row = List.of();
    private int line;
    private boolean found;
    private int above;

    HeaderSearch(CellSink table, Predicate<List<String>> isHeader) {
        this.table = table;
        this.isHeader = isHeader;
    }

    /** How many rows stand above the header. */
    int above() {
        return above;
    }

    /** Hands on everything where no row was the header. */
    void finish() {
        if (!found) {
            handOn(0);
        }
    }

    @Override
    public void begin(int at) {
        if (found) {
            table.begin(at);
        } else {
            row = new ArrayList<>();
            line = at;
        }
    }

    @Override
    public void cell(char[] characters, int offset, int length) {
        if (found) {
            table.cell(characters, offset, length);
        } else {
            row.add(new String(characters, offset, length).strip());
        }
    }

    @Override
    public void end() {
        if (found) {
            table.end();
            return;
        }
        held.add(row);
        lines.add(line);
        if (isHeader.test(row)) {
            above = held.size() - 1;
            handOn(above);
        } else if (held.size() == Limits.HEADER_WITHIN_ROWS) {
            handOn(0);
        }
    }

    private void handOn(int from) {
        found = true;
        for (int i = from; i < held.size(); i++) {
            table.begin(lines.get(i));
            held.get(i).forEach(table::cell);
            table.end();
        }
    }
}
