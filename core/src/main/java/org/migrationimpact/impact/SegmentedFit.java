package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.InterruptedTimeSeries.Slope;
import org.migrationimpact.model.Covariate;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.LevelShift;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.SlopeChange;
import org.migrationimpact.model.Term;
import org.migrationimpact.model.Trend;
import org.migrationimpact.regression.Coefficient;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.NestedF;
import org.migrationimpact.regression.Ols;

/** One interrupted time series being fitted: from the sample over the design to the impact. */
final class SegmentedFit {

    private static final int FEW = 12;
    private static final int MIN_BEFORE = 4;
    private static final int MIN_AFTER = 3;

    private final Series series;
    private final List<Period> starts;
    private final SegmentOptions options;
    private final Sample sample;
    private final List<Term> changes;
    private final Season seasonal;
    private final List<Term> season;
    private final List<Term> terms;
    private final Fit fit;

    SegmentedFit(Series series, List<Period> starts, SegmentOptions options) {
        this.series = series;
        this.starts = starts;
        this.options = options;
        sample = Sample.of(series, starts.get(0), options.window, options.donut, options.covariates);
        sample.require(MIN_BEFORE, MIN_AFTER, "an interrupted time series");
        requireEverySegment();
        changes = changes();
        seasonal = options.season.suited(sample.periods());
        season = seasonal.terms(sample.periods());
        terms = terms();
        fit = Ols.fit(sample.values(options.scale), Design.of(sample.periods(), terms), options.covariance);
    }

    private void requireEverySegment() {
        for (int i = 1; i < starts.size(); i++) {
            Period from = starts.get(i - 1);
            Period next = starts.get(i);
            long between = sample.periods().stream()
                    .filter(p -> !p.isBefore(from) && p.isBefore(next))
                    .count();
            long after =
                    sample.periods().stream().filter(p -> !p.isBefore(next)).count();
            if (between < MIN_AFTER || after < MIN_AFTER) {
                throw new DataException(
                        "E-ITS-001",
                        series.name() + " has " + series.frequency().count(Math.min(between, after)) + " with a value "
                                + (between < MIN_AFTER ? "from " + from + " to before " + next : "from " + next + " on")
                                + "; each of several interventions needs " + MIN_AFTER
                                + ": measures closer in time than the data can separate are one bundle");
            }
        }
    }

    private List<Term> changes() {
        List<Term> all = new ArrayList<>();
        for (Period start : starts) {
            String at = starts.size() == 1 ? "" : "@" + start;
            all.add(new LevelShift("level" + at, start, options.ramp));
            if (options.slope == Slope.CHANGES) {
                all.add(new SlopeChange("slope" + at, start));
            }
        }
        return all;
    }

    private List<Term> terms() {
        List<Term> all = new ArrayList<>(
                List.of(new Intercept(), new Trend(sample.inside().start())));
        all.addAll(changes);
        all.addAll(season);
        all.addAll(Sample.terms(options.covariates));
        all.addAll(options.shocks);
        return all;
    }

    Impact impact(List<Warning> ofTheStart) {
        List<Diagnostic> diagnostics = new ArrayList<>(Residuals.diagnostics(fit, series.frequency()));
        if (!season.isEmpty()) {
            diagnostics.add(seasonTest());
        }
        List<Warning> warnings = new ArrayList<>(ofTheStart);
        warnings.addAll(sample.warnings());
        warnings.addAll(warnings(diagnostics));
        return new Impact(
                "interrupted-time-series",
                series.name(),
                effect(),
                fit.coefficients(),
                path(),
                sample.audit(),
                conventions(),
                diagnostics,
                warnings);
    }

    private Effect effect() {
        Coefficient level = fit.coefficient(changes.get(0).names().get(0));
        String phased = options.ramp == 1
                ? ""
                : ", phased in over " + series.frequency().count(options.ramp);
        return new Effect(
                "change of level of " + series.name() + " at " + starts.get(0) + phased
                        + (options.slope == Slope.CHANGES ? ", against its trend before" : ", slope unchanged"),
                options.scale.unit(series.unit()),
                options.scale,
                level);
    }

    /** Compares sums of squares, so any covariance does. */
    private Diagnostic seasonTest() {
        List<Term> without = new ArrayList<>(terms);
        without.removeAll(season);
        Fit restricted = Ols.fit(sample.values(options.scale), Design.of(sample.periods(), without), new Classical());
        NestedF test = NestedF.test(fit, restricted);
        return new Diagnostic(
                "season, F(" + test.restrictions() + ", " + fit.degreesOfFreedom() + ")",
                test.statistic(),
                test.pValue(),
                Status.PASSED,
                test.pValue() < 0.05 ? "the seasons differ" : "no season can be told; it was kept in all the same");
    }

    private EffectPath path() {
        Series inside = sample.inside();
        List<Period> periods = IntStream.range(0, inside.size())
                .mapToObj(inside::period)
                .filter(period ->
                        terms.stream().noneMatch(t -> t instanceof Covariate && Double.isNaN(t.at(period)[0])))
                .toList();
        Design rows = Design.of(periods, terms);
        int[] changed = changes.stream()
                .mapToInt(change -> rows.column(change.names().get(0)))
                .toArray();
        double noise = fit.sigma() * fit.sigma();
        List<EffectPath.Point> points = IntStream.range(0, periods.size())
                .mapToObj(i -> point(periods.get(i), rows.row(i), changed, noise))
                .toList();
        return new EffectPath(
                series.name(), series.unit(), options.scale, fit.degreesOfFreedom(), starts.get(0), points);
    }

    private EffectPath.Point point(Period period, double[] with, int[] changed, double noise) {
        double[] without = with.clone();
        for (int column : changed) {
            without[column] = 0;
        }
        double error = Math.sqrt(noise + fit.variance(without));
        return new EffectPath.Point(period, series.at(period), fit.predict(with), fit.predict(without), error);
    }

    private List<Convention> conventions() {
        List<Convention> all = new ArrayList<>();
        all.add(new Convention("covariance", fit.covarianceName()));
        all.add(new Convention("distribution", "Student's t with " + fit.degreesOfFreedom() + " degrees of freedom"));
        all.add(new Convention("scale", scaleInWords()));
        all.add(new Convention("season", seasonal.describe(series.frequency())));
        all.add(new Convention(
                "window", sample.inside().start() + ".." + sample.inside().end()));
        all.add(new Convention("donut", options.donut.toString()));
        all.add(new Convention(
                "trend",
                "1 in " + sample.inside().start() + ", then one more each "
                        + series.frequency().noun()));
        all.add(new Convention(
                "level",
                options.ramp == 1
                        ? "1 from the first treated period on"
                        : "rising evenly to 1 over the first "
                                + series.frequency().count(options.ramp)));
        all.add(new Convention(
                "band", "one new observation: residual variance and the covariance of the coefficients"));
        if (!options.shocks.isEmpty()) {
            all.add(new Convention(
                    "shocks",
                    options.shocks.stream()
                            .map(s -> s.name() + " " + s.first() + ".." + s.last())
                            .collect(Collectors.joining(", "))));
        }
        return all;
    }

    private String scaleInWords() {
        return options.scale == Scale.LOG
                ? String.format(
                        Locale.ROOT,
                        "natural logarithm; a change of b is 100 (exp(b) - 1) %%, here %.4g %%",
                        100 * Math.expm1(effect().estimate()))
                : "levels, in " + series.unit();
    }

    private List<Warning> warnings(List<Diagnostic> diagnostics) {
        List<Warning> all = new ArrayList<>();
        if (sample.before() < FEW || sample.after() < FEW) {
            all.add(new Warning(
                    "W-ITS-001",
                    series.name() + " has " + series.frequency().count(sample.before()) + " before and "
                            + sample.after() + " after; with fewer than " + FEW
                            + " on a side trend and errors rest on little"));
        }
        if (options.season == Season.BY_FREQUENCY
                && season.isEmpty()
                && series.frequency().seasons() > 1) {
            all.add(
                    new Warning(
                            "W-ITS-004",
                            series.name() + " has " + series.frequency().count(fit.rows())
                                    + ", fewer than two cycles of its seasons: none was taken out; name a season to insist on it"));
        }
        if (options.covariance instanceof NeweyWest newey) {
            int lags = newey.lagsFor(fit.design(), fit.residuals());
            if (lags > fit.rows() / 5.0) {
                all.add(new Warning(
                        "W-ITS-002",
                        lags + " lags in " + fit.rows() + " periods: errors with that many lags are too small"));
            }
        }
        diagnostics.stream()
                .filter(d -> d.status() == Status.FAILED)
                .forEach(d -> all.add(
                        new Warning("W-ITS-003", d.name() + ": " + d.reason() + "; the interval may be too narrow")));
        return all;
    }
}
