package org.migrationimpact.io;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;

/**
 * SDMX-CSV of Eurostat, the OECD, the IMF and others: version 1.0 (it begins with {@code DATAFLOW}) and 2.0 or 2.1 (it begins with {@code
 * STRUCTURE}), with codes, with codes and labels in columns side by side or in one cell ({@code A: Annual}), or with labels only. Columns
 * are known by their ids and may stand in any order; comma, semicolon or tab may separate them.
 *
 * <p>Dimensions have the publisher's ids and hold the publisher's codes ({@code EL}, {@code TOTAL}, {@code COMPLET}, {@code W}). Where the
 * file has labels only, a dimension holds ISO codes of two letters for countries and the publisher's words otherwise ({@code GR}, {@code
 * Total}). Flags come from {@code OBS_FLAG} or {@code OBS_STATUS}, in the letters of Eurostat or of SDMX, and from {@code CONF_STATUS}. An
 * empty value, {@code NaN} and {@code #N/A} are not available. A multiplier in {@code UNIT_MULT} is applied, and a note says so. Rows whose
 * action is to delete are no observations and are counted as left out. Format: SDMX Technical Working Group, "SDMX-CSV field guide".
 */
public final class SdmxCsv {

    private static final Pattern UPDATE = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{2}) (\\d{2}:\\d{2}:\\d{2})");
    private static final Pattern POWER = Pattern.compile("[+-]?\\d{1,2}");
    private static final int LARGEST_POWER = 24;
    private static final Set<String> DELETING = Set.of("D", "DELETE");
    private static final Set<String> ACTIONS =
            Set.of("", "I", "A", "M", "R", "INFORMATION", "APPEND", "MERGE", "REPLACE");

    private final Rows rows;
    private final SdmxColumns columns;
    private final SdmxStatus statuses = new SdmxStatus();
    private final FigureColumn figures;
    private int multiplied;

    private SdmxCsv(Rows rows) {
        this.rows = rows;
        this.columns = SdmxColumns.of(rows);
        String confidentiality = columns.has("CONF_STATUS") ? columns.column("CONF_STATUS") : "";
        this.figures = new FigureColumn(rows, columns.column(SdmxColumns.VALUE), "", confidentiality);
    }

    /** The table in the file at this path. */
    public static Observations read(Path path) {
        return read(InputFile.of(path));
    }

    /**
     * The table in a file.
     *
     * @throws InputException E-SDMX-001 and E-SDMX-002 for the header, E-SDMX-003 where the file mixes several structures, E-SDMX-004 for a
     *     multiplier and E-SDMX-006 for an action that is none, E-SDMX-005 and E-FLAG-001 for an unknown status; for cells and periods as
     *     every table
     */
    public static Observations read(InputFile file) {
        return new SdmxCsv(Rows.read(file)).observations();
    }

    static boolean recognises(String line) {
        return SdmxColumns.recognises(line);
    }

    private Observations observations() {
        String structure = structure();
        TimeColumn when = time();
        KeyColumns keys = columns.keys(rows);
        ObservationsBuilder cube = Observations.of(quantity(structure), unit(), columns.dimensions());
        RepeatedThings.mark(cube, columns.dimensions());
        when.notes().forEach(cube::note);
        for (int row = 0; row < rows.size(); row++) {
            if (!isDeleting(row)) {
                Period period = when.at(row);
                Figure figure = scaled(row, figures.at(row)).with(status(row));
                cube.add(keys.at(row), period, figure.value(), figure.flags(), rows.line(row));
            }
        }
        notes(cube);
        SampleAudit audit = rows.audit().drop("that delete an observation", rows.size() - cube.size());
        return cube.build(source(structure), audit);
    }

    /** The one dataflow or structure that the file is about. */
    private String structure() {
        String id = columns.has("STRUCTURE_ID") ? "STRUCTURE_ID" : columns.has("DATAFLOW") ? "DATAFLOW" : "";
        List<String> all = id.isEmpty()
                ? List.of("")
                : rows.texts(columns.column(id)).stream()
                        .map(SdmxColumns::code)
                        .distinct()
                        .toList();
        if (all.size() > 1) {
            throw InputException.in(
                    "E-SDMX-003",
                    rows.file().name(),
                    "the file mixes " + all.size() + " structures (" + Names.some(all)
                            + "); keep the rows of one of them");
        }
        return all.get(0);
    }

    /** Several frequencies are told apart by their column, so each period is read by itself. */
    private TimeColumn time() {
        String name = columns.column(SdmxColumns.TIME);
        boolean several = columns.dimensions().stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).startsWith("freq"))
                .anyMatch(id -> columns.codes(rows, id).size() > 1);
        return several ? TimeColumn.each(rows, name) : TimeColumn.of(rows, List.of(name));
    }

    private boolean isDeleting(int row) {
        if (!columns.has("ACTION")) {
            return false;
        }
        String text = rows.text(row, columns.column("ACTION"));
        String action = SdmxColumns.code(text).toUpperCase(Locale.ROOT);
        if (!ACTIONS.contains(action) && !DELETING.contains(action)) {
            throw place(row, "ACTION")
                    .refuse("E-SDMX-006", "'" + Names.quoted(text) + "' is no action; known are I, A, M, R and D");
        }
        return DELETING.contains(action);
    }

    private Figure scaled(int row, Figure figure) {
        if (!columns.has(SdmxColumns.MULTIPLIER)) {
            return figure;
        }
        String text = SdmxColumns.code(rows.text(row, columns.column(SdmxColumns.MULTIPLIER)));
        int power = text.isEmpty() || !POWER.matcher(text).matches() ? 0 : Integer.parseInt(text);
        if ((!text.isEmpty() && !POWER.matcher(text).matches()) || Math.abs(power) > LARGEST_POWER) {
            throw place(row, SdmxColumns.MULTIPLIER)
                    .refuse(
                            "E-SDMX-004",
                            "'" + Names.quoted(text) + "' is no power of ten between -" + LARGEST_POWER + " and "
                                    + LARGEST_POWER
                                    + ", which UNIT_MULT needs: 0 for units, 3 for thousands, 6 for millions");
        }
        if (power == 0 || Double.isNaN(figure.value())) {
            return figure;
        }
        multiplied++;
        double value =
                BigDecimal.valueOf(figure.value()).scaleByPowerOfTen(power).doubleValue();
        return new Figure(value, figure.flags());
    }

    private Set<Flag> status(int row) {
        Set<Flag> all = EnumSet.noneOf(Flag.class);
        for (String id : SdmxColumns.STATUS) {
            String text = columns.has(id) ? SdmxColumns.code(rows.text(row, columns.column(id))) : "";
            if (!text.isEmpty()) {
                all.addAll(statuses.flags(text, place(row, id)));
            }
        }
        return all;
    }

    private Place place(int row, String id) {
        return new Place(rows.file().name(), rows.line(row), rows.position(columns.column(id)));
    }

    private void notes(ObservationsBuilder cube) {
        if (multiplied > 0) {
            cube.note(
                    new Warning(
                            "W-SDMX-001",
                            multiplied
                                    + " values are multiplied by the power of ten in UNIT_MULT, so all are in the unit itself"));
        }
        if (!statuses.untold().isEmpty()) {
            cube.note(new Warning(
                    "W-SDMX-002", "observations have a status that no flag here expresses: " + statuses.untold()));
        }
        if (!columns.unread().isEmpty()) {
            cube.note(new Warning(
                    "W-SDMX-003", "columns that are no part of a key are not read: " + Names.some(columns.unread())));
        }
    }

    /** The labels of the unit where there are some, the codes otherwise. */
    private String unit() {
        return columns.header().keySet().stream()
                .filter(id -> id.equalsIgnoreCase("unit") || id.equalsIgnoreCase("UNIT_MEASURE"))
                .findFirst()
                .map(id -> UnitNames.of(unitNames(id)))
                .orElse("");
    }

    private List<String> unitNames(String id) {
        String label = columns.labels().get(id);
        List<String> names = label == null ? columns.codes(rows, id) : rows.texts(label);
        return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    private String quantity(String structure) {
        List<String> names = columns.has("STRUCTURE_NAME") ? rows.texts(columns.column("STRUCTURE_NAME")) : List.of();
        String id = structure.replaceFirst("^[^:]*:", "").replaceFirst("[($].*$", "");
        return names.size() == 1 && !names.get(0).isEmpty() ? names.get(0) : id.isEmpty() ? "value" : id;
    }

    private Source source(String structure) {
        String publisher = publisher(structure);
        return rows.file()
                .source(
                        publisher.isEmpty() ? structure : publisher + ", " + structure,
                        vintage(),
                        publisher.equals("Eurostat") ? "CC BY 4.0" : "");
    }

    private static String publisher(String structure) {
        String agency = structure.replaceFirst("[:.].*$", "");
        return agency.equals("ESTAT") ? "Eurostat" : agency.equals("OECD") || agency.equals("IMF") ? agency : "";
    }

    /** {@code 29/11/24 11:00:00} as {@code 2024-11-29T11:00:00}. */
    private String vintage() {
        List<String> updates = columns.has("LAST UPDATE") ? rows.texts(columns.column("LAST UPDATE")) : List.of();
        return String.join(
                "; ",
                updates.stream()
                        .map(SdmxCsv::iso)
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static String iso(String update) {
        Matcher parts = UPDATE.matcher(update);
        return parts.matches()
                ? "20" + parts.group(3) + "-" + parts.group(2) + "-" + parts.group(1) + "T" + parts.group(4)
                : update;
    }
}
