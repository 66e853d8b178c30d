package org.migrationimpact.synthetic;

import java.util.Arrays;

/**
 * Weights of the never treated and of the periods before, for the units first treated in one column.
 *
 * <p>Unit weights minimise {@code Σ_t (ω0 + Σ ω_i Y_it − mean of treated_t)² + ζ² T0 Σ ω²} over the periods before, time weights {@code Σ_i (λ0 + Σ
 * λ_t Y_it − mean after_i)² + ζ² N0 Σ λ²} over the never treated. ζ of the units is {@code (N1 T1)^(1/4) σ}, ζ of the times {@code 1e-6 σ},
 * σ being the standard deviation of the first differences of the never treated before.
 */
@SuppressWarnings("ArrayRecordComponent") // inside the package, compared by nobody
record DoubleWeights(
        double[] units,
        double[] times,
        double unitPenalty,
        double timePenalty,
        double unitObjective,
        double timeObjective,
        double kktResidual) {

    private static final double LITTLE = 1e-6;

    /** From the rows of the never treated, the mean of the treated, and the column in which these are first treated. */
    static DoubleWeights of(double[][] never, double[] treated, int start, int treatedUnits, SdidWeighting weighting) {
        double noise = noise(never, start);
        double full = Math.pow((double) treatedUnits * (treated.length - start), 0.25) * noise;
        return switch (weighting) {
            case SYNTHETIC_DIFFERENCE -> searched(never, treated, start, full, LITTLE * noise);
            case SYNTHETIC_CONTROL -> control(never, treated, start, LITTLE * noise);
            case PLAIN_DIFFERENCE ->
                new DoubleWeights(equal(never.length), equal(start), 0, 0, Double.NaN, Double.NaN, 0);
        };
    }

    private static DoubleWeights searched(double[][] never, double[] treated, int start, double unit, double time) {
        SimplexFit units = SimplexWeights.leastSquares()
                .withIntercept()
                .withRidge(unit * unit * start)
                .fit(before(never, start), Arrays.copyOf(treated, start));
        SimplexFit times = SimplexWeights.leastSquares()
                .withIntercept()
                .withRidge(time * time * never.length)
                .fit(columns(never, start), after(never, start));
        return new DoubleWeights(
                units.weights(),
                times.weights(),
                unit,
                time,
                objective(units, start),
                objective(times, never.length),
                Math.max(units.kktResidual(), times.kktResidual()));
    }

    private static DoubleWeights control(double[][] never, double[] treated, int start, double unit) {
        SimplexFit units = SimplexWeights.leastSquares()
                .withRidge(unit * unit * start)
                .fit(before(never, start), Arrays.copyOf(treated, start));
        return new DoubleWeights(
                units.weights(), new double[start], unit, 0, objective(units, start), Double.NaN, units.kktResidual());
    }

    private static double objective(SimplexFit fit, int rows) {
        return (fit.sumOfSquares() + fit.ridge() * Gram.dot(fit.weights(), fit.weights())) / rows;
    }

    /** The same weights with these units alone, their weights brought to one in sum. */
    DoubleWeights keeping(int[] kept) {
        double[] some = Arrays.stream(kept).mapToDouble(i -> units[i]).toArray();
        double sum = Arrays.stream(some).sum();
        double[] shares = Arrays.stream(some)
                .map(w -> sum > 0 ? w / sum : 1.0 / some.length)
                .toArray();
        return new DoubleWeights(shares, times, unitPenalty, timePenalty, unitObjective, timeObjective, kktResidual);
    }

    /** What a treated unit would have shown: the weighted never treated, moved by the difference at the weighted periods before. */
    double[] predict(double[][] never, double[] treated) {
        double[] predicted = new double[treated.length];
        for (int i = 0; i < units.length; i++) {
            for (int t = 0; units[i] != 0 && t < predicted.length; t++) {
                predicted[t] += units[i] * never[i][t];
            }
        }
        double level = 0;
        for (int t = 0; t < times.length; t++) {
            level += times[t] * (treated[t] - predicted[t]);
        }
        for (int t = 0; t < predicted.length; t++) {
            predicted[t] += level;
        }
        return predicted;
    }

    /** The standard deviation of the first differences before the column, of all rows together. */
    static double noise(double[][] rows, int start) {
        int n = rows.length * (start - 1);
        double sum = 0;
        for (double[] row : rows) {
            sum += row[start - 1] - row[0];
        }
        double squares = 0;
        for (double[] row : rows) {
            for (int t = 1; t < start; t++) {
                squares += Math.pow(row[t] - row[t - 1] - sum / n, 2);
            }
        }
        return Math.sqrt(squares / (n - 1));
    }

    private static double[] equal(int count) {
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return weights;
    }

    private static double[][] before(double[][] rows, int start) {
        return Arrays.stream(rows).map(row -> Arrays.copyOf(row, start)).toArray(double[][]::new);
    }

    private static double[][] columns(double[][] rows, int start) {
        double[][] columns = new double[start][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int t = 0; t < start; t++) {
                columns[t][i] = rows[i][t];
            }
        }
        return columns;
    }

    private static double[] after(double[][] rows, int start) {
        return Arrays.stream(rows)
                .mapToDouble(row -> Arrays.stream(row, start, row.length).sum() / (row.length - start))
                .toArray();
    }
}
