package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Weight;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.RouteInventory;
import org.migrationimpact.quality.DataQuality;

/** One treated unit, its date and the options: the figures are gathered, the donors screened, the twins found. */
final class TwinQuestion {

    private static final int FEWEST_BEFORE = 4;

    private final Panel panel;
    private final String treated;
    private final Period start;
    private final Optional<Measure> measure;
    private final TwinOptions options;
    private final TwinOptions.Span span;
    private final int from;
    private final int split;
    private final Screening named;

    TwinQuestion(Panel panel, SyntheticControl.Treated one, List<String> otherTreated, TwinOptions options) {
        this.panel = panel;
        this.treated = one.unit();
        this.start = one.from().orElseThrow();
        this.measure = one.measure();
        this.options = options;
        Series series = panel.unit(treated);
        requireFrequency(series);
        this.span = options.within().stream().findFirst().orElse(new TwinOptions.Span(series.start(), series.end()));
        Period matched = options.matchedFrom().stream().findFirst().orElse(span.first());
        this.from = Math.toIntExact(span.first().until(matched));
        this.split = Math.toIntExact(span.first().until(start));
        requirePeriods(series);
        List<Series> candidates = new ArrayList<>(panel.series());
        candidates.remove(series);
        this.named = Screening.of(candidates, otherTreated, withRoute(options.donors()), span)
                .requireEnough(treated);
    }

    private void requireFrequency(Series series) {
        if (start.frequency() != series.frequency()) {
            throw new InputException(
                    "E-SYNTH-008",
                    "the first treated period " + start + " is a "
                            + start.frequency().noun() + ", the panel is by "
                            + series.frequency().noun() + "; name the first treated "
                            + series.frequency().noun());
        }
    }

    private void requirePeriods(Series series) {
        int periods = (int) span.first().until(span.last()) + 1;
        int before = split - from;
        if (from < 0 || before < FEWEST_BEFORE || split >= periods) {
            throw new DataException(
                    "E-SYNTH-009",
                    treated + " has " + series.frequency().count(Math.max(0, before)) + " to match before " + start
                            + " and " + series.frequency().count(Math.max(0, periods - split))
                            + " from it on, between " + span.first() + " and " + span.last()
                            + "; a twin needs " + FEWEST_BEFORE + " before and 1 from it on");
        }
        requireSeasons();
    }

    private void requireSeasons() {
        int seasons = start.frequency().seasons();
        if (options.baseline() == Baseline.OWN_SEASONS && split - from < 2 * seasons) {
            throw new DataException(
                    "E-SYNTH-010",
                    treated + " has " + start.frequency().count(split - from) + " to match before " + start
                            + "; means of each season need " + 2 * seasons + ": take one mean for all seasons");
        }
    }

    /** A treated unit that is a route keeps its neighbours from being donors. */
    private Donors withRoute(Donors rules) {
        RouteInventory routes = RouteInventory.standard();
        return NamedUnit.of(treated).routes().stream()
                .map(id -> Donors.all().awayFrom(routes.get(id), routes))
                .reduce(rules, Donors::and);
    }

    private TwinData data(Screening screening) {
        List<String> units = new ArrayList<>(List.of(treated));
        units.addAll(screening.used());
        double[][] rows = figures().rows(treated, screening.used(), options.scale(), from, split);
        return new TwinData(units, span.first(), rows, from, split, options.baseline());
    }

    private BalancedFigures figures() {
        return new BalancedFigures(panel, span);
    }

    SyntheticControlFit answer() {
        TwinData candidates = data(named);
        Screening screening =
                named.near(candidates, options.donors().farthest()).requireEnough(treated);
        TwinData data = screening.used().equals(named.used()) ? candidates : data(screening);
        TwinSearch search = options.search(data) instanceof ByPredictors by ? by.settled() : options.search(data);
        Twins twins = new Twins(data, search);
        Refit whole = twins.treated(treated);
        TwinInference inference = new TwinInference(data, whole, options);
        TwinDates dates = new TwinDates(data, options);
        return new SyntheticControlFit(
                panel.unit(treated).between(span.first(), span.last()),
                options,
                screening,
                whole,
                new SyntheticControlFit.Probes(
                        twins.placebos(), twins.withoutEach(whole), dates.earlierDates(), dates.laterBeginnings()),
                new SyntheticControlFit.Inference(inference.ofMean(), inference.ofPeriods()),
                balance(search, data, whole),
                new SyntheticControlFit.Background(
                        TwinShape.of(data, whole).diagnostics(), audit(screening), figureWarnings(whole)));
    }

    private SampleAudit audit(Screening screening) {
        int read = 0;
        int outside = 0;
        int excluded = 0;
        for (Series series : panel.series()) {
            int rows = series.size() - series.count(Flag.ABSENT);
            int inside = inside(series);
            boolean used = series.name().equals(treated) || screening.used().contains(series.name());
            read += rows;
            outside += rows - inside;
            excluded += used ? 0 : inside;
        }
        return SampleAudit.complete(read)
                .drop("outside the periods", outside)
                .drop("of units that are no donors", excluded);
    }

    private int inside(Series series) {
        if (series.end().isBefore(span.first()) || span.last().isBefore(series.start())) {
            return 0;
        }
        Series part = series.between(span.first(), span.last());
        return part.size() - part.count(Flag.ABSENT);
    }

    /** What must be known of the figures of the treated, and of the donors that its twin is made of. */
    private List<Warning> figureWarnings(Refit whole) {
        return Stream.concat(partlyTreated(), ofFigures(whole)).toList();
    }

    private Stream<Warning> partlyTreated() {
        return measure
                .flatMap(known -> known.partlyTreated(start.frequency())
                        .map(partly -> new Warning(
                                "W-START-001",
                                known.id() + " began within " + partly + "; that "
                                        + start.frequency().noun() + " is partly treated and counts as before")))
                .stream();
    }

    private Stream<Warning> ofFigures(Refit whole) {
        return Stream.concat(
                        Stream.of(treated),
                        whole.weights().stream()
                                .filter(weight -> weight.weight() > 0)
                                .map(Weight::unit))
                .map(unit -> panel.unit(unit).between(span.first(), span.last()))
                .flatMap(series -> DataQuality.of(series, start).warnings().stream())
                .distinct();
    }

    private static List<Balance> balance(TwinSearch search, TwinData data, Refit whole) {
        return search instanceof ByPredictors by ? Balance.of(by, data, whole) : List.of();
    }
}
