package org.migrationimpact.panel;

import java.util.List;
import java.util.stream.IntStream;

/** Weighted cross-products of columns by place, chunk by chunk and block by block. */
final class CrossProducts {

    private CrossProducts() {}

    /** {@code a'Wb} for every pair of {@code left} and {@code right}. */
    static double[][] of(Sweep sweep, List<double[]> left, List<double[]> right) {
        Layout layout = sweep.layout();
        int chunks = layout.chunks().length;
        double[][][] parts = new double[chunks][left.size()][right.size()];
        IntStream range = IntStream.range(0, chunks);
        (chunks > 1 ? range.parallel() : range).forEach(c -> add(parts[c], sweep, c, left, right));
        for (int c = 1; c < chunks; c++) {
            for (int a = 0; a < left.size(); a++) {
                for (int b = 0; b < right.size(); b++) {
                    parts[0][a][b] += parts[c][a][b];
                }
            }
        }
        return parts[0];
    }

    /** {@code X'WX}, exactly symmetric. */
    static double[][] square(Sweep sweep, List<double[]> columns) {
        return of(sweep, columns, columns);
    }

    private static void add(double[][] sums, Sweep sweep, int chunk, List<double[]> left, List<double[]> right) {
        int[] bounds = sweep.layout().chunks()[chunk];
        int[] start = sweep.layout().start();
        for (int block = 1; block < bounds.length; block++) {
            int from = start[bounds[block - 1]];
            int to = start[bounds[block]];
            for (int a = 0; a < left.size(); a++) {
                int first = left == right ? a : 0;
                for (int b = first; b < right.size(); b++) {
                    double sum = dot(sweep.weights(), left.get(a), right.get(b), from, to);
                    sums[a][b] += sum;
                    if (left == right && b > a) {
                        sums[b][a] += sum;
                    }
                }
            }
        }
    }

    private static double dot(double[] w, double[] a, double[] b, int from, int to) {
        double even = 0;
        double odd = 0;
        int i = from;
        for (; i + 1 < to; i += 2) {
            even += w[i] * a[i] * b[i];
            odd += w[i + 1] * a[i + 1] * b[i + 1];
        }
        return i < to ? even + w[i] * a[i] * b[i] + odd : even + odd;
    }
}
