package org.migrationimpact.assess;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Method;
import org.migrationimpact.model.Scale;

/**
 * How large must an effect be to show, and how long must one wait until an effect of x % shows?
 *
 * <p>Series without an effect are drawn from the periods before the measure, as {@link Calibration} does, and run on for so many periods
 * after it; a change for good is added in the first treated period. The smallest effect is the one that the design shows in 80 % of 1,000
 * draws at the 5 % level. Nothing after the measure is looked at, so it can be asked before a measure begins.
 *
 * <p>For designs that answer a change for good by moving the estimate as much and leaving its error alone, as least squares does, it is the
 * 80 % quantile of {@code c_i − b_i}, b_i being the estimates without an effect and c_i the critical values; for others the effect is
 * added to the draws and sought by bisection to a thousandth of itself. For least squares with known errors it comes to {@code (z_0.975 +
 * z_0.8) · standard error}; Bloom (1995), doi:10.1177/0193841X9501900504.
 *
 * <p>One seed gives the same answer on any number of threads. What it cannot tell: that the series goes on as it did.
 */
public final class Power implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 600;

    private final Method method;
    private final long seed;
    private final int draws;
    private final double power;
    private final double level;
    private final Noise noise;

    private Power(Method method, long seed, int draws, double power, double level, Noise noise) {
        this.method = method;
        this.seed = seed;
        this.draws = draws;
        this.power = power;
        this.level = level;
        this.noise = noise;
    }

    /** Of this design, by 1,000 draws from seed 1 with AR(1) errors: power 80 %, level 5 %. */
    public static Power of(Method method) {
        return new Power(method, 1, 1_000, 0.8, 0.05, Noise.autoregressive());
    }

    /** From this seed. */
    public Power seeded(long newSeed) {
        return new Power(method, newSeed, draws, power, level, noise);
    }

    /** With so many drawn series for each number of periods, 50 to 100000. */
    public Power withDraws(int number) {
        if (number < 50 || number > 100_000) {
            throw new IllegalArgumentException("draws are 50 to 100000, got " + number);
        }
        return new Power(method, seed, number, power, level, noise);
    }

    /** With this power, between 0.5 and 0.99. */
    public Power at(double newPower) {
        if (!(newPower >= 0.5 && newPower <= 0.99)) {
            throw new IllegalArgumentException("a power lies between 0.5 and 0.99, got " + newPower);
        }
        return new Power(method, seed, draws, newPower, level, noise);
    }

    /** With tests at this level, between 0 and 0.5. */
    public Power atLevel(double newLevel) {
        if (!(newLevel > 0 && newLevel < 0.5)) {
            throw new IllegalArgumentException("a level lies between 0 and 0.5, got " + newLevel);
        }
        return new Power(method, seed, draws, power, newLevel, noise);
    }

    /** With deviations drawn in this way. */
    public Power with(Noise deviations) {
        return new Power(method, seed, draws, power, level, deviations);
    }

    /**
     * The smallest effects with so many periods after the measure.
     *
     * @param periods one number or more, each 1 to 600
     * @throws DataException E-CALIBRATION-002 where the periods before are too few, E-POWER-001 where the design cannot answer with so few
     *     periods after
     */
    public PowerCurve over(Series series, int... periods) {
        if (periods.length == 0 || Arrays.stream(periods).anyMatch(n -> n < 1 || n > LONGEST)) {
            throw new IllegalArgumentException(
                    "periods after the measure are 1 to " + LONGEST + ", got " + Arrays.toString(periods));
        }
        Future future = future(series);
        return curve(
                future,
                Arrays.stream(periods)
                        .sorted()
                        .distinct()
                        .mapToObj(future::with)
                        .toList());
    }

    /**
     * The fewest periods after which an effect of so many per cent shows, up to a largest number; with every number that was tried. Longer is
     * taken never to be worse. Empty where even the largest number does not suffice.
     *
     * @throws DataException as {@link #over}, for the largest number
     */
    public OptionalInt periodsUntil(double percent, Series series, int atMost) {
        if (!(percent > 0)) {
            throw new IllegalArgumentException("an effect is more than 0 %, got " + percent);
        }
        if (atMost < 1 || atMost > LONGEST) {
            throw new IllegalArgumentException("periods after the measure are 1 to " + LONGEST + ", got " + atMost);
        }
        Future future = future(series);
        if (!(future.with(atMost).percent() <= percent)) {
            return OptionalInt.empty();
        }
        int tooFew = 0;
        int enough = atMost;
        while (enough - tooFew > 1) {
            int middle = (tooFew + enough) / 2;
            if (shows(future, middle, percent)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return OptionalInt.of(enough);
    }

    private static boolean shows(Future future, int periods, double percent) {
        try {
            return future.with(periods).percent() <= percent;
        } catch (DataException tooFew) {
            return false;
        }
    }

    private Future future(Series series) {
        Period asked = method.start(series);
        Period start = series.end().isBefore(asked) ? series.end().plus(1) : asked;
        Scale scale = scale(series, start);
        Series before = before(series, start);
        NullModel model = NullModel.of(before, scale, noise);
        return new Future(
                method.bare().startingAt(start), before, start, model, new DrawnTests(seed, draws, power, level));
    }

    /** What lies before the start inside the window of the design. */
    private Series before(Series series, Period start) {
        Series all = series.between(series.start(), start.plus(-1));
        return Trial.of(method, series)
                .map(impact -> impact.path().points().get(0).period())
                .filter(first -> first.isBefore(start))
                .map(first -> all.between(first, start.plus(-1)))
                .orElse(all);
    }

    /** On which scale the design estimates, found by asking it about the series as it is, or run on by its own last values. */
    private Scale scale(Series series, Period start) {
        return Trial.of(method, series)
                .or(() -> Trial.of(method.startingAt(start), repeated(series, start)))
                .map(impact -> impact.path())
                .map(EffectPath::scale)
                .orElse(Scale.LEVEL);
    }

    private static Series repeated(Series series, Period start) {
        Series before = series.between(series.start(), start.plus(-1));
        double[] once = before.values();
        double[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);
        return Series.of(series.name(), series.unit(), before.start(), twice);
    }

    private PowerCurve curve(Future future, List<Detectable> rows) {
        Scale scale = future.model().scale();
        return new PowerCurve(
                method.design(),
                future.before().name(),
                scale.unit(future.before().unit()),
                scale,
                future.start(),
                power,
                level,
                future.model().words(),
                draws,
                new ArrayList<>(rows));
    }

    /** The design and how it is asked. */
    @Override
    public String toString() {
        return "power " + power + " at the level " + level + " of " + method + ", by " + draws + " draws from seed "
                + seed + "; an interval of " + Interval.requireLevel(1 - level);
    }
}
