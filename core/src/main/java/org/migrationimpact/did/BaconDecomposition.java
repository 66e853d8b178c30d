package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Breakdown;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/**
 * Of which comparisons a regression with two-way fixed effects is made: every difference in differences of two groups and two spans of
 * time, with its estimate and its weight. The weights sum to 1, and the estimates so weighted to the coefficient of the regression.
 *
 * <p>Comparisons of units treated later with those treated already take the effect on the latter for part of the trend; where effects grow
 * or fade they mislead. They are the forbidden comparisons, and {@link #forbiddenShare()} says how much rests on them.
 *
 * <p>The decomposition is exact for a balanced panel without covariates, with weights that do not change within a unit; other panels are
 * refused. Source: Goodman-Bacon (2021), doi:10.1016/j.jeconom.2021.03.014.
 */
public final class BaconDecomposition implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final List<BaconComparison> comparisons;

    private BaconDecomposition(AdoptionPanel panel, List<BaconComparison> comparisons) {
        this.panel = panel;
        this.comparisons = comparisons;
    }

    /**
     * The decomposition for these rows.
     *
     * @throws InputException E-DID-035 where the panel is not balanced, or weights change within a unit
     * @throws DataException E-DID-036 where there is nothing to compare
     */
    public static BaconDecomposition of(AdoptionPanel panel) {
        BaconGroups.reason(panel).ifPresent(reason -> {
            throw new InputException(
                    "E-DID-035",
                    reason
                            + "; a regression falls apart into comparisons of two groups only where every unit is seen in every period with one weight: hand in such rows, or take group-time");
        });
        List<BaconComparison> all = new BaconGroups(panel).comparisons();
        if (all.isEmpty()) {
            throw new DataException(
                    "E-DID-036",
                    "no two groups of units in " + panel.name()
                            + " differ in treatment over time; there is nothing to compare");
        }
        return new BaconDecomposition(panel, all);
    }

    /** Every comparison, in order of kind, treated cohort and control. */
    public List<BaconComparison> comparisons() {
        return comparisons;
    }

    /** The weight of all comparisons of a kind; 0 where there are none. */
    public double weight(BaconComparison.Kind kind) {
        return of(kind).mapToDouble(BaconComparison::weight).sum();
    }

    /** The weighted mean of the estimates of a kind; {@code NaN} where there are none. */
    public double estimate(BaconComparison.Kind kind) {
        return of(kind).mapToDouble(one -> one.weight() * one.estimate()).sum() / weight(kind);
    }

    private java.util.stream.Stream<BaconComparison> of(BaconComparison.Kind kind) {
        return comparisons.stream().filter(one -> one.kind() == kind);
    }

    /** What the comparisons come to: the coefficient of the regression. */
    public double estimate() {
        return comparisons.stream()
                .mapToDouble(one -> one.weight() * one.estimate())
                .sum();
    }

    /** The weight of comparisons with units treated already. */
    public double forbiddenShare() {
        return Arrays.stream(BaconComparison.Kind.values())
                .filter(BaconComparison.Kind::isForbidden)
                .mapToDouble(this::weight)
                .sum();
    }

    /** The outcome that is compared. */
    public String subject() {
        return panel.name();
    }

    /** Its unit. */
    public String unit() {
        return panel.unit();
    }

    /** The same as the one result that every design of this library ends in; the decomposition has no errors. */
    public Impact impact() {
        List<Weight> weights = comparisons.stream()
                .map(one -> new Weight(one.toString(), one.weight()))
                .toList();
        List<Coefficient> terms = comparisons.stream()
                .map(one -> new Coefficient(one.toString(), one.estimate(), new PointOnly()))
                .toList();
        return new Impact(
                "bacon",
                panel.name(),
                new Effect(
                        "coefficient of two-way fixed effects, as the sum of its comparisons",
                        panel.unit(),
                        Scale.LEVEL,
                        new Coefficient("treated", estimate(), new PointOnly())),
                terms,
                new EffectPath(
                        panel.name(),
                        panel.unit(),
                        Scale.LEVEL,
                        Double.NaN,
                        panel.cohorts().get(0),
                        List.of()),
                panel.sample(),
                List.of(new Convention("estimator", "decomposition of two-way fixed effects (Goodman-Bacon 2021)")),
                List.of(),
                warnings(),
                new Breakdown(weights, List.of(), List.of()));
    }

    /** Where a part rests on units treated already. */
    List<Warning> warnings() {
        double share = forbiddenShare();
        return share == 0
                ? List.of()
                : List.of(new Warning(
                        "W-DID-033",
                        String.format(
                                Locale.ROOT,
                                "%.1f %% of the coefficient rests on comparisons with units that are treated already, which mislead where effects change with time: compare with group-time, sun-abraham or imputation",
                                100 * share)));
    }

    /** One line a kind, with weight and mean estimate. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (BaconComparison.Kind kind : BaconComparison.Kind.values()) {
            if (weight(kind) > 0) {
                text.append(String.format(
                        Locale.ROOT, "%s: weight %.4f, mean estimate %.5g\n", kind, weight(kind), estimate(kind)));
            }
        }
        return text + String.format(Locale.ROOT, "in sum %.5g %s", estimate(), panel.unit());
    }
}
