package org.migrationimpact.breaks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.math3.special.Gamma;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.ResourceTable;

/**
 * The p-value of a functional of F statistics over all dates within a trimming, by the approximation of Hansen (1997),
 * doi:10.1080/07350015.1997.10524687: the upper tail of χ² at a polynomial of the statistic, tabled by the number of columns and by the
 * share trimmed, between two of which it is interpolated. The polynomials were fitted to moderate statistics, and some turn down beyond
 * them, so that a plain reading gives a larger statistic a larger p-value; here the p-value of the turn holds from there on.
 */
enum HansenPValue {
    SUP,
    AVE,
    EXP;

    private static final int MOST_COLUMNS = 40;
    private static final double STEP = 0.02;

    private record Row(double constant, double slope, double bend, double cubic, double degreesOfFreedom) {
        static Row of(ResourceTable.Row row) {
            double[] c = List.of("c0", "c1", "c2", "c3", "df").stream()
                    .map(row::text)
                    .mapToDouble(text -> text.isEmpty() ? 0 : Double.parseDouble(text))
                    .toArray();
            return new Row(c[0], c[1], c[2], c[3], c[4]);
        }

        double tail(double statistic) {
            double value = Math.max(0, Math.max(at(statistic), at(Math.min(statistic, turn()))));
            return Gamma.regularizedGammaQ(degreesOfFreedom / 2, value / 2);
        }

        private double at(double x) {
            return constant + x * (slope + x * (bend + x * cubic));
        }

        /** Where the polynomial turns down, beyond what it was fitted to; infinite where it does not. */
        private double turn() {
            double root = Math.sqrt(bend * bend - 3 * slope * cubic);
            double turn = cubic == 0 ? -slope / (2 * bend) : (-bend - root) / (3 * cubic);
            return turn > 0 ? turn : Double.POSITIVE_INFINITY;
        }
    }

    /** The rows of one functional and number of columns, from the share 0.49 down to 0.01. */
    private static final class Table {
        private static final Map<String, List<Row>> ROWS = read();

        private static Map<String, List<Row>> read() {
            Map<String, List<Row>> rows = new HashMap<>();
            for (ResourceTable.Row row : ResourceTable.read(
                    HansenPValue.class,
                    "hansen-1997.csv",
                    "statistic",
                    "columns",
                    "trimming",
                    "c0",
                    "c1",
                    "c2",
                    "c3",
                    "df")) {
                rows.computeIfAbsent(row.text("statistic") + row.text("columns"), key -> new ArrayList<>())
                        .add(Row.of(row));
            }
            return rows;
        }
    }

    /**
     * The p-value where the first candidate is the {@code first}-th of {@code n} periods and the last one the {@code last}-th.
     *
     * @throws DataException E-BREAK-004 for more columns than are tabled
     */
    double of(double statistic, int columns, int first, int last, int n) {
        double lambda = (double) (n - first) * last / ((double) first * (n - last));
        return of(statistic, columns, 1 / (1 + Math.sqrt(lambda)));
    }

    private double of(double statistic, int columns, double share) {
        if (columns > MOST_COLUMNS) {
            throw new DataException(
                    "E-BREAK-004",
                    "the distribution of the test is tabled for " + MOST_COLUMNS
                            + " changing columns at most, there are " + columns + "; let fewer coefficients change");
        }
        List<Row> rows = Objects.requireNonNull(Table.ROWS.get(name().toLowerCase(Locale.ROOT) + columns));
        double known = Gamma.regularizedGammaQ(columns / 2.0, statistic / 2); // one date, no search
        if (share >= 0.49) {
            double weight = (0.5 - share) / 0.01;
            return weight * rows.get(0).tail(statistic) + (1 - weight) * known;
        }
        double place = Math.min((0.49 - share) / STEP, rows.size() - 1.0);
        int below = (int) Math.min(Math.floor(place), rows.size() - 2.0);
        double part = place - below;
        return (1 - part) * rows.get(below).tail(statistic)
                + part * rows.get(below + 1).tail(statistic);
    }
}
