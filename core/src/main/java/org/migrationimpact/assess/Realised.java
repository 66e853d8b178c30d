package org.migrationimpact.assess;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/**
 * What a design did where there was nothing to find.
 *
 * @param falsePositives how often it found an effect at the 5 % level
 * @param coverage how often its 95 % interval contained zero
 * @param refused how often it could not answer
 */
public record Realised(Rate falsePositives, Rate coverage, int refused) implements Serializable {

    private static final double LEVEL = 0.05;

    /** What one trial showed. */
    private record Shown(boolean found, boolean contained, double statistic) {
        static Optional<Shown> by(Impact impact) {
            Coefficient effect = impact.effect().coefficient();
            double p = effect.pValue();
            return Double.isNaN(p)
                    ? Optional.empty()
                    : Optional.of(
                            new Shown(p < LEVEL, effect.interval(1 - LEVEL).contains(0), effect.statistic()));
        }
    }

    /** Of trials that have nothing in common; empty where not even half of them gave an answer. */
    static Optional<Realised> ofIndependent(List<Optional<Impact>> trials) {
        return of(trials, Overlap.NONE);
    }

    /** Of trials in the order of time that share most of their data. */
    static Optional<Realised> ofNeighbours(List<Optional<Impact>> trials) {
        return of(trials, Overlap.NEIGHBOURS);
    }

    private enum Overlap {
        NONE,
        NEIGHBOURS
    }

    private static Optional<Realised> of(List<Optional<Impact>> trials, Overlap overlap) {
        List<Shown> shown = new ArrayList<>();
        trials.forEach(trial -> trial.flatMap(Shown::by).ifPresent(shown::add));
        int n = shown.size();
        if (n == 0 || 2 * n < trials.size()) {
            return Optional.empty();
        }
        double effective = overlap == Overlap.NONE
                ? n
                : effective(shown.stream().mapToDouble(Shown::statistic).toArray());
        int found = (int) shown.stream().filter(Shown::found).count();
        int contained = (int) shown.stream().filter(Shown::contained).count();
        return Optional.of(
                new Realised(new Rate(found, n, effective), new Rate(contained, n, effective), trials.size() - n));
    }

    /** n over 1 + 2 Σ (1 − k/n) r_k, r_k being the autocorrelation of neighbouring statistics, summed until it is no longer positive. */
    static double effective(double... statistics) {
        int n = statistics.length;
        double mean = 0;
        for (double statistic : statistics) {
            mean += statistic / n;
        }
        double squares = product(statistics, mean, 0);
        double inflation = 1;
        for (int lag = 1; lag < n && squares > 0; lag++) {
            double r = product(statistics, mean, lag) / squares;
            if (!(r > 0)) {
                break;
            }
            inflation += 2 * (1 - lag / (double) n) * r;
        }
        double effective = n / inflation;
        return Double.isNaN(effective) ? 1 : Math.max(1, Math.min(n, effective));
    }

    private static double product(double[] statistics, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < statistics.length; i++) {
            sum += (statistics[i] - mean) * (statistics[i - lag] - mean);
        }
        return sum;
    }
}
