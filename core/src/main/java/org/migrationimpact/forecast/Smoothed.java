package org.migrationimpact.forecast;

import java.util.Arrays;
import org.migrationimpact.forecast.Filter.Kind;

/**
 * Every state given the whole series, with its variance, from a filter that kept its states. Exact in the diffuse start too.
 *
 * <p>Source: Koopman and Durbin (2003), doi:10.1111/1467-9892.00294; Durbin and Koopman (2012), 5.3. The second cross term of the
 * diffuse recursion is the transpose of the first, for the matrix between is not symmetric.
 */
final class Smoothed {

    private final Filter filter;
    private final int m;
    private final double[] r;
    private final double[] n;
    private final double[] rUnknown;
    private final double[] nUnknown;
    private final double[] nSecond;
    private final double[][] means;
    private final double[][] variances;

    private Smoothed(Filter filter) {
        this.filter = filter;
        m = filter.size;
        r = new double[m];
        n = new double[m * m];
        rUnknown = new double[m];
        nUnknown = new double[m * m];
        nSecond = new double[m * m];
        means = new double[filter.y.length][];
        variances = new double[filter.y.length][];
    }

    static Smoothed of(Filter filter) {
        Smoothed smoothed = new Smoothed(filter);
        for (int t = filter.y.length - 1; t >= 0; t--) {
            smoothed.back(t);
        }
        return smoothed;
    }

    /** The mean of w'a in t. */
    double mean(int t, int[] places, double[] weights) {
        return Sparse.dot(places, weights, means[t]);
    }

    /** The variance of w'a in t. */
    double variance(int t, int[] places, double[] weights) {
        return Math.max(0, Sparse.dot(places, weights, Sparse.times(variances[t], filter.size, places, weights)));
    }

    private boolean isUnknown(int t) {
        return filter.unknown[t].length > 0;
    }

    private void back(int t) {
        if (t < filter.y.length - 1) {
            Transition step = filter.space.transition(t);
            step.applyTransposed(r);
            step.conjugateTransposed(n);
            if (isUnknown(t + 1) || isUnknown(t)) {
                step.applyTransposed(rUnknown);
                step.surround(nUnknown);
                step.surround(nSecond);
            }
        }
        if (filter.kinds[t] == Kind.DIFFUSE) {
            observeUnknown(t);
        } else if (filter.kinds[t] == Kind.USUAL) {
            observe(t);
        }
        state(t);
    }

    private double[] row(int t) {
        double[] z = new double[m];
        int[] places = filter.space.places(t);
        for (int k = 0; k < places.length; k++) {
            z[places[k]] += filter.space.weights(t)[k];
        }
        return z;
    }

    private void observe(int t) {
        double[] z = row(t);
        double[] g = filter.gains[t];
        double f = filter.variances[t];
        if (isUnknown(t)) {
            double[] after = rightOf(nUnknown, g, z);
            System.arraycopy(after, 0, nUnknown, 0, after.length);
        }
        double[] leftRight = bothSides(n, g, z);
        addOuter(leftRight, z, z, 1 / f);
        System.arraycopy(leftRight, 0, n, 0, n.length);
        add(r, z, filter.innovations[t] / f - dot(g, r));
    }

    /**
     * With {@code L0 = I − g z'} and {@code L1 = −h z'}: r∞ becomes z v/F∞ + L0'r∞ + L1'r, N1 becomes zz'/F∞ + L0'N1 L0 + L1'N L0, and N2
     * becomes −zz' F/F∞² + L0'N2 L0 + L0'N1 L1 + (L0'N1 L1)' + L1'N L1.
     */
    private void observeUnknown(int t) {
        double[] z = row(t);
        double[] g = filter.gains[t];
        double[] h = filter.diffuseGains[t];
        double reach = filter.diffuseVariances[t];
        add(rUnknown, z, filter.innovations[t] / reach - dot(g, rUnknown) - dot(h, r));
        add(r, z, -dot(g, r));
        double[] second = bothSides(nSecond, g, z);
        double[] cross = cross(nUnknown, g, h, z);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                second[i * m + j] += cross[i * m + j] + cross[j * m + i];
            }
        }
        addOuter(second, z, z, -filter.variances[t] / (reach * reach) + quadratic(n, h, h));
        double[] first = bothSides(nUnknown, g, z);
        double[] fromUsual = rightOf(outer(z, times(transposed(n), h)), g, z);
        for (int i = 0; i < first.length; i++) {
            first[i] -= fromUsual[i];
        }
        addOuter(first, z, z, 1 / reach);
        double[] usual = bothSides(n, g, z);
        System.arraycopy(second, 0, nSecond, 0, second.length);
        System.arraycopy(first, 0, nUnknown, 0, first.length);
        System.arraycopy(usual, 0, n, 0, usual.length);
    }

    /** (I − z g') N (−h z'). */
    private double[] cross(double[] matrix, double[] g, double[] h, double[] z) {
        double[] column = times(matrix, h);
        double share = dot(g, column);
        double[] left = new double[m];
        Arrays.setAll(left, i -> -(column[i] - z[i] * share));
        return outer(left, z);
    }

    /** (I − z g') N (I − g z'). */
    private double[] bothSides(double[] matrix, double[] g, double[] z) {
        double[] right = rightOf(matrix, g, z);
        double[] row = new double[m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                row[j] += g[i] * right[i * m + j];
            }
        }
        addOuter(right, z, row, -1);
        return right;
    }

    /** N (I − g z'). */
    private double[] rightOf(double[] matrix, double[] g, double[] z) {
        double[] product = matrix.clone();
        addOuter(product, times(matrix, g), z, -1);
        return product;
    }

    private void state(int t) {
        double[] p = filter.usual[t];
        double[] mean = filter.states[t].clone();
        double[] fromUsual = times(p, r);
        double[] variance = p.clone();
        subtract(variance, product(p, product(n, p)));
        double[] q = filter.unknown[t];
        if (q.length > 0) {
            double[] fromUnknown = times(q, rUnknown);
            Arrays.setAll(mean, i -> mean[i] + fromUnknown[i]);
            double[] cross = product(q, product(nUnknown, p));
            subtract(variance, cross);
            subtract(variance, transposed(cross));
            subtract(variance, product(q, product(nSecond, q)));
        }
        Arrays.setAll(mean, i -> mean[i] + fromUsual[i]);
        means[t] = mean;
        variances[t] = variance;
    }

    private double[] product(double[] left, double[] right) {
        double[] product = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < m; k++) {
                double factor = left[i * m + k];
                for (int j = 0; factor != 0 && j < m; j++) {
                    product[i * m + j] += factor * right[k * m + j];
                }
            }
        }
        return product;
    }

    private double[] times(double[] matrix, double[] vector) {
        double[] product = new double[m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                product[i] += matrix[i * m + j] * vector[j];
            }
        }
        return product;
    }

    private double[] transposed(double[] matrix) {
        double[] turned = new double[m * m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                turned[j * m + i] = matrix[i * m + j];
            }
        }
        return turned;
    }

    private double[] outer(double[] x, double[] y) {
        double[] product = new double[m * m];
        addOuter(product, x, y, 1);
        return product;
    }

    private void addOuter(double[] matrix, double[] x, double[] y, double weight) {
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                matrix[i * m + j] += weight * x[i] * y[j];
            }
        }
    }

    private double quadratic(double[] matrix, double[] x, double[] y) {
        return dot(x, times(matrix, y));
    }

    private static void subtract(double[] from, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= what[i];
        }
    }

    private static void add(double[] to, double[] what, double weight) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * what[i];
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
