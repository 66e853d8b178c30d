package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.CellSink;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Workbook;

/**
 * The international migrant stock by destination that the United Nations' Department of Economic and Social Affairs publishes as a workbook
 * every five years: migrants at mid-year in three blocks of the same years. Dimensions are {@code country} and {@code sex} ({@code TOTAL},
 * {@code male}, {@code female}). A country is the ISO code of two letters found by the publisher's numeric code; an aggregate keeps its
 * number, such as {@code 900} for the world. The years are the publisher's: five apart, and four at the end of the edition of 2019.
 *
 * <p>{@code ..} is not available. The type of data gives two flags: {@code I}, no data, is imputed; {@code C}, citizens counted in place
 * of the foreign-born, is another definition. A row that repeats a code with the same figures is left out and counted. Footnotes that
 * say which years cover another territory become notes, because the figures break there without a flag. The workbook's other tables
 * (percentages, rates, refugees) are in other units and are not read; a note names them.
 */
public final class UnMigrantStock {

    private static final Pattern BLOCK = Pattern.compile(
            "(?i)(international migrant stock at mid-?year)\\s*\\((both sexes|males?|females?)(?: combined)?\\)");
    private static final Pattern NAME = Pattern.compile("(?i).*\\bcountry or area\\b.*");
    private static final Pattern CODE = Pattern.compile("(?i)(?:location )?code");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern REVISION = Pattern.compile("POP/DB/MIG/Stock/(Rev\\.\\s?\\d{4})");
    private static final Pattern CHANGE = Pattern.compile("(?i).*\\b(?:19|20)\\d{2}\\b.*\\brefers? to\\b.*");
    private static final Pattern FOOTNOTE = Pattern.compile("\\((\\w+)\\)");

    private final InputFile file;
    private final PlaceCodes places = new PlaceCodes();
    private final Map<String, List<String>> known = new HashMap<>();
    private final Map<String, String> footnotes = new LinkedHashMap<>();
    private final ObservationsBuilder cube =
            Observations.of("international migrant stock at mid-year", "persons", List.of("country", "sex"));
    private List<String> blocks = List.of();
    private List<String> head = List.of();
    private Optional<WideColumns> columns = Optional.empty();
    private String revision = "";
    private int headings;
    private int repeated;

    private UnMigrantStock(InputFile file) {
        this.file = file;
    }

    /** The migrant stock in the workbook at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The migrant stock in a workbook.
     *
     * @throws InputException E-UNDESA-001 where it has another shape, E-COLUMNS-001 and E-COLUMNS-002 where its columns do not fit; for a
     *     workbook and its cells as every table
     */
    public static Observations read(InputFile file) {
        Map<String, List<List<String>>> tops = file.isWorkbook() ? Workbook.tops(file) : Map.of();
        UnMigrantStock reader = new UnMigrantStock(file);
        String sheet = sheet(tops).orElseThrow(reader::otherShape);
        Workbook.readAll(file, sheet, CellSink.ofRows(reader::row));
        return reader.build(sheet, tops);
    }

    /** Whether a sheet has the three blocks of the migrant stock. */
    static boolean recognises(Map<String, List<List<String>>> tops) {
        return sheet(tops).isPresent();
    }

    private static Optional<String> sheet(Map<String, List<List<String>>> tops) {
        return tops.entrySet().stream()
                .filter(top -> top.getValue().stream().anyMatch(UnMigrantStock::isBlocks)
                        && top.getValue().stream().noneMatch(UnMigrantStock::hasOrigin))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isBlocks(List<String> cells) {
        return cells.stream().anyMatch(cell -> BLOCK.matcher(cell).matches());
    }

    private static boolean hasOrigin(List<String> cells) {
        return cells.stream().anyMatch(cell -> cell.matches("(?i).*\\bcountry or area of origin\\b.*"));
    }

    private InputException otherShape() {
        return InputException.in(
                "E-UNDESA-001",
                file.name(),
                "this is not the international migrant stock by destination: a sheet with the blocks International migrant stock at mid-year"
                        + " (both sexes), (male), (female), years below them, and the columns country or area and Code is needed");
    }

    private void row(int line, List<String> cells) {
        cells.stream().map(REVISION::matcher).filter(Matcher::find).forEach(found -> revision = found.group(1));
        if (columns.isPresent()) {
            series(columns.get(), line, cells);
        } else if (blocks.isEmpty()) {
            blocks = isBlocks(cells) ? cells : blocks;
        } else if (cells.stream().anyMatch(cell -> YEAR.matcher(cell).matches())) {
            head = merged(blocks, cells);
            columns = Optional.of(columns(line, cells));
        }
    }

    /** The headings of the two rows in one: that of the lower row where both have one. */
    private static List<String> merged(List<String> upper, List<String> lower) {
        List<String> merged = new ArrayList<>();
        for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
            String below = WideColumns.cell(lower, i);
            merged.add(below.isEmpty() ? WideColumns.cell(upper, i) : below);
        }
        return merged;
    }

    private WideColumns columns(int line, List<String> years) {
        List<WideColumns.Column> found = new ArrayList<>();
        String sex = "";
        for (int at = 0; at < years.size(); at++) {
            Matcher block = BLOCK.matcher(WideColumns.cell(blocks, at));
            sex = block.matches()
                    ? sex(block.group(2))
                    : WideColumns.cell(blocks, at).isEmpty() ? sex : "";
            if (!sex.isEmpty() && YEAR.matcher(years.get(at)).matches()) {
                Place place = new Place(file.name(), line, at + 1L);
                found.add(new WideColumns.Column(at, TimeColumn.parse(years.get(at), place), List.of(sex), Set.of()));
            }
        }
        if (found.isEmpty() || at(NAME) < 0 || at(CODE) < 0) {
            throw otherShape();
        }
        return WideColumns.of(file, line, head, found);
    }

    private static String sex(String words) {
        String plain = words.toLowerCase(Locale.ROOT);
        return plain.startsWith("both") ? "TOTAL" : plain.startsWith("m") ? "male" : "female";
    }

    /** The column of this heading, from 0; -1 where there is none. */
    private int at(Pattern heading) {
        for (int i = 0; i < head.size(); i++) {
            if (heading.matcher(head.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private void series(WideColumns figures, int line, List<String> cells) {
        String code = WideColumns.cell(cells, at(CODE));
        String name = WideColumns.cell(cells, at(NAME));
        if (code.isEmpty() && figures.figures(cells).stream().allMatch(Figure::isNothing)) {
            headings += cells.stream().allMatch(String::isEmpty) ? 0 : 1;
            return;
        }
        String place = code.isEmpty() ? places.ofLabel(name) : places.ofM49(code, code);
        List<String> earlier = known.putIfAbsent(place, figures.figures(cells));
        if (figures.figures(cells).equals(earlier)) {
            repeated++;
            return;
        }
        figures.feed(cube, line, cells, List.of(place), type(cells));
        String footnote = WideColumns.cell(cells, at(Pattern.compile("(?i)notes?.*")));
        if (!footnote.isEmpty()) {
            footnotes.put(footnote, place);
        }
    }

    private Set<Flag> type(List<String> cells) {
        String type = WideColumns.cell(cells, at(Pattern.compile("(?i)type of data.*")));
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (type.contains("I")) {
            flags.add(Flag.IMPUTED);
        }
        if (type.contains("C")) {
            flags.add(Flag.DEFINITION_DIFFERS);
        }
        return flags;
    }

    private Observations build(String sheet, Map<String, List<List<String>>> tops) {
        if (cube.size() == 0) {
            throw otherShape();
        }
        places.note(cube);
        notes(tops).forEach(cube::note);
        List<String> others = tops.keySet().stream()
                .filter(name -> !name.equals(sheet) && name.matches("(?i)table.*"))
                .toList();
        if (!others.isEmpty()) {
            cube.note(new Warning("W-SHEET-001", "these sheets are not read: " + Names.some(others)));
        }
        return cube.build(
                file.source("United Nations DESA, international migrant stock", revision, "CC BY 3.0 IGO"),
                WideColumns.audit(
                        cube.size(),
                        new SampleAudit.Dropped("with the heading of a group of rows", headings),
                        new SampleAudit.Dropped("that repeat an earlier row", repeated)));
    }

    /** The footnotes on years whose figures cover another territory. */
    private List<Warning> notes(Map<String, List<List<String>>> tops) {
        List<Warning> notes = new ArrayList<>();
        tops.keySet().stream().filter(name -> name.equalsIgnoreCase("NOTES")).forEach(sheet -> {
            Workbook.readAll(file, sheet, CellSink.ofRows((line, cells) -> {
                Matcher mark = FOOTNOTE.matcher(WideColumns.cell(cells, 0));
                String text = WideColumns.cell(cells, 1);
                if (mark.matches()
                        && footnotes.containsKey(mark.group(1))
                        && CHANGE.matcher(text).matches()) {
                    notes.add(new Warning("W-UNDESA-001", footnotes.get(mark.group(1)) + ": " + text));
                }
            }));
        });
        return notes;
    }
}
