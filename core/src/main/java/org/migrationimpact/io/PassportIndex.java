package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Pairs;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;

/**
 * The Passport Index in its tidy form: what a holder of one country's passport needs to enter another. It has no periods, so it becomes
 * {@link Pairs} from passport to destination, by ISO codes of two letters, and no series; two issues are two tables.
 *
 * <p>The issue of 2019 has the attribute {@code Code} (numbers without a legend: 3 where no visa is needed, 0 where one is, others in
 * between). Later issues have {@code Requirement}: the days of a stay without a visa as a number, or a word such as {@code visa free},
 * {@code e-visa}, {@code visa required}, {@code no admission}, {@code covid ban}. A country's own citizens ({@code -1}) are not
 * applicable. The vintage stands in the file's name and nowhere else, so it is taken from there and told as such.
 */
public final class PassportIndex {

    private static final List<String> ENDS = List.of("Passport", "Destination");
    private static final List<String> ATTRIBUTES = List.of("Requirement", "Code");
    private static final Set<String> WORDS = Set.of(
            "visa free",
            "visa on arrival",
            "eta",
            "e-visa",
            "evisa",
            "visa required",
            "no admission",
            "covid ban",
            "hayya entry permit",
            "tourist registration");
    private static final Pattern DATE = Pattern.compile("(20\\d{2}-\\d{2}-\\d{2})");

    private PassportIndex() {}

    /** The pairs in the file at this path. */
    public static Pairs read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The pairs in a file.
     *
     * @throws InputException E-PASSPORT-001 where the columns are others, E-PASSPORT-002 for a number of days that is none, E-PAIRS-005
     *     for a pair without a place
     * @throws org.migrationimpact.data.DataException E-PAIRS-004 where a pair occurs twice
     */
    public static Pairs read(InputFile file) {
        Rows rows = Rows.read(file);
        if (!isHeader(rows.header())) {
            throw InputException.in(
                    "E-PASSPORT-001",
                    file.name(),
                    "this is no tidy Passport Index; the columns Passport, Destination and Requirement (or Code) are needed, there are "
                            + Names.some(rows.header()));
        }
        Set<String> words = new TreeSet<>();
        PairsDrawing drawing = new PairsDrawing(rows, ENDS, name -> name, (text, place) -> cell(text, place, words));
        List<Pairs.Pair> pairs = drawing.pairs();
        List<Warning> notes = new ArrayList<>(drawing.unknown());
        notes.addAll(notes(rows.header(), file, words));
        return new Pairs(
                "Passport Index",
                drawing.attributes(),
                pairs,
                file.source("Passport Index", vintage(file), "MIT licence of the data set"),
                rows.audit(),
                notes);
    }

    /** Whether a header line is that of the table. */
    static boolean recognises(String header) {
        return isHeader(List.of(header.replace("\"", "").strip().split("[,;\t]", -1)));
    }

    private static boolean isHeader(List<String> names) {
        return names.size() == 3
                && names.containsAll(ENDS)
                && ATTRIBUTES.stream().anyMatch(names::contains);
    }

    private static Pairs.Cell cell(String text, Place place, Set<String> words) {
        if (text.isEmpty()) {
            return new Pairs.Cell(text, Double.NaN, Set.of(Flag.NOT_AVAILABLE));
        }
        if (text.equals("-1")) {
            return new Pairs.Cell(text, Double.NaN, Set.of(Flag.NOT_APPLICABLE));
        }
        if (text.matches("\\d{1,4}")) {
            return new Pairs.Cell(text, Integer.parseInt(text), Set.of());
        }
        if (!text.matches("[\\p{L} -]{2,60}")) {
            throw place.refuse(
                    "E-PASSPORT-002",
                    "'" + Names.quoted(text)
                            + "' is neither a number of days nor a word such as visa free; whole days, a word, -1 or an empty cell are needed");
        }
        if (!WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            words.add(text);
        }
        return new Pairs.Cell(text, Double.NaN, Set.of());
    }

    private static String vintage(InputFile file) {
        Matcher date = DATE.matcher(file.name());
        return date.find() ? date.group(1) + " (by the file's name)" : "";
    }

    private static List<Warning> notes(List<String> header, InputFile file, Set<String> words) {
        List<Warning> notes = new ArrayList<>();
        if (vintage(file).isEmpty()) {
            notes.add(
                    new Warning(
                            "W-PASSPORT-001",
                            "the table does not say when it was true, and neither does the file's name; keep the date of the issue beside it"));
        }
        if (header.contains("Code")) {
            notes.add(
                    new Warning(
                            "W-PASSPORT-002",
                            "the numbers of Code are no days and have no legend in the file: 3 stands where no visa is needed, 0 where one is"));
        }
        if (!words.isEmpty()) {
            notes.add(new Warning(
                    "W-PASSPORT-003",
                    "these requirements are not known and keep the publisher's words: "
                            + Names.some(List.copyOf(words))));
        }
        return notes;
    }
}
