package org.migrationimpact.synthetic;

import java.util.Arrays;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Singular values of a table lowered by a threshold, those below it to nothing. Of small tables by all singular vectors; of large ones by a
 * few directions that are carried from one call to the next, refined each time, and added to as long as one above the threshold may be
 * missing.
 *
 * <p>Source: Mazumder, Hastie and Tibshirani (2010), Journal of Machine Learning Research 11, 2287–2322; Hastie, Mazumder, Lee and Zadeh
 * (2015), Journal of Machine Learning Research 16, 3367–3402.
 */
final class Shrinkage {

    private static final int SMALL = 64;
    private static final int SPARE = 6;
    private static final double NOTHING = 1e-13;

    private final int rows;
    private final int columns;
    private double[][] directions = new double[0][];
    private double[] values = new double[0];
    private double nuclear;

    Shrinkage(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** The singular values after the threshold, those that are left. */
    double[] values() {
        return values.clone();
    }

    /** Their sum. */
    double nuclear() {
        return nuclear;
    }

    /** Lowers the singular values of this table, in place. */
    void soft(double[] table, double threshold) {
        if (Math.min(rows, columns) <= SMALL) {
            double[][] basis = all(table);
            lower(table, project(table, basis), basis, threshold, columns);
        } else {
            carried(table, threshold);
        }
    }

    /** Keeps so many of the largest singular values as they are, in place. */
    void hard(double[] table, int rank) {
        double[][] basis = all(table);
        lower(table, project(table, basis), basis, 0, rank);
    }

    private void lower(double[] table, double[][] left, double[][] right, double threshold, int most) {
        double[] sizes = Arrays.stream(left).mapToDouble(Shrinkage::length).toArray();
        Arrays.fill(table, 0);
        double[] kept = new double[left.length];
        int count = 0;
        for (int k = 0; k < left.length && k < most; k++) {
            double size = sizes[k] - threshold;
            if (size > 0 && sizes[k] > NOTHING * sizes[0]) {
                kept[count++] = size;
                add(table, left[k], right[k], size / sizes[k]);
            }
        }
        values = Arrays.copyOf(kept, count);
        nuclear = Arrays.stream(values).sum();
    }

    private void add(double[] table, double[] left, double[] right, double factor) {
        for (int i = 0; i < rows; i++) {
            double own = factor * left[i];
            for (int t = 0; t < columns; t++) {
                table[i * columns + t] += own * right[t];
            }
        }
    }

    /** By the directions carried along, more of them as long as the least is above the threshold. */
    private void carried(double[] table, double threshold) {
        int wanted = Math.min(columns, Math.max(values.length + SPARE, 2 * SPARE));
        while (true) {
            widen(wanted);
            double[][] left = project(table, directions);
            orthonormal(left);
            double[][] right = across(table, left);
            double[][] turn = vectors(products(right));
            double[][] both = turned(turn, right);
            double least = length(both[both.length - 1]);
            if (least > threshold && wanted < columns) {
                directions = unit(both);
                wanted = Math.min(columns, 2 * wanted);
                continue;
            }
            double[][] own = turned(turn, left);
            for (int k = 0; k < own.length; k++) {
                double size = length(both[k]);
                for (int i = 0; i < rows; i++) {
                    own[k][i] *= size;
                }
            }
            directions = unit(both);
            lower(table, own, directions, threshold, columns);
            return;
        }
    }

    private static double length(double[] one) {
        return Math.sqrt(Gram.dot(one, one));
    }

    private static double[][] unit(double[][] rows) {
        double[][] unit = new double[rows.length][];
        for (int k = 0; k < unit.length; k++) {
            double length = length(rows[k]);
            unit[k] =
                    Arrays.stream(rows[k]).map(x -> length > 0 ? x / length : 0).toArray();
        }
        return unit;
    }

    /** Each column of the table along the unit rows on the left. */
    private double[][] across(double[] table, double[][] left) {
        double[][] right = new double[left.length][columns];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < left.length; k++) {
                double own = left[k][i];
                double[] sums = right[k];
                for (int t = 0; t < columns; t++) {
                    sums[t] += own * table[i * columns + t];
                }
            }
        }
        return right;
    }

    private static double[][] products(double[][] rows) {
        double[][] products = new double[rows.length][rows.length];
        for (int k = 0; k < rows.length; k++) {
            for (int l = 0; l <= k; l++) {
                products[k][l] = Gram.dot(rows[k], rows[l]);
                products[l][k] = products[k][l];
            }
        }
        return products;
    }

    private static double[][] turned(double[][] turn, double[][] rows) {
        double[][] turned = new double[rows.length][rows[0].length];
        for (int k = 0; k < turned.length; k++) {
            for (int l = 0; l < rows.length; l++) {
                for (int t = 0; t < turned[k].length; t++) {
                    turned[k][t] += turn[k][l] * rows[l][t];
                }
            }
        }
        return turned;
    }

    /** New directions by a rule, so that results repeat; made orthonormal with the others when these are refined. */
    private void widen(int wanted) {
        int had = Math.min(wanted, directions.length);
        directions = Arrays.copyOf(directions, wanted);
        for (int k = had; k < wanted; k++) {
            directions[k] = new double[columns];
            long state = 88172645463325252L + 1000003L * k;
            for (int t = 0; t < columns; t++) {
                state ^= state << 13;
                state ^= state >>> 7;
                state ^= state << 17;
                directions[k][t] = (state >> 11) * 0x1.0p-52;
            }
        }
    }

    /** The table times each direction. */
    private double[][] project(double[] table, double[][] basis) {
        double[][] left = new double[basis.length][rows];
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < basis.length; k++) {
                double[] direction = basis[k];
                left[k][i] = dot(table, i * columns, direction);
            }
        }
        return left;
    }

    /** Four sums at a time, which the machine can work on side by side. */
    private static double dot(double[] table, int from, double[] direction) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int t = 0;
        for (; t + 3 < direction.length; t += 4) {
            a += table[from + t] * direction[t];
            b += table[from + t + 1] * direction[t + 1];
            c += table[from + t + 2] * direction[t + 2];
            d += table[from + t + 3] * direction[t + 3];
        }
        for (; t < direction.length; t++) {
            a += table[from + t] * direction[t];
        }
        return (a + b) + (c + d);
    }

    private static void orthonormal(double[][] rows) {
        for (int k = 0; k < rows.length; k++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int l = 0; l < k; l++) {
                    double along = dot(rows[k], 0, rows[l]);
                    for (int t = 0; t < rows[k].length; t++) {
                        rows[k][t] -= along * rows[l][t];
                    }
                }
            }
            double length = Math.sqrt(Gram.dot(rows[k], rows[k]));
            for (int t = 0; t < rows[k].length; t++) {
                rows[k][t] = length > 1e-280 ? rows[k][t] / length : 0;
            }
        }
    }

    private double[][] all(double[] table) {
        return vectors(products(table));
    }

    private double[][] products(double[] table) {
        double[][] products = new double[columns][columns];
        for (int i = 0; i < rows; i++) {
            for (int t = 0; t < columns; t++) {
                double own = table[i * columns + t];
                for (int s = 0; s <= t; s++) {
                    products[t][s] += own * table[i * columns + s];
                }
            }
        }
        for (int t = 0; t < columns; t++) {
            for (int s = 0; s < t; s++) {
                products[s][t] = products[t][s];
            }
        }
        return products;
    }

    /** So many right singular vectors of a table, the largest first. */
    double[][] leading(double[] table, int count) {
        return Arrays.copyOf(all(table), count);
    }

    /** Where the rotations of a matrix of small rank do not settle, its singular vectors, which are the same. */
    private static double[][] vectors(double[][] products) {
        RealMatrix matrix = new Array2DRowRealMatrix(products, false);
        try {
            EigenDecomposition eigen = new EigenDecomposition(matrix);
            double[][] vectors = new double[products.length][];
            for (int k = 0; k < vectors.length; k++) {
                vectors[k] = eigen.getEigenvector(k).toArray();
            }
            return vectors;
        } catch (MaxCountExceededException unsettled) {
            return new SingularValueDecomposition(matrix).getVT().getData();
        }
    }

    /** The largest singular value of a table, by all of them. */
    double largest(double[] table) {
        RealMatrix matrix = new Array2DRowRealMatrix(products(table), false);
        try {
            double[] values = new EigenDecomposition(matrix).getRealEigenvalues();
            return Math.sqrt(Math.max(0, Arrays.stream(values).max().orElseThrow()));
        } catch (MaxCountExceededException unsettled) {
            return Math.sqrt(new SingularValueDecomposition(matrix).getNorm());
        }
    }
}
