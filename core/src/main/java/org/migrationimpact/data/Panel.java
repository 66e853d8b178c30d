package org.migrationimpact.data;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Series of several units in one measure of one quantity: the nationalities on a route, the corridors of a sender. Units keep their
 * order; spans may differ, frequency and unit of measurement may not.
 */
public record Panel(List<Series> series) implements Serializable {

    public Panel {
        series = List.copyOf(series);
        if (series.isEmpty()) {
            throw new DataException("E-PANEL-001", "a panel needs at least one series, got none");
        }
        Series first = series.get(0);
        for (Series other : series) {
            if (other.frequency() != first.frequency() || !other.unit().equals(first.unit())) {
                throw new DataException(
                        "E-PANEL-002",
                        other.name() + " is by " + other.frequency().noun() + " in " + other.unit() + ", "
                                + first.name() + " by " + first.frequency().noun() + " in " + first.unit()
                                + "; a panel has one frequency and one unit");
            }
        }
        if (series.stream().map(Series::name).distinct().count() != series.size()) {
            throw new DataException("E-PANEL-003", "two series of a panel have the same name among " + names(series));
        }
    }

    /** The names of the units, in order. */
    public List<String> units() {
        return series.stream().map(Series::name).toList();
    }

    /**
     * The series of one unit.
     *
     * @throws InputException E-PANEL-004 where there is none of this name; the message lists the names
     */
    public Series unit(String name) {
        return series.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "E-PANEL-004", "there is no unit '" + name + "'; the units are " + names(series)));
    }

    /** All units but this one; there must be at least one other. */
    public Panel without(String name) {
        unit(name);
        return new Panel(series.stream().filter(s -> !s.name().equals(name)).toList());
    }

    /**
     * The sum over all units, over the periods that every one of them covers; missing where a part is missing, with the flags of the
     * parts.
     *
     * @throws DataException E-PANEL-005 where the units share no period
     */
    public Series total(String name) {
        Period first = series.stream().map(Series::start).max(Period::compareTo).orElseThrow();
        Period last = series.stream().map(Series::end).min(Period::compareTo).orElseThrow();
        if (last.isBefore(first)) {
            throw new DataException(
                    "E-PANEL-005",
                    "the units " + names(series) + " share no period; a total needs periods that all cover");
        }
        int length = Math.toIntExact(first.until(last) + 1);
        double[] sums = new double[length];
        int[] flags = new int[length];
        for (Series part : series) {
            Series shared = part.between(first, last);
            for (int i = 0; i < length; i++) {
                sums[i] += shared.value(i);
                flags[i] |= Flag.mask(shared.flags(i));
            }
        }
        return new Series(name, series.get(0).unit(), first, sums, flags);
    }

    /**
     * Every series by longer periods, such as years from months.
     *
     * @throws DataException as {@link Series#lowered} does
     */
    public Panel lowered(Frequency frequency, Lowering rule) {
        return new Panel(series.stream().map(s -> s.lowered(frequency, rule)).toList());
    }

    private static String names(List<Series> series) {
        String shown = series.stream().limit(20).map(Series::name).collect(Collectors.joining(", "));
        return series.size() > 20 ? shown + " and " + (series.size() - 20) + " more" : shown;
    }

    @Override
    public String toString() {
        return series.stream().map(Series::toString).collect(Collectors.joining("\n"));
    }
}
