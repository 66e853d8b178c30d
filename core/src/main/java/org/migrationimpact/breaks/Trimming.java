package org.migrationimpact.breaks;

import java.io.Serializable;
import org.migrationimpact.data.DataException;

/**
 * The fewest periods a regime may have: a share of all periods, rounded down, or a number of them.
 *
 * <p>The usual share is 0.15. The p-values of tests at unknown dates suppose a share; a number is turned into the share it is.
 */
public sealed interface Trimming extends Serializable permits Trimming.Share, Trimming.Periods {

    /** 0.15 of all periods. */
    Trimming USUAL = share(0.15);

    /** A share of all periods, above 0 and below one half. */
    static Trimming share(double share) {
        return new Share(share);
    }

    /** A number of periods with a value, 1 or more. */
    static Trimming periods(int periods) {
        return new Periods(periods);
    }

    /** How many of n periods. */
    int of(int n);

    /**
     * The same, where it can carry a regression with so many columns on both sides.
     *
     * @throws DataException E-BREAK-003 where a regime would have too few periods for its columns, or two have no room
     */
    default int of(TimeRegression regression) {
        int fewest = of(regression.rows());
        if (fewest <= regression.columns() || 2 * fewest > regression.rows()) {
            throw new DataException(
                    "E-BREAK-003",
                    "a regime of at least " + fewest + " periods (" + this + " of " + regression.rows() + ") "
                            + (fewest <= regression.columns()
                                    ? "cannot carry " + regression.columns() + " columns; it needs "
                                            + (regression.columns() + 1) + " or more"
                                    : "leaves no room for a second one")
                            + "; change the trimming, or take a longer series");
        }
        return fewest;
    }

    /** A share of all periods. */
    record Share(double share) implements Trimming {
        public Share {
            if (!(share > 0 && share < 0.5)) {
                throw new IllegalArgumentException("the trimming is a share above 0 and below 0.5, got " + share);
            }
        }

        @Override
        public int of(int n) {
            return (int) Math.floor(share * n + 1e-9); // so that 0.15 of 100 is 15
        }

        @Override
        public String toString() {
            return "a share of " + share;
        }
    }

    /** A number of periods. */
    record Periods(int periods) implements Trimming {
        public Periods {
            if (periods < 1) {
                throw new IllegalArgumentException("the trimming is 1 period or more, got " + periods);
            }
        }

        @Override
        public int of(int n) {
            return periods;
        }

        @Override
        public String toString() {
            return periods + " periods";
        }
    }
}
