package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Pairs;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.InputFile;

/**
 * What reading a hostile file comes to: cells, or a refusal with a code and the file's name. Anything else that is thrown fails the test.
 *
 * @param refusal code and message, or empty where the file was read
 * @param cells what was read
 * @param notes the codes of the notes
 * @param repeats how many rows repeat a key
 */
record Outcome(Optional<String> refusal, List<Cell> cells, List<String> notes, int repeats) {

    private static final Set<Format> UNREAD =
            EnumSet.of(Format.JSON, Format.XML, Format.ZIP, Format.PDF, Format.PARQUET);

    /**
     * One figure.
     *
     * @param key its codes under the names of their dimensions, and its period
     * @param figure the number, or {@code NaN} where there is none
     * @param said flags, or words
     * @param line where it stands
     */
    record Cell(String key, double figure, String said, int line) {
        String text() {
            return key + " " + figure + " " + said;
        }
    }

    static Outcome of(Format format, InputFile file) {
        try {
            Outcome outcome = read(format, file);
            inspect(file);
            return outcome;
        } catch (ImpactException refusal) {
            return refused(file, refusal);
        }
    }

    private static Outcome refused(InputFile file, ImpactException refusal) {
        assertThat(refusal.line()).matches("E-[A-Z]+-\\d{3} \\S.{10,}");
        assertThat(refusal.line().length()).isLessThan(4_000);
        if (refusal instanceof InputException) {
            assertThat(refusal.line()).matches("E-[A-Z]+-\\d{3} " + file.name() + "(:\\d+){0,2}: .*");
        }
        inspect(file);
        return new Outcome(Optional.of(refusal.line()), List.of(), List.of(), 0);
    }

    private static Outcome read(Format format, InputFile file) {
        if (format.pairs().isPresent()) {
            return of(format.pairs().get().apply(file));
        }
        if (format == Format.TIDY) {
            return of(Tidy.columns().dimensions("geo", "sex").flags("f").read(file));
        }
        if (UNREAD.contains(format)) {
            return inspected(Inspection.of(file));
        }
        return of(format.reader().read(file));
    }

    /** Changed bytes may make a table of it. */
    private static Outcome inspected(Inspection inspection) {
        return inspection.observations().isEmpty()
                ? new Outcome(Optional.empty(), List.of(), List.of(), 0)
                : of(inspection.observations().get(0));
    }

    /** Inspection reads or refuses as well. */
    private static void inspect(InputFile file) {
        try {
            assertThat(Inspection.of(file).toString()).isNotEmpty();
        } catch (ImpactException refusal) {
            assertThat(refusal.line()).matches("E-[A-Z]+-\\d{3} \\S.{10,}");
        }
    }

    private static Outcome of(Observations cube) {
        return new Outcome(
                Optional.empty(),
                cube.stream().map(o -> cell(cube.dimensions(), o)).toList(),
                cube.notes().stream().map(Warning::code).toList(),
                cube.duplicates().size());
    }

    private static Cell cell(List<String> dimensions, Observation o) {
        Map<String, String> key = new TreeMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            key.put(dimensions.get(i), o.codes().get(i));
        }
        return new Cell(key + " " + o.period(), o.value(), o.flags().toString(), o.line());
    }

    private static Outcome of(Pairs pairs) {
        List<Cell> cells = new ArrayList<>();
        for (Pairs.Pair pair : pairs.all()) {
            for (int i = 0; i < pairs.attributes().size(); i++) {
                Pairs.Cell cell = pair.cells().get(i);
                cells.add(new Cell(
                        pair.origin() + " " + pair.destination() + " "
                                + pairs.attributes().get(i),
                        cell.value(),
                        cell.text() + cell.flags(),
                        pair.line()));
            }
        }
        return new Outcome(
                Optional.empty(),
                cells,
                pairs.notes().stream().map(Warning::code).toList(),
                0);
    }

    boolean isRefused() {
        return refusal.isPresent();
    }

    /** What the cells say, whatever their order. */
    List<String> said() {
        return cells.stream().map(Cell::text).sorted().collect(Collectors.toList());
    }
}
