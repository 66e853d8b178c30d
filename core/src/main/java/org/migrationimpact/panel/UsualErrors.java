package org.migrationimpact.panel;

import java.util.Comparator;
import org.migrationimpact.inference.Clustered;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.inference.PanelRobust;
import org.migrationimpact.inference.PanelScores;
import org.migrationimpact.model.Factor;

/** The errors of a panel where none are asked for: clustered by the effect with most levels, the unit or the corridor as a rule. */
final class UsualErrors {

    private UsualErrors() {}

    /** Clusters for these scores; robust ones where nothing but an intercept is absorbed. */
    static PanelCovariance suiting(PanelScores scores) {
        return scores.absorbed().stream()
                .filter(effect -> effect.levels() > 1)
                .max(Comparator.comparingInt(Factor::levels).thenComparing(Factor::name))
                .<PanelCovariance>map(effect -> Clustered.by(effect.name()))
                .orElse(PanelRobust.HC1);
    }
}
