package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;
import org.migrationimpact.table.Rows;

/** The wide table made from BAMF's monthly tables, one row an origin, one column a month, and what in it looks like an error of its making. */
final class BamfWide {

    private static final double SAME = 0.9;
    private static final int SAME_MONTHS = 10;
    private static final int COLLAPSE_FROM = 100;
    private static final int COLLAPSE_BY = 20;
    private static final int LONGEST_COLLAPSE = 3;

    private final Rows rows;
    private final List<String> names;
    private final List<Period> months;
    private final double[][] values;

    BamfWide(Rows rows) {
        this.rows = rows;
        this.names = new ArrayList<>();
        this.months = rows.header().stream().skip(1).map(Period::parse).toList();
        this.values = new double[rows.size()][months.size()];
    }

    Observations observations() {
        BamfOrigins origins = new BamfOrigins();
        ObservationsBuilder cube = Observations.of("asylum applications in Germany", "persons", List.of("origin"));
        for (int row = 0; row < rows.size(); row++) {
            String name = Bamf.origin(rows, row, rows.header().get(0));
            names.add(name);
            for (int i = 0; i < months.size(); i++) {
                String column = rows.header().get(i + 1);
                Place place = rows.place(row, column);
                Figure figure = Figure.parse(rows.text(row, column), place);
                values[row][i] = figure.value();
                cube.add(List.of(origins.code(name)), months.get(i), figure.value(), figure.flags(), rows.line(row));
            }
        }
        origins.notes().forEach(cube::note);
        same().forEach(cube::note);
        collapses().forEach(cube::note);
        return cube.build(
                rows.file().source("table made from BAMF's monthly asylum figures", "", ""), rows.audit(cube.size()));
    }

    /** Two rows with nearly the same figures, one of whose names is part of the other's: both hold the figures of one of them. */
    private List<Warning> same() {
        List<String> pairs = new ArrayList<>();
        for (int a = 0; a < names.size(); a++) {
            for (int b = a + 1; b < names.size(); b++) {
                if (related(names.get(a), names.get(b)) && agree(values[a], values[b])) {
                    pairs.add(names.get(a) + " = " + names.get(b));
                }
            }
        }
        return pairs.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "W-BAMF-004",
                        "these origins have the same figures although one is not the other, so at least one of each pair is wrong: "
                                + Names.some(pairs) + "; take them from the monthly tables"));
    }

    private static boolean related(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        return a.contains(b.split("[ ,(-]", 2)[0]) || b.contains(a.split("[ ,(-]", 2)[0]);
    }

    private static boolean agree(double[] one, double[] other) {
        int equal = 0;
        int counted = 0;
        for (int i = 0; i < one.length; i++) {
            equal += one[i] == other[i] ? 1 : 0;
            counted += one[i] == other[i] && one[i] > 0 ? 1 : 0;
        }
        return equal >= SAME * one.length && counted >= SAME_MONTHS;
    }

    private List<Warning> collapses() {
        List<String> found = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            for (int from = 1; from < months.size(); from++) {
                int length = collapse(values[row], from);
                if (length > 0) {
                    found.add(names.get(row) + " in " + months.get(from)
                            + (length == 1 ? "" : " to " + months.get(from + length - 1)));
                }
            }
        }
        return found.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "W-BAMF-005",
                        "these figures are less than a twentieth of those before and after, as where another origin's were put in"
                                + " their place: " + Names.some(found) + "; compare with the monthly tables"));
    }

    /** How many months from here on are less than a twentieth of the month before and the month after them; 0 where none. */
    private static int collapse(double[] series, int from) {
        for (int length = LONGEST_COLLAPSE; length > 0; length--) {
            int after = from + length;
            double low = after < series.length ? Math.min(series[from - 1], series[after]) : 0;
            boolean deep = low >= COLLAPSE_FROM
                    && Arrays.stream(series, from, after).allMatch(value -> value * COLLAPSE_BY <= low);
            if (deep) {
                return length;
            }
        }
        return 0;
    }
}
