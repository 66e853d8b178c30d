package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;

/**
 * Every format, from its specimen: what keeps the figures gives the same figures, and what does not is refused or told. {@link Outcome}
 * fails for anything thrown that is no refusal.
 */
class EveryFormatTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String SPECIMENS = "org.migrationimpact.io.Specimens#";

    private static InputFile file(byte[] bytes) {
        return Given.bytes("hostile", bytes);
    }

    @Test
    void everyFormatHasASpecimen() {
        Set<Format> formats = Specimens.all().map(Specimen::format).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Format.class), EnumSet.copyOf(formats));
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "all")
    void theSpecimenIsRecognisedByItsContentAndReadUnderAnyName(Specimen specimen) {
        Outcome outcome = specimen.read(specimen.file());
        assertEquals(specimen.format(), Format.of(specimen.file()));
        assertEquals(specimen instanceof Specimen.Unread, outcome.isRefused());
        for (String name : List.of("a.pdf", "a.xlsx", "a.csv", "a.json.gz", "a", "..")) {
            InputFile renamed = Given.bytes(name, specimen.bytes());
            assertEquals(specimen.format(), Format.of(renamed));
            assertEquals(outcome.said(), specimen.read(renamed).said());
        }
        if (!outcome.isRefused()) {
            assertThat(outcome.cells().stream().mapToDouble(Outcome.Cell::figure))
                    .contains(Double.parseDouble(Specimen.FIGURE));
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "all")
    void cutAnywhereItIsRefusedOrItsLastRowIsTold(Specimen specimen) {
        byte[] whole = specimen.bytes();
        Set<String> cells = new HashSet<>(specimen.read(specimen.file()).said());
        int step = specimen instanceof Specimen.Book ? 67 : 1;
        assertTimeoutPreemptively(LONG, () -> {
            for (int end = 1; end < whole.length; end += step) {
                requireTrueOrTold(specimen, Arrays.copyOf(whole, end), cells);
            }
        });
    }

    private static void requireTrueOrTold(Specimen specimen, byte[] cut, Set<String> cells) {
        Outcome outcome = specimen.read(file(cut));
        int last = outcome.cells().stream().mapToInt(Outcome.Cell::line).max().orElse(0);
        boolean told = outcome.notes().contains("W-TEXT-001");
        for (Outcome.Cell cell : outcome.cells()) {
            assertTrue(
                    cells.contains(cell.text()) || (told && cell.line() == last),
                    () -> cell.text() + " was read from " + new String(cut, StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "all")
    void cutInsideItsGzipItIsRefused(Specimen specimen) {
        byte[] packed = Given.gzip(specimen.bytes());
        assertEquals(
                specimen.read(specimen.file()).said(),
                specimen.read(file(packed)).said());
        for (int end = 3; end < packed.length; end += 5) {
            assertTrue(specimen.read(file(Arrays.copyOf(packed, end))).isRefused());
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "all")
    void anyBytesMayChange(Specimen specimen) {
        change(specimen, 20_090_428, 30);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource(SPECIMENS + "all")
    void anyBytesMayChangeManyTimes(Specimen specimen) {
        change(specimen, 2009, 1_000);
    }

    private static void change(Specimen specimen, long seed, int times) {
        byte[] whole = specimen.bytes();
        SplittableRandom random = new SplittableRandom(seed);
        List<String> cells = specimen.read(specimen.file()).said();
        assertTimeoutPreemptively(LONG, () -> {
            for (int i = 0; i < times; i++) {
                byte[] changed = whole.clone();
                for (int change = random.nextInt(4); change >= 0; change--) {
                    changed[random.nextInt(changed.length)] = (byte)
                            (random.nextBoolean()
                                    ? random.nextInt(256)
                                    : "\",;\n\t:#0.e{}[]-".charAt(random.nextInt(15)));
                }
                Outcome outcome = specimen.read(file(changed));
                boolean checked = specimen instanceof Specimen.Book; // it carries checksums
                assertTrue(!checked || outcome.isRefused() || outcome.said().equals(cells));
            }
        });
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void theOrderOfRowsSaysNothing(Specimen.Separated specimen) {
        List<String> cells = specimen.read(specimen.file()).said();
        for (int seed = 0; seed < 20; seed++) {
            List<String> rows = new ArrayList<>(specimen.rows());
            Collections.shuffle(rows, new Random(seed));
            assertEquals(cells, specimen.read(file(specimen.with(rows))).said());
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "books")
    void theOrderOfRowsOfAWorksheetSaysNothing(Specimen.Book specimen) {
        List<String> cells = specimen.read(specimen.file()).said();
        for (int seed = 0; seed < 5; seed++) {
            List<List<Object>> rows = new ArrayList<>(specimen.rows());
            Collections.shuffle(rows, new Random(seed));
            assertEquals(cells, specimen.read(file(specimen.with(rows))).said());
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void theOrderOfColumnsSaysNothingOrIsRefused(Specimen.Separated specimen) {
        List<Double> figures = figures(specimen.read(specimen.file()));
        List<String> cells = specimen.read(specimen.file()).said();
        int width = specimen.cells(specimen.header()).size();
        for (int seed = 0; seed < 20; seed++) {
            List<Integer> order = IntStream.range(0, width).boxed().collect(Collectors.toList());
            Collections.shuffle(order, new Random(seed));
            Outcome outcome = specimen.read(file(specimen.with(
                    reordered(specimen, specimen.header(), order),
                    specimen.rows().stream()
                            .map(row -> reordered(specimen, row, order))
                            .toList())));
            boolean refused = specimen.order() == Specimen.Order.FIXED && outcome.isRefused();
            boolean told =
                    outcome.notes().contains("W-SDMX-003") && figures(outcome).equals(figures);
            assertTrue(refused || told || outcome.said().equals(cells), outcome::toString);
        }
    }

    private static List<Double> figures(Outcome outcome) {
        return outcome.cells().stream().map(Outcome.Cell::figure).sorted().toList();
    }

    private static String reordered(Specimen.Separated specimen, String line, List<Integer> order) {
        List<String> cells = specimen.cells(line);
        return specimen.line(order.stream().map(cells::get).toList());
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void aRowThatIsTwiceThereIsRefusedOrCounted(Specimen.Separated specimen) {
        List<String> cells = specimen.read(specimen.file()).said();
        for (String row : specimen.rows()) {
            List<String> rows = new ArrayList<>(specimen.rows());
            rows.add(row);
            Outcome outcome = specimen.read(file(specimen.with(rows)));
            assertTrue(outcome.isRefused()
                    || (outcome.repeats() == outcome.cells().size() - cells.size()
                            && outcome.repeats() > 0
                            && new HashSet<>(outcome.said()).equals(new HashSet<>(cells))));
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "books")
    void aRowOfAWorksheetThatIsTwiceThereIsRefusedOrCounted(Specimen.Book specimen) {
        List<String> cells = specimen.read(specimen.file()).said();
        for (List<Object> row : specimen.rows()) {
            List<List<Object>> rows = new ArrayList<>(specimen.rows());
            rows.add(row);
            Outcome outcome = specimen.read(file(specimen.with(rows)));
            assertTrue(outcome.isRefused()
                    || (outcome.repeats() == outcome.cells().size() - cells.size()
                            && new HashSet<>(outcome.said()).equals(new HashSet<>(cells))));
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void aColumnThatIsTwiceThereIsRefused(Specimen.Separated specimen) {
        List<String> header = specimen.cells(specimen.header());
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).isEmpty()) {
                continue;
            }
            int column = i;
            Outcome outcome = specimen.read(file(specimen.with(
                    specimen.header() + specimen.separator() + header.get(i),
                    specimen.rows().stream()
                            .map(row -> row
                                    + specimen.separator()
                                    + specimen.cells(row).get(column))
                            .toList())));
            assertTrue(outcome.isRefused(), () -> header.get(column) + " twice: " + outcome);
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "separated")
    void lineEndsAByteOrderMarkAndBlankLinesSayNothing(Specimen.Separated specimen) {
        List<String> cells = specimen.read(specimen.file()).said();
        String text = specimen.text();
        for (String same : List.of(
                text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text, text + "\n\n", text + "\r\n")) {
            assertEquals(
                    cells,
                    specimen.read(file(same.getBytes(StandardCharsets.UTF_8))).said());
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "all")
    void utf16IsRefused(Specimen specimen) {
        if (specimen instanceof Specimen.Book || specimen instanceof Specimen.Unread) {
            return;
        }
        String text = new String(specimen.bytes(), StandardCharsets.UTF_8);
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            for (String marked : List.of(text, "\ufeff" + text)) {
                assertThat(specimen.read(file(marked.getBytes(charset)))
                                .refusal()
                                .orElse("read"))
                        .containsPattern("^E-TEXT-00[123] ");
            }
        }
    }

    @ParameterizedTest
    @MethodSource(SPECIMENS + "all")
    void aByteOfAnotherEncodingAndANulAreRefusedWhereTheyStand(Specimen specimen) {
        if (specimen instanceof Specimen.Book || specimen instanceof Specimen.Unread) {
            return;
        }
        byte[] whole = specimen.bytes();
        for (int at = 1; at < whole.length; at += 7) {
            assertThat(specimen.read(file(with(whole, at, 0))).refusal().orElse("read"))
                    .containsPattern("^E-TEXT-003 hostile:\\d+:\\d+: ");
            Outcome latin = specimen.read(file(with(whole, at, 0xe9)));
            if (specimen.format() == Format.EUROSTAT_DATA_EXPLORER) {
                assertTrue(latin.isRefused() || latin.notes().contains("W-EXPLORER-001"));
            } else {
                assertThat(latin.refusal().orElse("read")).containsPattern("^E-TEXT-001 hostile:\\d+:\\d+: ");
            }
        }
    }

    private static byte[] with(byte[] bytes, int at, int more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.write(more);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }
}
