package org.migrationimpact.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Rows;

/**
 * The monthly asylum figures of Germany's Federal Office for Migration and Refugees by origin, as CSV: a table of one month or of several
 * under each other, with 28 columns under German headings, or the wide table with one column a month that was made from them.
 *
 * <p>Dimensions are {@code origin} (ISO codes of two letters; {@code STLS}; the publisher's words for the kinds of unknown), {@code
 * indicator} ({@code applications}, {@code decisions}, and {@code pending}, which is a stock), {@code procedure} ({@code first}, {@code
 * subsequent}, {@code TOTAL}) and {@code outcome} ({@code ASYLUM}, {@code REFUGEE}, {@code SUBSIDIARY}, {@code DEPORTATION_BAN}, {@code
 * REJECTED}, …, {@code TOTAL}). The wide table has {@code origin} alone, and what looks like its known errors is named in notes: the same
 * series under two names, and months in which a large series collapses and comes back.
 */
public final class Bamf {

    private static final Pattern WIDE_MONTH = Pattern.compile("20\\d{2}_\\d{2}");
    private static final Pattern FILE_MONTH = Pattern.compile("(20\\d{2})[-_]?(0[1-9]|1[0-2])(?!\\d)");
    private static final String MONTH = "YEAR_MONTH";
    private static final String ORIGIN = "Herkunftsland";
    private static final String KEY = "LS";
    private static final String TITLE = "BAMF, monthly asylum figures by origin";

    private Bamf() {}

    /** The table in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The table in a file of either layout. The month stands in the column {@code YEAR_MONTH}; where there is no such column, in the
     * file's name ({@code 201503.csv}).
     *
     * @throws InputException E-BAMF-001 where it is neither layout, E-BAMF-002 for a heading that is not known or stands there twice,
     *     E-BAMF-003 where nothing says the month, E-BAMF-004 for a row without an origin; and what every table of text refuses
     */
    public static Observations read(InputFile file) {
        Rows rows = Rows.read(file);
        if (isWide(rows.header())) {
            return new BamfWide(rows).observations();
        }
        if (!isMonthly(rows.header())) {
            throw InputException.in(
                    "E-BAMF-001",
                    file.name(),
                    "this is no table of BAMF's asylum figures; the columns Herkunftsland and ASYLANTRAEGE … are needed, or YEAR_MONTH and"
                            + " one column a month");
        }
        return monthly(rows);
    }

    /** Whether a header line is that of either layout. */
    static boolean recognises(String header) {
        List<String> names = List.of(header.replace("\"", "").strip().split(",\\s*", -1));
        return isWide(names) || isMonthly(names);
    }

    private static boolean isMonthly(List<String> names) {
        return names.contains(ORIGIN)
                && names.stream().anyMatch(name -> BamfColumns.codes(name).isPresent());
    }

    private static boolean isWide(List<String> names) {
        return names.size() > 1
                && names.get(0).equals(MONTH)
                && names.stream()
                        .skip(1)
                        .allMatch(name -> WIDE_MONTH.matcher(name).matches());
    }

    private static Observations monthly(Rows rows) {
        Map<List<String>, FigureColumn> figures = figures(rows);
        BamfOrigins origins = new BamfOrigins();
        List<Warning> notes = new ArrayList<>();
        List<Period> months = months(rows, notes);
        ObservationsBuilder cube = Observations.of(
                "asylum figures of Germany", "persons", List.of("origin", "indicator", "procedure", "outcome"));
        cube.alternatives("indicator");
        notes.forEach(cube::note);
        for (int row = 0; row < rows.size(); row++) {
            String origin = origins.code(origin(rows, row, ORIGIN));
            for (Map.Entry<List<String>, FigureColumn> column : figures.entrySet()) {
                List<String> key = new ArrayList<>(List.of(origin));
                key.addAll(column.getKey());
                Figure figure = column.getValue().at(row);
                cube.add(key, months.get(row), figure.value(), figure.flags(), rows.line(row));
            }
        }
        origins.notes().forEach(cube::note);
        return cube.build(rows.file().source(TITLE, "", ""), rows.audit(cube.size()));
    }

    private static Map<List<String>, FigureColumn> figures(Rows rows) {
        Map<List<String>, FigureColumn> figures = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(rows.header());
        rest.removeAll(List.of(MONTH, ORIGIN, KEY));
        for (String name : rest) {
            Optional<List<String>> codes = BamfColumns.codes(name);
            if (codes.isEmpty() || figures.containsKey(codes.get())) {
                throw InputException.in(
                        "E-BAMF-002",
                        rows.file().name(),
                        rows.headerLine(),
                        "the heading '" + Names.quoted(name) + "' "
                                + (codes.isEmpty() ? "is not known" : "means the same as another one")
                                + "; leave the column out or correct its heading");
            }
            figures.put(codes.get(), new FigureColumn(rows, name, "", ""));
        }
        return figures;
    }

    static String origin(Rows rows, int row, String column) {
        String name = rows.text(row, column);
        if (name.isEmpty()) {
            throw rows.place(row, column).refuse("E-BAMF-004", "the origin is empty; every row needs one");
        }
        return name;
    }

    /** The month of every row, from its column or from the file's name. */
    private static List<Period> months(Rows rows, List<Warning> notes) {
        Optional<Period> named = named(rows.file());
        if (!rows.header().contains(MONTH)) {
            Period month = named.orElseThrow(
                    () -> InputException.in(
                            "E-BAMF-003",
                            rows.file().name(),
                            "neither a column YEAR_MONTH nor the file's name says the month; name the file as the publisher does (201503.csv)"));
            notes.add(new Warning("W-BAMF-002", "the month, " + month + ", is taken from the file's name"));
            return java.util.Collections.nCopies(rows.size(), month);
        }
        TimeColumn when = TimeColumn.of(rows, List.of(MONTH));
        List<Period> months = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            months.add(when.at(row));
        }
        if (when.periods().size() == 1 && named.isPresent() && !named.equals(Optional.of(months.get(0)))) {
            notes.add(new Warning(
                    "W-BAMF-003",
                    "the file is named after " + named.get() + " and holds " + months.get(0)
                            + "; what it holds counts, check which is right"));
        }
        return months;
    }

    private static Optional<Period> named(InputFile file) {
        Matcher month = FILE_MONTH.matcher(file.name());
        return month.find()
                ? Optional.of(Period.month(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))))
                : Optional.empty();
    }
}
