package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Effects of units and periods and so many factors of the never treated, and the treated projected on them by what they showed before.
 *
 * <p>The never treated minimise {@code Σ (Y_it − α_i − ξ_t − λ_i'f_t)²} over the cells that are there; of a full table these are the largest singular
 * vectors. A treated unit has its own α and λ by least squares on its periods before.
 */
final class FactorModel {

    static final double TOLERANCE = 1e-9;
    static final int MOST_STEPS = 20_000;

    private final int[] never;
    private final double[][] fitted;
    private final double[] times;
    private final double[][] columns;

    private FactorModel(int[] never, double[][] fitted, double[] times, double[][] columns) {
        this.never = never;
        this.fitted = fitted;
        this.times = times;
        this.columns = columns;
    }

    /** The model with so many factors; the completion goes on from the last one. */
    static FactorModel of(AdoptionPanel data, Completion completion, int rank) {
        completion.solve(rank, TOLERANCE, MOST_STEPS);
        int periods = data.periods();
        double[] table = completion.fitted();
        double[][] fitted = UntreatedCells.rows(table, periods);
        double[] times = new double[periods];
        for (double[] row : fitted) {
            for (int t = 0; t < periods; t++) {
                times[t] += row[t] / fitted.length;
            }
        }
        double[][] factors = new Shrinkage(fitted.length, periods).leading(TwoWay.within(fitted), rank);
        double[][] columns = new double[rank + 1][];
        columns[0] = new double[periods];
        Arrays.fill(columns[0], 1);
        System.arraycopy(factors, 0, columns, 1, rank);
        return new FactorModel(data.never(), fitted, times, columns);
    }

    static Completion start(AdoptionPanel data) {
        return Completion.of(UntreatedCells.of(data.rows(data.never())));
    }

    /** What the never treated miss of the fit, one row each. */
    double[][] misses(AdoptionPanel data) {
        double[][] misses = new double[never.length][data.periods()];
        for (int k = 0; k < never.length; k++) {
            for (int t = 0; t < data.periods(); t++) {
                misses[k][t] = data.values()[never[k]][t] - fitted[k][t];
            }
        }
        return misses;
    }

    double[] fitted(int neverTreated) {
        return fitted[neverTreated].clone();
    }

    /** What a unit would have shown without the measure; nothing where its periods before do not determine its loadings. */
    Optional<double[]> predict(double[] row, int start) {
        return loadings(row, start).map(loadings -> {
            double[] predicted = times.clone();
            for (int k = 0; k < columns.length; k++) {
                for (int t = 0; t < predicted.length; t++) {
                    predicted[t] += loadings[k] * columns[k][t];
                }
            }
            return predicted;
        });
    }

    private static int[] observed(double[] row, int start) {
        return IntStream.range(0, start).filter(t -> !Double.isNaN(row[t])).toArray();
    }

    private Optional<double[]> loadings(double[] row, int start) {
        int[] before = observed(row, start);
        return SmallSystem.leastSquares(
                part(before),
                Arrays.stream(before).mapToDouble(t -> row[t] - times[t]).toArray());
    }

    private double[][] part(int[] periods) {
        return Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(periods).mapToDouble(t -> column[t]).toArray())
                .toArray(double[][]::new);
    }

    /** The squared errors of a unit's periods before, each predicted from the others; empty where one cannot be. */
    double[] leftOut(double[] row, int start) {
        int[] before = observed(row, start);
        double[] squares = new double[before.length];
        for (int k = 0; k < before.length; k++) {
            double[] without = row.clone();
            without[before[k]] = Double.NaN;
            Optional<double[]> predicted = predict(without, start);
            if (predicted.isEmpty()) {
                return new double[0];
            }
            squares[k] = Math.pow(row[before[k]] - predicted.get()[before[k]], 2);
        }
        return squares;
    }
}
