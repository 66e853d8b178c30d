package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Route;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.measure.RouteInventory;

/**
 * Which units may lend themselves to the twin, and why others may not: a donor that the measure, or one of its kind, reached too, or to which
 * movement may have shifted, is no picture of what would have been.
 *
 * <p>Units are known by their names: a country ({@code Georgia}, {@code GE}), a corridor ({@code KG-RU}), a route ({@code WBR}), alone or
 * behind or before a comma ({@code detections, Albania}). A unit whose name is none of these cannot be screened; the result warns of it.
 */
public final class Donors implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A rule that a donor must pass. */
    interface Rule extends Serializable {
        /** Why the unit may not be a donor of a study of these periods; empty where it may. */
        Optional<String> against(NamedUnit unit, Period first, Period last);

        /** Whether it goes by what the unit's name stands for. */
        default boolean asksForPlaces() {
            return true;
        }
    }

    private static final Donors ALL = new Donors(List.of(), Double.POSITIVE_INFINITY);

    private final List<Rule> rules;
    private final double farthest;

    private Donors(List<Rule> rules, double farthest) {
        this.rules = List.copyOf(rules);
        this.farthest = farthest;
    }

    /** Every unit but the treated ones. */
    public static Donors all() {
        return ALL;
    }

    /** Without these units, for this reason: {@code a total of the others}. */
    public Donors without(String reason, String... units) {
        return with(new DonorRules.ByName(List.of(units), reason));
    }

    /**
     * Without those that are party to this measure, and without partners of another measure of the inventory that serves one of the same
     * paragraphs and may have begun within the periods of the study.
     */
    public Donors clearOf(Measure measure, MeasureInventory inventory) {
        return with(new DonorRules.ByMeasure(measure, inventory));
    }

    /** Without routes that are neighbours of this one, and without countries where such a route begins. */
    public Donors awayFrom(Route route, RouteInventory routes) {
        return with(new DonorRules.ByRoute(route, routes));
    }

    /**
     * Without units far from the treated, between which a twin would be interpolated: those whose root mean squared distance over the matched
     * periods, each in standard deviations over all units, is larger than this.
     */
    public Donors within(double deviations) {
        if (!(deviations > 0)) {
            throw new IllegalArgumentException("a distance is above 0, got " + deviations);
        }
        return new Donors(rules, deviations);
    }

    /** With the rules of both. */
    Donors and(Donors other) {
        List<Rule> both = new ArrayList<>(rules);
        both.addAll(other.rules);
        return new Donors(both, Math.min(farthest, other.farthest));
    }

    private Donors with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new Donors(more, farthest);
    }

    /** Why this unit is no donor; empty where it is. */
    Optional<Excluded> against(String unit, Period first, Period last) {
        NamedUnit named = NamedUnit.of(unit);
        return rules.stream()
                .map(rule -> rule.against(named, first, last))
                .flatMap(Optional::stream)
                .findFirst()
                .map(reason -> new Excluded(unit, reason));
    }

    double farthest() {
        return farthest;
    }

    /** Whether a unit's name must be understood. */
    boolean asksForPlaces() {
        return rules.stream().anyMatch(Rule::asksForPlaces);
    }

    @Override
    public String toString() {
        return rules.isEmpty() && Double.isInfinite(farthest) ? "every other unit" : "screened: " + rules;
    }
}
