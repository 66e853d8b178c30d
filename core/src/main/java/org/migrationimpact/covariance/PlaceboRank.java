package org.migrationimpact.covariance;

import java.util.Comparator;
import java.util.List;

/**
 * Where the treated stands among placebos: the p-value is {@code (1 + beyond) / (1 + placebos)}, two-sided, and can be no smaller than
 * {@link #resolution()}. The interval, where there is one, inverts a conformal test; the two need not agree.
 *
 * <p>Source: Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746.
 *
 * @param ratio the statistic of the treated, such as the root mean squared gap after over that before; may be infinite
 * @param beyond placebos whose statistic is at least as large
 * @param placebos how many there are
 * @param intervals conformal ones of the levels that were asked for; empty where there are none
 */
public record PlaceboRank(double ratio, int beyond, int placebos, List<Interval> intervals) implements Uncertainty {

    private static final long serialVersionUID = 1L;

    public PlaceboRank {
        if (beyond < 0 || beyond > placebos) {
            throw new IllegalArgumentException(
                    "0 to " + placebos + " placebos are as extreme as the treated, got " + beyond);
        }
        intervals = intervals.stream()
                .sorted(Comparator.comparingDouble(Interval::level))
                .toList();
    }

    /** The smallest p-value that so many placebos can give: {@code 1 / (1 + placebos)}. */
    public double resolution() {
        return 1.0 / (1 + placebos);
    }

    @Override
    public double standardError() {
        return Double.NaN;
    }

    @Override
    public double degreesOfFreedom() {
        return Double.NaN;
    }

    @Override
    public double statistic(double estimate) {
        return Double.isInfinite(ratio) ? Double.NaN : ratio;
    }

    @Override
    public double pValue(double estimate) {
        return (1.0 + beyond) / (1.0 + placebos);
    }

    @Override
    public Interval interval(double estimate, double level) {
        return Conformal.of(intervals, level);
    }
}
