package org.migrationimpact.covariance;

import java.io.Serializable;

/**
 * How wide a smooth kernel is, in periods.
 *
 * <p>{@link #andrews()} is the data's own choice after Andrews (1991), doi:10.2307/2938229: {@code 1.3221 (α T)^(1/5)} with α from first-order
 * autoregressions of the scores of every column but the intercept's.
 */
public sealed interface Bandwidth extends Serializable permits Bandwidth.Fixed, Bandwidth.Andrews {

    /** Exactly so many periods. */
    static Bandwidth fixed(double periods) {
        return new Fixed(periods);
    }

    /** The data's own choice. */
    static Bandwidth andrews() {
        return new Andrews();
    }

    /** The number for these scores. */
    double of(Scores scores);

    /** Words that follow the number when it is printed. */
    String origin();

    /** A number given by the user. */
    record Fixed(double periods) implements Bandwidth {
        public Fixed {
            if (!(periods > 0 && periods < 1e6)) {
                throw new IllegalArgumentException("a bandwidth lies between 0 and 1e6 periods, got " + periods);
            }
        }

        @Override
        public double of(Scores scores) {
            return periods;
        }

        @Override
        public String origin() {
            return "";
        }

        @Override
        public String toString() {
            return "bandwidth " + periods;
        }
    }

    /** {@code 1.3221 (α T)^(1/5)}. */
    record Andrews() implements Bandwidth {
        @Override
        public double of(Scores scores) {
            return scores.andrewsBandwidth();
        }

        @Override
        public String origin() {
            return " by Andrews (1991)";
        }

        @Override
        public String toString() {
            return "bandwidth" + origin();
        }
    }
}
