package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Conformal;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.covariance.Uncertainty;
import org.migrationimpact.data.DataException;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;

/** One augmented synthetic control: weights, effect, intervals, result. */
final class AugmentedEstimation {

    private static final int LEAST_DONORS = 2;
    private static final int LEAST_BEFORE = 3;

    private final String design;
    private final AugmentedOptions options;
    private final AdoptionPanel data;
    private final int start;
    private final double[][] donors;
    private final AugmentedTwin twin;
    private final double penalty;

    AugmentedEstimation(String design, AdoptionRows rows, AugmentedOptions options) {
        this.design = design;
        this.options = options;
        data = rows.complete();
        require();
        start = data.cohorts()[0];
        donors = SdidCounterfactuals.never(data);
        twin = AugmentedCounterfactuals.twin(data, donors, start);
        penalty = options.given().stream().findFirst().orElseGet(twin::chosen);
    }

    private void require() {
        if (data.cohorts().length > 1) {
            throw new DataException(
                    "E-ASCM-001",
                    "the treated units begin in "
                            + Arrays.stream(data.cohorts())
                                    .mapToObj(s -> data.period(s).toString())
                                    .collect(Collectors.joining(", "))
                            + "; an augmented synthetic control has one date; fit each by itself, or take synthetic"
                            + " difference-in-differences");
        }
        int never = data.never().length;
        if (never < LEAST_DONORS) {
            throw new DataException(
                    "E-ASCM-002",
                    "an augmented synthetic control needs 2 or more never treated units, there are " + never);
        }
        if (data.cohorts()[0] < LEAST_BEFORE) {
            throw new DataException(
                    "E-ASCM-003",
                    "an augmented synthetic control needs 3 or more periods before, there are " + data.cohorts()[0]
                            + " before " + data.period(data.cohorts()[0]));
        }
    }

    AugmentedSyntheticControlFit fit() {
        double[] weights = twin.weights(penalty);
        double[][] predicted = AugmentedCounterfactuals.predicted(data, weights, donors);
        EffectMeans layout = new EffectMeans(data);
        double[] estimate = layout.of(data, predicted);
        ReplicatedErrors errors = errors(estimate);
        EffectReport report = options.kind() == AugmentedOptions.Kind.PLACEBO
                ? new EffectReport(data, predicted, errors.errors())
                : new EffectReport(data, predicted, uncertainties(layout, estimate));
        Impact impact = report.impact(design, conventions(errors), errors, named(weights));
        return new AugmentedSyntheticControlFit(
                impact,
                penalty,
                options.given().isEmpty() ? twin.search() : List.of(),
                named(twin.simplex().weights()),
                length(twin.gaps(penalty)),
                Math.sqrt(twin.simplex().sumOfSquares()),
                twin.simplex().kktResidual());
    }

    private ReplicatedErrors errors(double[] estimate) {
        return switch (options.kind()) {
            case PLACEBO ->
                ReplicatedErrors.refitted(options.placebos(), data, new AugmentedCounterfactuals(penalty), estimate);
            case CONFORMAL -> none("conformal, runs of periods, twin and ridge fitted anew, penalty held fixed");
            case JACKKNIFE_PLUS -> none("jackknife+ over the periods before, penalty held fixed");
            case NONE -> none("none");
        };
    }

    private static ReplicatedErrors none(String words) {
        return new ReplicatedErrors(new double[0], new double[0][], words, Optional.empty());
    }

    private IntFunction<Uncertainty> uncertainties(EffectMeans layout, double[] estimate) {
        double[] target = AugmentedCounterfactuals.mean(data);
        List<Double> levels = Levels.with(options.confidence());
        int after = data.periods() - start;
        List<Conformal> found = switch (options.kind()) {
            case CONFORMAL ->
                new AugmentedConformal(donors, target, start, penalty, levels)
                        .all(IntStream.rangeClosed(0, after)
                                .mapToDouble(k -> estimate[k < after ? layout.period(start + k) : 0])
                                .toArray());
            case JACKKNIFE_PLUS ->
                Arrays.stream(JackknifePlus.of(donors, target, start, penalty))
                        .map(one -> one.uncertainty(levels))
                        .toList();
            case PLACEBO, NONE -> List.of();
        };
        return place -> {
            if (found.isEmpty()) {
                return new PointOnly();
            }
            if (place == 0) {
                return found.get(after);
            }
            int k = place - layout.period(start);
            return k >= 0 && k < after ? found.get(k) : new PointOnly();
        };
    }

    private static double length(double[] gaps) {
        return Math.sqrt(Gram.dot(gaps, gaps));
    }

    private List<Weight> named(double[] weights) {
        int[] never = data.never();
        return IntStream.range(0, never.length)
                .mapToObj(k -> new Weight(data.units().get(never[k]), weights[k]))
                .toList();
    }

    private List<Convention> conventions(ReplicatedErrors errors) {
        String how =
                options.given().isEmpty() ? "cross-validation over the periods before, one standard error" : "given";
        return List.of(
                new Convention(
                        "weights",
                        "synthetic control on all outcomes before, with a ridge for what it misses; may be below 0"),
                new Convention("penalty", String.format(Locale.ROOT, "%.6g, %s", penalty, how)),
                new Convention("controls", data.never().length + " never treated units"),
                new Convention("covariance", errors.words()));
    }
}
