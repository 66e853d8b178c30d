package org.migrationimpact.breaks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Season;
import org.migrationimpact.regression.Ols;

class BreakpointsTest {

    private static final Period START = Period.month(2010, 1);

    private static Series series(double... values) {
        return Series.of("arrivals", "persons", START, values);
    }

    private static double[] noise(long seed, int n, double autocorrelation) {
        Random random = new Random(seed);
        double[] e = new double[n];
        double last = 0;
        for (int t = 0; t < n; t++) {
            last = autocorrelation * last + random.nextGaussian();
            e[t] = last;
        }
        return e;
    }

    private static double[] step(double[] values, int from, double by) {
        return IntStream.range(0, values.length)
                .mapToDouble(t -> values[t] + (t >= from ? by : 0))
                .toArray();
    }

    /** A trend that breaks after the 24th of 60 periods; {@code y = round(10 + 0.3 t + …, 4)}. */
    private static final double[] BROKEN_TREND = IntStream.rangeClosed(1, 60)
            .mapToDouble(t -> Math.rint(1e4
                            * (10
                                    + 0.3 * t
                                    + (t > 24 ? -6 + 0.2 * (t - 24) : 0)
                                    + 1.5 * Math.sin(t * 1.7) * Math.cos(t * 0.9) * (t > 24 ? 1.6 : 1)))
                    / 1e4)
            .toArray();

    @ParameterizedTest
    @CsvSource({
        "1, 0.5, 0, 23, 24, 25",
        "1, 0.9, 0, 22, 24, 25",
        "1, 0.95, 0, 21, 24, 25",
        "1, 0.99, 0, 19, 24, 25",
        "2, 0.95, 0, 22, 24, 25",
        "2, 0.95, 1, 34, 38, 60"
    })
    void intervalsOfATrendAreThoseOfStrucchange(int breaks, double level, int which, int low, int date, int high) {
        // strucchange 1.5-3: confint(breakpoints(y ~ t, h = 0.15, breaks = 3)); its 77 for the last one lies beyond the
        // series
        Breakpoints found = BaiPerron.in(TimeRegression.ofTrend(series(BROKEN_TREND)))
                .atMost(3)
                .find();
        BreakDate found1 = found.dates(found.with(breaks), level).get(which);
        assertEquals(START.plus(low - 1), found1.earliest().orElseThrow());
        assertEquals(START.plus(date - 1), found1.lastOfOld());
        assertEquals(START.plus(date), found1.firstOfNew());
        assertEquals(START.plus(high - 1), found1.latest().orElseThrow());
    }

    @Test
    void partitionsAreThoseOfTryingEveryPair() {
        TimeRegression regression = TimeRegression.ofTrend(series(step(noise(3, 40, 0), 23, 2)));
        Breakpoints found = BaiPerron.in(regression).atMost(2).find();
        int h = found.shortestRegime();
        double best = Double.POSITIVE_INFINITY;
        String dates = "";
        for (int a = h; a <= 40 - 2 * h; a++) {
            for (int b = a + h; b <= 40 - h; b++) {
                double sum = rss(regression, 0, a) + rss(regression, a, b) + rss(regression, b, 40);
                if (sum < best) {
                    best = sum;
                    dates = List.of(a - 1, b - 1).toString();
                }
            }
        }
        assertEquals(dates, found.with(2).lastRows().toString());
        Close.relative(best, found.with(2).residualSumOfSquares(), 1e-11, "RSS");
    }

    private static double rss(TimeRegression regression, int from, int to) {
        TimeRegression regime = regression.rows(from, to - 1);
        return Ols.fit(regime.response(), regime.design(), new Classical()).residualSumOfSquares();
    }

    @Test
    void addingAConstantOrTakingAnotherUnitLeavesTheDates() {
        double[] values = step(noise(5, 80, 0), 40, 3);
        Breakpoints plain = BaiPerron.in(TimeRegression.ofMean(series(values))).find();
        double[] other = Arrays.stream(values).map(v -> 1e6 + 1000 * v).toArray();
        Breakpoints changed = BaiPerron.in(TimeRegression.ofMean(series(other))).find();
        for (int m = 0; m < plain.partitions().size(); m++) {
            assertEquals(plain.with(m).lastRows(), changed.with(m).lastRows());
            Close.relative(
                    1e6 * plain.with(m).residualSumOfSquares(), changed.with(m).residualSumOfSquares(), 1e-8, "RSS");
        }
        assertEquals(
                plain.dates(plain.with(1), 0.95).toString(),
                changed.dates(changed.with(1), 0.95).toString());
    }

    @Test
    void aKnownStepIsFoundByEveryRule() {
        Breakpoints found = BaiPerron.in(TimeRegression.ofMean(series(step(noise(8, 100, 0), 60, 4))))
                .find();
        for (Partition partition : List.of(found.byBic(), found.byLwz(), found.bySequence(0.05))) {
            assertEquals(List.of(59), partition.lastRows());
        }
        assertTrue(found.pValueOfOneMore(found.with(0)) < 1e-6);
        assertTrue(found.pValueOfOneMore(found.with(1)) > 0.05);
        assertEquals(
                "between 2014-12 and 2015-01, last of the old regime from 2014-11 to 2015-01",
                found.dates(found.byBic(), 0.5).get(0).toString());
    }

    @Test
    void aStepWithoutNoiseHasOneBreakAndNoMore() {
        double[] values = step(new double[40], 17, 0.1);
        Breakpoints found = BaiPerron.in(TimeRegression.ofMean(series(values))).find();
        assertEquals(List.of(16), found.byBic().lastRows());
        assertEquals(
                "between 2011-05 and 2011-06, no interval",
                found.dates(found.byBic(), 0.95).get(0).toString());
    }

    @Test
    void aGapBetweenTheRegimesIsSaid() {
        double[] values = step(noise(8, 60, 0), 30, 6);
        Arrays.fill(values, 28, 33, Double.NaN);
        Breakpoints found = BaiPerron.in(TimeRegression.ofMean(series(values))).find();
        BreakDate date = found.dates(found.byBic(), 0.95).get(0);
        assertEquals(Period.month(2012, 4), date.lastOfOld());
        assertEquals(Period.month(2012, 10), date.firstOfNew());
        assertEquals(5, date.gap());
    }

    @Test
    void aTrendKeepsToTheCalendarOverAGap() {
        double[] values = IntStream.range(0, 60).mapToDouble(t -> 2.0 * t).toArray();
        double[] noisy = noise(2, 60, 0);
        Arrays.setAll(values, t -> values[t] + 0.1 * noisy[t]);
        Arrays.fill(values, 20, 35, Double.NaN);
        Breakpoints found = BaiPerron.in(TimeRegression.ofTrend(series(values))).find();
        assertEquals(0, found.byBic().breaks());
        Close.relative(2, found.fits(found.byBic()).get(0).coefficient("trend").estimate(), 0.01, "trend");
    }

    @Test
    void aSeasonThatDoesNotChangeIsNoBreak() {
        double[] values = step(noise(11, 96, 0), 50, 3);
        for (int t = 0; t < values.length; t++) {
            values[t] += 20 * Math.sin(2 * Math.PI * t / 12);
        }
        TimeRegression mean = TimeRegression.ofMean(series(values));
        Breakpoints found =
                BaiPerron.in(mean).keeping(Season.DUMMIES.terms(mean.periods())).find();
        assertEquals(List.of(49), found.byBic().lastRows());
        assertTrue(Math.abs(found.fits(found.byBic()).get(0).sigma() - 1) < 0.2);
    }

    @Test
    void givensRotationsGiveTheSumsOfQr() {
        Random random = new Random(4);
        double[] y = random.doubles(50, 1e5, 2e5).toArray();
        TimeRegression regression = TimeRegression.ofTrend(series(y));
        RecursiveSquares squares = new RecursiveSquares(2);
        for (int i = 0; i < 50; i++) {
            double sum = squares.add(regression, y[i], i);
            if (i >= 2) {
                Close.relative(rss(regression, 0, i + 1), sum, 1e-12, "rows " + (i + 1));
            }
        }
    }

    @Test
    void chowAgreesWithTheSupremumAtItsDate() {
        TimeRegression regression = TimeRegression.ofTrend(series(BROKEN_TREND));
        SupremumF test = SupremumF.test(regression, Trimming.USUAL);
        assertEquals(Period.month(2011, 12), test.lastOfOld());
        Close.relative(
                test.supremum(), 2 * Chow.test(regression, test.lastOfOld()).statistic(), 1e-12, "k F");
    }

    @Test
    void aWaldStatisticWithOneVarianceIsTheChowStatistic() {
        TimeRegression regression = TimeRegression.ofTrend(series(BROKEN_TREND));
        double[] plain = SupremumF.test(regression, Trimming.USUAL).statistics();
        double[] wald =
                SupremumF.test(regression, Trimming.USUAL, new Classical()).statistics();
        for (int i = 0; i < plain.length; i++) {
            Close.relative(plain[i], wald[i], 1e-8, "date " + i);
        }
    }

    @Test
    void correlatedErrorsFoolThePlainTestAndLessTheOneThatAllowsForThem() {
        int plain = 0;
        int robust = 0;
        int sound = 0;
        for (int i = 0; i < 200; i++) {
            TimeRegression ar = TimeRegression.ofMean(series(noise(i, 100, 0.5)));
            TimeRegression iid = TimeRegression.ofMean(series(noise(i, 100, 0)));
            plain += SupremumF.test(ar, Trimming.USUAL).supremumPValue() < 0.05 ? 1 : 0;
            robust += SupremumF.test(ar, Trimming.USUAL, NeweyWest.automatic()).supremumPValue() < 0.05 ? 1 : 0;
            sound += SupremumF.test(iid, Trimming.USUAL).supremumPValue() < 0.05 ? 1 : 0;
        }
        assertTrue(plain > 80, "plain " + plain);
        assertTrue(robust < 0.6 * plain, "robust " + robust);
        assertTrue(sound >= 2 && sound <= 20, "iid " + sound);
    }

    @Test
    void fluctuationTestsKeepTheirLevelWithoutABreak() {
        int[] found = new int[4];
        for (int i = 0; i < 300; i++) {
            TimeRegression mean = TimeRegression.ofMean(series(noise(1000 + i, 100, 0)));
            List<Fluctuation> tests = List.of(
                    OlsCusum.test(mean),
                    RecursiveCusum.test(mean),
                    OlsMosum.test(mean, 0.15),
                    RecursiveEstimates.test(mean));
            for (int j = 0; j < 4; j++) {
                found[j] += tests.get(j).pValue() < 0.05 ? 1 : 0;
            }
        }
        for (int count : found) {
            assertTrue(count <= 25, Arrays.toString(found)); // 15 expected, these tests are known to be cautious
        }
    }

    @Test
    void aStepIsFoundByEveryFluctuationTest() {
        TimeRegression mean = TimeRegression.ofMean(series(step(noise(21, 100, 0), 40, 2)));
        assertTrue(OlsCusum.test(mean).pValue() < 1e-4);
        assertTrue(RecursiveCusum.test(mean).pValue() < 0.01);
        assertEquals(0.01, OlsMosum.test(mean, 0.15).pValue());
        assertTrue(RecursiveEstimates.test(mean).pValue() < 1e-4);
    }

    @Test
    void pValuesFallAsTheStatisticGrowsAndTheTrimmingShrinks() {
        for (HansenPValue kind : HansenPValue.values()) {
            double before = 1;
            for (double x = 0; x < 300; x += 1) {
                double p = kind.of(x, 2, 15, 85, 100);
                assertTrue(p <= before, kind + " at " + x);
                before = p;
            }
            assertTrue(before < 1e-4, kind + " ends at " + before);
        }
        assertTrue(HansenPValue.SUP.of(10, 2, 5, 95, 100) > HansenPValue.SUP.of(10, 2, 40, 60, 100));
        Close.relative(
                HansenPValue.SUP.of(10, 2, 49, 51, 100), HansenPValue.SUP.of(10, 2, 490, 510, 1000), 1e-12, "share");
        assertTrue(HansenPValue.SUP.of(10, 1, 1, 9_999, 10_000) < 1);
    }

    @Test
    void resultsAreSerializable() throws Exception {
        Breakpoints found =
                BaiPerron.in(TimeRegression.ofTrend(series(BROKEN_TREND))).find();
        assertEquals(found.toString(), Serialized.copy(found).toString());
    }

    @Test
    void aSummaryNamesEveryPartition() {
        Breakpoints found = BaiPerron.in(TimeRegression.ofTrend(series(BROKEN_TREND)))
                .atMost(1)
                .find();
        assertEquals("""
                arrivals on intercept, trend, 60 periods with a value, 2010-01 to 2014-12; a share of 0.15
                  0 breaks: RSS 279.733, BIC 274.92519, LWZ 1.76576
                  1 break: RSS 66.8671, BIC 201.34040, LWZ 0.67630, 2011-12""", found.toString());
    }

    @Test
    void refusalsSayWhatIsNeeded() {
        Refusal.of(
                DataException.class,
                "E-BREAK-001 arrivals has no value in any period; a break needs values",
                () -> TimeRegression.ofMean(series(Double.NaN, Double.NaN)));
        TimeRegression short1 = TimeRegression.ofTrend(series(1, 3, 2, 5, 4));
        Refusal.of(
                DataException.class,
                "E-BREAK-003 a regime of at least 0 periods (a share of 0.15 of 5) cannot carry 2 columns; it needs 3 or more; change the trimming, or take a longer series",
                () -> BaiPerron.in(short1).find());
        Refusal.of(
                DataException.class,
                "E-BREAK-003 a regime of at least 3 periods (3 periods of 5) leaves no room for a second one; change the trimming, or take a longer series",
                () -> BaiPerron.in(short1).trimmed(Trimming.periods(3)).find());
        Refusal.of(
                DataException.class,
                "E-BREAK-002 arrivals has values from 2010-01 to 2010-05; a break after 2010-05 needs values on both sides",
                () -> Chow.test(short1, Period.month(2010, 5)));
        Refusal.of(
                DataException.class,
                "E-BREAK-005 a side of 2010-02 has 2 periods with a value for 2 columns; it needs 3 or more",
                () -> Chow.test(short1, Period.month(2010, 2)));
        Refusal.of(
                DataException.class,
                "E-BREAK-006 arrivals is intercept without any scatter; there is nothing to test for a break",
                () -> SupremumF.test(TimeRegression.ofMean(series(new double[20])), Trimming.USUAL));
        Refusal.of(
                DataException.class,
                "E-BREAK-007 a share of 0.1 of 5 periods is less than one period; take a larger share",
                () -> OlsMosum.test(short1, 0.1));
        Refusal.of(
                DataException.class,
                "E-BREAK-008 3 periods leave 1 recursive residuals beside 2 columns; 2 are needed",
                () -> RecursiveCusum.test(TimeRegression.ofTrend(series(1, 3, 2))));
        Refusal.of(
                DataException.class,
                "E-BREAK-004 the distribution of the test is tabled for 40 changing columns at most, there are 41; let fewer coefficients change",
                () -> HansenPValue.SUP.of(10, 41, 15, 85, 100));
        Refusal.argument("the trimming is a share above 0 and below 0.5, got 0.5", () -> Trimming.share(0.5));
        Refusal.argument("the trimming is 1 period or more, got 0", () -> Trimming.periods(0));
        Refusal.argument(
                "at most 1 break or more, got 0", () -> BaiPerron.in(short1).atMost(0));
        Refusal.argument("the window is a share above 0 and up to 0.5, got 0.6", () -> OlsMosum.test(short1, 0.6));
        Breakpoints found =
                BaiPerron.in(TimeRegression.ofMean(series(BROKEN_TREND))).find();
        Refusal.argument("there are 0 to 5 breaks, got 6", () -> found.with(6));
        Refusal.argument("a significance level lies between 0 and 1, got 5.0", () -> found.bySequence(5));
    }

    @Test
    void aSearchCanBeInterrupted() {
        TimeRegression regression = TimeRegression.ofMean(series(BROKEN_TREND));
        Thread.currentThread().interrupt();
        try {
            Refusal.of(
                    EstimationException.class,
                    "E-BREAK-010 interrupted after 0 of 60 periods were searched",
                    () -> BaiPerron.in(regression).find());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void collinearFirstPeriodsAreRefusedByRecursiveEstimates() {
        double[] covariate = new double[30];
        covariate[20] = 1;
        TimeRegression regression = TimeRegression.of(
                "arrivals",
                noise(1, 30, 0),
                org.migrationimpact.model.Design.of(
                        List.of("intercept", "x"),
                        Arrays.stream(covariate)
                                .mapToObj(x -> new double[] {1, x})
                                .toArray(double[][]::new)));
        Refusal.of(
                EstimationException.class,
                "E-BREAK-009 the first 2 periods of arrivals cannot tell intercept, x apart; begin the series where they vary, or take OlsCusum",
                () -> RecursiveEstimates.test(regression));
    }
}
