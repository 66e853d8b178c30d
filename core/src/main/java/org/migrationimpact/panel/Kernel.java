package org.migrationimpact.panel;

/**
 * The two passes that everything is made of, over a range of levels of the primary effect. With v the coefficients of the small side and
 * s the sum of those of a row, the primary effect is always swept out exactly: its coefficient is the weighted mean of what is left.
 */
final class Kernel {

    private final int[] start;
    private final int[][] codes;
    private final double[] weights;
    private final double[] inverse;

    /** {@code inverse} is 1 over the weight of each primary level. */
    Kernel(Layout layout, double[] weights, double[] inverse) {
        this.start = layout.start();
        this.codes = layout.codes();
        this.weights = weights;
        this.inverse = inverse;
    }

    /** Adds to {@code out} the product of the Schur complement of the small side with v. */
    void product(double[] v, double[] out, int from, int to) {
        switch (codes.length) {
            case 0 -> {}
            case 1 -> productOne(v, out, from, to);
            case 2 -> productTwo(v, out, from, to);
            default -> productMany(v, out, from, to);
        }
    }

    private void productOne(double[] v, double[] out, int from, int to) {
        int[] a = codes[0];
        double[] w = weights;
        for (int g = from; g < to; g++) {
            int end = start[g + 1];
            double sum = 0;
            for (int i = start[g]; i < end; i++) {
                sum += w[i] * v[a[i]];
            }
            double mean = sum * inverse[g];
            for (int i = start[g]; i < end; i++) {
                out[a[i]] += w[i] * (v[a[i]] - mean);
            }
        }
    }

    private void productTwo(double[] v, double[] out, int from, int to) {
        int[] a = codes[0];
        int[] b = codes[1];
        double[] w = weights;
        for (int g = from; g < to; g++) {
            int end = start[g + 1];
            double sum = 0;
            for (int i = start[g]; i < end; i++) {
                sum += w[i] * (v[a[i]] + v[b[i]]);
            }
            double mean = sum * inverse[g];
            for (int i = start[g]; i < end; i++) {
                double part = w[i] * (v[a[i]] + v[b[i]] - mean);
                out[a[i]] += part;
                out[b[i]] += part;
            }
        }
    }

    private void productMany(double[] v, double[] out, int from, int to) {
        for (int g = from; g < to; g++) {
            double sum = 0;
            for (int i = start[g]; i < start[g + 1]; i++) {
                sum += weights[i] * fitted(v, i);
            }
            double mean = sum * inverse[g];
            for (int i = start[g]; i < start[g + 1]; i++) {
                scatter(out, i, weights[i] * (fitted(v, i) - mean));
            }
        }
    }

    private double fitted(double[] v, int i) {
        double sum = 0;
        for (int[] code : codes) {
            sum += v[code[i]];
        }
        return sum;
    }

    private void scatter(double[] out, int i, double part) {
        for (int[] code : codes) {
            out[code[i]] += part;
        }
    }

    /** Writes to e what is left of x, adds its weighted sums by level to {@code out}, and returns Σ w e². */
    double residual(double[] x, double[] v, double[] e, double[] out, int from, int to) {
        return switch (codes.length) {
            case 0 -> residualAlone(x, e, from, to);
            case 1 -> residualOne(x, v, e, out, from, to);
            case 2 -> residualTwo(x, v, e, out, from, to);
            default -> residualMany(x, v, e, out, from, to);
        };
    }

    private double residualAlone(double[] x, double[] e, int from, int to) {
        double squares = 0;
        for (int g = from; g < to; g++) {
            double sum = 0;
            for (int i = start[g]; i < start[g + 1]; i++) {
                sum += weights[i] * x[i];
            }
            double mean = sum * inverse[g];
            for (int i = start[g]; i < start[g + 1]; i++) {
                e[i] = x[i] - mean;
                squares += weights[i] * e[i] * e[i];
            }
        }
        return squares;
    }

    private double residualOne(double[] x, double[] v, double[] e, double[] out, int from, int to) {
        int[] a = codes[0];
        double[] w = weights;
        double squares = 0;
        for (int g = from; g < to; g++) {
            int end = start[g + 1];
            double sum = 0;
            for (int i = start[g]; i < end; i++) {
                double left = x[i] - v[a[i]];
                e[i] = left;
                sum += w[i] * left;
            }
            double mean = sum * inverse[g];
            for (int i = start[g]; i < end; i++) {
                double left = e[i] - mean;
                double part = w[i] * left;
                e[i] = left;
                out[a[i]] += part;
                squares += part * left;
            }
        }
        return squares;
    }

    private double residualTwo(double[] x, double[] v, double[] e, double[] out, int from, int to) {
        int[] a = codes[0];
        int[] b = codes[1];
        double[] w = weights;
        double squares = 0;
        for (int g = from; g < to; g++) {
            int end = start[g + 1];
            double sum = 0;
            for (int i = start[g]; i < end; i++) {
                double left = x[i] - (v[a[i]] + v[b[i]]);
                e[i] = left;
                sum += w[i] * left;
            }
            double mean = sum * inverse[g];
            for (int i = start[g]; i < end; i++) {
                double left = e[i] - mean;
                double part = w[i] * left;
                e[i] = left;
                out[a[i]] += part;
                out[b[i]] += part;
                squares += part * left;
            }
        }
        return squares;
    }

    private double residualMany(double[] x, double[] v, double[] e, double[] out, int from, int to) {
        double squares = 0;
        for (int g = from; g < to; g++) {
            double sum = 0;
            for (int i = start[g]; i < start[g + 1]; i++) {
                e[i] = x[i] - fitted(v, i);
                sum += weights[i] * e[i];
            }
            double mean = sum * inverse[g];
            for (int i = start[g]; i < start[g + 1]; i++) {
                e[i] -= mean;
                scatter(out, i, weights[i] * e[i]);
                squares += weights[i] * e[i] * e[i];
            }
        }
        return squares;
    }
}
