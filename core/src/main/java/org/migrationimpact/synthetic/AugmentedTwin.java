package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The weights of donors for one target: those of a synthetic control, and what a ridge adds to them.
 *
 * @param donors a row a donor, a column a matched period
 * @param target the matched periods of the target
 */
@SuppressWarnings("ArrayRecordComponent") // inside the package, compared by nobody
record AugmentedTwin(double[][] donors, double[] target, SimplexFit simplex, RidgePath ridge) {

    private static final int PENALTIES = 20;
    private static final double SMALLEST = 1e-8;

    static AugmentedTwin of(double[][] donors, double[] target) {
        return new AugmentedTwin(
                donors, target, SimplexWeights.leastSquares().fit(donors, target), new RidgePath(donors));
    }

    /** What the weights of the synthetic control miss, period by period: target less twin. */
    private static double[] missed(double[][] donors, double[] target, double[] weights) {
        double[] missed = target.clone();
        for (int j = 0; j < donors.length; j++) {
            for (int t = 0; weights[j] != 0 && t < missed.length; t++) {
                missed[t] -= weights[j] * donors[j][t];
            }
        }
        return missed;
    }

    /** The weights with this penalty: one in sum, and below 0 where the ridge says so. */
    double[] weights(double penalty) {
        double[] weights = simplex.weights();
        double[] added = ridge.correction(missed(donors, target, weights), penalty);
        for (int j = 0; j < weights.length; j++) {
            weights[j] += added[j];
        }
        return weights;
    }

    /** What the weights with this penalty miss. */
    double[] gaps(double penalty) {
        return missed(donors, target, weights(penalty));
    }

    /** The squared error of each period, left out of both the synthetic control and the ridge, by penalty from the largest on. */
    List<Penalty> search() {
        double[][] errors = errors();
        List<Penalty> search = new ArrayList<>();
        for (int k = 0; k <= PENALTIES; k++) {
            search.add(
                    new Penalty(penalty(k), Arrays.stream(errors[k]).average().orElseThrow()));
        }
        return search;
    }

    /** The largest penalty whose error is within one standard error of the smallest. */
    double chosen() {
        double[][] errors = errors();
        double[] means = Arrays.stream(errors)
                .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
                .toArray();
        int best = IntStream.range(0, means.length)
                .boxed()
                .min(Comparator.comparingDouble(k -> means[k]))
                .orElseThrow();
        double squares = Arrays.stream(errors[best])
                .map(e -> Math.pow(e - means[best], 2))
                .sum();
        int n = target.length;
        double limit = means[best] + Math.sqrt(squares / (n - 1) / n);
        return IntStream.range(0, means.length)
                .filter(k -> means[k] <= limit)
                .mapToDouble(this::penalty)
                .findFirst()
                .orElseThrow();
    }

    private double penalty(int k) {
        return ridge.largest() * Math.pow(SMALLEST, (double) k / PENALTIES);
    }

    private double[][] errors() {
        double[][] errors = new double[PENALTIES + 1][target.length];
        IntStream.range(0, target.length).parallel().forEach(i -> {
            double[][] fewer = Arrays.stream(donors).map(row -> without(row, i)).toArray(double[][]::new);
            double[] weights =
                    SimplexWeights.leastSquares().fit(fewer, without(target, i)).weights();
            double[] missed = missed(donors, target, weights);
            for (int k = 0; k <= PENALTIES; k++) {
                errors[k][i] = Math.pow(ridge.leftOut(missed, i, penalty(k)), 2);
            }
        });
        return errors;
    }

    static double[] without(double[] row, int period) {
        return IntStream.range(0, row.length)
                .filter(t -> t != period)
                .mapToDouble(t -> row[t])
                .toArray();
    }
}
