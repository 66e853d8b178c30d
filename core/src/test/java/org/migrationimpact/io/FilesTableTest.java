package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Pairs;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.InputFile;

/** docs/FILES.md lists what inspection finds in every file that the project is tried on. */
class FilesTableTest {

    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Path DOCUMENT = Path.of("..", "docs", "FILES.md");
    private static final Path EXPECTED = Path.of("target", "FILES.table.md");
    private static final String HEADING = "## What is found in each file";

    @Test
    void theTableSaysWhatInspectionFindsInEveryFile() throws IOException {
        assumeTrue(
                Files.isDirectory(DATA),
                () -> "skipped: there is no " + DATA.toAbsolutePath().normalize());
        List<String> found = found();
        Files.createDirectories(EXPECTED.getParent());
        Files.write(EXPECTED, found);
        List<String> documented = documented(HEADING);
        assertEquals(
                without(found, documented),
                without(documented, found),
                "docs/FILES.md differs from what was found, which is in core/" + EXPECTED);
        assertEquals(found.size(), documented.size());
    }

    @Test
    void everyFileThatIsKnownToBeWrongIsInTheTable() throws IOException {
        List<String> wrong = documented("## Files that are known to be wrong");
        List<String> files =
                documented(HEADING).stream().map(FilesTableTest::file).toList();
        assertThat(wrong)
                .hasSizeGreaterThan(2)
                .allSatisfy(row -> assertThat(files).contains(file(row)));
    }

    private static String without(List<String> rows, List<String> others) {
        return rows.stream().filter(row -> !others.contains(row)).collect(Collectors.joining("\n"));
    }

    private static List<String> documented(String heading) throws IOException {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            return lines.dropWhile(line -> !line.equals(heading))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("| `"))
                    .toList();
        }
    }

    private static String file(String row) {
        return row.substring(3, row.indexOf('`', 3));
    }

    private static List<String> found() throws IOException {
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md")) // descriptions of the files, no publishers' files
                    .map(file -> row(DATA.relativize(file), file))
                    .sorted()
                    .toList();
        }
    }

    private static String row(Path name, Path file) {
        List<String> cells = new ArrayList<>(List.of('`' + name.toString().replace('\\', '/') + '`'));
        try {
            cells.addAll(cells(Inspection.of(file)));
        } catch (ImpactException refusal) {
            cells.addAll(List.of(Format.of(InputFile.of(file)).id(), "–", "–", "–", "–", refused(refusal)));
        }
        return cells.stream().map(cell -> cell.replace("|", "/")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static List<String> cells(Inspection inspection) {
        String refused =
                inspection.refusals().stream().map(FilesTableTest::refused).collect(Collectors.joining("; "));
        if (inspection.pairs().isPresent()) {
            return pairs(inspection, inspection.pairs().get());
        }
        if (inspection.observations().isEmpty()) {
            String nothing = refused.isEmpty() ? "no column of periods or of figures, so nothing is read" : refused;
            return List.of(inspection.format().id(), "–", "–", "–", "–", nothing);
        }
        Observations first = inspection.observations().get(0);
        List<String> units = inspection.observations().stream()
                .map(cube -> cube.unit().isEmpty() ? "not said" : cube.unit())
                .distinct()
                .toList();
        String figures =
                inspection.observations().stream().map(FilesTableTest::figures).collect(Collectors.joining("; "));
        return List.of(
                inspection.format().id(),
                rows(first.audit()),
                periods(first.periods()),
                String.join(", ", units),
                figures,
                said(refused, first.notes()));
    }

    private static List<String> pairs(Inspection inspection, Pairs pairs) {
        return List.of(
                inspection.format().id(),
                rows(pairs.audit()),
                "none",
                "–",
                pairs.all().size() + " pairs, " + pairs.attributes().size() + " attributes",
                said("", pairs.notes()));
    }

    private static String rows(SampleAudit audit) {
        return audit.read() == audit.used() ? String.valueOf(audit.read()) : audit.read() + ", used " + audit.used();
    }

    private static String periods(List<Period> periods) {
        Map<Frequency, List<Period>> each =
                periods.stream().collect(Collectors.groupingBy(Period::frequency, TreeMap::new, Collectors.toList()));
        return each.values().stream()
                .map(of -> of.get(0).frequency().count(of.size()) + ", " + of.get(0)
                        + (of.size() == 1 ? "" : " to " + of.get(of.size() - 1)))
                .collect(Collectors.joining("; "));
    }

    private static String figures(Observations cube) {
        Map<Flag, Integer> flags = new TreeMap<>();
        cube.stream().forEach(o -> o.flags().forEach(flag -> flags.merge(flag, 1, Integer::sum)));
        long values = cube.stream().filter(o -> !Double.isNaN(o.value())).count();
        return values + " values"
                + flags.entrySet().stream()
                        .map(flag ->
                                ", " + flag.getValue() + " " + flag.getKey().meaning())
                        .collect(Collectors.joining());
    }

    private static String said(String refused, List<Warning> notes) {
        String codes = notes.stream().map(Warning::code).distinct().collect(Collectors.joining(", "));
        return refused.isEmpty() ? (codes.isEmpty() ? "–" : codes) : refused + (codes.isEmpty() ? "" : "; " + codes);
    }

    /** The code, and the message up to its first stop. */
    private static String refused(ImpactException refusal) {
        String message = refusal.line().replaceFirst("^(\\S+) [^:]*(:[\\d:]+)?: ", "$1 ");
        int end = message.indexOf(';');
        return "refused: " + (end < 0 ? message : message.substring(0, end));
    }
}
