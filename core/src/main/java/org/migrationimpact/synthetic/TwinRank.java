package org.migrationimpact.synthetic;

import java.util.List;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.PlaceboRank;

/** Where the treated stands among its placebos. */
final class TwinRank {

    private static final double ROUNDING = 1e-10;

    private TwinRank() {}

    static PlaceboRank of(Refit treated, List<Refit> placebos, List<Interval> intervals) {
        double least = treated.ratio() * (1 - ROUNDING); // a tie counts against the treated
        int beyond = (int)
                placebos.stream().filter(placebo -> placebo.ratio() >= least).count();
        return new PlaceboRank(treated.ratio(), beyond, placebos.size(), intervals);
    }
}
