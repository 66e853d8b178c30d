package org.migrationimpact.table;

/** One cell of a block: a plain decimal, or a text between quotes or blanks that are not part of it. */
final class CellBytes {

    private static final byte BEFORE_BLANK = (byte) 0xc2;
    private static final byte NO_BREAK_SPACE = (byte) 0xa0;

    private static final long EIGHT_DIGITS = 100_000_000;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private final byte[] block;
    private final int length;
    private byte[] bytes;
    private int from;
    private int to;
    private int end;

    CellBytes(byte[] block, int length) {
        this.block = block;
        this.length = length;
        this.bytes = block;
    }

    /** Where the cell that was looked at last ends in the block. */
    int end() {
        return end;
    }

    boolean isEmpty() {
        return from == to;
    }

    /** The plain decimal at this place of the block; 0 where there is none. */
    long decimal(int at) {
        return decimal(block, at);
    }

    private long decimal(byte[] text, int at) {
        int minus = text[at] == '-' ? 1 : 0;
        int first = at + minus;
        long digits = digits(text, first, 0);
        int whole = end - first;
        int scale = 0;
        if (text[end] == '.') {
            int point = end;
            digits = digits(text, point + 1, digits);
            scale = end - point - 1;
            whole = scale == 0 ? 0 : whole;
        }
        return whole > 0 && Decimals.isPlain(digits, whole, scale, text[first] == '0')
                ? Decimals.pack(digits, scale, minus)
                : 0;
    }

    /** The number that the digits from here on make behind others; leaves where they end. */
    private long digits(byte[] text, int from, long before) {
        long word = Word.at(text, from);
        int count = Word.digits(word);
        long number = before;
        int here = from;
        while (count == Word.BYTES) {
            number = number * EIGHT_DIGITS + Word.number(word, count);
            here += Word.BYTES;
            word = Word.at(text, here);
            count = Word.digits(word);
        }
        end = here + count;
        return count == 0 ? number : number * POWERS[count] + Word.number(word, count);
    }

    /** Takes the text between these places of the block, without the blanks around it. */
    void trimmed(int begin, int close) {
        bytes = block;
        trim(begin, close);
    }

    private void trim(int begin, int close) {
        from = begin;
        to = close;
        int blank = 1;
        while (from < to && blank > 0) {
            blank = isBlank(bytes[from]) ? 1 : from + 1 < to && isNoBreakSpace(from) ? 2 : 0;
            from += blank;
        }
        blank = 1;
        while (from < to && blank > 0) {
            blank = isBlank(bytes[to - 1]) ? 1 : to - 2 >= from && isNoBreakSpace(to - 2) ? 2 : 0;
            to -= blank;
        }
    }

    private static boolean isBlank(byte next) {
        if (next == 0) {
            throw new Unusual();
        }
        return next > 0 && next <= ' ';
    }

    private boolean isNoBreakSpace(int at) {
        return bytes[at] == BEFORE_BLANK && bytes[at + 1] == NO_BREAK_SPACE;
    }

    /** Takes the text between the quotes that begin here; says how many lines end in it. */
    int quoted(int open) {
        int here = open + 1;
        int doubled = 0;
        int lines = 0;
        while (here < length && (block[here] != '"' || block[here + 1] == '"')) {
            if (block[here] == '"') {
                doubled++;
                here++;
            }
            boolean pair = block[here] == '\n' && block[here - 1] == '\r';
            lines += (block[here] == '\n' && !pair) || block[here] == '\r' ? 1 : 0;
            here++;
        }
        if (here >= length) {
            throw new Unusual();
        }
        end = here + 1;
        take(open + 1, here, doubled);
        return lines;
    }

    private void take(int begin, int close, int doubled) {
        if (doubled == 0) {
            trimmed(begin, close);
            return;
        }
        byte[] single = new byte[close - begin - doubled + Word.BYTES];
        int size = 0;
        for (int at = begin; at < close; at++) {
            single[size++] = block[at];
            at += block[at] == '"' ? 1 : 0;
        }
        bytes = single;
        trim(0, size);
    }

    void addTo(ByteColumn column) {
        boolean digits = from < to && (bytes[from] == '-' || (bytes[from] >= '0' && bytes[from] <= '9'));
        int close = end;
        long packed = digits ? decimal(bytes, from) : 0;
        if (packed != 0 && end == to) {
            column.cells().add(packed);
        } else {
            column.add(bytes, from, to);
        }
        end = close;
    }

    /** The text. */
    String text() {
        return Utf8.text(bytes, from, to);
    }
}
