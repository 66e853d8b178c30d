package org.migrationimpact.forecast;

import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * Trend, season and remainder by local regression: {@code y = trend + seasonal + irregular}.
 *
 * <p>Windows are odd and count years (season) or periods (trend). Defaults are those of R's {@code stl}: the trend window is the next odd
 * number from {@code 1.5 s / (1 − 1.5 / seasonal window)} on, the low-pass window the next from s on; a local constant for the season, lines
 * for the others; every {@code ⌈window / 10⌉}-th value is computed and lines are drawn between; two passes, or one pass and fifteen
 * robustness passes.
 *
 * <p>Source: Cleveland, Cleveland, McRae and Terpenning (1990), STL: a seasonal-trend decomposition procedure based on loess, Journal of
 * Official Statistics 6, 3–73.
 */
public final class Stl implements SeasonalAdjustment {

    private static final long serialVersionUID = 1L;

    private enum Passes {
        PLAIN(2, 0),
        ROBUST(1, 15);

        private final int inner;
        private final int outer;

        Passes(int inner, int outer) {
            this.inner = inner;
            this.outer = outer;
        }
    }

    private final int seasonalWindow; // 0: the season is the same in every year
    private final int trendWindow; // 0: by the rule
    private final int seasonalDegree;
    private final int jump; // 0: by the rule
    private final Passes passes;

    private Stl(int seasonalWindow, int trendWindow, int seasonalDegree, int jump, Passes passes) {
        this.seasonalWindow = seasonalWindow;
        this.trendWindow = trendWindow;
        this.seasonalDegree = seasonalDegree;
        this.jump = jump;
        this.passes = passes;
    }

    /** With the same season in every year. */
    public static Stl periodic() {
        return new Stl(0, 0, 0, 0, Passes.PLAIN);
    }

    /** With a season that is smoothed over so many years, odd and 7 or more. */
    public static Stl of(int seasonalWindow) {
        return new Stl(odd("seasonal", seasonalWindow, 7), 0, 0, 0, Passes.PLAIN);
    }

    private static int odd(String which, int window, int least) {
        if (window < least || window % 2 == 0) {
            throw new IllegalArgumentException(
                    "the " + which + " window is odd and " + least + " or more, got " + window);
        }
        return window;
    }

    /** With single wild values weighing less. */
    public Stl robust() {
        return new Stl(seasonalWindow, trendWindow, seasonalDegree, jump, Passes.ROBUST);
    }

    /** With a trend smoothed over so many periods, odd and 3 or more. */
    public Stl withTrendWindow(int periods) {
        return new Stl(seasonalWindow, odd("trend", periods, 3), seasonalDegree, jump, passes);
    }

    /** With lines instead of constants for the season of each year. */
    public Stl withSeasonalLines() {
        return new Stl(seasonalWindow, trendWindow, 1, jump, passes);
    }

    /** With every value computed, none drawn as a line between others. */
    public Stl withoutJumps() {
        return new Stl(seasonalWindow, trendWindow, seasonalDegree, 1, passes);
    }

    /** Components as plain numbers, and the robustness weights. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Parts(double[] seasonal, double[] trend, double[] weights) {}

    /** The decomposition of values without a gap, with seasons of this length, at least two of them. */
    Parts decompose(double[] values, int season) {
        int years = seasonalWindow == 0 ? 10 * values.length + 1 : seasonalWindow;
        int trend = trendWindow == 0 ? nextOdd(Math.ceil(1.5 * season / (1 - 1.5 / years))) : trendWindow;
        int low = nextOdd(season);
        StlSteps steps = new StlSteps(
                        values,
                        season,
                        loess(years, seasonalWindow == 0 ? 0 : seasonalDegree),
                        loess(trend, 1),
                        loess(low, 1))
                .run(passes.inner, passes.outer);
        double[] seasonal = seasonalWindow == 0 ? averaged(steps.seasonal(), season) : steps.seasonal();
        return new Parts(seasonal, steps.trend(), steps.weights());
    }

    private Loess loess(int window, int degree) {
        return new Loess(window, degree, jump == 0 ? (window + 9) / 10 : jump);
    }

    private static int nextOdd(double from) {
        int whole = (int) Math.round(from);
        return whole % 2 == 0 ? whole + 1 : whole;
    }

    private static double[] averaged(double[] seasonal, int season) {
        double[] means = new double[season];
        int[] counts = new int[season];
        for (int t = 0; t < seasonal.length; t++) {
            means[t % season] += seasonal[t];
            counts[t % season]++;
        }
        double[] same = new double[seasonal.length];
        for (int t = 0; t < same.length; t++) {
            same[t] = means[t % season] / counts[t % season];
        }
        return same;
    }

    @Override
    public Decomposition fit(Series series) {
        int season = ArimaFit.seasonOf(series.frequency());
        requireSeason(series, season);
        Parts parts = decompose(series.values(), season);
        return Decomposition.of(series, Decomposition.Mode.ADDITIVE, parts.trend, parts.seasonal, toString());
    }

    private static void requireSeason(Series series, int season) {
        if (season == 1) {
            throw new InputException(
                    "E-STL-001",
                    series.name() + " is by " + series.frequency().noun()
                            + ", which has no season that repeats evenly; STL takes months, quarters, half-years or days");
        }
        if (series.observed() < series.size()) {
            Period gap = IntStream.range(0, series.size())
                    .filter(t -> Double.isNaN(series.value(t)))
                    .mapToObj(series::period)
                    .findFirst()
                    .orElseThrow();
            throw new DataException(
                    "E-STL-002",
                    series.name() + " has no value in " + gap
                            + "; STL needs every period: take X-13 or TRAMO-SEATS, which bridge gaps, or a window without them");
        }
        if (series.size() <= 2 * season) {
            throw new DataException(
                    "E-STL-003",
                    series.name() + " has " + series.frequency().count(series.size())
                            + "; STL needs more than two years, " + (2 * season + 1));
        }
    }

    /** Which windows and passes. */
    @Override
    public String toString() {
        return "STL, "
                + (seasonalWindow == 0 ? "the same season every year" : "season over " + seasonalWindow + " years")
                + ", trend window " + (trendWindow == 0 ? "by the rule" : "" + trendWindow)
                + (seasonalDegree == 1 ? ", lines in the season" : "")
                + (jump == 1 ? ", without jumps" : "")
                + (passes == Passes.ROBUST ? ", robust" : "");
    }
}
