package org.migrationimpact.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Source;

/**
 * Observations as a CSV that {@link Tidy} reads again: comment lines with source, vintage, terms and unit; then the dimensions, {@code
 * time}, {@code value}, {@code flags} and {@code confidentiality}.
 *
 * <p>A text that a spreadsheet would take for a formula (it begins with {@code = + - @}, a tab or a carriage return) gets an apostrophe in
 * front. Numbers are written with all their digits.
 */
public final class TidyCsv {

    private final Observations observations;

    private TidyCsv(Observations observations) {
        this.observations = observations;
    }

    /** These observations, to be written. */
    public static TidyCsv of(Observations observations) {
        return new TidyCsv(observations);
    }

    /**
     * Writes the file, replacing what is there; nothing is half written.
     *
     * @throws InputException E-WRITE-001 where the file cannot be written
     */
    public void write(Path path) {
        try {
            Path beside = Files.createTempFile(path.toAbsolutePath().getParent(), ".", ".part");
            try {
                Files.writeString(beside, text());
                move(beside, path);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException failed) {
            throw new InputException(
                    "E-WRITE-001",
                    path + " cannot be written (" + failed.getClass().getSimpleName()
                            + "); check that the folder exists and that you may write to it");
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException acrossDisks) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The whole file as text, with line feeds. */
    public String text() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            table(csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void table(CsvWriter csv) {
        Source source = observations.source();
        comment(csv, "source", source.title());
        comment(csv, "file", source.file());
        comment(csv, "sha256", source.sha256());
        comment(csv, "vintage", source.vintage());
        comment(csv, "terms", source.terms());
        comment(csv, "quantity", observations.quantity());
        comment(csv, "unit", observations.unit());
        List<String> header = new ArrayList<>(observations.dimensions());
        header.addAll(List.of("time", "value", "flags", "confidentiality"));
        csv.writeRecord(header.stream().map(TidyCsv::harmless).toList());
        observations.stream().forEach(observation -> csv.writeRecord(cells(observation)));
    }

    private static void comment(CsvWriter csv, String key, String said) {
        if (!said.isEmpty()) {
            csv.writeComment(" " + key + ": " + said.replaceAll("\\R", " "));
        }
    }

    private static List<String> cells(Observation observation) {
        List<String> cells = new ArrayList<>();
        observation.codes().forEach(code -> cells.add(harmless(code)));
        cells.add(observation.period().toString());
        cells.add(number(observation.value()));
        cells.add(observation.flags().stream()
                .sorted()
                .filter(flag -> flag != Flag.NOT_FOR_PUBLICATION)
                .map(Flag::letter)
                .collect(Collectors.joining()));
        cells.add(observation.flags().contains(Flag.NOT_FOR_PUBLICATION) ? Flag.NOT_FOR_PUBLICATION.letter() : "");
        return cells;
    }

    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
