package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Rows;

/** One pass over the rows of one of UNHCR's tables, and what has to be said about it. */
final class UnhcrDrawing {

    private static final List<UnhcrColumn> CODES = List.of(
            UnhcrColumn.AUTHORITY,
            UnhcrColumn.TYPE,
            UnhcrColumn.LEVEL,
            UnhcrColumn.COUNTED,
            UnhcrColumn.POPULATION_TYPE);
    private static final Set<String> ALTERNATIVES = Set.of("type", "level", "counted", "population");

    private final Rows rows;
    private final UnhcrTable table;
    private final UnhcrHeader header;
    private final UnhcrPlaces places = new UnhcrPlaces();
    private final List<UnhcrColumn> shown;
    private final boolean several;
    private final Map<String, FigureColumn> figures = new HashMap<>();

    UnhcrDrawing(Rows rows, UnhcrTable table) {
        this.rows = rows;
        this.table = table;
        this.header = new UnhcrHeader(rows, table);
        this.shown = CODES.stream().filter(header::has).toList();
        this.several = !table.dimension().isEmpty();
    }

    Observations observations() {
        TimeColumn when = header.time();
        ObservationsBuilder cube = Observations.of(table.quantity(), unit(), dimensions());
        dimensions().stream().filter(ALTERNATIVES::contains).forEach(cube::alternatives);
        when.notes().forEach(cube::note);
        for (int row = 0; row < rows.size(); row++) {
            add(cube, row, when.at(row));
        }
        notes(cube.build(rows.source())).forEach(cube::note);
        return cube.build(
                rows.file().source("UNHCR, refugee population statistics", "", "CC BY 4.0"), rows.audit(cube.size()));
    }

    private List<String> dimensions() {
        List<String> names = new ArrayList<>(List.of("origin", "asylum"));
        shown.forEach(column -> names.add(column.dimension()));
        if (several) {
            names.add(table.dimension());
        }
        return names;
    }

    /** Persons or cases, as the column says that tells them apart. */
    private String unit() {
        if (table == UnhcrTable.POPULATION) {
            return "persons";
        }
        Set<String> counted = new TreeSet<>();
        for (int row = 0; row < rows.size(); row++) {
            counted.add(header.text(row, UnhcrColumn.COUNTED));
        }
        return counted.equals(Set.of("P")) ? "persons" : counted.equals(Set.of("C")) ? "cases" : "persons or cases";
    }

    private void add(ObservationsBuilder cube, int row, Period period) {
        List<String> key = key(row);
        for (Map.Entry<String, String> column : header.figures().entrySet()) {
            Figure figure = figures.computeIfAbsent(
                            column.getKey(), code -> new FigureColumn(rows, column.getValue(), "", ""))
                    .at(row);
            List<String> whole = new ArrayList<>(key);
            if (several) {
                whole.add(column.getKey());
            }
            cube.add(whole, period, figure.value(), figure.flags(), rows.line(row));
        }
    }

    private List<String> key(int row) {
        List<String> key = new ArrayList<>();
        key.add(places.code(
                header.text(row, UnhcrColumn.ORIGIN_ISO),
                header.text(row, UnhcrColumn.ORIGIN),
                header.place(row, UnhcrColumn.ORIGIN_ISO)));
        key.add(places.code(
                header.text(row, UnhcrColumn.ASYLUM_ISO),
                header.text(row, UnhcrColumn.ASYLUM),
                header.place(row, UnhcrColumn.ASYLUM_ISO)));
        shown.forEach(column -> key.add(code(row, column)));
        return key;
    }

    private String code(int row, UnhcrColumn column) {
        String code = header.text(row, column);
        if (code.isEmpty()) {
            throw header.place(row, column)
                    .refuse(
                            "E-UNHCR-006",
                            "the code of " + column.dimension()
                                    + " is empty; every row needs one where the column is shown");
        }
        return code;
    }

    private List<Warning> notes(Observations cube) {
        List<Warning> notes = new ArrayList<>();
        if (cube.codes("origin").contains(UnhcrPlaces.SERBIA_AND_KOSOVO)
                || cube.codes("asylum").contains(UnhcrPlaces.SERBIA_AND_KOSOVO)) {
            notes.add(new Warning(
                    "W-UNHCR-001",
                    "UNHCR counts Kosovo inside Serbia, so its SRB is " + UnhcrPlaces.SERBIA_AND_KOSOVO
                            + " here and no figure of Serbia alone"));
        }
        int repeated = cube.duplicates().size();
        if (repeated > 0) {
            notes.add(new Warning(
                    "W-UNHCR-002",
                    repeated
                            + " rows repeat the key of a row above, because the table hides columns that tell them apart ("
                            + "authority, type, level, cases or persons); what they count overlaps, so they are not added:"
                            + " export the table with these columns shown"));
        }
        if (!places.unknown().isEmpty()) {
            notes.add(new Warning(
                    "W-UNHCR-003",
                    "these are no countries that are known, and keep the publisher's words: "
                            + Names.some(places.unknown())));
        }
        if (!header.unused().isEmpty()) {
            notes.add(new Warning(
                    "W-UNHCR-004",
                    "these columns mean nothing here and were not used: " + Names.some(header.unused())));
        }
        if (header.has(UnhcrColumn.TYPE)) {
            drift(cube, notes);
        }
        return notes;
    }

    /** The codes of type that the table does not use in all its years: where coding changed, a choice of codes has gaps that are no zeros. */
    private static void drift(Observations cube, List<Warning> notes) {
        int at = cube.dimensions().indexOf("type");
        Map<String, List<Period>> spans = new TreeMap<>();
        cube.stream()
                .forEach(o -> spans.merge(
                        o.codes().get(at),
                        List.of(o.period(), o.period()),
                        (a, b) -> List.of(
                                b.get(0).isBefore(a.get(0)) ? b.get(0) : a.get(0),
                                a.get(1).isBefore(b.get(1)) ? b.get(1) : a.get(1))));
        List<Period> periods = cube.periods();
        List<Period> all = List.of(periods.get(0), periods.get(periods.size() - 1));
        List<String> partial = spans.entrySet().stream()
                .filter(span -> !span.getValue().equals(all))
                .map(span -> span.getKey() + " only " + span.getValue().get(0) + " to "
                        + span.getValue().get(1))
                .toList();
        if (!partial.isEmpty()) {
            notes.add(new Warning(
                    "W-UNHCR-005",
                    "the coding of type changes inside " + all.get(0) + " to " + all.get(1) + " ("
                            + String.join(", ", partial)
                            + "): a choice of types that has no row in a year is absent there, not zero"));
        }
    }
}
