package org.migrationimpact.table;

import java.util.Arrays;
import org.migrationimpact.table.BlockReader.Block;

/** Parses a block of whole rows, byte by byte where there are digits and eight bytes at once where there is text. */
final class BlockParser {

    private static final long LINE_FEEDS = Word.of('\n');
    private static final long RETURNS = Word.of('\r');

    private final byte[] bytes;
    private final int length;
    private final byte separator;
    private final long separators;
    private final ByteColumn[] columns;
    private final CellBytes cell;
    private int[] lines;
    private int rows;
    private int blank;
    private int at;
    private int line;
    private int end;
    private boolean filled;

    /** A block from this place on, which is in so many lines after its beginning; {@code rowsExpected} is a guess. */
    BlockParser(Block block, Prelude prelude, int rowsExpected) {
        this.bytes = block.bytes();
        this.length = block.length();
        this.separator = prelude.separator();
        this.separators = Word.of(prelude.separator());
        this.columns = new ByteColumn[prelude.header().size()];
        Arrays.setAll(columns, i -> new ByteColumn(rowsExpected));
        this.cell = new CellBytes(bytes, length);
        this.lines = new int[Math.max(16, rowsExpected)];
        this.at = block.number() == 0 ? prelude.end() : 0;
        this.line = block.number() == 0 ? prelude.lines() : 0;
    }

    /** What a block holds; {@code lines[row]} is counted from the block's first, which is 0, and {@code lineEnds} are all it has. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Part(ByteColumn[] columns, int[] lines, int rows, int blank, int lineEnds) {}

    /**
     * Parses the whole block.
     *
     * @throws Unusual where a row is longer or shorter than the header, quotes do not match, or a cell is no text
     */
    Part parse() {
        bytes[length] = '\n';
        while (at < length) {
            if (bytes[at] == '\n' || bytes[at] == '\r') {
                lineEnd();
            } else {
                row();
            }
        }
        return new Part(columns, Arrays.copyOf(lines, rows), rows, blank, line);
    }

    private void lineEnd() {
        boolean pair = bytes[at] == '\r' && bytes[at + 1] == '\n';
        at += pair ? 2 : 1;
        line++;
    }

    private void row() {
        int begin = line;
        int cells = 0;
        filled = false;
        at--;
        do {
            at++;
            if (cells < columns.length) {
                cell(columns[cells]);
            } else {
                requireNothing();
            }
            cells++;
        } while (bytes[at] == separator);
        lineEnd();
        endRow(cells, begin);
    }

    private void endRow(int cells, int begin) {
        if (!filled) {
            Arrays.stream(columns).limit(cells).forEach(column -> column.cells().undo());
            blank++;
            return;
        }
        if (cells < columns.length) {
            throw new Unusual();
        }
        if (rows == lines.length) {
            lines = Arrays.copyOf(lines, rows * 2);
        }
        lines[rows++] = begin;
    }

    private void cell(ByteColumn column) {
        byte first = bytes[at];
        if (first == '"') {
            quoted();
            add(column);
        } else if ((first >= '0' && first <= '9') || first == '-') {
            decimal(column);
        } else {
            text(column);
        }
    }

    private void decimal(ByteColumn column) {
        long packed = cell.decimal(at);
        end = cell.end();
        if (packed != 0 && isEnd(bytes[end])) {
            column.add(packed);
            filled = true;
            at = end;
        } else {
            text(column);
        }
    }

    private void text(ByteColumn column) {
        end = textEnd(at);
        if (end == at || (bytes[at] > ' ' && bytes[end - 1] > ' ')) {
            column.add(bytes, at, end);
            filled |= end > at;
        } else {
            cell.trimmed(at, end);
            add(column);
        }
        at = end;
    }

    /** Adds the cell that was trimmed. */
    private void add(ByteColumn column) {
        filled |= !cell.isEmpty();
        cell.addTo(column);
    }

    private boolean isEnd(byte next) {
        return next == separator || next == '\n' || next == '\r';
    }

    private int textEnd(int from) {
        int here = from;
        int more = ends(here);
        while (more == Word.BYTES) {
            here += Word.BYTES;
            more = ends(here);
        }
        return here + more;
    }

    /** How many of the next eight bytes there are before a cell ends. */
    private int ends(int from) {
        long word = Word.at(bytes, from);
        return Word.first(Word.equal(word, separators) | Word.equal(word, LINE_FEEDS) | Word.equal(word, RETURNS));
    }

    private void quoted() {
        line += cell.quoted(at);
        at = cell.end();
        if (!isEnd(bytes[at])) {
            throw new Unusual();
        }
    }

    /** A cell to the right of the header, which must be empty. */
    private void requireNothing() {
        if (bytes[at] == '"') {
            quoted();
        } else {
            int from = at;
            at = textEnd(from);
            cell.trimmed(from, at);
        }
        if (!cell.isEmpty()) {
            throw new Unusual();
        }
    }
}
