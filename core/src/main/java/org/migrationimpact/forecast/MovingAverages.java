package org.migrationimpact.forecast;

import java.util.Arrays;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.Decomposition.Mode;

/**
 * The oldest decomposition: a trend of centred moving averages over a year, and the mean deviation of each season from it, the same in
 * every year; neither trend nor irregular in the first and last half year. R: {@code decompose}. For a picture, or to follow a table
 * made so; {@link Stl} and {@link X13} let the season change.
 *
 * <p>Source: Kendall and Stuart (1983), The Advanced Theory of Statistics, volume 3, 46.
 *
 * @param mode a sum, or a product for values above 0
 */
public record MovingAverages(Mode mode) implements SeasonalAdjustment {

    private static final long serialVersionUID = 1L;

    @Override
    public Decomposition fit(Series series) {
        int season = ArimaFit.seasonOf(series.frequency());
        if (season < 2) {
            throw new InputException(
                    "E-AVERAGE-001",
                    series.name() + " is by " + series.frequency().noun()
                            + ", which has no season to take averages over");
        }
        double[] y = series.values();
        requireWhole(series, y, season);
        double[] trend = trend(y, season);
        double[] figure = figure(y, trend, season);
        double[] seasonal = new double[y.length];
        Arrays.setAll(seasonal, t -> figure[t % season]);
        return Decomposition.of(series, mode, trend, seasonal, "moving averages over " + season + " periods");
    }

    private void requireWhole(Series series, double[] y, int season) {
        for (int t = 0; t < y.length; t++) {
            if (Double.isNaN(y[t]) || (mode == Mode.MULTIPLICATIVE && y[t] <= 0)) {
                throw new DataException(
                        "E-AVERAGE-002",
                        series.name() + " has " + (Double.isNaN(y[t]) ? "no value" : "the value " + y[t]) + " in "
                                + series.period(t) + "; moving averages need every period"
                                + (mode == Mode.MULTIPLICATIVE ? ", above 0 for a product" : ""));
            }
        }
        if (y.length < 2 * season) {
            throw new DataException(
                    "E-AVERAGE-003",
                    series.name() + " has " + y.length + " periods; averages over " + season + " need " + 2 * season);
        }
    }

    /** Centred: over a year and one period, the two ends counting half, where a year has an even number of periods. */
    private static double[] trend(double[] y, int season) {
        double[] trend = new double[y.length];
        Arrays.fill(trend, Double.NaN);
        int half = season / 2;
        double end = season % 2 == 0 ? 0.5 : 1;
        for (int t = half; t < y.length - half; t++) {
            double sum = end * (y[t - half] + y[t + half]);
            for (int k = 1 - half; k < half; k++) {
                sum += y[t + k];
            }
            trend[t] = sum / season;
        }
        return trend;
    }

    /** The mean deviation of each season, less their mean, or over it. */
    private double[] figure(double[] y, double[] trend, int season) {
        double[] figure = new double[season];
        int[] counts = new int[season];
        for (int t = 0; t < y.length; t++) {
            if (!Double.isNaN(trend[t])) {
                figure[t % season] += mode == Mode.ADDITIVE ? y[t] - trend[t] : y[t] / trend[t];
                counts[t % season]++;
            }
        }
        Arrays.setAll(figure, k -> figure[k] / counts[k]);
        double mean = Arrays.stream(figure).average().orElseThrow();
        return Arrays.stream(figure)
                .map(f -> mode == Mode.ADDITIVE ? f - mean : f / mean)
                .toArray();
    }

    @Override
    public String toString() {
        return "moving averages, " + (mode == Mode.ADDITIVE ? "a sum" : "a product");
    }
}
