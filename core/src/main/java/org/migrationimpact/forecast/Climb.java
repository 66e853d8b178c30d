package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.migrationimpact.data.EstimationException;

/**
 * The way up a likelihood from one start: quasi-Newton steps (BFGS) on standard deviations, then Newton steps with second derivatives by
 * differences of the exact first ones. A parameter at exactly 0 stays there.
 */
final class Climb {

    private static final int MOST = 200;
    private static final double LEVEL = 1e-7;
    private static final double RISE = 1e-4;
    private static final double NO_RISE = 1e-11;
    private static final int PATIENCE = 3;

    private final Objective objective;
    private final int[] free;
    private double[] x;
    private double value;
    private Filter filter;
    private int iterations;

    private Climb(Objective objective, double[] start) {
        this.objective = objective;
        x = start.clone();
        filter = objective.filter(x, Filter.Keep.GAINS);
        value = Objective.value(filter);
        boolean noCycle = objective.count() > objective.deviations() && x[objective.deviations() - 1] == 0;
        free = IntStream.range(0, x.length)
                .filter(i -> i < objective.deviations() ? start[i] != 0 : !noCycle)
                .toArray();
    }

    static Climb from(Objective objective, double[] start) {
        Climb climb = new Climb(objective, start);
        climb.quasiNewton();
        return climb;
    }

    /** Where one stands, without a step. */
    static Climb at(Objective objective, double[] x) {
        return new Climb(objective, x);
    }

    double[] x() {
        return x.clone();
    }

    double value() {
        return value;
    }

    int iterations() {
        return iterations;
    }

    private double[] slope(double[] scale) {
        double[] gradient = objective.gradient(x, filter);
        double[] slope = new double[free.length];
        Arrays.setAll(slope, k -> gradient[free[k]] * scale[k]);
        return slope;
    }

    private double[] moved(double[] by, double share) {
        double[] to = x.clone();
        for (int k = 0; k < free.length; k++) {
            to[free[k]] += share * by[k];
        }
        return to;
    }

    private void quasiNewton() {
        int p = free.length;
        double[] scale = new double[p];
        Arrays.setAll(scale, k -> free[k] < objective.deviations() ? Math.abs(x[free[k]]) : 1);
        double[][] inverse = identity(p);
        double[] g = slope(scale);
        boolean fresh = true;
        int idle = 0;
        while (iterations < MOST && largest(g) > LEVEL && idle < PATIENCE) {
            if (Thread.currentThread().isInterrupted()) {
                throw new EstimationException(
                        "E-STRUCT-004", "interrupted after " + iterations + " iterations of the likelihood");
            }
            iterations++;
            double[] step = direction(inverse, g, scale);
            double before = value;
            double taken = lineSearch(step, g, scale);
            idle = value - before > NO_RISE * (1 + Math.abs(value)) ? 0 : idle + 1;
            if (taken == 0 && fresh) {
                return;
            }
            if (taken == 0) {
                inverse = identity(p);
                fresh = true;
                continue;
            }
            double[] next = slope(scale);
            fresh = !update(inverse, step, taken, g, next, scale);
            g = next;
        }
    }

    private static double[][] identity(int p) {
        double[][] one = new double[p][p];
        for (int i = 0; i < p; i++) {
            one[i][i] = 1;
        }
        return one;
    }

    static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    /** A step in the parameters themselves; in units of the scale none is longer than 1. */
    private static double[] direction(double[][] inverse, double[] g, double[] scale) {
        double[] step = new double[g.length];
        for (int i = 0; i < g.length; i++) {
            for (int j = 0; j < g.length; j++) {
                step[i] += inverse[i][j] * g[j];
            }
        }
        double shrink = 1 / Math.max(1, largest(step));
        Arrays.setAll(step, i -> step[i] * shrink * scale[i]);
        return step;
    }

    /** Goes the share of the step that raises the likelihood enough, and says which; 0 where none does. */
    private double lineSearch(double[] step, double[] g, double[] scale) {
        double rise = 0;
        for (int i = 0; i < step.length; i++) {
            rise += step[i] / scale[i] * g[i];
        }
        for (double share = 1; share > 1e-5 && rise > 0; share /= 2) {
            double[] to = moved(step, share);
            Filter pass = objective.filter(to, Filter.Keep.GAINS);
            double there = Objective.value(pass);
            if (there >= value + RISE * share * rise) {
                x = to;
                filter = pass;
                value = there;
                return share;
            }
        }
        return 0;
    }

    private static boolean update(
            double[][] inverse, double[] step, double share, double[] g, double[] next, double[] scale) {
        int p = g.length;
        double[] s = new double[p];
        double[] d = new double[p];
        Arrays.setAll(s, i -> share * step[i] / scale[i]);
        Arrays.setAll(d, i -> g[i] - next[i]);
        double sd = dot(s, d);
        if (!(sd > 1e-14)) {
            return false;
        }
        double[] hd = new double[p];
        Arrays.setAll(hd, i -> dot(inverse[i], d));
        double both = (1 + dot(d, hd) / sd) / sd;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                inverse[i][j] += both * s[i] * s[j] - (hd[i] * s[j] + s[i] * hd[j]) / sd;
            }
        }
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Newton steps as long as the derivative falls. */
    void polish() {
        for (int round = 0; round < 8; round++) {
            double[] before = relative(x);
            if (largest(before) < 1e-11) {
                return;
            }
            double[] g = objective.gradient(x);
            double[] down = new double[free.length];
            Arrays.setAll(down, k -> g[free[k]]);
            double[] to = moved(Cholesky.of(curvature()).solve(down), 1);
            double there = objective.value(to);
            if (!(there >= value - 1e-9 && largest(relative(to)) < largest(before))) {
                return;
            }
            iterations++;
            x = to;
            filter = objective.filter(x, Filter.Keep.GAINS);
            value = there;
        }
    }

    /** Minus the second derivatives of what is free. */
    double[][] curvature() {
        int p = free.length;
        double[][] curvature = new double[p][];
        for (int k = 0; k < p; k++) {
            double step = 1e-4 * (free[k] < objective.deviations() ? Math.abs(x[free[k]]) : 1);
            double[] up = x.clone();
            double[] down = x.clone();
            up[free[k]] += step;
            down[free[k]] -= step;
            double[] above = objective.gradient(up);
            double[] below = objective.gradient(down);
            double[] row = new double[p];
            Arrays.setAll(row, l -> (below[free[l]] - above[free[l]]) / (2 * step));
            curvature[k] = row;
        }
        for (int k = 0; k < p; k++) {
            for (int l = 0; l < k; l++) {
                curvature[k][l] = curvature[l][k] = (curvature[k][l] + curvature[l][k]) / 2;
            }
        }
        return curvature;
    }

    /** Which parameters are free. */
    int[] free() {
        return free.clone();
    }

    /** The derivative with respect to the logarithm of each variance, and to the rest as it is. */
    private double[] relative(double[] at) {
        double[] gradient = objective.gradient(at);
        return Arrays.stream(free)
                .mapToDouble(i -> i < objective.deviations() ? gradient[i] * at[i] / 2 : gradient[i])
                .toArray();
    }

    /** The largest of those derivatives. */
    double gradientNorm() {
        return largest(relative(x));
    }
}
