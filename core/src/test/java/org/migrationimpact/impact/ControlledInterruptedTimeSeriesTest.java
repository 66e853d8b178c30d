package org.migrationimpact.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.covariance.QuadraticSpectral;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Season;

class ControlledInterruptedTimeSeriesTest {

    private static final Period FIRST = Period.month(2008, 1);
    private static final Period START = Period.month(2011, 1);

    private static Series series(String name, long seed, double level, double slope) {
        Random random = new Random(seed);
        double[] values = new double[60];
        double error = 0;
        for (int t = 0; t < 60; t++) {
            error = 0.5 * error + random.nextGaussian();
            values[t] = 50 + seed + 0.3 * t + (t >= 36 ? level + slope * (t - 36) : 0) + error;
        }
        return Series.of(name, "persons", FIRST, values);
    }

    private static Series difference(Series a, Series b) {
        double[] values = new double[a.size()];
        Arrays.setAll(values, t -> a.value(t) - b.value(t));
        return Series.of("difference", "persons", a.start(), values);
    }

    private static void same(Impact a, Impact b, List<String> terms) {
        for (String term : terms) {
            Close.relative(a.term(term).estimate(), b.term(term).estimate(), 1e-9, term);
            Close.relative(a.term(term).standardError(), b.term(term).standardError(), 1e-9, term + " error");
            Close.relative(a.term(term).pValue(), b.term(term).pValue(), 1e-7, term + " p");
        }
    }

    @Test
    void oneControlGivesWhatTheSeriesOfDifferencesGives() {
        Series treated = series("a", 1, 5, 0.2);
        Series control = series("b", 2, 1, 0);
        InterruptedTimeSeries single = InterruptedTimeSeries.at(START);
        same(single.fit(difference(treated, control)), single.against(control).fit(treated), List.of("level", "slope"));
        same(
                single.with(NeweyWest.lags(6).withoutFactor()).fit(difference(treated, control)),
                single.with(NeweyWest.lags(6).withoutFactor()).against(control).fit(treated),
                List.of("level", "slope"));
    }

    @Test
    void severalControlsGiveWhatTheirMeanGives() {
        Series treated = series("a", 1, 5, 0.2);
        List<Series> controls = List.of(series("b", 2, 1, 0), series("c", 3, 2, 0.1), series("d", 4, 0, 0));
        double[] mean = new double[60];
        Arrays.setAll(
                mean,
                t -> controls.stream().mapToDouble(c -> c.value(t)).average().orElseThrow());
        InterruptedTimeSeries single =
                InterruptedTimeSeries.at(START).with(NeweyWest.lags(3).withoutFactor());
        same(
                single.fit(difference(treated, Series.of("mean", "persons", FIRST, mean))),
                single.against(controls.toArray(Series[]::new)).fit(treated),
                List.of("level", "slope"));
    }

    @Test
    void theControlsChangeIsATermOfItsOwn() {
        Series control = series("b", 2, 1, 0);
        Impact controlled = InterruptedTimeSeries.at(START).against(control).fit(series("a", 1, 5, 0.2));
        Impact alone = InterruptedTimeSeries.at(START).fit(control);
        Close.relative(
                alone.term("level").estimate(), controlled.term("control.level").estimate(), 1e-9, "level");
        Close.relative(
                alone.term("trend").estimate(), controlled.term("trend:b").estimate(), 1e-9, "trend");
        assertEquals("a", controlled.convention("treated"));
        assertEquals("b", controlled.convention("control"));
        assertEquals("120 rows read, 120 used", controlled.sample().toString());
        assertThat(controlled.effect().estimand())
                .isEqualTo("change of level of a at 2011-01, beyond that of b, against the trends before");
    }

    @Test
    void severalTreatedSeriesShareTheirChange() {
        Series a = series("a", 1, 5, 0);
        Series b = series("b", 2, 5, 0);
        InterruptedTimeSeries single = InterruptedTimeSeries.at(START).with(Season.NONE);
        Impact pooled =
                ControlledInterruptedTimeSeries.together(single, List.of(b)).fit(a);
        double mean =
                (single.fit(a).effect().estimate() + single.fit(b).effect().estimate()) / 2;
        Close.relative(mean, pooled.effect().estimate(), 1e-9, "common level");
        Impact compared = single.against(series("c", 3, 0, 0)).andTreated(b).fit(a);
        double control = single.fit(series("c", 3, 0, 0)).effect().estimate();
        Close.relative(mean - control, compared.effect().estimate(), 1e-9, "common level beyond the control's");
    }

    @Test
    void aShockToAllLeavesTheEffectUnchanged() {
        Series treated = series("a", 1, 5, 0);
        Series control = series("b", 2, 0, 0);
        double[] shock = new double[60];
        Arrays.setAll(shock, t -> t > 40 ? 30 : 0);
        Impact quiet = InterruptedTimeSeries.at(START).against(control).fit(treated);
        Impact shaken =
                InterruptedTimeSeries.at(START).against(plus(control, shock)).fit(plus(treated, shock));
        Close.relative(quiet.effect().estimate(), shaken.effect().estimate(), 1e-9, "effect");
        Close.relative(
                quiet.effect().coefficient().standardError(),
                shaken.effect().coefficient().standardError(),
                1e-9,
                "error");
    }

    private static Series plus(Series series, double[] more) {
        double[] values = series.values();
        Arrays.setAll(values, t -> values[t] + more[t]);
        return Series.of(series.name(), series.unit(), series.start(), values);
    }

    @Test
    void aGapInTheControlIsAGapInTheControlOnly() {
        Series control = series("b", 2, 0, 0);
        double[] values = control.values();
        values[20] = Double.NaN;
        Impact impact = InterruptedTimeSeries.at(START)
                .against(Series.of("b", "persons", FIRST, values))
                .fit(series("a", 1, 5, 0));
        assertEquals(
                "120 rows read, 119 used; 1 missing outcome of b",
                impact.sample().toString());
        assertEquals(60, impact.path().points().size());
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        Series treated = series("a", 1, 5, 0);
        Refusal.of(
                InputException.class,
                "E-CITS-002 two of the series that are compared are called a; a series is either treated or a control, and named"
                        + " once",
                () -> InterruptedTimeSeries.at(START)
                        .against(series("a", 2, 0, 0))
                        .fit(treated));
        Refusal.of(
                InputException.class,
                "E-CITS-001 b is by year, a by month; series that are compared need one frequency",
                () -> InterruptedTimeSeries.at(START)
                        .against(Series.of("b", "persons", Period.year(2000), new double[20]))
                        .fit(treated));
        Refusal.of(
                DataException.class,
                "E-SAMPLE-003 b has 2 months with a value from 2011-01 on; a control needs 3",
                () -> InterruptedTimeSeries.at(START)
                        .against(Series.of("b", "persons", FIRST, Arrays.copyOf(treated.values(), 38)))
                        .fit(treated));
        Refusal.of(
                InputException.class,
                "E-CITS-003 errors of a comparison of series are newey-west without prewhitening (which becomes Driscoll and Kraay's),"
                        + " robust or classical, not kernel HAC, quadratic spectral, bandwidth by Andrews (1991), T/(T-K)",
                () -> InterruptedTimeSeries.at(START)
                        .with(QuadraticSpectral.automatic())
                        .against(series("b", 2, 0, 0))
                        .fit(treated));
        Refusal.argument(
                "a comparison of series is fitted by ordinary least squares, not by Poisson, log link",
                () -> InterruptedTimeSeries.at(START).with(Errors.poisson()).against(series("b", 2, 0, 0)));
    }
}
