package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A forecast with the uncertainty of its parameters: the forecast at the maximum, and forecasts at draws of the parameters with their
 * weights. A total variance is the weighted mean over the draws of the conditional variance and of the squared distance of the draw's mean
 * from the one at the maximum.
 */
public final class ForecastDraws implements Serializable {

    private static final long serialVersionUID = 1L;

    private final JointForecast best;
    private final boolean[] counted;
    private final double[][] means;
    private final double[][] variances;
    private final double[][] sumVariances;
    private final double[][] paths;
    private final double[] weights;
    private final long seed;

    /** The draws in the numerics' unit and about their centre, both of which are undone here. */
    ForecastDraws(
            JointForecast best, boolean[] counted, List<Ahead> draws, double[] weights, Prepared prepared, long seed) {
        this.best = best;
        this.counted = counted.clone();
        this.weights = weights;
        this.seed = seed;
        double unit = prepared.unit();
        double centre = prepared.centre();
        means = draws.stream().map(d -> turned(d.mean, unit, centre)).toArray(double[][]::new);
        variances = draws.stream().map(d -> turned(d.variance, unit * unit, 0)).toArray(double[][]::new);
        sumVariances =
                draws.stream().map(d -> turned(d.sumVariance, unit * unit, 0)).toArray(double[][]::new);
        paths = draws.stream().map(d -> turned(d.path, unit, centre)).toArray(double[][]::new);
    }

    private static double[] turned(double[] values, double factor, double added) {
        return Arrays.stream(values).map(v -> added + factor * v).toArray();
    }

    /**
     * A variance and how far it is off for want of draws.
     *
     * @param total with conditional and parameter uncertainty
     * @param conditional what it is at the maximum, exactly
     * @param monteCarloError the standard error of the total
     */
    public record Spread(double total, double conditional, double monteCarloError) implements Serializable {

        /** The square root of the total. */
        public double standardError() {
            return Math.sqrt(total);
        }

        /** The Monte Carlo error of that standard error. */
        public double errorOfStandardError() {
            return total == 0 ? 0 : monteCarloError / (2 * standardError());
        }
    }

    /** The forecast at the maximum. */
    public JointForecast best() {
        return best;
    }

    /** The number of draws. */
    public int count() {
        return weights.length;
    }

    /** How many independent draws they are worth: 1 / Σ w². */
    public double effectiveCount() {
        return 1 / Arrays.stream(weights).map(w -> w * w).sum();
    }

    /** The spread of a new observation in the i-th period ahead. */
    public Spread spread(int i) {
        double centre = best.mean(i);
        return spread(best.covariance(i, i), b -> variances[b][i] + (means[b][i] - centre) * (means[b][i] - centre));
    }

    /** The spread of the sum of the counted periods up to the i-th one ahead. */
    public Spread spreadOfSum(int i) {
        double[] one = new double[counted.length];
        Arrays.setAll(one, h -> h <= i && counted[h] ? 1 : 0);
        double centre = best.sum(one);
        return spread(best.varianceOfSum(one), b -> {
            double off = -centre;
            for (int h = 0; h <= i; h++) {
                off += counted[h] ? means[b][h] : 0;
            }
            return sumVariances[b][i] + off * off;
        });
    }

    private Spread spread(double conditional, IntToDoubleFunction term) {
        double[] terms = IntStream.range(0, weights.length).mapToDouble(term).toArray();
        double total = 0;
        for (int b = 0; b < terms.length; b++) {
            total += weights[b] * terms[b];
        }
        double square = 0;
        for (int b = 0; b < terms.length; b++) {
            square += weights[b] * weights[b] * (terms[b] - total) * (terms[b] - total);
        }
        return new Spread(total, conditional, Math.sqrt(square));
    }

    /**
     * As many paths as there are draws, each from the joint distribution of the periods ahead at its draw of the parameters; a draw of much
     * weight is taken several times. One row a path, in the unit of the series.
     */
    public double[][] paths() {
        double[][] chosen = new double[weights.length][];
        double passed = weights[0];
        int at = 0;
        for (int b = 0; b < chosen.length; b++) {
            while ((b + 0.5) / chosen.length > passed && at < weights.length - 1) {
                passed += weights[++at];
            }
            chosen[b] = paths[at].clone();
        }
        return chosen;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d draws from seed %d, worth %.0f independent ones", count(), seed, effectiveCount());
    }
}
