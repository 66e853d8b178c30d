package org.migrationimpact.breaks;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.Period;

/**
 * One break: between which two periods, and how sure.
 *
 * <p>The interval is Bai's (1997) for the last period of the old regime, with moments and variances of errors that may differ between the
 * regimes, rounded outwards to whole periods and cut at the ends of the series. It is asymmetric, and absent where the change is too
 * small beside the difference of the regimes for the distribution to have the quantiles asked for.
 *
 * <p>Source: Bai (1997), doi:10.1162/003465397557132.
 */
public final class BreakDate implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Period lastOfOld;
    private final Period firstOfNew;
    private final @Nullable Period earliest;
    private final @Nullable Period latest;

    BreakDate(Period lastOfOld, Period firstOfNew, @Nullable Period earliest, @Nullable Period latest) {
        this.lastOfOld = lastOfOld;
        this.firstOfNew = firstOfNew;
        this.earliest = earliest;
        this.latest = latest;
    }

    /** The last period with a value before the break. */
    public Period lastOfOld() {
        return lastOfOld;
    }

    /** The first period with a value after it; not the next on the calendar where periods are missing between. */
    public Period firstOfNew() {
        return firstOfNew;
    }

    /** The early end of the interval for the last period of the old regime. */
    public Optional<Period> earliest() {
        return Optional.ofNullable(earliest);
    }

    /** The late end of it. */
    public Optional<Period> latest() {
        return Optional.ofNullable(latest);
    }

    /** How many periods without a value lie between the regimes. */
    public long gap() {
        return lastOfOld.until(firstOfNew) - 1;
    }

    /**
     * Whether something that begins with this period can be where the break is: the period before it lies in the interval, or next to it;
     * without an interval, next to the break.
     */
    public boolean isNear(Period first) {
        Period last = first.plus(-1);
        Period low = earliest().orElse(lastOfOld).plus(-1);
        Period high = latest().orElse(lastOfOld).plus(Math.max(1, gap()));
        return !last.isBefore(low) && !high.isBefore(last);
    }

    @Override
    public String toString() {
        return "between " + lastOfOld + " and " + firstOfNew
                + (earliest == null || latest == null
                        ? ", no interval"
                        : ", last of the old regime from " + earliest + " to " + latest);
    }
}
