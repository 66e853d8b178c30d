package org.migrationimpact.table;

import java.util.Arrays;
import java.util.stream.Stream;
import org.migrationimpact.table.BlockReader.Block;

/** Parses a block of whole rows, byte by byte where there are digits and eight bytes at once where there is text. */
final class BlockParser {

    private static final long LINE_FEEDS = Word.of('\n');
    private static final long RETURNS = Word.of('\r');
    private static final int WHOLE = 9;
    private static final long NARROW = 1L << 30;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private final byte[] bytes;
    private final int length;
    private final byte separator;
    private final long separators;
    private final ByteColumn[] columns;
    private final CellBytes cell;
    private int[] lines;
    private int rows;
    private int blank;
    private final int begin;
    private int line;
    private boolean filled;

    /** A block below this header. */
    BlockParser(Block block, Prelude prelude) {
        this(block, prelude, new Part(fresh(prelude.header().size()), new int[0], 0, 0, 0));
    }

    /** The next block, probably much like the part before. */
    BlockParser(Block block, Prelude prelude, Part before) {
        this.bytes = block.bytes();
        this.length = block.length();
        this.separator = prelude.separator();
        this.separators = Word.of(prelude.separator());
        this.columns = Arrays.stream(before.columns())
                .map(column -> new ByteColumn(column.cells().another()))
                .toArray(ByteColumn[]::new);
        this.cell = new CellBytes(bytes, length);
        this.lines = new int[Math.max(16, before.rows() + before.rows() / 16)];
        this.begin = block.number() == 0 ? prelude.end() : 0;
        this.line = block.number() == 0 ? prelude.lines() : 0;
    }

    private static ByteColumn[] fresh(int columns) {
        return Stream.generate(() -> new ByteColumn(new Cells(0)))
                .limit(columns)
                .toArray(ByteColumn[]::new);
    }

    /** What a block holds; {@code lines[row]} is counted from the block's first, which is 0, and {@code lineEnds} are all it has. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Part(ByteColumn[] columns, int[] lines, int rows, int blank, int lineEnds) {
        Part withoutLines() {
            return new Part(columns, new int[0], rows, blank, lineEnds);
        }
    }

    /**
     * Parses the whole block.
     *
     * @throws Unusual where a row is longer or shorter than the header, quotes do not match, or a cell is no text
     */
    Part parse() {
        bytes[length] = '\n';
        int at = begin;
        while (at < length) {
            at = bytes[at] == '\n' || bytes[at] == '\r' ? lineEnd(at) : row(at);
        }
        return new Part(columns, lines, rows, blank, line);
    }

    /** Behind the line end at this place. */
    private int lineEnd(int here) {
        line++;
        return bytes[here] == '\r' && bytes[here + 1] == '\n' ? here + 2 : here + 1;
    }

    /** Parses the row that begins here; says where the next begins. */
    private int row(int from) {
        int first = line;
        int cells = 0;
        int here = from - 1;
        filled = false;
        do {
            here = cells < columns.length ? cell(columns[cells], here + 1) : nothing(here + 1);
            cells++;
        } while (bytes[here] == separator);
        int next = lineEnd(here);
        endRow(cells, first);
        return next;
    }

    private void endRow(int cells, int first) {
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
        lines[rows++] = first;
    }

    /** Parses the cell that begins here; says where it ends. So do all below. */
    private int cell(ByteColumn column, int from) {
        byte first = bytes[from];
        if ((first >= '0' && first <= '9') || first == '-') {
            return decimal(column, from);
        }
        return first == '"' ? quoted(column, from) : text(column, from);
    }

    /**
     * A number with at most nine digits before the point and seven behind it; any other goes the longer way. The digits before the point are
     * few, so they are read one by one, and a processor runs ahead; those behind it are read together.
     */
    private int decimal(ByteColumn column, int from) {
        int minus = bytes[from] == '-' ? 1 : 0;
        int first = from + minus;
        int here = first;
        long digits = 0;
        for (int digit = bytes[here] - '0'; digit >= 0 && digit <= 9; digit = bytes[here] - '0') {
            digits = digits * 10 + digit;
            here++;
        }
        int whole = here - first;
        if (whole == 0 || whole > WHOLE || (whole > 1 && bytes[first] == '0')) {
            return longDecimal(column, from);
        }
        return bytes[here] == '.'
                ? fraction(column, from, minus, digits, here + 1)
                : whole(column, from, minus, digits, here);
    }

    private int whole(ByteColumn column, int from, int minus, long digits, int end) {
        if (!isEnd(bytes[end])) {
            return text(column, from);
        }
        if (minus == 0 && digits < NARROW) {
            column.cells().addNarrow((int) digits << 1 | 1);
        } else {
            column.cells().add(Decimals.pack(digits, 0, minus));
        }
        filled = true;
        return end;
    }

    private int fraction(ByteColumn column, int from, int minus, long digits, int behind) {
        long word = Word.at(bytes, behind);
        int scale = Word.digits(word);
        if (scale == 0 || scale == Word.BYTES || !isEnd(bytes[behind + scale])) {
            return longDecimal(column, from);
        }
        column.cells().add(Decimals.pack(digits * POWERS[scale] + Word.number(word, scale), scale, minus));
        filled = true;
        return scale == column.usual() ? behind + column.usual() : behind + column.usual(scale);
    }

    private int longDecimal(ByteColumn column, int from) {
        long packed = cell.decimal(from);
        if (packed == 0 || !isEnd(bytes[cell.end()])) {
            return text(column, from);
        }
        column.cells().add(packed);
        filled = true;
        return cell.end();
    }

    /** A text without quotes. Most are as long as the one before, and where this one is, nothing waits for its end. */
    private int text(ByteColumn column, int from) {
        long word = Word.at(bytes, from);
        int length = Word.first(ends(word));
        if (length == Word.BYTES || length == 0 || bytes[from] <= ' ' || bytes[from + length - 1] <= ' ') {
            return longText(column, from);
        }
        column.add(word, bytes, from, length);
        filled = true;
        return length == column.usual() ? from + column.usual() : from + column.usual(length);
    }

    private int longText(ByteColumn column, int from) {
        int end = textEnd(from);
        if (end == from || (bytes[from] > ' ' && bytes[end - 1] > ' ')) {
            column.add(bytes, from, end);
            filled |= end > from;
        } else {
            cell.trimmed(from, end);
            add(column);
        }
        return end;
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
        int more = Word.first(ends(Word.at(bytes, here)));
        while (more == Word.BYTES) {
            here += Word.BYTES;
            more = Word.first(ends(Word.at(bytes, here)));
        }
        return here + more;
    }

    /** A high bit in each byte of the word that ends a cell. */
    private long ends(long word) {
        return Word.equal(word, separators) | Word.equal(word, LINE_FEEDS) | Word.equal(word, RETURNS);
    }

    private int quoted(ByteColumn column, int from) {
        int end = quoted(from);
        add(column);
        return end;
    }

    private int quoted(int from) {
        line += cell.quoted(from);
        if (!isEnd(bytes[cell.end()])) {
            throw new Unusual();
        }
        return cell.end();
    }

    /** A cell to the right of the header, which must be empty. */
    private int nothing(int from) {
        int end = bytes[from] == '"' ? quoted(from) : textEnd(from);
        if (bytes[from] != '"') {
            cell.trimmed(from, end);
        }
        if (!cell.isEmpty()) {
            throw new Unusual();
        }
        return end;
    }
}
