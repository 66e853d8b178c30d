package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** How far replicates of an estimate lie apart, one standard error a place of the layout; NaN where fewer than two replicates have it. */
final class Spread {

    private Spread() {}

    /** {@code sqrt(1/B Σ (x − mean)²)}, of placebos and of bootstrap draws. */
    static double[] ofDraws(double[][] replicates) {
        return errors(replicates, column -> squares(column) / column.length);
    }

    /** {@code sqrt((n − 1)/n Σ (x − mean)²)}, of replicates without each unit in turn. */
    static double[] ofJackknife(double[][] replicates) {
        return errors(replicates, column -> squares(column) * (column.length - 1) / column.length);
    }

    private static double[] errors(double[][] replicates, ToDoubleFunction<double[]> variance) {
        double[] errors = new double[replicates[0].length];
        for (int k = 0; k < errors.length; k++) {
            int place = k;
            double[] column = Arrays.stream(replicates)
                    .mapToDouble(replicate -> replicate[place])
                    .filter(Double::isFinite)
                    .toArray();
            errors[k] = column.length < 2 ? Double.NaN : Math.sqrt(variance.applyAsDouble(column));
        }
        return errors;
    }

    private static double squares(double[] column) {
        double mean = Arrays.stream(column).sum() / column.length;
        return Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
    }
}
