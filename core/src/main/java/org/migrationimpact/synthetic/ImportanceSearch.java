package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The importance of predictors that brings the twin nearest to the outcomes before: steps along each logarithm of importance in turn, halved
 * where none helps, from several beginnings of which the best few are followed to the end. No chance, no derivative.
 */
final class ImportanceSearch {

    private static final double LEAST = 1e-8;
    private static final double COARSE = 1;
    private static final double FINE = 1e-3;
    private static final int FOLLOWED = 3;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Place(double[] logs, double loss) {}

    private final ToDoubleFunction<double[]> loss;

    ImportanceSearch(ToDoubleFunction<double[]> loss) {
        this.loss = loss;
    }

    /** The best that is reached from these beginnings, as shares that sum to one. */
    double[] best(List<double[]> beginnings) {
        List<Place> coarse = new ArrayList<>();
        for (double[] beginning : beginnings) {
            double[] logs = Arrays.stream(beginning)
                    .map(v -> Math.log10(Math.max(v, LEAST)))
                    .toArray();
            coarse.add(descend(place(logs), 4, COARSE));
        }
        return shares(coarse.stream()
                .sorted(Comparator.comparingDouble(Place::loss))
                .limit(FOLLOWED)
                .map(place -> descend(place, COARSE, FINE))
                .min(Comparator.comparingDouble(Place::loss))
                .orElseThrow()
                .logs());
    }

    private Place descend(Place from, double firstStep, double lastStep) {
        Place best = from;
        for (double step = firstStep; step >= lastStep; step /= 2) {
            boolean better = true;
            for (int sweep = 0; better && sweep < 20; sweep++) {
                Place before = best;
                for (int k = 0; k < best.logs().length; k++) {
                    best = lower(best, moved(best, k, step), moved(best, k, -step));
                }
                better = best.loss() < before.loss() * (1 - 1e-6);
            }
        }
        return best;
    }

    private Place moved(Place from, int k, double step) {
        double[] logs = from.logs().clone();
        logs[k] = Math.max(Math.log10(LEAST), Math.min(0, logs[k] + step));
        return logs[k] == from.logs()[k] ? from : place(logs);
    }

    private static Place lower(Place now, Place one, Place other) {
        Place better = one.loss() < now.loss() ? one : now;
        return other.loss() < better.loss() ? other : better;
    }

    private Place place(double[] logs) {
        return new Place(logs, loss.applyAsDouble(shares(logs)));
    }

    private static double[] shares(double[] logs) {
        double sum = Arrays.stream(logs).map(log -> Math.pow(10, log)).sum();
        return Arrays.stream(logs).map(log -> Math.pow(10, log) / sum).toArray();
    }
}
