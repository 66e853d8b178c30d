package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationimpact.data.DataException;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Status;

/**
 * The standard errors of an estimate, in the layout of {@link EffectMeans}, and how they were found.
 *
 * @param errors one a place; NaN where there is none
 * @param replicates of the estimate; empty where there are none
 * @param words for the conventions of a result
 * @param rank where the estimate stands among placebos, if there are any
 */
@SuppressWarnings("ArrayRecordComponent") // inside the package, compared by nobody
record ReplicatedErrors(double[] errors, double[][] replicates, String words, Optional<Diagnostic> rank) {

    private static final double NOTABLE = 0.05;

    static ReplicatedErrors none(double[] estimate) {
        double[] errors = new double[estimate.length];
        Arrays.fill(errors, Double.NaN);
        return new ReplicatedErrors(errors, new double[0][], "none", Optional.empty());
    }

    /** Of a method that is repeated as a whole on every replicate. */
    static ReplicatedErrors refitted(Resampling how, AdoptionPanel data, Counterfactuals method, double[] estimate) {
        Replicates again = new Replicates(data, method);
        return switch (how.kind()) {
            case PLACEBO -> {
                requirePlacebos(data);
                yield placebos(estimate, data, again.placebos(how.draws(), how.seed()), how.seed());
            }
            case BOOTSTRAP -> {
                requireSeveralTreated(data, "a bootstrap");
                yield bootstrap(again.bootstrap(how.draws(), how.seed()), how.seed());
            }
            case JACKKNIFE -> {
                requireSeveralTreated(data, "a jackknife");
                yield jackknife(again.jackknife(), "each left out and all fitted anew");
            }
            case NONE, PARAMETRIC -> none(estimate);
        };
    }

    static ReplicatedErrors placebos(double[] estimate, AdoptionPanel data, double[][] placebos, long seed) {
        boolean all = data.treated().length == 1 && placebos.length == data.never().length;
        long beyond = Arrays.stream(placebos)
                .filter(one -> Math.abs(one[0]) >= Math.abs(estimate[0]))
                .count();
        double p = (1.0 + beyond) / (1.0 + placebos.length);
        String which = all
                ? "each of the " + placebos.length + " never treated units in turn"
                : placebos.length + " draws of " + data.treated().length + " never treated units, seed " + seed;
        double smallest = 1.0 / (1 + placebos.length);
        Diagnostic rank = new Diagnostic(
                "rank among placebos",
                Double.NaN,
                p,
                smallest > NOTABLE ? Status.NOT_APPLICABLE : p <= NOTABLE ? Status.PASSED : Status.FAILED,
                beyond + " of " + placebos.length
                        + " placebos are at least as large in size; the smallest p-value there can be is 1/"
                        + (placebos.length + 1));
        return new ReplicatedErrors(Spread.ofDraws(placebos), placebos, "placebo: " + which, Optional.of(rank));
    }

    static ReplicatedErrors bootstrap(double[][] draws, long seed) {
        return new ReplicatedErrors(
                Spread.ofDraws(draws),
                draws,
                "bootstrap of units, " + draws.length + " draws, seed " + seed,
                Optional.empty());
    }

    static ReplicatedErrors jackknife(double[][] replicates, String how) {
        return new ReplicatedErrors(
                Spread.ofJackknife(replicates), replicates, "jackknife over units, " + how, Optional.empty());
    }

    static void requirePlacebos(AdoptionPanel data) {
        int treated = data.treated().length;
        int never = data.never().length;
        if (never < treated + 2) {
            throw new DataException(
                    "E-ADOPT-006",
                    "placebo errors put never treated units in the place of the " + treated
                            + " treated and need 2 more, " + (treated + 2) + " in all; there are " + never
                            + "; take no errors, or a bootstrap where several are treated");
        }
    }

    static void requireSeveralTreated(AdoptionPanel data, String what) {
        if (data.treated().length < 2) {
            throw new DataException(
                    "E-ADOPT-007",
                    what + " leaves treated units out and so needs 2 or more, there is 1, "
                            + data.units().get(data.treated()[0]) + "; take placebo errors");
        }
    }

    static void requireSeveralInCohorts(AdoptionPanel data) {
        String alone = Arrays.stream(data.cohorts())
                .filter(start -> data.cohort(start).length == 1)
                .mapToObj(start -> data.units().get(data.cohort(start)[0]) + " from " + data.period(start))
                .collect(Collectors.joining(", "));
        if (!alone.isEmpty()) {
            throw new DataException(
                    "E-ADOPT-008",
                    "a jackknife with weights held fixed needs 2 or more treated units of each first treated period; alone are "
                            + alone + "; take placebo errors or a bootstrap");
        }
    }
}
