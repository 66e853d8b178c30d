package org.migrationimpact.synthetic;

import java.util.Arrays;
import org.migrationimpact.data.Period;

/**
 * What of each unit's own level is set aside before units are compared, so that a twin need only move as the treated does. It is the mean of
 * the unit over the periods that are matched.
 *
 * <p>Source: Doudchenko and Imbens (2016), doi:10.3386/w22791; Ferman and Pinto (2021), doi:10.3982/QE1596.
 */
public enum Baseline {
    /** Nothing: the twin has the level of the treated. */
    NONE("none: the twin must have the level of the treated"),
    /** The unit's mean. */
    OWN_MEAN("each unit about its own mean before"),
    /** The unit's mean of each season, so that seasons may differ from unit to unit. */
    OWN_SEASONS("each unit about its own means of each season before");

    private final String words;

    Baseline(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The group of each period whose mean is set aside; −1 where nothing is. */
    int[] groups(Period first, int periods) {
        int[] groups = new int[periods];
        for (int t = 0; t < periods; t++) {
            groups[t] = switch (this) {
                case NONE -> -1;
                case OWN_MEAN -> 0;
                case OWN_SEASONS -> first.plus(t).season() - 1;
            };
        }
        return groups;
    }

    /** The values less the means of their groups over these rows; the mean of a group that has none is that of no period, so NaN. */
    static double[] without(double[] values, int[] groups, int from, int to) {
        int most = Arrays.stream(groups).max().orElse(-1);
        double[] adjusted = values.clone();
        for (int group = 0; group <= most; group++) {
            double sum = 0;
            int count = 0;
            for (int t = from; t < to; t++) {
                if (groups[t] == group) {
                    sum += values[t];
                    count++;
                }
            }
            for (int t = 0; t < adjusted.length; t++) {
                adjusted[t] -= groups[t] == group ? sum / count : 0;
            }
        }
        return adjusted;
    }

    @Override
    public String toString() {
        return words;
    }
}
