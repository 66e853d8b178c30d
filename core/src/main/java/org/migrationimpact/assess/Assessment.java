package org.migrationimpact.assess;

import java.util.List;
import java.util.stream.Stream;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Route;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.Method;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.measure.Shock;
import org.migrationimpact.measure.ShockCalendar;

/**
 * Did this measure change this series, and should that be believed? One design, every check that the data allow, one verdict.
 *
 * <pre>{@code
 * Verdict verdict = Assessment.of(waiver, albanians).on(route).untreated(others, "all other nationalities").run().verdict();
 * }</pre>
 *
 * <p>Defaults: an interrupted time series from the first period that lies wholly in the time of the measure; checks for residual
 * autocorrelation, placebo dates, the series' own breaks, the base window and known events; with untreated series, {@link SameRouteBreak} and {@link
 * ComparisonRange} too; with another edition of the series, {@link VintageRange}.
 */
public final class Assessment {

    private final Measure measure;
    private final Series outcome;
    private final Method method;
    private final List<Check> comparisons;
    private final List<Shock> shocks;

    private Assessment(Measure measure, Series outcome, Method method, List<Check> comparisons, List<Shock> shocks) {
        this.measure = measure;
        this.outcome = outcome;
        this.method = method;
        this.comparisons = comparisons;
        this.shocks = shocks;
    }

    /** An assessment of the effect of this measure on the series that it was meant to change. */
    public static Assessment of(Measure measure, Series outcome) {
        return new Assessment(measure, outcome, InterruptedTimeSeries.of(measure), List.of(), List.of());
    }

    /** By this design. */
    public Assessment by(Method design) {
        return new Assessment(measure, outcome, design, comparisons, shocks);
    }

    /** Along this route: shocks that affect it are known events. */
    public Assessment on(Route route) {
        return knowing(ShockCalendar.standard().affecting(route).all());
    }

    /** Knowing of these shocks, besides those that affect the partners of the measure. */
    public Assessment knowing(List<Shock> others) {
        List<Shock> all =
                Stream.concat(shocks.stream(), others.stream()).distinct().toList();
        return new Assessment(measure, outcome, method, comparisons, all);
    }

    /** Compared with series that the measure did not concern; {@code label} says in the plural what they are. */
    public Assessment untreated(Panel panel, String label) {
        return comparing(new SameRouteBreak(panel, label), new ComparisonRange(panel));
    }

    /** Compared with the same series in another edition of the publisher. */
    public Assessment edition(Series other) {
        return comparing(new VintageRange(other));
    }

    /** With these checks in the place of earlier ones of their kinds. */
    private Assessment comparing(Check... more) {
        List<Class<?>> kinds = Stream.of(more).<Class<?>>map(Check::getClass).toList();
        List<Check> all = Stream.concat(
                        comparisons.stream().filter(check -> !kinds.contains(check.getClass())), Stream.of(more))
                .toList();
        return new Assessment(measure, outcome, method, all, shocks);
    }

    /**
     * The estimate, the checks and the verdict.
     *
     * @throws org.migrationimpact.data.DataException where the series cannot answer
     */
    public Assessed run() {
        Impact impact = method.fit(outcome);
        List<CheckResult> results =
                checks().map(check -> check.check(method, outcome)).toList();
        return new Assessed(measure, outcome, impact, results, Grading.of(measure, impact, results));
    }

    private Stream<Check> checks() {
        Stream<Check> always = Stream.of(
                new KnownEvents(measure, MeasureInventory.standard(), known()),
                new BaseWindow(),
                PlaceboInTime.standard(),
                new BreakNearMeasure(),
                new ResidualAutocorrelation());
        return Stream.concat(comparisons.stream(), always);
    }

    private List<Shock> known() {
        Stream<Shock> ofPartners = measure.partners().stream()
                .flatMap(partner -> partner.country().stream())
                .flatMap(country -> ShockCalendar.standard().affecting(country).all().stream());
        return Stream.concat(shocks.stream(), ofPartners).distinct().toList();
    }

    /** What would be assessed, by which design, against how many shocks that are known. */
    @Override
    public String toString() {
        return measure.id() + " on " + outcome.name() + " by " + method + "; "
                + (comparisons.stream().anyMatch(ComparisonRange.class::isInstance)
                        ? "with untreated series"
                        : "no untreated series")
                + ", " + shocks.size()
                + (shocks.size() == 1 ? " shock" : " shocks") + " besides those of its partners";
    }
}
