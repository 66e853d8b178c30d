package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;

/** What a fitted regression with ARIMA errors expects of periods that it is not told, with regressors left out or not. */
final class ArimaForecast {

    private final ArimaData data;
    private final ArimaOrder order;
    private final int season;
    private final double[] free;
    private final double[] coefficients; // of the regressors
    private final double variance;
    private final double[][] covarianceOfFree;

    ArimaForecast(
            ArimaData data,
            ArimaOrder order,
            int season,
            double[] free,
            double[] coefficients,
            double variance,
            double[][] covarianceOfFree) {
        this.data = data;
        this.order = order;
        this.season = season;
        this.free = free;
        this.coefficients = coefficients;
        this.variance = variance;
        this.covarianceOfFree = covarianceOfFree;
    }

    /** From {@code from} to {@code to}, knowing what lies before. */
    List<Prediction> between(Period from, Period to, List<String> without) {
        int first = Math.toIntExact(data.start().until(from));
        int last = Math.toIntExact(data.start().until(to));
        if (first <= 0 || last < first) {
            throw new IllegalArgumentException(
                    "a forecast begins after " + data.start() + " and ends no earlier, got " + from + ".." + to);
        }
        double[] known = Arrays.copyOf(data.response(), last + 1);
        Arrays.fill(known, Math.min(first, known.length), last + 1, Double.NaN);
        return predictions(known, without).stream()
                .filter(p -> !p.period().isBefore(from))
                .toList();
    }

    /** Each period before {@code end} from those before it; those without an innovation from all others. */
    List<Prediction> oneStep(Period end, double[] innovations, double[] deviations, List<String> without) {
        int last = Math.toIntExact(data.start().until(end));
        double[] known = Arrays.copyOf(data.response(), last);
        IntStream.range(0, last).filter(t -> Double.isNaN(innovations[t])).forEach(t -> known[t] = Double.NaN);
        List<Prediction> others = predictions(known, without);
        return IntStream.range(0, last)
                .boxed()
                .flatMap(t -> Double.isNaN(innovations[t])
                        ? others.stream().filter(p -> p.period().equals(at(t)))
                        : Stream.of(new Prediction(
                                at(t),
                                data.response()[t] - innovations[t] - of(without, t),
                                Math.sqrt(variance) * deviations[t])))
                .toList();
    }

    private Period at(int t) {
        return data.start().plus(t);
    }

    /** What these regressors contribute. */
    private double of(List<String> names, int t) {
        double[] row = data.row(at(t));
        return names.stream()
                .mapToInt(data.names()::indexOf)
                .mapToDouble(j -> row[j] * coefficients[j])
                .sum();
    }

    private List<Prediction> predictions(double[] known, List<String> without) {
        ArimaPrediction problem = new ArimaPrediction(data.withResponse(known), order, season);
        if (!problem.determined()) {
            throw new DataException(
                    "E-ARIMA-008",
                    data.name() + " has too few periods with a value for " + order
                            + " to say what it expects of the others; it takes more than "
                            + order.lost(season) + " before the first one");
        }
        double[][] rows = IntStream.of(problem.places())
                .mapToObj(t -> row(at(t), without))
                .toArray(double[][]::new);
        double[][] found = problem.at(free, coefficients, variance, covarianceOfFree, rows);
        return IntStream.range(0, rows.length)
                .filter(j -> Double.isFinite(found[0][j]))
                .mapToObj(j -> new Prediction(at(problem.places()[j]), found[0][j], found[1][j]))
                .toList();
    }

    private double[] row(Period period, List<String> without) {
        double[] row = data.row(period);
        without.forEach(name -> row[data.names().indexOf(name)] = 0);
        return row;
    }
}
