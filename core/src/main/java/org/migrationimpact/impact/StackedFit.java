package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.covariance.DriscollKraay;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.covariance.Robust;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Term;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/** Treated series and controls being fitted together. */
final class StackedFit {

    private static final int FEW = 12;

    private final List<Series> treated;
    private final List<Series> controls;
    private final SegmentOptions options;
    private final Interventions interventions;
    private final Season seasonal;
    private final List<Term> differences;
    private final StackedRows rows = new StackedRows();
    private final Fit fit;

    StackedFit(List<Series> treated, List<Series> controls, List<Period> starts, SegmentOptions options) {
        this.treated = treated;
        this.controls = controls;
        this.options = options;
        interventions = new Interventions(starts, options);
        requireOneCalendarAndDifferentNames();
        Sample first = sample(treated.get(0), "a treated series");
        interventions.requireEverySegment(first, treated.get(0));
        seasonal = options.season.suited(first.periods());
        differences = changes("");
        treated.forEach(series -> add(series, first));
        controls.forEach(series -> add(series, first));
        Design design = rows.design();
        Covariance covariance = covariance();
        fit = Ols.fit(rows.response(options.scale), design, covariance)
                .withDegreesOfFreedom(first.periods().size() - columnsOfOne());
    }

    private int columnsOfOne() {
        List<Term> one = new ArrayList<>(rows.first().own());
        one.addAll(differences);
        return one.stream().mapToInt(term -> term.names().size()).sum();
    }

    private void requireOneCalendarAndDifferentNames() {
        List<String> names = new ArrayList<>();
        Series first = treated.get(0);
        for (Series series : Stream.concat(treated.stream(), controls.stream()).toList()) {
            if (series.frequency() != first.frequency()) {
                throw new InputException(
                        "E-CITS-001",
                        series.name() + " is by " + series.frequency().noun() + ", " + first.name() + " by "
                                + first.frequency().noun() + "; series that are compared need one frequency");
            }
            if (names.contains(series.name())) {
                throw new InputException(
                        "E-CITS-002",
                        "two of the series that are compared are called " + series.name()
                                + "; a series is either treated or a control, and named once");
            }
            names.add(series.name());
        }
    }

    private Sample sample(Series series, String role) {
        Sample sample = Sample.of(series, interventions.first(), options.window, options.donut, List.of());
        sample.require(SegmentedFit.MIN_BEFORE, Interventions.MIN_AFTER, role);
        sample.values(options.scale); // refuses what has no logarithm
        return sample;
    }

    private List<Term> changes(String prefix) {
        List<Term> all = new ArrayList<>(interventions.changes(prefix));
        all.addAll(interventions.anticipation(prefix));
        return all;
    }

    private void add(Series series, Sample first) {
        boolean isTreated = treated.contains(series);
        Sample sample = sample(series, isTreated ? "a treated series" : "a control");
        List<Term> nuisance = new ArrayList<>(seasonal.terms(first.periods()));
        nuisance.addAll(options.shocks);
        List<Term> shared = new ArrayList<>(isTreated ? differences : List.of());
        if (!controls.isEmpty()) {
            shared.addAll(changes("control."));
        }
        rows.add(series, sample, nuisance, first.inside().start(), shared);
    }

    /** Driscoll and Kraay's with the lags of a single series; others suppose that series do not depend on each other. */
    private Covariance covariance() {
        Covariance chosen = options.covariance();
        if (chosen instanceof NeweyWest newey && newey.prewhitening() == NeweyWest.Prewhitening.NONE) {
            return DriscollKraay.like(newey);
        }
        if (chosen instanceof Classical || chosen instanceof Robust) {
            return chosen;
        }
        throw new InputException(
                "E-CITS-003",
                "errors of a comparison of series are newey-west without prewhitening (which becomes Driscoll and Kraay's), robust or"
                        + " classical, not " + chosen);
    }

    Impact impact(List<Warning> ofTheStart) {
        StackedRows.Member first = rows.first();
        List<Diagnostic> diagnostics = differenceOfSeries()
                .map(difference ->
                        Residuals.diagnostics(difference, first.series().frequency()))
                .orElse(List.of());
        List<Warning> warnings = new ArrayList<>(ofTheStart);
        rows.members().forEach(member -> warnings.addAll(member.sample().warnings()));
        warnings.addAll(warnings(diagnostics));
        SegmentPath path = new SegmentPath(
                first.sample().inside(), options, interventions.first(), first.terms(), differences, fit);
        return new Impact(
                "controlled-interrupted-time-series",
                first.series().name(),
                effect(),
                fit.coefficients(),
                path.path(
                        first.series(),
                        new Band.Independent(fit, noise()),
                        first.sample().periods()),
                rows.audit(),
                conventions(),
                diagnostics,
                warnings);
    }

    /** The residual variance of the first treated series by itself. */
    private double noise() {
        double squares = Arrays.stream(rows.residualsOfFirst(fit.residuals()))
                .map(e -> e * e)
                .sum();
        return squares / fit.bandDegreesOfFreedom();
    }

    /** The mean of the treated less the mean of the controls as one series, where all have a value: its residuals are looked at. */
    private Optional<Fit> differenceOfSeries() {
        List<Period> common = rows.first().sample().periods().stream()
                .filter(period -> rows.members().stream()
                        .allMatch(member -> member.sample().periods().contains(period)))
                .toList();
        List<Term> terms = new ArrayList<>(rows.first().own());
        terms.addAll(differences);
        int columns = terms.stream().mapToInt(term -> term.names().size()).sum();
        if (common.size() <= columns + 2) {
            return Optional.empty();
        }
        double[] values = common.stream().mapToDouble(this::difference).toArray();
        return Optional.of(Ols.fit(values, Design.of(common, terms), new Classical()));
    }

    private double difference(Period period) {
        double sum = 0;
        for (StackedRows.Member member : rows.members()) {
            double value = member.sample().value(period, options.scale);
            sum += treated.contains(member.series()) ? value / treated.size() : -value / controls.size();
        }
        return sum;
    }

    private Effect effect() {
        String name = interventions.changes("").get(0).names().get(0);
        String whose = treated.stream().map(Series::name).collect(Collectors.joining(" and "));
        String against = controls.stream().map(Series::name).collect(Collectors.joining(" and "));
        return new Effect(
                "change of level of " + whose + " at " + interventions.first() + interventions.phased(treated.get(0))
                        + (controls.isEmpty() ? "" : ", beyond that of " + against)
                        + (interventions.slopeChanges() ? ", against the trends before" : ", slopes unchanged"),
                options.scale.unit(treated.get(0).unit()),
                options.scale,
                fit.coefficient(name));
    }

    private List<Convention> conventions() {
        Series series = treated.get(0);
        List<Convention> all = new ArrayList<>();
        all.add(new Convention("covariance", fit.covarianceName()));
        all.add(new Convention("distribution", fit.distribution() + ", the periods less the columns of one series"));
        all.add(new Convention("treated", names(treated)));
        if (!controls.isEmpty()) {
            all.add(new Convention("control", names(controls)));
        }
        all.add(new Convention("scale", scaleInWords()));
        all.add(new Convention("season", seasonal.describe(series.frequency()) + ", for each series"));
        all.add(new Convention(
                "window",
                rows.first().sample().inside().start() + ".."
                        + rows.first().sample().inside().end()));
        all.add(new Convention("donut", options.donut.toString()));
        all.add(new Convention("level", interventions.levels(series)));
        if (interventions.starts().size() > 1) {
            all.add(new Convention("interventions", interventions.inWords()));
        }
        all.add(new Convention(
                "band",
                "one new observation of " + series.name()
                        + ": its residual variance and the covariance of the coefficients"));
        return all;
    }

    private static String names(List<Series> series) {
        return series.stream().map(Series::name).collect(Collectors.joining(", "));
    }

    private String scaleInWords() {
        return options.scale == Scale.LOG
                ? String.format(
                        Locale.ROOT,
                        "natural logarithm; a change of b is 100 (exp(b) - 1) %%, here %.4g %%",
                        100 * Math.expm1(effect().estimate()))
                : "levels, in " + treated.get(0).unit();
    }

    private List<Warning> warnings(List<Diagnostic> diagnostics) {
        List<Warning> all = new ArrayList<>();
        Sample sample = rows.first().sample();
        Series series = treated.get(0);
        if (sample.before() < FEW || sample.after() < FEW) {
            all.add(new Warning(
                    "W-ITS-001",
                    series.name() + " has " + series.frequency().count(sample.before()) + " before and "
                            + sample.after() + " after; with fewer than " + FEW
                            + " on a side trend and errors rest on little"));
        }
        diagnostics.stream()
                .filter(d -> d.status() == Status.FAILED)
                .forEach(d -> all.add(new Warning(
                        "W-ITS-003",
                        d.name() + " of the difference of the series: " + d.reason()
                                + "; the interval may be too narrow")));
        if (!(options.covariance() instanceof NeweyWest)) {
            all.add(new Warning(
                    "W-CITS-001",
                    options.covariance()
                            + " errors suppose that the series do not depend on each other within a period; leave the covariance out"
                            + " for errors that allow it"));
        }
        return all;
    }
}
