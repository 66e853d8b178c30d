package org.migrationimpact.model;

import java.io.Serializable;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/**
 * Periods left out of an estimate although they lie inside the window: those between announcement and start, when people already react,
 * or those just after it, when the measure is not yet at work.
 *
 * @param before how many periods just before the first treated one
 * @param after how many from the first treated one on
 * @param periods single periods besides
 */
public record Donut(int before, int after, List<Period> periods) implements Serializable {

    public Donut {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException(
                    "a donut leaves out 0 periods or more, got " + before + " before and " + after + " after");
        }
        periods = List.copyOf(new TreeSet<>(periods));
    }

    /** Nothing is left out. */
    public static Donut none() {
        return new Donut(0, 0, List.of());
    }

    /** The last periods before the first treated one. */
    public static Donut before(int periods) {
        return new Donut(periods, 0, List.of());
    }

    /** So many periods before the first treated one, and so many from it on. */
    public static Donut around(int before, int after) {
        return new Donut(before, after, List.of());
    }

    /** These periods. */
    public static Donut of(Period... periods) {
        return new Donut(0, 0, List.of(periods));
    }

    /**
     * Whether the period is left out where {@code start} is the first treated one.
     *
     * @throws InputException E-DONUT-001 where single periods are of another frequency, so that none of them could be met
     */
    public boolean leavesOut(Period period, Period start) {
        requireFrequency(start);
        long distance = start.until(period);
        return (distance < 0 && distance >= -before) || (distance >= 0 && distance < after) || periods.contains(period);
    }

    private void requireFrequency(Period start) {
        if (!periods.isEmpty() && periods.get(0).frequency() != start.frequency()) {
            throw new InputException(
                    "E-DONUT-001",
                    "the donut " + this + " is by " + periods.get(0).frequency().noun() + ", the first treated period "
                            + start + " is a " + start.frequency().noun() + "; write the periods left out in "
                            + start.frequency().noun() + "s");
        }
    }

    /** Whether nothing is left out. */
    public boolean isNone() {
        return before == 0 && after == 0 && periods.isEmpty();
    }

    @Override
    public String toString() {
        if (isNone()) {
            return "none";
        }
        String sides = before + after == 0
                ? ""
                : before + (before == 1 ? " period" : " periods") + " before the start and " + after + " from it on";
        String single = periods.stream().map(Period::toString).collect(Collectors.joining(", "));
        return sides + (sides.isEmpty() || single.isEmpty() ? "" : ", ") + single;
    }
}
