package org.migrationimpact.regression;

import java.util.ArrayList;
import java.util.List;

/**
 * Householder QR of an n × k matrix with limited pivoting: columns keep their order, but one that is, to {@link #TOLERANCE}, a linear
 * combination of those before it moves to the end. So of collinear columns the last one is found, and it can be said of which others it
 * is made.
 *
 * <p>Source: the scheme of LINPACK's DQRDC as modified for R's {@code lm}; Golub and Van Loan, Matrix Computations, 5.2.
 */
final class Qr {

    /** A column counts as collinear when less than this share of its length is left after projection on the columns before it. */
    static final double TOLERANCE = 1e-10;

    private final double[][] columns; // Householder vectors below, R on and above the diagonal
    private final double[] scale; // of each reflection: 2/(v'v)
    private final double[] diagonal;
    private final int[] order;
    private final int rank;
    private final int n;

    Qr(double[][] columnMajor) {
        int k = columnMajor.length;
        n = columnMajor[0].length;
        columns = new double[k][];
        order = new int[k];
        scale = new double[k];
        diagonal = new double[k];
        double[] length = new double[k];
        for (int j = 0; j < k; j++) {
            columns[j] = columnMajor[j].clone();
            order[j] = j;
            length[j] = norm(columns[j], 0);
        }
        int done = 0;
        int left = k;
        while (done < left) {
            if (done >= n || norm(columns[done], done) <= TOLERANCE * length[done]) {
                moveToEnd(done, length);
                left--;
            } else {
                reflect(done);
                done++;
            }
        }
        rank = done;
    }

    private void moveToEnd(int j, double[] length) {
        double[] column = columns[j];
        int original = order[j];
        double norm = length[j];
        for (int i = j; i < columns.length - 1; i++) {
            columns[i] = columns[i + 1];
            order[i] = order[i + 1];
            length[i] = length[i + 1];
        }
        columns[columns.length - 1] = column;
        order[columns.length - 1] = original;
        length[columns.length - 1] = norm;
    }

    private void reflect(int j) {
        double[] v = columns[j];
        double norm = norm(v, j);
        double head = v[j] > 0 ? -norm : norm;
        diagonal[j] = head;
        v[j] -= head;
        double square = 0;
        for (int i = j; i < n; i++) {
            square += v[i] * v[i];
        }
        scale[j] = 2 / square;
        for (int other = j + 1; other < columns.length; other++) {
            apply(j, columns[other]);
        }
    }

    private void apply(int j, double[] y) {
        double[] v = columns[j];
        double dot = 0;
        for (int i = j; i < n; i++) {
            dot += v[i] * y[i];
        }
        double factor = dot * scale[j];
        for (int i = j; i < n; i++) {
            y[i] -= factor * v[i];
        }
    }

    private static double norm(double[] column, int from) {
        double largest = 0;
        for (int i = from; i < column.length; i++) {
            largest = Math.max(largest, Math.abs(column[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < column.length; i++) {
            double share = column[i] / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }

    /** ln|X'X|; needs full rank. */
    double logDeterminantOfCrossProduct() {
        double sum = 0;
        for (int j = 0; j < rank; j++) {
            sum += 2 * Math.log(Math.abs(diagonal[j]));
        }
        return sum;
    }

    int rank() {
        return rank;
    }

    /** The original number of the column that stands at this place after pivoting; those from {@link #rank()} on are collinear. */
    int original(int place) {
        return order[place];
    }

    private double r(int i, int j) {
        return i == j ? diagonal[i] : columns[j][i];
    }

    /** The least-squares coefficients of a response, in the original order; needs full rank. */
    double[] solve(double[] response) {
        double[] y = response.clone();
        for (int j = 0; j < rank; j++) {
            apply(j, y);
        }
        double[] solution = new double[columns.length];
        double[] ordered = backSubstitute(y);
        for (int j = 0; j < rank; j++) {
            solution[order[j]] = ordered[j];
        }
        return solution;
    }

    private double[] backSubstitute(double[] rightHandSide) {
        double[] x = new double[rank];
        for (int i = rank - 1; i >= 0; i--) {
            double sum = rightHandSide[i];
            for (int j = i + 1; j < rank; j++) {
                sum -= r(i, j) * x[j];
            }
            x[i] = sum / diagonal[i];
        }
        return x;
    }

    /** The columns, by original number, of which the column at this place beyond the rank is a combination. */
    List<Integer> madeOf(int place) {
        double[] weights = backSubstitute(columns[place]);
        List<Integer> parts = new ArrayList<>();
        double largest = 0;
        for (int j = 0; j < rank; j++) {
            largest = Math.max(largest, Math.abs(weights[j] * diagonal[j]));
        }
        for (int j = 0; j < rank; j++) {
            if (Math.abs(weights[j] * diagonal[j]) > 1e-7 * largest) {
                parts.add(order[j]);
            }
        }
        return parts;
    }

    /** (X'X)⁻¹ = R⁻¹R⁻ᵀ in the original order; needs full rank. */
    double[][] inverseOfCrossProduct() {
        double[][] inverse = new double[rank][];
        for (int j = 0; j < rank; j++) {
            double[] unit = new double[rank];
            unit[j] = 1;
            inverse[j] = backSubstitute(unit); // column j of R⁻¹
        }
        double[][] product = new double[rank][rank];
        for (int a = 0; a < rank; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int j = a; j < rank; j++) {
                    sum += inverse[j][a] * inverse[j][b];
                }
                product[order[a]][order[b]] = product[order[b]][order[a]] = sum;
            }
        }
        return product;
    }
}
