package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.List;
import org.migrationimpact.data.Series;

/** The components of a structural model given a series and its parameters: smoothed, and drawn. */
record StructuralComponents(Prepared prepared, Objective objective, List<Double> at, Series series) {

    static StructuralComponents of(Prepared prepared, double[] parameters, Series series) {
        return new StructuralComponents(
                prepared,
                prepared.objective(),
                Arrays.stream(parameters).boxed().toList(),
                series);
    }

    private double[] parameters() {
        return at.stream().mapToDouble(each -> each).toArray();
    }

    /** Those there are, in order. */
    List<String> names() {
        return List.of("level", "slope", "season", "cycle", "regression").stream()
                .filter(name -> prepared.reading(name).isPresent())
                .toList();
    }

    /** In every period of the series and in so many after it. */
    List<StructuralFit.Smooth> smooth(List<String> components, int horizon) {
        double[] x = parameters();
        Filter filter =
                Filter.run(objective.space(x), prepared.values(horizon), objective.noise(x), Filter.Keep.STATES);
        Smoothed smoothed = Smoothed.of(filter);
        return components.stream().map(name -> smooth(name, smoothed, horizon)).toList();
    }

    private StructuralFit.Smooth smooth(String component, Smoothed smoothed, int horizon) {
        Reading reading = reading(component);
        double[] mean = new double[series.size() + horizon];
        double[] error = new double[mean.length];
        for (int t = 0; t < mean.length; t++) {
            int[] places = reading.places().apply(t);
            double[] weights = reading.weights().apply(t);
            mean[t] = reading.constant() + prepared.unit() * smoothed.mean(t, places, weights);
            error[t] = prepared.unit() * Math.sqrt(smoothed.variance(t, places, weights));
        }
        return new StructuralFit.Smooth(
                Series.of(component, series.unit(), series.start(), mean),
                Series.of(component + " standard error", series.unit(), series.start(), error));
    }

    private Reading reading(String component) {
        return prepared.reading(component)
                .orElseThrow(
                        () -> new IllegalArgumentException("this model has no " + component + "; it has " + names()));
    }

    /** One row a draw, one value a period. */
    double[][] simulate(String component, int draws, long seed) {
        double[] x = parameters();
        Reading reading = reading(component);
        SimulationSmoother smoother =
                new SimulationSmoother(objective.filter(x, Filter.Keep.STATES), objective.noise(x), reading);
        return Streams.of(seed, draws)
                .parallel()
                .map(random -> Arrays.stream(smoother.draw(random))
                        .map(value -> reading.constant() + prepared.unit() * value)
                        .toArray())
                .toArray(double[][]::new);
    }
}
