package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The probability of a set of columns, up to a constant, given a series: states, coefficients and the common scale of all variances are
 * integrated out exactly, the ratios of the variances are given.
 *
 * <p>The filter of the model without columns turns the series and every column into independent errors of prediction of equal variance; what
 * is left is a regression without states. Coefficients of a set have the normal prior with precision {@code (½ X'X + ½ diag X'X) / n} over
 * the scale, that is the weight of one observation, and 1/scale a gamma prior worth a hundredth of one.
 */
final class InclusionOdds {

    private static final double PRIOR_VALUES = 0.01;

    private final double[][] products; // X'X of the whitened columns
    private final double[] withResponse;
    private final double square;
    private final int rows;
    private final double logOdds;

    /** Whitened response and columns, and how likely a column is beforehand. */
    InclusionOdds(double[] response, double[][] columns, double prior) {
        int p = columns.length;
        products = new double[p][p];
        withResponse = new double[p];
        for (int i = 0; i < p; i++) {
            withResponse[i] = product(columns[i], response);
            for (int j = 0; j <= i; j++) {
                products[i][j] = product(columns[i], columns[j]);
                products[j][i] = products[i][j];
            }
        }
        square = product(response, response);
        rows = response.length;
        logOdds = prior >= 1 ? Double.POSITIVE_INFINITY : Math.log(prior) - Math.log1p(-prior);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    int columns() {
        return withResponse.length;
    }

    /** What a column says of itself after the states: its whitened square. */
    double squareOf(int column) {
        return products[column][column];
    }

    /** The logarithm of the probability of this set, up to a constant. */
    double log(boolean... in) {
        int[] set = IntStream.range(0, in.length).filter(j -> in[j]).toArray();
        double[][] prior = new double[set.length][set.length];
        double[][] posterior = new double[set.length][set.length];
        double[] b = new double[set.length];
        for (int i = 0; i < set.length; i++) {
            b[i] = withResponse[set[i]];
            for (int j = 0; j < set.length; j++) {
                double product = products[set[i]][set[j]];
                prior[i][j] = (i == j ? 1 : 0.5) * product / rows;
                posterior[i][j] = product + prior[i][j];
            }
        }
        Cholesky root = Cholesky.of(posterior);
        double explained = set.length == 0 ? 0 : product(b, root.solve(b));
        double left = PRIOR_VALUES * square / rows + square - explained;
        return (set.length == 0 ? 0 : set.length * logOdds)
                + halfLog(Cholesky.of(prior), set.length)
                - halfLog(root, set.length)
                - (rows + PRIOR_VALUES) / 2 * Math.log(left);
    }

    /** ½ log of the determinant. */
    private static double halfLog(Cholesky root, int size) {
        return IntStream.range(0, size)
                .mapToDouble(i -> Math.log(root.diagonal(i)))
                .sum();
    }

    /** The probability that column j is in, given the others. */
    double conditional(boolean[] in, int j) {
        boolean[] with = in.clone();
        boolean[] without = in.clone();
        with[j] = true;
        without[j] = false;
        return 1 / (1 + Math.exp(log(without) - log(with)));
    }

    /** By column, the probability of inclusion over all sets. */
    double[] enumerated() {
        int p = columns();
        double[] logs = new double[1 << p];
        Arrays.setAll(logs, set -> log(in(set, p)));
        double largest = Arrays.stream(logs).max().orElse(0);
        double[] sums = new double[p];
        double all = 0;
        for (int set = 0; set < logs.length; set++) {
            double weight = Math.exp(logs[set] - largest);
            all += weight;
            for (int j = 0; j < p; j++) {
                sums[j] += (set >> j & 1) == 1 ? weight : 0;
            }
        }
        double total = all;
        return Arrays.stream(sums).map(sum -> sum / total).toArray();
    }

    private static boolean[] in(int set, int p) {
        boolean[] in = new boolean[p];
        for (int j = 0; j < p; j++) {
            in[j] = (set >> j & 1) == 1;
        }
        return in;
    }
}
