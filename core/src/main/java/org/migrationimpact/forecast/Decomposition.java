package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;

/**
 * A series and its components, on the same periods: observed = trend + seasonal + irregular, or their product.
 *
 * <p>What was missing stays missing in {@code adjusted} and {@code irregular}; trend and season have values there where the method bridges
 * gaps. Factors of a product have the unit {@code factor}.
 *
 * @param observed as handed in
 * @param trend trend and cycle, in the unit of the series
 * @param seasonal season, with the effects of the calendar where the method knows them
 * @param irregular what is left
 * @param adjusted observed without seasonal
 * @param mode how the components make up the series
 * @param method which method, with its options and what it found
 * @param usedTo the last period that the method looked at
 */
public record Decomposition(
        Series observed,
        Series trend,
        Series seasonal,
        Series irregular,
        Series adjusted,
        Mode mode,
        String method,
        Period usedTo)
        implements Serializable {

    /** How components make up a series. */
    public enum Mode {
        /** As a sum. */
        ADDITIVE,
        /** As a product. */
        MULTIPLICATIVE;

        private double without(double value, double component) {
            return this == ADDITIVE ? value - component : value / component;
        }
    }

    /** Trend and season as computed; the rest follows from them. */
    static Decomposition of(Series series, Mode mode, double[] trend, double[] seasonal, String method) {
        double[] adjusted = new double[series.size()];
        double[] irregular = new double[series.size()];
        for (int t = 0; t < adjusted.length; t++) {
            adjusted[t] = mode.without(series.value(t), seasonal[t]);
            irregular[t] = mode.without(adjusted[t], trend[t]);
        }
        String factor = mode == Mode.ADDITIVE ? series.unit() : "factor";
        Period start = series.start();
        return new Decomposition(
                series,
                Series.of("trend of " + series.name(), series.unit(), start, trend),
                Series.of("season of " + series.name(), factor, start, seasonal),
                Series.of("irregular of " + series.name(), factor, start, irregular),
                Series.of(series.name() + ", adjusted", series.unit(), start, adjusted),
                mode,
                method,
                series.end());
    }

    /** The same with the season of the last year carried on over the later periods of the whole series. */
    Decomposition carriedOn(Series whole, Period start) {
        int season = ArimaFit.seasonOf(whole.frequency());
        double[] all = Arrays.copyOf(seasonal.values(), whole.size());
        double[] trends = Arrays.copyOf(trend.values(), whole.size());
        for (int t = seasonal.size(); t < all.length; t++) {
            all[t] = all[t - season];
            trends[t] = Double.NaN;
        }
        Decomposition carried = of(
                whole,
                mode,
                trends,
                all,
                method + "; the periods before " + start + " alone, the season of their last year carried on");
        return new Decomposition(
                carried.observed,
                carried.trend,
                carried.seasonal,
                carried.irregular,
                carried.adjusted,
                mode,
                carried.method,
                start.plus(-1));
    }

    /** What must be known before these components are used to estimate an effect from {@code start} on; empty where nothing must. */
    public List<Warning> warningsAt(Period start) {
        if (!observed.start().isBefore(start) || usedTo.isBefore(start)) {
            return List.of();
        }
        return List.of(new Warning(
                "W-ADJUST-001",
                "the season of " + observed.name() + " was estimated from " + observed.start() + " to " + usedTo
                        + ", on both sides of " + start
                        + ": part of a change there is taken for season and trend, the rest is spread over the periods around."
                        + " Do not estimate an effect from these components: put the season into the design, or adjust with the"
                        + " periods before alone (fitBefore)"));
    }

    /** The method and the mode. */
    @Override
    public String toString() {
        return method + ", " + mode.name().toLowerCase(Locale.ROOT) + ": " + observed;
    }
}
