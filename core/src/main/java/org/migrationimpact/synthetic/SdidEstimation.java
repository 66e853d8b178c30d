package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;

/** One synthetic difference-in-differences: weights, effect, errors, result. */
final class SdidEstimation {

    private static final double LITTLE = 1e-6;
    private static final int FEW = 10;

    private final String design;
    private final SdidOptions options;
    private final AdoptionPanel data;
    private final CovariateAdjustment adjustment;
    private final AdoptionPanel adjusted;
    private final SdidCounterfactuals method;
    private final List<DoubleWeights> weights;
    private final double[][] predicted;

    SdidEstimation(String design, AdoptionRows rows, SdidOptions options) {
        this.design = design;
        this.options = options;
        data = rows.complete();
        SdidCounterfactuals.require(data);
        adjustment = CovariateAdjustment.of(data, options.covariates());
        adjusted = adjustment.adjusted(data);
        method = new SdidCounterfactuals(options.weighting());
        weights = method.weights(adjusted);
        predicted = SdidCounterfactuals.predicted(adjusted, weights);
    }

    SyntheticDidFit fit() {
        double[] estimate = new EffectMeans(adjusted).of(adjusted, predicted);
        ReplicatedErrors errors = errors(estimate);
        Impact impact = new EffectReport(data, adjustment.restored(data, predicted), errors.errors())
                .impact(design, conventions(errors), errors, unitWeights())
                .with(warnings());
        List<Double> placebos = options.errors().kind() == Resampling.Kind.PLACEBO
                ? Arrays.stream(errors.replicates()).map(one -> one[0]).toList()
                : List.of();
        return new SyntheticDidFit(impact, cohorts(estimate), adjustment.coefficients(), placebos);
    }

    private List<Warning> warnings() {
        int treated = data.treated().length;
        return options.errors().kind() == Resampling.Kind.JACKKNIFE && treated < FEW
                ? List.of(new Warning(
                        "W-SDID-001",
                        "the jackknife leans on " + treated
                                + " treated units; with fewer than 10 its intervals are too narrow, and those of placebos or a bootstrap nearer"
                                + " to their level"))
                : List.of();
    }

    private ReplicatedErrors errors(double[] estimate) {
        Resampling how = options.errors();
        if (how.kind() != Resampling.Kind.JACKKNIFE) {
            return ReplicatedErrors.refitted(how, adjusted, method, estimate);
        }
        requireJackknife();
        Replicates again = new Replicates(adjusted, method);
        return ReplicatedErrors.jackknife(
                Replicates.each(data.starts().length, left -> leftOut(again.others(left))), "weights held fixed");
    }

    private void requireJackknife() {
        ReplicatedErrors.requireSeveralTreated(data, "a jackknife");
        ReplicatedErrors.requireSeveralInCohorts(data);
        boolean single = weights.stream()
                .anyMatch(one ->
                        Arrays.stream(one.units()).filter(w -> w > LITTLE).count() < 2);
        if (single) {
            throw new DataException(
                    "E-SDID-004",
                    "a jackknife with weights held fixed leaves each never treated unit out, and one of them has all the weight; take"
                            + " placebo errors or a bootstrap");
        }
    }

    /** The estimate of these units by the weights of all, brought to one in sum. */
    private double[] leftOut(int[] kept) {
        AdoptionPanel fewer = adjusted.rows(kept);
        int[] never = data.never();
        int[] places = IntStream.range(0, never.length)
                .filter(k -> Arrays.binarySearch(kept, never[k]) >= 0)
                .toArray();
        List<DoubleWeights> held =
                weights.stream().map(one -> one.keeping(places)).toList();
        return new EffectMeans(adjusted).of(fewer, SdidCounterfactuals.predicted(fewer, held));
    }

    private List<CohortTwin> cohorts(double[] estimate) {
        EffectMeans layout = new EffectMeans(data);
        List<CohortTwin> twins = new ArrayList<>();
        int[] cohorts = data.cohorts();
        for (int c = 0; c < cohorts.length; c++) {
            DoubleWeights found = weights.get(c);
            twins.add(new CohortTwin(
                    data.period(cohorts[c]),
                    Arrays.stream(data.cohort(cohorts[c]))
                            .mapToObj(data.units()::get)
                            .toList(),
                    estimate[layout.cohort(c)],
                    named(found.units()),
                    IntStream.range(0, cohorts[c])
                            .mapToObj(t -> new TimeWeight(data.period(t), found.times()[t]))
                            .toList(),
                    found.unitPenalty(),
                    found.timePenalty(),
                    found.unitObjective(),
                    found.timeObjective(),
                    found.kktResidual()));
        }
        return twins;
    }

    private List<Weight> named(double[] units) {
        int[] never = data.never();
        return IntStream.range(0, never.length)
                .mapToObj(k -> new Weight(data.units().get(never[k]), units[k]))
                .toList();
    }

    /** The weights of the cohorts, each counting by its treated unit-periods. */
    private List<Weight> unitWeights() {
        int[] cohorts = data.cohorts();
        double[] mean = new double[data.never().length];
        double cells = 0;
        for (int c = 0; c < cohorts.length; c++) {
            double own = (double) data.cohort(cohorts[c]).length * (data.periods() - cohorts[c]);
            cells += own;
            for (int k = 0; k < mean.length; k++) {
                mean[k] += own * weights.get(c).units()[k];
            }
        }
        double all = cells;
        return named(Arrays.stream(mean).map(w -> w / all).toArray());
    }

    private List<Convention> conventions(ReplicatedErrors errors) {
        double residual =
                weights.stream().mapToDouble(DoubleWeights::kktResidual).max().orElseThrow();
        return List.of(
                new Convention("weights", words()),
                new Convention("controls", data.never().length + " never treated units"),
                new Convention("covariates", adjustment.words()),
                new Convention("covariance", errors.words()),
                new Convention("interval", "normal"),
                new Convention(
                        "weights solved", "exactly, KKT residual " + String.format(Locale.ROOT, "%.1e", residual)));
    }

    private String words() {
        return switch (options.weighting()) {
            case SYNTHETIC_DIFFERENCE ->
                "units with a free level and the penalty (N1 T1)^(1/4) sigma, periods with a free level and the penalty 1e-6 sigma";
            case SYNTHETIC_CONTROL -> "units with the penalty 1e-6 sigma and no free level, no periods";
            case PLAIN_DIFFERENCE -> "every unit and every period alike";
        };
    }
}
