package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Outlier;

/** What a fitted interrupted time series says in words: its headline, its conventions, its warnings. */
record SegmentWords(
        Series series,
        Interventions interventions,
        SegmentOptions options,
        Sample sample,
        Season seasonal,
        Estimation estimation,
        OutlierReport outliers) {

    private static final int FEW = 12;

    Effect effect() {
        String name = interventions.changes("").get(0).names().get(0);
        return new Effect(
                "change of level of " + series.name() + " at " + interventions.first() + interventions.phased(series)
                        + (interventions.slopeChanges() ? ", against its trend before" : ", slope unchanged"),
                options.effectScale().unit(series.unit()),
                options.effectScale(),
                estimation.fit().coefficient(name));
    }

    List<Convention> conventions() {
        Fit fit = estimation.fit();
        List<Convention> all = new ArrayList<>();
        all.add(new Convention("covariance", fit.covarianceName()));
        all.add(new Convention("distribution", fit.distribution()));
        all.addAll(estimation.conventions());
        all.add(new Convention("scale", scaleInWords()));
        all.add(new Convention("season", seasonal.describe(series.frequency())));
        all.add(new Convention(
                "window", sample.inside().start() + ".." + sample.inside().end()));
        all.add(new Convention("donut", options.donut.toString()));
        all.add(new Convention(
                "trend",
                "1 in " + sample.inside().start() + ", then one more each "
                        + series.frequency().noun()));
        all.add(new Convention("level", interventions.levels(series)));
        if (interventions.starts().size() > 1) {
            all.add(new Convention("interventions", interventions.inWords()));
        }
        if (options.anticipation > 0) {
            all.add(new Convention(
                    "anticipation",
                    "a level of its own in the last " + series.frequency().count(options.anticipation)
                            + " before each intervention"));
        }
        all.add(new Convention("band", estimation.band().describe()));
        all.add(new Convention("effect.mean, effect.total", sums()));
        options.exposure()
                .ifPresent(exposure -> all.add(new Convention("exposure", "offset ln(" + exposure.name() + ")")));
        if (!options.shocks.isEmpty()) {
            all.add(new Convention(
                    "shocks",
                    options.shocks.stream()
                            .map(s -> s.name() + " " + s.first() + ".." + s.last())
                            .collect(Collectors.joining(", "))));
        }
        return all;
    }

    private String sums() {
        return "mean and sum, over the " + series.frequency().count(sample.after())
                + " used from the start on, of what the changes say"
                + (options.effectScale() == Scale.LOG
                        ? "; the sum is of " + (options.errors.areCounts() ? "means" : "medians") + " in "
                                + series.unit()
                        : "");
    }

    private String scaleInWords() {
        return options.effectScale() == Scale.LOG
                ? String.format(
                        Locale.ROOT,
                        "natural logarithm; a change of b is 100 (exp(b) - 1) %%, here %.4g %%",
                        100 * Math.expm1(effect().estimate()))
                : "levels, in " + series.unit();
    }

    List<Warning> warnings(List<Diagnostic> diagnostics) {
        List<Warning> all = new ArrayList<>();
        if (sample.before() < FEW || sample.after() < FEW) {
            all.add(new Warning(
                    "W-ITS-001",
                    series.name() + " has " + series.frequency().count(sample.before()) + " before and "
                            + sample.after() + " after; with fewer than " + FEW
                            + " on a side trend and errors rest on little"));
        }
        if (options.season == Season.BY_FREQUENCY
                && seasonal == Season.NONE
                && series.frequency().seasons() > 1) {
            all.add(
                    new Warning(
                            "W-ITS-004",
                            series.name() + " has "
                                    + series.frequency().count(estimation.fit().rows())
                                    + ", fewer than two cycles of its seasons: none was taken out; name a season to insist on it"));
        }
        manyLags(all);
        diagnostics.stream()
                .filter(d -> d.status() == Status.FAILED)
                .forEach(d -> all.add(
                        new Warning("W-ITS-003", d.name() + ": " + d.reason() + "; the interval may be too narrow")));
        nearOutliers(all);
        return all;
    }

    private void manyLags(List<Warning> all) {
        if (options.covariance() instanceof NeweyWest newey) {
            Fit fit = estimation.fit();
            int lags = newey.lagsFor(fit.design(), fit.residuals());
            if (lags > fit.rows() / 5.0) {
                all.add(new Warning(
                        "W-ITS-002",
                        lags + " lags in " + fit.rows() + " periods: errors with that many lags are too small"));
            }
        }
    }

    private void nearOutliers(List<Warning> all) {
        List<Outlier> near = outliers.near(interventions, series.frequency());
        if (!near.isEmpty()) {
            all.add(new Warning(
                    "W-ITS-005",
                    series.name() + " has an outlier near the start: " + OutlierReport.inWords(near)
                            + "; the level may rest on it: look at the period, and compare with a donut"));
        }
    }
}
