package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/**
 * The test that the effect is a given number in each of some treated periods: it is taken away, the twin is fitted anew over all periods, and
 * the mean gap of the treated ones is compared with that of every run of as many periods, the end of time joined to its beginning.
 */
final class NullEffect {

    private final DoubleFunction<double[]> gaps;
    private final int periods;
    private final int after;

    NullEffect(DoubleFunction<double[]> gaps, int periods, int after) {
        this.gaps = gaps;
        this.periods = periods;
        this.after = after;
    }

    /** Over the columns of all units, the treated unit in front, of which the last {@code after} rows are treated. */
    static NullEffect refitted(double[][] units, int[] groups, int after) {
        int rows = units[0].length;
        double[][] adjusted = Arrays.stream(units)
                .map(unit -> Baseline.without(unit, groups, 0, rows))
                .toArray(double[][]::new);
        double[] treated = Baseline.without(dummy(rows, after), groups, 0, rows);
        return new NullEffect(new Refitted(Gram.of(adjusted), adjusted[0], treated), rows, after);
    }

    /** With the twin as it is, whose weights do not depend on the treated periods. */
    static NullEffect held(double[] gaps, int after) {
        double[] treated = dummy(gaps.length, after);
        return new NullEffect(effect -> less(gaps, effect, treated), gaps.length, after);
    }

    private static double[] dummy(int rows, int after) {
        double[] dummy = new double[rows];
        Arrays.fill(dummy, rows - after, rows, 1);
        return dummy;
    }

    private static double[] less(double[] values, double effect, double[] treated) {
        double[] without = new double[values.length];
        for (int t = 0; t < without.length; t++) {
            without[t] = values[t] - effect * treated[t];
        }
        return without;
    }

    private static final class Refitted implements DoubleFunction<double[]> {
        private final Gram gram;
        private final double[] target;
        private final double[] treated;
        private final int[] donors;
        private final SimplexProblem first;
        private double[] near = {};

        Refitted(Gram gram, double[] target, double[] treated) {
            this.gram = gram;
            this.target = target;
            this.treated = treated;
            this.donors = IntStream.range(1, gram.units()).toArray();
            this.first = new SimplexProblem(gram, 0, donors, 0);
        }

        @Override
        public double[] apply(double effect) {
            Gram moved = gram.withTarget(0, less(target, effect, treated));
            SimplexProblem problem = first.of(moved);
            near = (near.length == 0 ? problem.fit() : problem.fit(near)).weights();
            return moved.misses(0, donors, near);
        }
    }

    /** The smallest p-value there is. */
    double resolution() {
        return 1.0 / periods;
    }

    double pValue(double effect) {
        return share(gaps.apply(effect));
    }

    /** How many runs of periods have a mean gap at least as large as the last one. */
    private double share(double[] gaps) {
        int n = gaps.length;
        double size = Arrays.stream(gaps).map(Math::abs).max().orElse(0);
        double observed = Math.abs(run(gaps, n - after)) - 1e-12 * after * size;
        long atLeast = IntStream.range(0, n)
                .filter(begin -> Math.abs(run(gaps, begin)) >= observed)
                .count();
        return (double) atLeast / n;
    }

    private double run(double[] gaps, int begin) {
        double sum = 0;
        for (int k = 0; k < after; k++) {
            sum += gaps[(begin + k) % gaps.length];
        }
        return sum;
    }
}
