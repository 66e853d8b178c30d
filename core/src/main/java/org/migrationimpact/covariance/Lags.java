package org.migrationimpact.covariance;

import java.io.Serializable;

/**
 * How many lags a kernel looks back.
 *
 * <p>{@link #automatic()} is the rule of thumb {@code ⌊4 (T/100)^(2/9)⌋}: 3 lags for 48 months, 4 for 120. {@link #plugIn()} is the data's
 * own choice after Newey and West (1994), doi:10.2307/2297912; it is often 0 where only the intercept's scores are correlated.
 */
public sealed interface Lags extends Serializable permits Lags.Fixed, Lags.Automatic, Lags.FourthRoot, Lags.PlugIn {

    /** Exactly so many. */
    static Lags fixed(int lags) {
        return new Fixed(lags);
    }

    /** The rule of thumb. */
    static Lags automatic() {
        return new Automatic();
    }

    /** The fourth root of the number of periods. */
    static Lags fourthRoot() {
        return new FourthRoot();
    }

    /** The data's own choice. */
    static Lags plugIn() {
        return new PlugIn();
    }

    /** The number for these scores. */
    int of(Scores scores);

    /** Words that follow the number when it is printed. */
    String origin();

    /** A number given by the user. */
    record Fixed(int lags) implements Lags {
        public Fixed {
            if (lags < 0) {
                throw new IllegalArgumentException("lags must be 0 or more, got " + lags);
            }
        }

        @Override
        public String toString() {
            return lags + (lags == 1 ? " lag" : " lags");
        }

        @Override
        public int of(Scores scores) {
            return lags;
        }

        @Override
        public String origin() {
            return "";
        }
    }

    /** {@code ⌊4 (T/100)^(2/9)⌋}. */
    record Automatic() implements Lags {
        @Override
        public int of(Scores scores) {
            return (int) Math.floor(4 * Math.pow(scores.length() / 100.0, 2.0 / 9));
        }

        @Override
        public String origin() {
            return " by 4(T/100)^(2/9)";
        }

        @Override
        public String toString() {
            return "lags" + origin();
        }
    }

    /** {@code ⌊T^(1/4)⌋}. */
    record FourthRoot() implements Lags {
        @Override
        public int of(Scores scores) {
            return (int) Math.floor(Math.sqrt(Math.sqrt(scores.length())));
        }

        @Override
        public String origin() {
            return " by T^(1/4)";
        }

        @Override
        public String toString() {
            return "lags" + origin();
        }
    }

    /** {@code ⌊1.1447 ((s1/s0)² T)^(1/3)⌋} from the autocovariances of the scores, the intercept's left out. */
    record PlugIn() implements Lags {
        @Override
        public int of(Scores scores) {
            return (int) Math.floor(scores.bandwidth());
        }

        @Override
        public String origin() {
            return " by Newey and West (1994)";
        }

        @Override
        public String toString() {
            return "lags" + origin();
        }
    }
}
