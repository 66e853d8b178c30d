package org.migrationimpact.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.data.InputException;

/** Comma, semicolon or tab separated text, with quotes, any line ends, and comment lines before its header only. */
public final class Delimited {

    private static final char[] DELIMITERS = {'\t', ';', ','};

    private final InputFile file;
    private final TextReader text;
    private final boolean tabbed;
    private Preamble preamble = Preamble.NONE;
    private int linesBefore;
    private char delimiter;

    private Delimited(InputFile file, TextReader text, boolean tabbed) {
        this.file = file;
        this.text = text;
        this.tabbed = tabbed;
    }

    /**
     * Feeds the table to the sink, header first, and returns the comment lines before it.
     *
     * @throws InputException E-ROWS-003 for quotes that do not match, E-ROWS-009 for comment lines without end
     */
    public static Preamble read(InputFile file, CellSink sink) {
        return read(file, StandardCharsets.UTF_8, sink);
    }

    /** The same for a text of which the charset is known. */
    static Preamble read(InputFile file, Charset charset, CellSink sink) {
        return read(new Delimited(file, TextReader.of(file, charset), false), sink);
    }

    /** The same for a header whose cells hold commas: where it has a tab, tabs are what separates. */
    public static Preamble readTabbed(InputFile file, CellSink sink) {
        return read(new Delimited(file, TextReader.of(file), true), sink);
    }

    private static Preamble read(Delimited table, CellSink sink) {
        table.readPreamble();
        table.readTable(sink);
        return table.preamble;
    }

    private void readPreamble() {
        char[] head = new char[Limits.PREAMBLE_CHARACTERS];
        int length = fill(head);
        int at = 0;
        while (at < length && isPreamble(head[at])) {
            int end = endOfLine(head, at, length);
            preamble = head[at] == '#' ? preamble.with(new String(head, at, end - at)) : preamble;
            linesBefore++;
            at = afterLineEnd(head, end, length);
        }
        if (at == head.length) {
            throw InputException.in(
                    "E-ROWS-009",
                    file.name(),
                    linesBefore,
                    "the comment lines before the header have more than " + Limits.PREAMBLE_CHARACTERS
                            + " characters; shorten them");
        }
        delimiter = delimiter(head, at, endOfLine(head, at, length));
        text.hold(head, at, length - at);
    }

    /** A comment, or an empty line. */
    private static boolean isPreamble(char first) {
        return first == '#' || first == '\n' || first == '\r';
    }

    private int fill(char[] head) {
        int length = 0;
        int got = 0;
        while (got >= 0 && length < head.length) {
            length += got;
            got = length == head.length ? -1 : text.read(head, length, head.length - length);
        }
        return length;
    }

    private static int endOfLine(char[] head, int from, int length) {
        int at = from;
        while (at < length && head[at] != '\n' && head[at] != '\r') {
            at++;
        }
        return at;
    }

    private static int afterLineEnd(char[] head, int end, int length) {
        boolean pair = end + 1 < length && head[end] == '\r' && head[end + 1] == '\n';
        return Math.min(length, end + (pair ? 2 : 1));
    }

    /** The delimiter that the header line has most of, outside quotes. */
    private char delimiter(char[] head, int from, int to) {
        int[] counts = new int[DELIMITERS.length];
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            quoted ^= head[i] == '"';
            for (int d = 0; d < counts.length && !quoted; d++) {
                counts[d] += head[i] == DELIMITERS[d] ? 1 : 0;
            }
        }
        if (tabbed && counts[0] > 0) {
            return DELIMITERS[0];
        }
        int best = DELIMITERS.length - 1;
        for (int d = DELIMITERS.length - 2; d >= 0; d--) {
            best = counts[d] > counts[best] ? d : best;
        }
        return DELIMITERS[best];
    }

    private void readTable(CellSink sink) {
        Cells cells = new Cells(sink, linesBefore);
        try (CsvReader<Boolean> reader = CsvReader.builder()
                        .fieldSeparator(delimiter)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .build(cells, text);
                CloseableIterator<Boolean> rows = reader.iterator()) {
            while (rows.hasNext()) {
                rows.next();
            }
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof ImpactException refusal) { // thrown by the sink or by the text
                throw refusal;
            }
            throw InputException.in(
                    "E-ROWS-003",
                    file.name(),
                    Math.max(cells.line, linesBefore + 1),
                    "the quotes of the row that begins here do not match; close them, and double a quote inside a quoted cell");
        } catch (IOException damaged) {
            throw file.damaged(damaged);
        }
    }

    /** Passes fields on as they are found; no record is ever made. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<Boolean> {
        private final CellSink sink;
        private final int linesBefore;
        private int line;
        private int fields;

        Cells(CellSink sink, int linesBefore) {
            this.sink = sink;
            this.linesBefore = linesBefore;
        }

        @Override
        protected void handleBegin(long startingLine) {
            line = (int) startingLine + linesBefore;
            fields = 0;
            sink.begin(line);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            fields++;
            sink.cell(buffer, offset, length);
        }

        @Override
        protected Boolean buildRecord() {
            if (fields > 0) { // an empty line is no row
                sink.end();
            }
            return Boolean.TRUE;
        }
    }
}
