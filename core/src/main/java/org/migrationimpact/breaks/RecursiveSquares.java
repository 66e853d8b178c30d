package org.migrationimpact.breaks;

/**
 * Least squares that grows row by row: the residual sum of squares after each, by Givens rotations into a triangle that begins empty, so
 * that nothing is assumed about the coefficients. k² operations a row.
 *
 * <p>The rotated residual of a row is, up to sign, the recursive residual of Brown, Durbin and Evans (1975),
 * doi:10.1111/j.2517-6161.1975.tb01532.x. Source of the rotations: Gentleman (1974), Applied Statistics 23, algorithm AS 75.
 */
final class RecursiveSquares {

    private static final double ZERO = 1e-10; // relative to the longest entry of the column so far

    private final int columns;
    private final double[][] r;
    private final double[] rightHandSide;
    private final double[] longest;
    private final double[] row;
    private double sum;
    private double last;

    RecursiveSquares(int columns) {
        this.columns = columns;
        r = new double[columns][columns];
        rightHandSide = new double[columns];
        longest = new double[columns];
        row = new double[columns];
    }

    /** Takes one more row, and gives the residual sum of squares of all so far. */
    double add(TimeRegression regression, double y, int at) {
        for (int j = 0; j < columns; j++) {
            row[j] = regression.design().get(at, j);
            longest[j] = Math.max(longest[j], Math.abs(row[j]));
        }
        last = rotate(y);
        sum += last * last;
        return sum;
    }

    /** What the coefficients so far left of the last row, scaled to the error's variance; 0 while there are not enough rows. */
    double recursiveResidual() {
        return last;
    }

    private double rotate(double y) {
        double left = y;
        for (int j = 0; j < columns; j++) {
            if (Math.abs(row[j]) <= ZERO * longest[j]) {
                continue;
            }
            double diagonal = r[j][j];
            double length = Math.hypot(diagonal, row[j]);
            double cosine = diagonal / length;
            double sine = row[j] / length;
            r[j][j] = length;
            for (int i = j + 1; i < columns; i++) {
                double above = r[j][i];
                r[j][i] = cosine * above + sine * row[i];
                row[i] = cosine * row[i] - sine * above;
            }
            double above = rightHandSide[j];
            rightHandSide[j] = cosine * above + sine * left;
            left = cosine * left - sine * above;
            if (diagonal == 0) {
                return 0; // the row found a coefficient, and nothing is left of it
            }
        }
        return left;
    }
}
