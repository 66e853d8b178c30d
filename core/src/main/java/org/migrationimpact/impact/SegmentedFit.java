package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.InterruptedTimeSeries.Outliers;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Term;
import org.migrationimpact.model.Trend;
import org.migrationimpact.regression.Coefficient;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.NestedF;
import org.migrationimpact.regression.Ols;
import org.migrationimpact.regression.Outlier;

/** One interrupted time series being fitted: from the sample over the design to the impact. */
final class SegmentedFit {

    static final int MIN_BEFORE = 4;

    private final Series series;
    private final Interventions interventions;
    private final SegmentOptions options;
    private final Sample sample;
    private final List<Term> changes;
    private final Season seasonal;
    private final List<Term> season;
    private final List<Term> terms;
    private final OutlierReport outliers;
    private final SegmentData data;
    private final Estimation estimation;

    SegmentedFit(Series series, List<Period> starts, SegmentOptions options) {
        this.series = series;
        this.options = options;
        interventions = new Interventions(starts, options);
        sample = Sample.of(series, starts.get(0), options.window, options.donut, options.needed());
        sample.require(MIN_BEFORE, Interventions.MIN_AFTER, "an interrupted time series");
        interventions.requireEverySegment(sample, series);
        requireCountsOnBothSides();
        changes = new ArrayList<>(interventions.changes(""));
        changes.addAll(interventions.anticipation(""));
        seasonal = options.season.suited(sample.periods());
        season = seasonal.terms(sample.periods());
        terms = terms();
        double[] response = sample.values(options.errors.areCounts() ? options.scale : options.effectScale());
        outliers = OutlierReport.of(options, response, sample.periods(), terms);
        if (options.outliers == Outliers.AS_TERMS) {
            outliers.found().stream().map(Outlier::term).forEach(terms::add);
        }
        data = new SegmentData(response, sample.periods(), terms, exposure(), starts.get(0));
        estimation = options.errors.fit(data, options.covariance());
    }

    private void requireCountsOnBothSides() {
        if (!options.errors.areCounts()) {
            return;
        }
        double[] values = sample.values(options.scale);
        long before = sample.before();
        boolean none = Arrays.stream(values).limit(before).allMatch(v -> v == 0)
                || Arrays.stream(values).skip(before).allMatch(v -> v == 0);
        if (none) {
            throw new DataException(
                    "E-ITS-002",
                    series.name() + " is 0 in every period "
                            + (Arrays.stream(values).limit(before).allMatch(v -> v == 0) ? "before " : "from ")
                            + interventions.first()
                            + ", so the logarithm of its mean has no finite value there and no factor of change exists; take"
                            + " errors: ols, or before-after");
        }
    }

    private double[] exposure() {
        return sample.periods().stream()
                .mapToDouble(period ->
                        options.exposure().map(series -> series.at(period)).orElse(1.0))
                .toArray();
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
        List<Diagnostic> diagnostics = new ArrayList<>(Residuals.diagnostics(estimation.fit(), series.frequency()));
        diagnostics.addAll(estimation.diagnostics());
        if (!season.isEmpty() && options.errors.areOrdinary()) {
            diagnostics.add(seasonTest());
        }
        SegmentWords words = new SegmentWords(series, interventions, options, sample, seasonal, estimation, outliers);
        List<Warning> warnings = new ArrayList<>(ofTheStart);
        warnings.addAll(sample.warnings());
        warnings.addAll(words.warnings(diagnostics));
        outliers.diagnostic(interventions, series.frequency()).ifPresent(diagnostics::add);
        SegmentPath path =
                new SegmentPath(sample.inside(), options, interventions.first(), terms, changes, estimation.fit());
        return new Impact(
                "interrupted-time-series",
                series.name(),
                words.effect(),
                estimates(),
                path.path(series, estimation.band(), sample.periods()),
                sample.audit(),
                words.conventions(),
                diagnostics,
                warnings);
    }

    private List<Coefficient> estimates() {
        List<Coefficient> all = new ArrayList<>(estimation.fit().coefficients());
        all.addAll(estimation.further());
        return all;
    }

    /** Compares sums of squares, so any covariance does. */
    private Diagnostic seasonTest() {
        List<Term> without = new ArrayList<>(terms);
        without.removeAll(season);
        Fit fit = estimation.fit();
        Fit restricted = Ols.fit(data.response(), Design.of(sample.periods(), without), new Classical());
        NestedF test = NestedF.test(fit, restricted);
        return new Diagnostic(
                "season, F(" + test.restrictions() + ", " + fit.degreesOfFreedom() + ")",
                test.statistic(),
                test.pValue(),
                Status.PASSED,
                test.pValue() < 0.05 ? "the seasons differ" : "no season can be told; it was kept in all the same");
    }
}
