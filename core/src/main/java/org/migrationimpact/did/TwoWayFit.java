package org.migrationimpact.did;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Status;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/** What {@link TwoWayFixedEffects} found: the coefficient, and how far it can be read as an effect. */
public final class TwoWayFit implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final Regressed regressed;
    private final RowWeights weights;
    private final Optional<BaconDecomposition> bacon;

    TwoWayFit(
            AdoptionPanel panel,
            RegressionOptions options,
            Regressed regressed,
            RowWeights weights,
            Optional<BaconDecomposition> bacon) {
        this.panel = panel;
        this.options = options;
        this.regressed = regressed;
        this.weights = weights;
        this.bacon = bacon;
    }

    /** What the regression left. */
    record Regressed(
            JointEffects joint,
            List<Combination> covariates,
            List<Convention> conventions,
            SampleAudit sample,
            List<Warning> warnings)
            implements Serializable {}

    /**
     * How treated rows count in the coefficient.
     *
     * @param treated how many treated rows there are
     * @param negative how many of them count with a negative weight
     * @param sum of the negative weights; all weights sum to 1
     */
    public record RowWeights(int treated, int negative, double sum) implements Serializable {}

    /** The coefficient of treatment. */
    public Coefficient coefficient() {
        return regressed.joint().coefficient(headline(), TwoWayRegression.TREATED);
    }

    private Combination headline() {
        return regressed.joint().single(TwoWayRegression.TREATED, TwoWayRegression.TREATED);
    }

    /** How the effects on treated rows count in the coefficient. */
    public RowWeights weights() {
        return weights;
    }

    /** The comparisons it is made of; empty with covariates or anticipation, or where the panel is not balanced. */
    public Optional<BaconDecomposition> bacon() {
        return bacon;
    }

    /** The same as the one result that every design of this library ends in. */
    public Impact impact() {
        Combination headline = headline();
        AdoptionFindings findings = new AdoptionFindings(
                regressed.joint(),
                headline,
                AdoptionFit.table(),
                AdoptionFit.table(),
                List.of(),
                regressed.covariates(),
                List.of(),
                Optional.empty());
        AdoptionAccount account = new AdoptionAccount(
                "fixed-effects",
                panel.name(),
                "coefficient of treatment with effects of unit and period",
                panel.unit(),
                Scale.LEVEL,
                panel.cohorts().get(0),
                regressed.sample(),
                regressed.conventions(),
                diagnostics(),
                warnings());
        return new AdoptionFit(findings, account).impact();
    }

    private List<Diagnostic> diagnostics() {
        List<Diagnostic> list = new ArrayList<>();
        list.add(
                new Diagnostic(
                        "negative weights",
                        weights.sum(),
                        Double.NaN,
                        weights.negative() == 0 ? Status.PASSED : Status.FAILED,
                        weights.negative() + " of " + weights.treated()
                                + " treated rows count with a negative weight; the statistic is their sum, all weights summing to 1"));
        bacon.ifPresent(parts -> list.add(new Diagnostic(
                "comparisons with units treated already",
                parts.forbiddenShare(),
                Double.NaN,
                parts.forbiddenShare() == 0 ? Status.PASSED : Status.FAILED,
                "the statistic is their share of the coefficient (Goodman-Bacon 2021)")));
        return list;
    }

    private List<Warning> warnings() {
        List<Warning> list = new ArrayList<>();
        int cohorts = new Timing(panel, options.anticipation()).studied().size();
        if (cohorts > 1) {
            list.add(
                    new Warning(
                            "W-DID-034",
                            cohorts
                                    + " cohorts are treated at different dates; where the effect differs between them or changes with time, this coefficient is no mean of effects: compare with group-time, sun-abraham or imputation"));
        }
        if (weights.negative() > 0) {
            list.add(new Warning(
                    "W-DID-035",
                    String.format(
                            Locale.ROOT,
                            "%d of %d treated rows count with a negative weight (in sum %.3f): the coefficient may have the other sign than every effect in it",
                            weights.negative(),
                            weights.treated(),
                            weights.sum())));
        }
        bacon.ifPresent(parts -> list.addAll(parts.warnings()));
        list.addAll(regressed.warnings());
        return list;
    }

    /** The result in words and numbers. */
    @Override
    public String toString() {
        return impact().summary();
    }
}
