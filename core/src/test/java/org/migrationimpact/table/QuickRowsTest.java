package org.migrationimpact.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.ImpactException;

/** The quick way and the careful way are the same way. */
class QuickRowsTest {

    private static final String[] CELLS = {
        "",
        "0",
        "1",
        "-1",
        "12",
        "1.50",
        "-0.626454",
        "0.30000000000000004",
        "123456789012345678",
        "NA",
        ":",
        "12 b",
        "-",
        "x",
        "Åland",
        "a b",
        " 7 ",
        "\u00a08\u00a0",
        "2009-01",
        "U00001",
        "a text of more than eight bytes",
        "a text of more than sixteen",
        "1e5",
        ".5",
        "5.",
        "00",
        "\"q\"",
        "\"a,b\"",
        "\"a;b\tc\"",
        "\"say \"\"hi\"\"\"",
        "\"two\nlines\"",
        "\"two\r\nlines\"",
        "\"\"",
        "\" 5 \"",
        "\"1.50\"",
        "1073741823",
        "1073741824",
        "🌍",
        "\"\"\"\""
    };
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r", "\n\n"};

    @Test
    void everyTextIsReadAsTheCarefulWayReadsIt() {
        SplittableRandom random = new SplittableRandom(20_261_123);
        int quick = 0;
        for (int i = 0; i < 4_000; i++) {
            InputFile file = Given.text(table(random));
            Optional<Rows> read = new QuickRows(file, 1 + i % 8, 16 << (i % 6)).read();
            quick += read.isPresent() ? 1 : 0;
            read.ifPresent(rows ->
                    assertEquals(told(() -> Rows.careful(file, StandardCharsets.UTF_8)), told(() -> rows)));
        }
        assertThat(quick).isGreaterThan(2_000);
    }

    @Test
    void aFaultIsToldTheSameOnAnyNumberOfThreads() {
        String good = "unit,value\n" + "A,1.5\n\"B\n\",2\n".repeat(5_000);
        for (String fault : List.of("C\n", "C,1,2\n", "\"C,1\n", "C\u0000,1\n")) {
            InputFile file = Given.text(good + fault + good);
            String expected = told(() -> Rows.careful(file, StandardCharsets.UTF_8));
            assertThat(expected).contains(" t.csv:15002");
            for (int threads = 1; threads <= 8; threads++) {
                assertThat(new QuickRows(file, threads, 1 << 10).read()).isEmpty();
            }
            assertEquals(expected, told(() -> Rows.read(file)));
        }
    }

    @Test
    void longTextIsTheSameOnAnyNumberOfThreads() {
        StringBuilder text = new StringBuilder("unit;period;value\r\n");
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            text.append("U")
                    .append(i / 7)
                    .append(';')
                    .append(i % 7)
                    .append(';')
                    .append(random.nextDouble())
                    .append("\r\n");
        }
        InputFile file = Given.text(text.toString());
        String careful = told(() -> Rows.careful(file, StandardCharsets.UTF_8));
        for (int threads = 1; threads <= 8; threads++) {
            Rows quick = new QuickRows(file, threads, 1 << (8 + threads)).read().orElseThrow();
            assertEquals(careful, told(() -> quick));
        }
    }

    @Test
    void aGzipIsReadTheSameWay() {
        byte[] text = ("a,b\n" + "x,1\ny,2\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
        Rows quick = new QuickRows(Given.bytes("t.gz", Given.gzip(text)), 3, 1 << 14)
                .read()
                .orElseThrow();
        assertEquals(100_000, quick.size());
        assertEquals("y", quick.text(99_999, "a"));
        assertEquals(100_001, quick.line(99_999));
    }

    /** A table that is mostly in order: sometimes with a stray quote, a blank row, a row too short. */
    private static String table(SplittableRandom random) {
        String end = LINE_ENDS[random.nextInt(LINE_ENDS.length)];
        int columns = 1 + random.nextInt(4);
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "\ufeff" : "");
        text.append(random.nextInt(3) == 0 ? "# source: S" + end : "");
        char separator = ",;\t".charAt(random.nextInt(3));
        List<String> header =
                new ArrayList<>(List.of("a", "\"b\"", "c d", "\"e\n\"").subList(0, columns));
        text.append(String.join(String.valueOf(separator), header)).append(end);
        int rows = 1 + random.nextInt(40);
        for (int row = 0; row < rows; row++) {
            int cells = random.nextInt(300) == 0 ? 1 + random.nextInt(5) : columns;
            for (int i = 0; i < cells; i++) {
                String cell = CELLS[random.nextInt(CELLS.length)];
                text.append(i == 0 ? "" : separator).append(random.nextInt(400) == 0 ? cell + "\"" : cell);
            }
            text.append(row == rows - 1 && random.nextBoolean() ? "" : end);
        }
        return text.toString();
    }

    /** Everything that a table says, or how it is refused. */
    private static String told(Supplier<Rows> reading) {
        try {
            Rows rows = reading.get();
            StringBuilder text =
                    new StringBuilder(rows + " " + rows.preamble() + rows.headerLine() + " " + rows.audit());
            for (int row = 0; row < rows.size(); row++) {
                text.append('\n').append(rows.line(row));
                for (int i = 0; i < rows.header().size(); i++) {
                    CellColumn column = rows.column(i);
                    text.append('|')
                            .append(column.text(row))
                            .append(column.isNumber(row) ? "=" + column.number(row) : "");
                }
            }
            for (int i = 0; i < rows.header().size(); i++) {
                text.append('\n').append(rows.column(i).coded().dictionary());
            }
            return text.toString();
        } catch (ImpactException refusal) {
            return refusal.line();
        }
    }
}
