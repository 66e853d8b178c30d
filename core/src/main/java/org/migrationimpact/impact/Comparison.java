package org.migrationimpact.impact;

import java.io.Serializable;
import org.migrationimpact.covariance.NeweyWest;

/** How the periods before are compared with those from the first treated one on. */
public sealed interface Comparison extends Serializable permits Welch, MannWhitney, BlockBootstrap, HacMeans {

    /** Difference of means, Welch's t: for independent values of unequal variance. */
    static Comparison welch() {
        return new Welch();
    }

    /** Hodges–Lehmann shift, Mann–Whitney test: for independent values with outliers. */
    static Comparison mannWhitney() {
        return new MannWhitney();
    }

    /** Difference of means, moving blocks of automatic length, 1,999 draws from seed 1: for values that depend on their past. */
    static Comparison blockBootstrap() {
        return new BlockBootstrap(0, 1999, 1);
    }

    /** Difference of means with Newey–West errors: for values that depend on their past. */
    static Comparison neweyWest(NeweyWest errors) {
        return new HacMeans(errors);
    }

    /** What the comparison says of these two samples. */
    Compared compare(TwoSamples samples);
}
