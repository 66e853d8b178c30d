package org.migrationimpact.indicator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;

/**
 * Which share of all detections, or of anything else, falls on each route: {@code s_r = x_r / Σ x_r} in each period.
 *
 * <p>A share is made only where every route has a figure; elsewhere it is missing for all of them, with the flags of all, because a share
 * of an incomplete total is another quantity. Where the total is 0 there is no share ({@link Flag#NOT_APPLICABLE}). Shares are closed: one
 * falls only if another rises, so a lower share alone is no success on a route.
 *
 * @param shares one series a route, in the order of the panel, in {@code share of} its unit
 * @param total the total, missing where a route is
 * @param notes W-SHARE-001 where routes begin or end inside the panel or lack figures, W-SHARE-002 where totals are 0
 */
public record RouteShares(Panel shares, Series total, List<Warning> notes) implements Serializable {

    public RouteShares {
        notes = List.copyOf(notes);
    }

    /**
     * The shares of the units of a panel.
     *
     * @throws DataException E-SHARE-001 where a figure is below 0, E-SHARE-002 where a unit is a total of others
     */
    public static RouteShares of(Panel routes) {
        routes.series().forEach(RouteShares::requireNoTotal);
        routes.series().forEach(RouteShares::requireNotNegative);
        Period first = routes.series().stream()
                .map(Series::start)
                .min(Period::compareTo)
                .orElseThrow();
        Period last =
                routes.series().stream().map(Series::end).max(Period::compareTo).orElseThrow();
        Series total = total(routes, first, last);
        Panel shares = new Panel(
                routes.series().stream().map(route -> share(route, total)).toList());
        return new RouteShares(shares, total, notes(routes, total));
    }

    private static Series total(Panel routes, Period first, Period last) {
        int length = Math.toIntExact(first.until(last) + 1);
        double[] sums = new double[length];
        List<Set<Flag>> flags = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            Set<Flag> united = EnumSet.noneOf(Flag.class);
            for (Series route : routes.series()) {
                sums[i] += route.at(first.plus(i));
                united.addAll(Alongside.flags(route, first.plus(i)));
            }
            flags.add(united);
        }
        return Series.of("total", routes.series().get(0).unit(), first, sums, flags);
    }

    private static Series share(Series route, Series total) {
        double[] values = new double[total.size()];
        List<Set<Flag>> flags = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double all = total.value(i);
            values[i] = all > 0 ? route.at(total.period(i)) / all : Double.NaN;
            Set<Flag> united = EnumSet.noneOf(Flag.class);
            united.addAll(total.flags(i));
            if (all == 0) {
                united.add(Flag.NOT_APPLICABLE);
            }
            flags.add(united);
        }
        return Series.of(route.name(), "share of " + total.unit(), total.start(), values, flags);
    }

    private static List<Warning> notes(Panel routes, Series total) {
        List<Warning> notes = new ArrayList<>();
        changes(routes, total).ifPresent(notes::add);
        List<Period> empty = periods(total, 0.0);
        if (!empty.isEmpty()) {
            notes.add(new Warning(
                    "W-SHARE-002", "the total is 0 in " + Needed.some(empty) + ", so no route has a share there"));
        }
        return notes;
    }

    private static Optional<Warning> changes(Panel routes, Series total) {
        Set<String> partial = new TreeSet<>();
        for (Series route : routes.series()) {
            List<Period> without = IntStream.range(0, total.size())
                    .mapToObj(total::period)
                    .filter(period -> Double.isNaN(route.at(period)))
                    .toList();
            if (!without.isEmpty()) {
                partial.add(route.name() + " in " + Needed.some(without));
            }
        }
        return partial.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Warning(
                                "W-SHARE-001",
                                "the set of routes changes: there is no figure of "
                                        + partial.stream().limit(10).collect(Collectors.joining("; "))
                                        + (partial.size() > 10 ? " and " + (partial.size() - 10) + " more routes" : "")
                                        + "; no shares were made in those periods, since they would be shares of another total"));
    }

    private static List<Period> periods(Series series, double value) {
        return IntStream.range(0, series.size())
                .filter(i -> series.value(i) == value)
                .mapToObj(series::period)
                .toList();
    }

    private static void requireNotNegative(Series route) {
        for (int i = 0; i < route.size(); i++) {
            if (route.value(i) < 0) {
                throw new DataException(
                        "E-SHARE-001",
                        route.name() + " is " + route.value(i) + " in " + route.period(i)
                                + "; shares are made of figures of 0 or more");
            }
        }
    }

    private static void requireNoTotal(Series route) {
        if (Aggregate.find(route.name())
                .filter(aggregate -> aggregate.kind() == Aggregate.Kind.TOTAL)
                .isPresent()) {
            throw new DataException(
                    "E-SHARE-002",
                    route.name() + " is a total among its parts and would be counted twice; leave it out with without");
        }
    }

    /** The shares, then what must be known of them. */
    @Override
    public String toString() {
        return shares + notes.stream().map(note -> "\n" + note).collect(Collectors.joining());
    }
}
