package org.migrationimpact.assess;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.regression.Coefficient;

/** What a design shows on drawn series to which an effect is added. */
record DrawnTests(long seed, int draws, double power, double level) {

    private static final int PROBES = 3;
    private static final double SAME = 1e-6;
    private static final double CLOSE = 1e-3;

    /** The smallest effect that shows often enough, its Monte Carlo error, and how often something shows without one. */
    record Smallest(double effect, double error, Rate size) {}

    /** One question: a design, and the series it is asked about. */
    @SuppressWarnings("ArrayRecordComponent") // private, compared by nobody
    private record Question(Method method, NullModel model, Period first, double[] expected, int from) {

        Optional<Coefficient> answer(double[] deviations, double effect) {
            double[] moved = expected.clone();
            for (int i = from; i < moved.length; i++) {
                moved[i] += effect;
            }
            Series series = model.series(first, moved, deviations);
            return Trial.of(method, series)
                    .map(Impact::effect)
                    .map(e -> e.coefficient())
                    .filter(c -> !Double.isNaN(c.pValue()));
        }
    }

    Smallest of(Method method, NullModel model, Period first, double[] expected, int from) {
        Question question = new Question(method, model, first, expected, from);
        List<double[]> deviations = Draws.of(seed, draws, random -> model.deviations(random, expected.length));
        List<Optional<Coefficient>> without = answers(question, deviations, 0);
        List<Coefficient> known = without.stream().flatMap(Optional::stream).toList();
        if (2 * known.size() < draws) {
            throw new DataException(
                    "E-POWER-001",
                    "the design cannot answer with " + (expected.length - from) + " periods from the measure on: "
                            + refusal(question, deviations.get(0)) + "; ask for more periods");
        }
        Rate size = Rate.of((int) known.stream().filter(this::shows).count(), known.size());
        return moves(question, deviations, without)
                ? byQuantile(known, size)
                : byBisection(question, deviations, known, size);
    }

    private static String refusal(Question question, double[] deviations) {
        try {
            question.method().fit(question.model().series(question.first(), question.expected(), deviations));
            return "it has no p-value there";
        } catch (DataException | EstimationException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static List<Optional<Coefficient>> answers(Question question, List<double[]> deviations, double effect) {
        return deviations.parallelStream()
                .map(drawn -> question.answer(drawn, effect))
                .toList();
    }

    private boolean shows(Coefficient answer) {
        return answer.pValue() < level;
    }

    /** Whether an effect moves the estimate by itself and leaves Student's t with the error it had: tried on the first draws. */
    private boolean moves(Question question, List<double[]> deviations, List<Optional<Coefficient>> without) {
        return IntStream.range(0, Math.min(PROBES, draws))
                .allMatch(i -> without.get(i)
                        .map(before -> {
                            double effect = 3 * before.standardError();
                            return question.answer(deviations.get(i), effect)
                                    .filter(after -> same(after.estimate() - before.estimate(), effect)
                                            && same(after.standardError(), before.standardError())
                                            && before.uncertainty() instanceof StudentT)
                                    .isPresent();
                        })
                        .orElse(false));
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= SAME * Math.abs(b);
    }

    private Smallest byQuantile(List<Coefficient> known, Rate size) {
        double[] needed = known.stream()
                .mapToDouble(c -> c.interval(1 - level).high() - 2 * c.estimate())
                .sorted()
                .toArray();
        double spread = Math.sqrt(power * (1 - power) / needed.length);
        double error = (quantile(needed, power + spread) - quantile(needed, power - spread)) / 2;
        return new Smallest(quantile(needed, power), error, size);
    }

    private static double quantile(double[] sorted, double share) {
        double place = Math.min(1, share) * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private Smallest byBisection(Question question, List<double[]> deviations, List<Coefficient> known, Rate size) {
        double high = 3 * Math.max(Double.MIN_NORMAL, spread(known));
        for (int doubled = 0; share(question, deviations, high) < power; doubled++) {
            high *= 2;
            if (doubled == 12) {
                throw new DataException(
                        "E-POWER-002",
                        "even an effect of " + high + " does not show with power " + power
                                + "; the test of this design cannot reach the level " + level + " with so few periods");
            }
        }
        double low = 0;
        while (high - low > CLOSE * high) {
            double middle = (low + high) / 2;
            if (share(question, deviations, middle) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double error = Math.sqrt(power * (1 - power) / known.size()) * spread(known) / 0.28; // normal density at z_0.8
        return new Smallest(high, error, size);
    }

    private static double spread(List<Coefficient> known) {
        double[] estimates = known.stream().mapToDouble(Coefficient::estimate).toArray();
        double mean = Arrays.stream(estimates).average().orElseThrow();
        return Math.sqrt(Arrays.stream(estimates)
                .map(b -> (b - mean) * (b - mean))
                .average()
                .orElseThrow());
    }

    private double share(Question question, List<double[]> deviations, double effect) {
        List<Coefficient> answers = answers(question, deviations, effect).stream()
                .flatMap(Optional::stream)
                .toList();
        long shown = answers.stream()
                .filter(answer -> answer.estimate() > 0 && shows(answer))
                .count();
        return shown / (double) Math.max(1, answers.size());
    }
}
