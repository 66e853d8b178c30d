package org.migrationimpact.inference;

import java.util.List;
import org.migrationimpact.model.Factor;

/**
 * How many absorbed effects are counted among the K coefficients. E effects with L_1, L_2, … levels count as {@code L_1 + L_2 + … − (E −
 * 1)}, the intercept among them; where effects overlap further, as origin-year and destination-year do by the years, that is an upper bound.
 */
public enum EffectCount {
    /** All but those that lie within the clusters, of which one stays for the intercept: the default of clustered errors. */
    NOT_NESTED,
    /** All. */
    ALL,
    /** Where one effect is absorbed and lies within the clusters, none; otherwise all. */
    UNLESS_ONE_NESTED,
    /** None. */
    NONE;

    /** K: the slopes, and the effects that count where errors are clustered so. */
    int coefficients(PanelScores scores, List<Factor> clusters) {
        List<Factor> effects = scores.absorbed();
        if (effects.isEmpty() || this == NONE) {
            return scores.slopes();
        }
        List<Factor> nested = this == ALL ? List.of() : Nesting.within(effects, clusters);
        return scores.slopes() + counted(effects, nested);
    }

    private int counted(List<Factor> effects, List<Factor> nested) {
        int all = levels(effects) - (effects.size() - 1);
        if (this == UNLESS_ONE_NESTED) {
            return effects.size() == 1 && nested.size() == 1 ? 0 : all;
        }
        return nested.size() == effects.size() ? 1 : all - (levels(nested) - nested.size());
    }

    private static int levels(List<Factor> effects) {
        return effects.stream().mapToInt(Factor::levels).sum();
    }

    String meaning(PanelScores scores) {
        return scores.slopes() + " slopes and "
                + switch (this) {
                    case NOT_NESTED -> "the absorbed effects that are not nested in the clusters";
                    case ALL -> "all absorbed effects";
                    case UNLESS_ONE_NESTED ->
                        "the absorbed effects, unless there is one that is nested in the clusters";
                    case NONE -> "no absorbed effects";
                };
    }
}
