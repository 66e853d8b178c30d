package org.migrationimpact.quality;

import java.io.Serializable;
import java.util.Locale;
import org.migrationimpact.data.Period;

/**
 * A level that jumped from one observation to the next and stayed, where the publisher says nothing of it.
 *
 * @param lastOfOld the last period of the old level
 * @param firstOfNew the first period of the new level
 * @param from the value in the last period of the old level
 * @param to the value in the first period of the new level
 * @param strength how many times the usual change of the series the jump is, as {@link CoverageBreaks} measures it; infinite where the
 *     series otherwise does not change, or where one side is all zeros
 * @param needed how large the strength must be at this length of series
 * @param before how many values before it were looked at
 * @param after how many values from it on were looked at
 */
public record CoverageBreak(
        Period lastOfOld,
        Period firstOfNew,
        double from,
        double to,
        double strength,
        double needed,
        int before,
        int after)
        implements Serializable {

    /** The new level as a multiple of the old: 8.8, or 0.1; infinite or 0 where one side is zero. */
    public double ratio() {
        return to / from;
    }

    /** How strong the case is, in words; a side of one value shows no level. */
    String seen() {
        String side = before == 1 ? "before" : after == 1 ? "after" : "";
        return String.format(
                Locale.ROOT,
                "from %s in %s to %s in %s without a flag%s",
                plain(from),
                lastOfOld,
                plain(to),
                firstOfNew,
                side.isEmpty() ? "" : ", with one value " + side + " it only");
    }

    /** Whole numbers with commas, others with five digits. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.5g", value);
    }

    @Override
    public String toString() {
        String why = Double.isInfinite(strength)
                ? from == 0 || to == 0 ? "all zeros on one side" : "the series does not change otherwise"
                : String.format(Locale.ROOT, "%.1f times the usual change, %.1f needed", strength, needed);
        return seen() + " (" + why + ")";
    }
}
