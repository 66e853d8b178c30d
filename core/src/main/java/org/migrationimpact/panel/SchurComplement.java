package org.migrationimpact.panel;

import java.util.Arrays;
import java.util.List;

/**
 * The small side solved exactly: what is left of its cross-products when the primary effect is swept out, and its Cholesky factor. Levels
 * that those before them already determine, of which every effect but the first has at least one, keep the coefficient 0.
 */
final class SchurComplement implements SmallSide {

    /** A pivot below this share of the weight of its level is a level that those before it determine. */
    private static final double DETERMINED = 1e-11;

    private double[][] factor = new double[0][];
    private int version = -1;

    @Override
    public int improve(Sweep sweep, List<Column> columns, double tolerance, int maxIterations) {
        if (version != sweep.version()) {
            factor = decomposed(formed(sweep), sweep.smallWeights());
            version = sweep.version();
        }
        for (Column column : columns) {
            double[] step = solve(factor, column.score);
            for (int l = 0; l < step.length; l++) {
                column.move[l] += step[l];
            }
        }
        return 1;
    }

    private static double[][] formed(Sweep sweep) {
        int small = sweep.layout().small();
        double[][] s = new double[small][];
        for (int l = 0; l < small; l++) {
            s[l] = new double[l + 1];
            s[l][l] = sweep.smallWeights()[l];
        }
        addPairsOfEffects(sweep, s);
        sweepOutPrimary(sweep, s);
        return s;
    }

    private static void addPairsOfEffects(Sweep sweep, double[][] s) {
        int[][] codes = sweep.layout().codes();
        double[] w = sweep.weights();
        for (int f = 1; f < codes.length; f++) {
            for (int g = 0; g < f; g++) {
                for (int i = 0; i < w.length; i++) {
                    s[codes[f][i]][codes[g][i]] += w[i];
                }
            }
        }
    }

    private static void sweepOutPrimary(Sweep sweep, double[][] s) {
        double[] weight = new double[s.length];
        int[] touched = new int[s.length];
        for (int g = 0; g < sweep.layout().groups(); g++) {
            int count = touch(sweep, g, weight, touched);
            Arrays.sort(touched, 0, count);
            double inverse = sweep.inverse()[g];
            for (int a = 0; a < count; a++) {
                double[] row = s[touched[a]];
                double factor = weight[touched[a]] * inverse;
                for (int b = 0; b <= a; b++) {
                    row[touched[b]] -= factor * weight[touched[b]];
                }
            }
            for (int a = 0; a < count; a++) {
                weight[touched[a]] = 0;
            }
        }
    }

    private static int touch(Sweep sweep, int g, double[] weight, int[] touched) {
        int[] start = sweep.layout().start();
        double[] w = sweep.weights();
        int count = 0;
        for (int[] code : sweep.layout().codes()) {
            for (int i = start[g]; i < start[g + 1]; i++) {
                if (weight[code[i]] == 0 && w[i] > 0) {
                    touched[count++] = code[i];
                }
                weight[code[i]] += w[i];
            }
        }
        return count;
    }

    /** S = LL', in place; the row and column of a determined level are 0. */
    private static double[][] decomposed(double[][] s, double[] weight) {
        int n = s.length;
        for (int i = 0; i < n; i++) {
            double[] row = s[i];
            for (int j = 0; j < i; j++) {
                row[j] = s[j][j] == 0 ? 0 : (row[j] - dot(row, s[j], j)) / s[j][j];
            }
            double pivot = row[i] - dot(row, row, i);
            row[i] = pivot > DETERMINED * weight[i] ? Math.sqrt(pivot) : 0;
            if (row[i] == 0) {
                Arrays.fill(row, 0);
            }
        }
        return s;
    }

    /** Σ a_l b_l over the first places, in four strands. */
    private static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int l = 0;
        for (; l + 3 < length; l += 4) {
            s0 += a[l] * b[l];
            s1 += a[l + 1] * b[l + 1];
            s2 += a[l + 2] * b[l + 2];
            s3 += a[l + 3] * b[l + 3];
        }
        for (; l < length; l++) {
            s0 += a[l] * b[l];
        }
        return (s0 + s1) + (s2 + s3);
    }

    private static double[] solve(double[][] factor, double[] right) {
        int n = factor.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            x[i] = factor[i][i] == 0 ? 0 : (x[i] - dot(factor[i], x, i)) / factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] = factor[i][i] == 0 ? 0 : x[i] / factor[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= factor[i][j] * x[i];
            }
        }
        return x;
    }

    @Override
    public String describe() {
        return "Schur complement by Cholesky";
    }
}
