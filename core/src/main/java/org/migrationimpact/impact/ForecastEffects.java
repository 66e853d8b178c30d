package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Resampled;
import org.migrationimpact.covariance.StudentT;
import org.migrationimpact.covariance.Uncertainty;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.forecast.ForecastDraws;
import org.migrationimpact.forecast.JointForecast;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/** What was observed less what was forecast, in sums over the treated periods that have an observation. */
final class ForecastEffects {

    private static final double ERRORS_FROM_ZERO = 3;

    /**
     * Quantiles of the normal at even steps. The sum expected is normal, or on logarithms taken as lognormal, so they stand for draws of
     * it, without their noise.
     */
    private static final double[] EVEN = IntStream.rangeClosed(-999, 999)
            .mapToDouble(step -> step == 0
                    ? 0
                    : Math.signum(step) * new StudentT(1, Double.POSITIVE_INFINITY).quantile(Math.abs(step) / 1000.0))
            .toArray();

    private final Series series;
    private final Scale scale;
    private final double[] observed;
    private final int[] places;
    private final ForecastDraws draws;
    private final double[] sums;
    private final double sumError;

    /** Observations on the scale of the design, one a period ahead, of which the counted ones are there. */
    ForecastEffects(Series series, Scale scale, double[] observed, boolean[] counted, ForecastDraws draws) {
        this.series = series;
        this.scale = scale;
        this.observed = observed;
        this.draws = draws;
        places = IntStream.range(0, counted.length).filter(h -> counted[h]).toArray();
        double errorOfLog = scale == Scale.LOG ? logError(last(), expectedSum()) : 0;
        sumError = scale == Scale.LOG
                ? expectedSum() * errorOfLog
                : draws.spreadOfSum(last()).standardError();
        double expected = expectedSum();
        sums = Arrays.stream(EVEN)
                .map(z -> scale == Scale.LOG ? expected * Math.exp(z * errorOfLog) : expected + z * sumError)
                .toArray();
    }

    /** How far the logarithm of the sum up to this period strays in drawn paths from that of the sum expected. */
    private double logError(int last, double expected) {
        double[][] paths = draws.paths();
        double square = 0;
        for (double[] path : paths) {
            double sum = Arrays.stream(places)
                    .filter(h -> h <= last)
                    .mapToDouble(h -> scale.undo(path[h]))
                    .sum();
            square += Math.pow(Math.log(sum / expected), 2);
        }
        return Math.sqrt(square / paths.length);
    }

    private double observedSum() {
        return Arrays.stream(places).mapToDouble(h -> scale.undo(observed[h])).sum();
    }

    private double expectedSum() {
        JointForecast best = draws.best();
        return Arrays.stream(places).mapToDouble(h -> scale.undo(best.mean(h))).sum();
    }

    private int last() {
        return places[places.length - 1];
    }

    /** The mean effect a period, on the scale of the design. */
    Coefficient mean() {
        double sum = Arrays.stream(places)
                .mapToDouble(h -> observed[h] - draws.best().mean(h))
                .sum();
        return new Coefficient("mean", sum / places.length, normal(meanError()));
    }

    private double meanError() {
        return draws.spreadOfSum(last()).standardError() / places.length;
    }

    /** How far the standard error of the mean effect is off for want of draws. */
    double errorOfMeanError() {
        return draws.spreadOfSum(last()).errorOfStandardError() / places.length;
    }

    /** The standard error of the mean effect given the variances. */
    double conditionalMeanError() {
        return Math.sqrt(draws.spreadOfSum(last()).conditional()) / places.length;
    }

    private static Uncertainty normal(double error) {
        return new StudentT(error, Double.POSITIVE_INFINITY);
    }

    /** The mean, the sum, and their share of what was expected where that has a meaning. */
    List<Coefficient> terms() {
        List<Coefficient> terms = new ArrayList<>(List.of(mean(), cumulative()));
        if (hasBase()) {
            terms.add(relative());
        }
        return terms;
    }

    private Coefficient cumulative() {
        double effect = observedSum() - expectedSum();
        if (scale != Scale.LOG) {
            return new Coefficient(
                    "cumulative", effect, normal(draws.spreadOfSum(last()).standardError()));
        }
        double expected = expectedSum();
        double[] studentised =
                Arrays.stream(sums).map(sum -> (sum - expected) / sumError).toArray();
        return new Coefficient("cumulative", effect, new Resampled(sumError, studentised));
    }

    private boolean hasBase() {
        return scale == Scale.LOG || Math.abs(expectedSum()) >= ERRORS_FROM_ZERO * sumError;
    }

    /** In per cent of what was expected, with the uncertainty of that too. */
    private Coefficient relative() {
        double expected = expectedSum();
        double all = observedSum();
        double share = 100 * (all - expected) / Math.abs(expected);
        double error = 100 * Math.max(Math.abs(all), Math.abs(expected)) / (expected * expected) * sumError;
        double[] studentised = Arrays.stream(sums)
                .map(sum -> (share - 100 * (all - sum) / Math.abs(sum)) / error)
                .toArray();
        return new Coefficient("relative", share, new Resampled(error, studentised));
    }

    /** Why there is no relative effect, where there is none. */
    Optional<Warning> withoutBase() {
        return hasBase()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "W-FORECAST-003",
                        String.format(
                                Locale.ROOT,
                                "%s is expected to sum to %.4g %s without the measure, with a standard error of %.4g; a change in"
                                        + " per cent of what may be nothing means nothing and is left out",
                                series.name(),
                                expectedSum(),
                                series.unit(),
                                sumError)));
    }

    /** Observed and expected summed up to each counted period, with the error of the sum, on the scale of the design. */
    List<EffectPath.Point> cumulative(Period start) {
        List<EffectPath.Point> points = new ArrayList<>();
        double all = 0;
        double expected = 0;
        for (int h : places) {
            all += scale.undo(observed[h]);
            expected += scale.undo(draws.best().mean(h));
            double error = scale == Scale.LOG
                    ? logError(h, expected)
                    : draws.spreadOfSum(h).standardError();
            points.add(new EffectPath.Point(start.plus(h), all, Double.NaN, scale.apply(expected), error));
        }
        return points;
    }
}
