package org.migrationimpact.impact;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.breaks.BaiPerron;
import org.migrationimpact.breaks.BreakDate;
import org.migrationimpact.breaks.Breakpoints;
import org.migrationimpact.breaks.Fluctuation;
import org.migrationimpact.breaks.OlsCusum;
import org.migrationimpact.breaks.Partition;
import org.migrationimpact.breaks.RecursiveCusum;
import org.migrationimpact.breaks.SupremumF;
import org.migrationimpact.breaks.TimeRegression;
import org.migrationimpact.breaks.Trimming;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Window;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/**
 * When did the mean, or the trend, of a series change, without being told a date? The dates of Bai and Perron, their number by the Bayesian
 * information criterion, with tests whether there is any break.
 *
 * <p>Defaults: the mean; at most five breaks; regimes of at least 0.15 of the periods; intervals of 95 %. Coefficients of the regimes have
 * Newey–West errors with automatic lags, as if the dates had been known.
 *
 * <p>What it cannot tell: why. Season and autocorrelation that are left in the series look like breaks; the result warns where its
 * residuals are correlated.
 *
 * <p>Source: {@link BaiPerron}, {@link SupremumF}, {@link OlsCusum}, {@link RecursiveCusum}.
 */
public final class BreakSearch implements Serializable {

    private static final long serialVersionUID = 1L;

    /** What may change at a break. */
    public enum Regressors {
        /** The mean. */
        MEAN,
        /** Level and slope of a linear trend. */
        TREND;

        private TimeRegression of(Series series) {
            return this == MEAN ? TimeRegression.ofMean(series) : TimeRegression.ofTrend(series);
        }
    }

    private final Regressors regressors;
    private final Trimming trimming;
    private final int most;
    private final double confidence;

    private BreakSearch(Regressors regressors, Trimming trimming, int most, double confidence) {
        this.regressors = regressors;
        this.trimming = trimming;
        this.most = most;
        this.confidence = confidence;
    }

    /** Breaks of the mean. */
    public static BreakSearch ofMean() {
        return new BreakSearch(Regressors.MEAN, Trimming.USUAL, 5, 0.95);
    }

    /** Breaks of a linear trend. */
    public static BreakSearch ofTrend() {
        return new BreakSearch(Regressors.TREND, Trimming.USUAL, 5, 0.95);
    }

    /** With regimes no shorter than this. */
    public BreakSearch trimmed(Trimming other) {
        return new BreakSearch(regressors, other, most, confidence);
    }

    /** With so many breaks at most, 1 or more. */
    public BreakSearch atMost(int breaks) {
        if (breaks < 1) {
            throw new IllegalArgumentException("at most 1 break or more, got " + breaks);
        }
        return new BreakSearch(regressors, trimming, breaks, confidence);
    }

    /** With intervals of dates at this level. */
    public BreakSearch withConfidence(double level) {
        return new BreakSearch(regressors, trimming, most, Interval.requireLevel(level));
    }

    /**
     * The breaks of this series.
     *
     * @throws org.migrationimpact.data.DataException E-BREAK-003 where the trimming leaves no room, E-BREAK-006 where there is no scatter
     */
    public BreakFindings find(Series series) {
        Breakpoints search = BaiPerron.in(regressors.of(series))
                .trimmed(trimming)
                .atMost(most)
                .find();
        Partition chosen = search.byBic();
        List<BreakDate> dates = search.dates(chosen, confidence);
        Fit fit = Ols.fit(search.regression().response(), regimes(search, chosen), NeweyWest.automatic());
        Sample sample = Sample.of(series, series.start(), Window.all(), Donut.none(), List.of());
        List<Diagnostic> diagnostics = diagnostics(search, chosen, fit);
        List<Warning> warnings = new ArrayList<>(sample.warnings());
        warnings.addAll(warnings(series, dates, diagnostics));
        warnings.addAll(atTheEdge(search, chosen));
        return new BreakFindings(
                series,
                search,
                dates,
                fit.coefficients(),
                sample.audit(),
                conventions(search, fit),
                diagnostics,
                warnings);
    }

    /** Every column once a regime, 0 outside of it. */
    private static Design regimes(Breakpoints search, Partition chosen) {
        TimeRegression all = search.regression();
        List<String> names = new ArrayList<>();
        for (int regime = 0; regime <= chosen.breaks(); regime++) {
            String at = chosen.breaks() == 0 ? "" : "@" + all.period(chosen.firstRow(regime));
            all.design().names().forEach(name -> names.add(name + at));
        }
        double[][] rows = new double[all.rows()][names.size()];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all.design().row(i), 0, rows[i], all.columns() * chosen.regimeOf(i), all.columns());
        }
        return Design.of(all.periods(), names, rows);
    }

    private List<Diagnostic> diagnostics(Breakpoints search, Partition chosen, Fit fit) {
        SupremumF f = SupremumF.test(search.regression(), trimming);
        List<Diagnostic> all = new ArrayList<>(List.of(
                test("sup F", f.supremum(), f.supremumPValue(), chosen),
                test("ave F", f.average(), f.averagePValue(), chosen),
                test("exp F", f.exponential(), f.exponentialPValue(), chosen),
                test(OlsCusum.test(search.regression()), chosen),
                test(RecursiveCusum.test(search.regression()), chosen)));
        all.addAll(Residuals.diagnostics(fit, search.regression().period(0).frequency()));
        return all;
    }

    private static Diagnostic test(Fluctuation test, Partition chosen) {
        return test(test.name(), test.statistic(), test.pValue(), chosen);
    }

    private static Diagnostic test(String name, double statistic, double p, Partition chosen) {
        boolean rejects = p < 0.05;
        boolean agrees = rejects == chosen.breaks() > 0;
        return new Diagnostic(
                name,
                statistic,
                p,
                agrees ? Status.PASSED : Status.FAILED,
                (rejects ? "the coefficients are not the same throughout" : "no change of the coefficients is shown")
                        + (agrees ? "" : ", which the number of breaks chosen does not agree with"));
    }

    private List<Convention> conventions(Breakpoints search, Fit fit) {
        TimeRegression all = search.regression();
        return List.of(
                new Convention("regressors", String.join(", ", all.design().names())),
                new Convention(
                        "shortest regime",
                        all.period(0).frequency().count(search.shortestRegime()) + " with a value, from " + trimming),
                new Convention(
                        "number of breaks",
                        "smallest BIC; " + number(search.byBic()) + " by BIC, " + number(search.byLwz()) + " by LWZ, "
                                + number(search.bySequence(0.05)) + " by sequential tests at 5 %, at most "
                                + (search.partitions().size() - 1)),
                new Convention(
                        "interval of dates",
                        "Bai (1997), "
                                + BigDecimal.valueOf(confidence)
                                        .movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + " %, moments and variances differ between regimes, errors not correlated"),
                new Convention("p-values of sup F, ave F, exp F", "Hansen (1997)"),
                new Convention("covariance", fit.covarianceName() + ", dates as if known"));
    }

    private static int number(Partition partition) {
        return partition.breaks();
    }

    private static List<Warning> warnings(Series series, List<BreakDate> dates, List<Diagnostic> diagnostics) {
        List<Warning> all = new ArrayList<>();
        diagnostics.stream()
                .filter(d -> d.name().startsWith("Ljung") && d.status() == Status.FAILED)
                .forEach(d -> all.add(new Warning(
                        "W-BREAK-001",
                        d.name() + ": " + d.reason()
                                + "; correlated errors and seasons look like breaks, and intervals of dates are"
                                + " too narrow")));
        for (BreakDate date : dates) {
            if (date.gap() > 0) {
                all.add(new Warning(
                        "W-BREAK-002",
                        series.name() + " has no value in " + series.frequency().count(date.gap()) + " between "
                                + date.lastOfOld() + " and " + date.firstOfNew()
                                + "; the break lies somewhere between them"));
            }
            if (date.earliest().isEmpty()) {
                all.add(new Warning(
                        "W-BREAK-003",
                        "the break after " + date.lastOfOld()
                                + " has no interval: the regimes differ too much in scatter, or too little in level"));
            }
        }
        return all;
    }

    /** A regime as short as the trimming lets it be may have been cut short by it. */
    private static List<Warning> atTheEdge(Breakpoints search, Partition chosen) {
        List<Warning> all = new ArrayList<>();
        TimeRegression rows = search.regression();
        for (int regime = 0; chosen.breaks() > 0 && regime <= chosen.breaks(); regime++) {
            int first = chosen.firstRow(regime);
            int next = regime == chosen.breaks() ? rows.rows() : chosen.firstRow(regime + 1);
            if (next - first == search.shortestRegime()) {
                all.add(new Warning(
                        "W-BREAK-004",
                        "the regime " + rows.period(first) + ".." + rows.period(next - 1)
                                + " is as short as the trimming allows; the series may change nearer to its end than that:"
                                + " compare with a smaller trimming"));
            }
        }
        return all;
    }

    /** What is searched, with every option. */
    @Override
    public String toString() {
        return "breakpoints of the " + regressors.name().toLowerCase(Locale.ROOT) + ", at most " + most + ", "
                + trimming;
    }
}
