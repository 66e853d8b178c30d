package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How alike the treated and its twin are in one predictor.
 *
 * @param predictor its name
 * @param treated of the treated unit
 * @param twin of the twin
 * @param donors the plain mean of the donors
 * @param importance its share among the predictors
 */
public record Balance(String predictor, double treated, double twin, double donors, double importance)
        implements Serializable {

    static List<Balance> of(ByPredictors search, TwinData data, Refit whole) {
        double[] importance = search.importance(0, data.donors());
        List<Predictor> predictors = search.predictors();
        return IntStream.range(0, importance.length)
                .mapToObj(k -> of(predictors.get(k), data, whole, importance[k]))
                .toList();
    }

    private static Balance of(Predictor predictor, TwinData data, Refit whole, double importance) {
        double twin = whole.weights().stream()
                .mapToDouble(weight -> weight.weight() * predictor.of(weight.unit()))
                .sum();
        double mean = whole.weights().stream()
                .mapToDouble(weight -> predictor.of(weight.unit()))
                .average()
                .orElseThrow();
        return new Balance(predictor.name(), predictor.of(data.units().get(0)), twin, mean, importance);
    }
}
