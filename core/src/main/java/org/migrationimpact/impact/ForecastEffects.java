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

    private final Series series;
    private final Scale scale;
    private final double[] observed;
    private final int[] places;
    private final ForecastDraws draws;
    private final double[] sums;

    /** Observations on the scale of the design, one a period ahead, of which the counted ones are there. */
    ForecastEffects(Series series, Scale scale, double[] observed, boolean[] counted, ForecastDraws draws) {
        this.series = series;
        this.scale = scale;
        this.observed = observed;
        this.draws = draws;
        places = IntStream.range(0, counted.length).filter(h -> counted[h]).toArray();
        sums = scale == Scale.LOG
                ? Arrays.stream(draws.paths()).mapToDouble(this::expectedSum).toArray()
                : IntStream.range(0, draws.count()).mapToDouble(this::evenQuantile).toArray();
    }

    /** In levels the sum expected is normal: its quantiles at even steps stand for draws, without their noise. */
    private double evenQuantile(int step) {
        double twice = (2.0 * step + 1) / draws.count() - 1;
        double normal = twice == 0
                ? 0
                : Math.signum(twice) * new StudentT(1, Double.POSITIVE_INFINITY).quantile(Math.abs(twice));
        return expectedSum() + normal * sumError();
    }

    private double expectedSum(double[] path) {
        return Arrays.stream(places).mapToDouble(h -> scale.undo(path[h])).sum();
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
        double error = sumError();
        double[] studentised =
                Arrays.stream(sums).map(sum -> (sum - expected) / error).toArray();
        return new Coefficient("cumulative", effect, new Resampled(error, studentised));
    }

    /** The standard error of the sum expected, in the unit of the series. */
    private double sumError() {
        return scale == Scale.LOG
                ? about(sums, expectedSum())
                : draws.spreadOfSum(last()).standardError();
    }

    private static double about(double[] values, double centre) {
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - centre) * (v - centre))
                .average()
                .orElseThrow());
    }

    private boolean hasBase() {
        return Math.abs(expectedSum()) >= ERRORS_FROM_ZERO * sumError();
    }

    /** In per cent of what was expected, with the uncertainty of that too. */
    private Coefficient relative() {
        double expected = expectedSum();
        double all = observedSum();
        double share = 100 * (all - expected) / Math.abs(expected);
        double error = 100 * Math.max(Math.abs(all), Math.abs(expected)) / (expected * expected) * sumError();
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
                                sumError())));
    }

    /** Observed and expected summed up to each counted period, with the error of the sum. */
    List<EffectPath.Point> cumulative(Period start) {
        double[][] paths = draws.paths();
        double[] drawn = new double[paths.length];
        List<EffectPath.Point> points = new ArrayList<>();
        double all = 0;
        double expected = 0;
        for (int h : places) {
            all += scale.undo(observed[h]);
            expected += scale.undo(draws.best().mean(h));
            for (int b = 0; b < drawn.length; b++) {
                drawn[b] += scale.undo(paths[b][h]);
            }
            double error = scale == Scale.LOG
                    ? about(drawn, expected)
                    : draws.spreadOfSum(h).standardError();
            points.add(new EffectPath.Point(start.plus(h), all, Double.NaN, expected, error));
        }
        return points;
    }
}
