package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.migrationimpact.covariance.Conformal;
import org.migrationimpact.covariance.Interval;

/**
 * Conformal intervals of an augmented twin: a supposed effect is taken away, twin and ridge are fitted anew over all periods with the penalty held
 * fixed, and the gaps after are compared with those of every other run of periods.
 *
 * <p>Source: Chernozhukov, Wüthrich and Zhu (2021), doi:10.1080/01621459.2021.1920957.
 */
final class AugmentedConformal {

    private final double[][] donors;
    private final double[] target;
    private final int start;
    private final double penalty;
    private final List<Double> levels;

    AugmentedConformal(double[][] donors, double[] target, int start, double penalty, List<Double> levels) {
        this.donors = donors;
        this.target = target;
        this.start = start;
        this.penalty = penalty;
        this.levels = levels;
    }

    /** Of each treated period and, last, of their mean, about these estimates. */
    List<Conformal> all(double[] estimates) {
        int after = target.length - start;
        Stream<Conformal> single = IntStream.range(0, after)
                .parallel()
                .mapToObj(k -> of(
                        IntStream.concat(IntStream.range(0, start), IntStream.of(start + k))
                                .toArray(),
                        1,
                        estimates[k]));
        int[] every = IntStream.range(0, target.length).toArray();
        return Stream.concat(single.toList().stream(), Stream.of(of(every, after, estimates[after])))
                .toList();
    }

    private Conformal of(int[] periods, int after, double estimate) {
        double[][] some = Arrays.stream(donors).map(row -> part(row, periods)).toArray(double[][]::new);
        double[] own = part(target, periods);
        RidgePath ridge = new RidgePath(some);
        NullEffect test = new NullEffect(effect -> gaps(some, own, ridge, after, effect), periods.length, after);
        ConformalSearch search =
                new ConformalSearch(test::pValue, test.resolution(), estimate, scale(some, own, ridge));
        List<Interval> intervals = search.intervals(levels);
        return new Conformal(test.pValue(0), test.resolution(), intervals);
    }

    private double scale(double[][] some, double[] own, RidgePath ridge) {
        double[] gaps = gaps(some, own, ridge, 0, 0);
        double size = Math.sqrt(Gram.dot(gaps, gaps) / gaps.length);
        double spread = Math.sqrt(ridge.largest() / some.length / own.length);
        return Math.max(size, Math.max(1e-6 * spread, Double.MIN_NORMAL));
    }

    private double[] gaps(double[][] some, double[] own, RidgePath ridge, int after, double effect) {
        double[] without = own.clone();
        for (int t = own.length - after; t < own.length; t++) {
            without[t] -= effect;
        }
        SimplexFit simplex = SimplexWeights.leastSquares().fit(some, without);
        return new AugmentedTwin(some, without, simplex, ridge).gaps(penalty);
    }

    private static double[] part(double[] row, int[] periods) {
        return Arrays.stream(periods).mapToDouble(t -> row[t]).toArray();
    }
}
