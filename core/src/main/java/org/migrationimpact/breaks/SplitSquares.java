package org.migrationimpact.breaks;

import org.migrationimpact.data.DataException;

/** The residual sums of squares of two separate fits, for every date at which a regression can be split: one pass from each end. */
final class SplitSquares {

    private final double[] upTo;
    private final double[] from;

    private SplitSquares(double[] upTo, double[] from) {
        this.upTo = upTo;
        this.from = from;
    }

    /**
     * The sums of this regression.
     *
     * @throws DataException E-BREAK-006 where the columns leave nothing of the response: what has no scatter has no test
     */
    static SplitSquares of(TimeRegression regression) {
        int n = regression.rows();
        double[] y = regression.response();
        double[] upTo = new double[n];
        double[] from = new double[n];
        RecursiveSquares forward = new RecursiveSquares(regression.columns());
        RecursiveSquares backward = new RecursiveSquares(regression.columns());
        for (int i = 0; i < n; i++) {
            upTo[i] = forward.add(regression, y[i], i);
            from[n - 1 - i] = backward.add(regression, y[n - 1 - i], n - 1 - i);
        }
        requireScatter(regression, upTo[n - 1]);
        return new SplitSquares(upTo, from);
    }

    private static void requireScatter(TimeRegression regression, double whole) {
        double squares = 0;
        for (double y : regression.response()) {
            squares += y * y;
        }
        if (whole <= TimeRegression.NOTHING_LEFT * squares) {
            throw new DataException(
                    "E-BREAK-006",
                    regression.name() + " is "
                            + String.join(" + ", regression.design().names())
                            + " without any scatter; there is nothing to test for a break");
        }
    }

    /** Of one fit to all rows. */
    double whole() {
        return upTo[upTo.length - 1];
    }

    /** Of one fit up to this row, and another one after it. */
    double separate(int lastOfOld) {
        return upTo[lastOfOld] + from[lastOfOld + 1];
    }
}
