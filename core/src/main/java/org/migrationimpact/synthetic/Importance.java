package org.migrationimpact.synthetic;

import java.io.Serializable;

/**
 * How much each predictor counts (the matrix V). Predictors are divided by their standard deviation over all units first.
 *
 * <p>Source: Abadie, Diamond and Hainmueller (2011), doi:10.18637/jss.v042.i13.
 */
public sealed interface Importance extends Serializable {

    /** All alike. */
    static Importance equal() {
        return new Equal();
    }

    /**
     * Such that the twin comes nearest to the outcomes before: a search without chance, from equal importance, from that of a regression
     * where there is one, and from each predictor alone; shares go down to 1e-8 of the largest. Without a donor the search begins where it
     * ended with all of them.
     */
    static Importance byData() {
        return new ByData();
    }

    /**
     * By a regression of the outcomes of each period before on the predictors over all units: the sum of squared coefficients of a predictor,
     * as a share of all.
     */
    static Importance byRegression() {
        return new ByRegression();
    }

    /** These, in the order of the predictors: 0 or more, not all 0. */
    static Importance given(double... shares) {
        return new Given(shares);
    }

    /** See {@link Importance#equal()}. */
    record Equal() implements Importance {
        @Override
        public String toString() {
            return "equal";
        }
    }

    /** See {@link Importance#byData()}. */
    record ByData() implements Importance {
        @Override
        public String toString() {
            return "by the data: nearest to the outcomes before, by a search without chance";
        }
    }

    /** See {@link Importance#byRegression()}. */
    record ByRegression() implements Importance {
        @Override
        public String toString() {
            return "by regression of the outcomes before on the predictors";
        }
    }

    /** See {@link Importance#given(double...)}. */
    @SuppressWarnings("ArrayRecordComponent") // two of them are compared by nobody
    record Given(double[] shares) implements Importance {

        public Given {
            double sum = 0;
            for (double share : shares) {
                if (!(share >= 0) || Double.isInfinite(share)) {
                    throw new IllegalArgumentException("a share of importance is finite and 0 or more, got " + share);
                }
                sum += share;
            }
            if (sum == 0) {
                throw new IllegalArgumentException("at least one share of importance is above 0, got none");
            }
            shares = shares.clone();
        }

        @Override
        public double[] shares() {
            return shares.clone();
        }

        @Override
        public String toString() {
            return "given";
        }
    }
}
