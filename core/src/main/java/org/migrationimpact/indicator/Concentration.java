package org.migrationimpact.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Series;

/**
 * How far a total is concentrated on few of its parts, from shares {@code s_i = x_i / Σ x}: destinations of migrants, senders of money,
 * routes.
 *
 * <p>Values depend on how many parts are counted at all: keep the set of parts fixed over time. See A. O. Hirschman, "The Paternity of an
 * Index", American Economic Review 54(5), 1964, p. 761; C. E. Shannon, "A Mathematical Theory of Communication", Bell System Technical
 * Journal 27(3), 1948, doi:10.1002/j.1538-7305.1948.tb01338.x.
 */
public enum Concentration {
    /** The Herfindahl–Hirschman index, {@code Σ s²}: from {@code 1/n} where all are equal to 1 where there is but one. */
    HERFINDAHL("Herfindahl-Hirschman index, 1/n to 1"),
    /** The same from 0 to 1: {@code (H − 1/n) / (1 − 1/n)}, for two parts or more. */
    NORMALISED("normalised Herfindahl-Hirschman index, 0 to 1"),
    /** As many equal parts would give the same index: {@code 1/H}. */
    EFFECTIVE_NUMBER("effective number of parts"),
    /** Shannon's entropy, {@code −Σ s ln s}, in nats: 0 where there is but one part, {@code ln n} where all are equal. */
    ENTROPY("entropy, nats");

    private final String unit;

    Concentration(String unit) {
        this.unit = unit;
    }

    /** What the numbers are. */
    public String unit() {
        return unit;
    }

    /**
     * The concentration of a total on these parts.
     *
     * @param parts the amounts, 0 or more, at least one above 0; not shares necessarily
     * @throws DataException E-CONCENTRATION-001 for amounts that are missing, below 0 or all 0, E-CONCENTRATION-002 for {@link #NORMALISED}
     *     of one part
     */
    public double of(double... parts) {
        double[] shares = shares(parts);
        double herfindahl = Arrays.stream(shares).map(share -> share * share).sum();
        return switch (this) {
            case HERFINDAHL -> herfindahl;
            case NORMALISED -> normalised(herfindahl, shares.length);
            case EFFECTIVE_NUMBER -> 1 / herfindahl;
            case ENTROPY ->
                0
                        - Arrays.stream(shares)
                                .filter(share -> share > 0)
                                .map(s -> s * Math.log(s))
                                .sum();
        };
    }

    private static double normalised(double herfindahl, int n) {
        if (n < 2) {
            throw new DataException(
                    "E-CONCENTRATION-002", "the normalised index of 1 part is 0/0; it needs two parts or more");
        }
        double least = 1.0 / n;
        return Math.max(0, (herfindahl - least) / (1 - least)); // rounding may end below the least
    }

    private static double[] shares(double... parts) {
        double largest = Arrays.stream(parts).max().orElse(Double.NaN);
        if (!(largest > 0) || Double.isInfinite(largest) || Arrays.stream(parts).anyMatch(part -> !(part >= 0))) {
            throw new DataException(
                    "E-CONCENTRATION-001",
                    "concentration needs amounts of 0 or more, at least one above 0, got " + some(parts));
        }
        double[] scaled = Arrays.stream(parts).map(part -> part / largest).toArray(); // so that no sum overflows
        double total = Arrays.stream(scaled).sum();
        return Arrays.stream(scaled).map(part -> part / total).toArray();
    }

    private static String some(double... parts) {
        return parts.length <= 10
                ? Arrays.toString(parts)
                : Arrays.toString(Arrays.copyOf(parts, 10)) + " and " + (parts.length - 10) + " more";
    }

    /**
     * The concentration on the units of a panel in each period; missing where a unit is, with the flags of all, or where all are 0.
     *
     * @throws DataException as {@link RouteShares#of} does; E-CONCENTRATION-002 as {@link #of} does
     */
    public Series over(Panel panel) {
        RouteShares shares = RouteShares.of(panel);
        Series first = shares.shares().series().get(0);
        double[] values = new double[first.size()];
        List<Set<Flag>> flags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            int at = i;
            double[] parts = shares.shares().series().stream()
                    .mapToDouble(share -> share.value(at))
                    .toArray();
            values[i] = Double.isNaN(parts[0]) ? Double.NaN : of(parts);
            flags.add(first.flags(i));
        }
        return Series.of("concentration of " + panel.series().size() + " parts", unit, first.start(), values, flags);
    }

    /** What the numbers are. */
    @Override
    public String toString() {
        return unit;
    }
}
