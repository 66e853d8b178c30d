package org.migrationimpact.io;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;

/**
 * The CSV of Eurostat's Data Explorer, which was in use until 2022: {@code "TIME","GEO","CITIZEN","UNIT","Value","Flag and Footnotes"},
 * everything quoted, labels in place of codes, {@code :} where there is no figure, and a comma or a blank between thousands, as the user
 * had set it. The column of flags is there or not.
 *
 * <p>Dimensions have Eurostat's names in lower case, without the time. They hold ISO codes of two letters for countries ({@code GR},
 * {@code MK}) and the publisher's labels otherwise ({@code Total}, {@code European Union (28 countries)}), because the file has no codes;
 * where it has codes beside labels ({@code GEO}, {@code GEO_LABEL}), they hold the codes. The text is UTF-8 or, where it is not,
 * Windows-1252, of which ISO-8859-1 is a part; a note then says so. How thousands are written is decided for the whole file; a file that
 * leaves it open is refused.
 */
public final class EurostatDataExplorer {

    private static final String TIME = "TIME";
    private static final String VALUE = "Value";
    private static final String FLAGS = "Flag and Footnotes";
    private static final String LABEL = "_LABEL";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Rows rows;
    private final List<String> names;

    private EurostatDataExplorer(Rows rows) {
        this.rows = rows;
        this.names = rows.header().stream()
                .filter(name -> !name.isEmpty() && !name.endsWith(LABEL))
                .filter(name -> !Set.of(TIME, VALUE, FLAGS).contains(name))
                .toList();
    }

    /** The table in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The table in a file.
     *
     * @throws InputException E-EXPLORER-001 where the file has another layout, E-EXPLORER-002 and E-EXPLORER-003 where thousands cannot be
     *     told from decimals; E-TEXT-001 for a byte that is neither UTF-8 nor Windows-1252, E-CELL-001 for a value that is no number
     */
    public static Observations read(InputFile file) {
        Charset charset = file.isUtf8() ? StandardCharsets.UTF_8 : WINDOWS;
        Rows rows = Rows.read(file, charset);
        if (!isHeader(rows.header())) {
            throw InputException.in(
                    "E-EXPLORER-001",
                    file.name(),
                    "this is no CSV of Eurostat's Data Explorer: columns TIME, Value and dimensions in capitals such as GEO are needed; it has "
                            + Names.some(rows.header()));
        }
        return new EurostatDataExplorer(rows).observations(charset);
    }

    /** Whether the first line of a text is the header of such a file: quoted, or with the column of flags. */
    static boolean recognises(String line) {
        List<String> names = Arrays.stream(line.replace("\"", "").split("[,;\\t]", -1))
                .map(String::strip)
                .toList();
        return isHeader(names) && (line.contains("\"" + TIME + "\"") || names.contains(FLAGS));
    }

    private static boolean isHeader(List<String> names) {
        return names.size() > 2
                && names.contains(TIME)
                && names.contains(VALUE)
                && names.stream()
                        .allMatch(name -> name.equals(VALUE) || name.equals(FLAGS) || name.matches("[A-Z][A-Z0-9_]*|"));
    }

    private Observations observations(Charset charset) {
        TimeColumn when = TimeColumn.of(rows, List.of(TIME));
        KeyColumns keys = KeyColumns.of(rows, names).withCountries();
        Figure[] figures = figures();
        FlagColumn flags = new FlagColumn(rows, rows.header().contains(FLAGS) ? FLAGS : "", "");
        List<String> dimensions =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        ObservationsBuilder cube = Observations.of("value", unit(), dimensions);
        RepeatedThings.mark(cube, dimensions);
        when.notes().forEach(cube::note);
        if (charset.equals(WINDOWS)) {
            cube.note(new Warning("W-EXPLORER-001", "the text is not UTF-8 and was read as Windows-1252"));
        }
        CellColumn.Coded values = rows.column(VALUE).coded();
        for (int row = 0; row < rows.size(); row++) {
            Period period = when.at(row);
            Figure figure = figures[values.code(row)].with(flags.at(row));
            cube.add(keys.at(row), period, figure.value(), figure.flags(), rows.line(row));
        }
        return cube.build(rows.file().source("Eurostat, Data Explorer", "", "CC BY 4.0"), rows.audit());
    }

    /** One figure for each different text of the values. */
    private Figure[] figures() {
        CellColumn.Coded values = rows.column(VALUE).coded();
        List<String> texts = values.dictionary();
        List<Place> places = IntStream.range(0, texts.size())
                .mapToObj(code -> rows.place(values.firstRow(code), VALUE))
                .toList();
        GroupedNumbers numbers = GroupedNumbers.of(texts, places);
        Figure[] figures = new Figure[texts.size()];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = Figure.parse(numbers.together(texts.get(i)), places.get(i));
        }
        return figures;
    }

    private String unit() {
        return rows.header().contains("UNIT")
                ? UnitNames.of(rows.texts(rows.header().contains("UNIT" + LABEL) ? "UNIT" + LABEL : "UNIT").stream()
                        .filter(name -> !name.isEmpty())
                        .toList())
                : "";
    }
}
