package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Tests a value θ of {@code l'τ}, the true effects τ after the reference being {@code b_post} less a δ of a {@link TrendRestriction}:
 * whether some such δ exists. First against the least favourable critical value with size κ = a tenth of the test's, then, given that it
 * passed, against a truncated normal: the conditional test with the least favourable hybrid.
 *
 * <p>Source: Andrews, Roth and Pakes (2023), doi:10.1093/restud/rdac086; Rambachan and Roth (2023), section 3,
 * doi:10.1093/restud/rdad018.
 */
final class MomentTest {

    private static final double NO_ERROR = 1e-10;

    private final double[] moment; // A b − d
    private final double[] onTarget; // what a unit of θ takes away from it
    private final double[][] covariance;
    private final DualVertices vertices;
    private final double size;
    private final double kappa;
    private final double leastFavourable;

    /**
     * A test for one set.
     *
     * @param draws of the errors of the estimates
     */
    MomentTest(
            TrendRestriction set,
            double[] estimates,
            double[][] sigma,
            double[] target,
            double size,
            double[][] draws) {
        int before = estimates.length - target.length;
        double[][] a = set.aboutAfter(before).a();
        double[] d = set.aboutAfter(before).d();
        this.moment = Spd.times(a, estimates);
        for (int r = 0; r < moment.length; r++) {
            moment[r] -= d[r];
        }
        this.covariance = quadratic(a, sigma);
        double[][] basis = completed(target);
        double[][] post = post(a, before, basis);
        this.onTarget = Arrays.stream(post).mapToDouble(row -> row[0]).toArray();
        double[][] nuisance = Arrays.stream(post)
                .map(row -> Arrays.copyOfRange(row, 1, row.length))
                .toArray(double[][]::new);
        this.vertices = DualVertices.of(deviations(), nuisance);
        this.size = size;
        this.kappa = size / 10;
        this.leastFavourable = leastFavourable(a, draws);
    }

    private double[] deviations() {
        return IntStream.range(0, covariance.length)
                .mapToDouble(r -> Math.sqrt(covariance[r][r]))
                .toArray();
    }

    private static double[][] quadratic(double[][] a, double[][] sigma) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            double[] row = Spd.times(sigma, a[i]);
            for (int j = 0; j < a.length; j++) {
                product[i][j] = Spd.dot(row, a[j]);
            }
        }
        return product;
    }

    /** The inverse of a matrix with the target as its first row and unit vectors below, so that its first column belongs to θ. */
    private static double[][] completed(double[] target) {
        int n = target.length;
        int pivot = 0;
        for (int j = 1; j < n; j++) {
            pivot = Math.abs(target[j]) > Math.abs(target[pivot]) ? j : pivot;
        }
        double[][] inverse = new double[n][n]; // of rows: target, then e_j for every j but the pivot
        inverse[pivot][0] = 1 / target[pivot];
        int column = 1;
        for (int j = 0; j < n; j++) {
            if (j != pivot) {
                inverse[j][column] = 1;
                inverse[pivot][column] = -target[j] / target[pivot];
                column++;
            }
        }
        return inverse;
    }

    private static double[][] post(double[][] a, int before, double[][] basis) {
        int n = basis.length;
        double[][] product = new double[a.length][n];
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < n; c++) {
                for (int j = 0; j < n; j++) {
                    product[r][c] += a[r][before + j] * basis[j][c];
                }
            }
        }
        return product;
    }

    private double leastFavourable(double[][] a, double[][] draws) {
        double[] largest = Arrays.stream(draws)
                .parallel()
                .mapToDouble(draw -> vertices.largest(Spd.times(a, draw)))
                .sorted()
                .toArray();
        double place = (1 - kappa) * (largest.length - 1);
        int below = (int) place;
        int above = Math.min(largest.length - 1, below + 1);
        return largest[below] + (place - below) * (largest[above] - largest[below]);
    }

    double leastFavourable() {
        return leastFavourable;
    }

    /** The smallest η for which the moments at θ can be made no larger than η errors. */
    double statistic(double theta) {
        return vertices.largest(moments(theta));
    }

    private double[] moments(double theta) {
        double[] y = moment.clone();
        for (int r = 0; r < y.length; r++) {
            y[r] -= onTarget[r] * theta;
        }
        return y;
    }

    /** Whether θ passes the first stage. */
    boolean passesFirst(double theta) {
        return statistic(theta) <= leastFavourable;
    }

    /** Whether θ passes both. */
    boolean accepts(double theta) {
        double[] y = moments(theta);
        double[] gamma = vertices.best(y);
        double statistic = Spd.dot(gamma, y);
        if (statistic > leastFavourable) {
            return false;
        }
        double[] direction = Spd.times(covariance, gamma);
        double variance = Spd.dot(gamma, direction);
        if (variance < NO_ERROR * NO_ERROR) {
            return statistic <= 0;
        }
        double[] range = range(y, gamma, direction, variance);
        double error = Math.sqrt(variance);
        double z = statistic / error;
        double chance = TruncatedNormal.upperTail(z, range[0] / error, Math.min(range[1], leastFavourable) / error);
        return z <= 0 || chance >= (size - kappa) / (1 - kappa);
    }

    /** Between which values of the statistic the same vertex stays the best, the rest of the data being as they are. */
    private double[] range(double[] y, double[] gamma, double[] direction, double variance) {
        double statistic = Spd.dot(gamma, y);
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (double[] other : vertices.all()) {
            double slope = Spd.dot(other, direction) / variance;
            double rest = Spd.dot(other, y) - slope * statistic;
            double room = 1 - slope; // other'y(c) = rest + slope c must stay <= c
            if (room > 1e-12) {
                low = Math.max(low, rest / room);
            } else if (room < -1e-12) {
                high = Math.min(high, rest / room);
            }
        }
        return new double[] {Math.min(low, statistic), Math.max(high, statistic)};
    }

    /** Draws of normal errors with this covariance, each from a stream of its own. */
    static double[][] draws(double[][] sigma, int count, long seed) {
        double[][] root = root(sigma);
        SplittableRandom seeds = new SplittableRandom(seed);
        List<SplittableRandom> streams = new ArrayList<>();
        for (int b = 0; b < count; b++) {
            streams.add(seeds.split());
        }
        return streams.stream()
                .parallel()
                .map(stream -> {
                    double[] normal = new double[sigma.length];
                    for (int i = 0; i < normal.length; i++) {
                        normal[i] = stream.nextGaussian();
                    }
                    return Spd.times(root, normal);
                })
                .toArray(double[][]::new);
    }

    /** A Cholesky factor; a pivot of 0 leaves its column empty. */
    private static double[][] root(double[][] sigma) {
        int n = sigma.length;
        double[][] l = new double[n][n];
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = sigma[i][j];
                for (int m = 0; m < j; m++) {
                    sum -= l[i][m] * l[j][m];
                }
                if (i == j) {
                    l[j][j] = Math.sqrt(Math.max(0, sum));
                } else {
                    l[i][j] = l[j][j] > 1e-12 * Math.sqrt(sigma[j][j]) ? sum / l[j][j] : 0;
                }
            }
        }
        return l;
    }
}
