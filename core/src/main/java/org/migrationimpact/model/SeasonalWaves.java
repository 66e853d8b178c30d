package org.migrationimpact.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;

/**
 * Pairs of waves, {@code sin(2πjφ)} and {@code cos(2πjφ)} for j = 1 to {@code pairs}, φ being how much of the cycle has passed when the
 * period begins: the season number for half-years, quarters, months and days of the week, the day of the year for weeks.
 *
 * @param pairs the number of pairs
 * @param last whether the last pair has its sine; at the shortest wave it is zero everywhere and must be left out
 */
public record SeasonalWaves(int pairs, Last last) implements Term {

    /** What the last pair consists of. */
    public enum Last {
        /** Sine and cosine. */
        BOTH,
        /** The cosine alone. */
        COSINE_ONLY
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (int j = 1; j <= pairs; j++) {
            if (hasSine(j)) {
                names.add("season.sin" + j);
            }
            names.add("season.cos" + j);
        }
        return names;
    }

    @Override
    public double[] at(Period period) {
        double phase = 2 * Math.PI * phase(period);
        double[] values = new double[names().size()];
        int next = 0;
        for (int j = 1; j <= pairs; j++) {
            if (hasSine(j)) {
                values[next++] = Math.sin(j * phase);
            }
            values[next++] = Math.cos(j * phase);
        }
        return values;
    }

    private boolean hasSine(int j) {
        return j < pairs || last == Last.BOTH;
    }

    private static double phase(Period period) {
        if (period.frequency() == Frequency.WEEK) {
            LocalDate day = period.firstDay();
            return (day.getDayOfYear() - 1.0) / day.lengthOfYear();
        }
        return (period.season() - 1.0) / period.frequency().seasons();
    }
}
