package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * Did the others change at the same date?
 *
 * <p>One small plot a unit over the same time, from zero on, with the treated time shaded and a line where it begins. The treated unit, once
 * it is named with {@link #highlighting}, comes first, in colour and bold; the others keep the order of the panel. By default each plot
 * has a scale of its own. What has no room at a size is counted at the foot.
 */
public final class SmallMultiples extends Chart {

    /** Which values the plots cover. */
    public enum ValueScale {
        /** Each its own, so that shapes compare. */
        OWN("Each plot has its own scale"),
        /** All the same, so that heights compare. */
        COMMON("All plots have the same scale");

        private final String words;

        ValueScale(String words) {
            this.words = words;
        }
    }

    private static final int MOST_NAMED = 12;

    private final Panel panel;
    private final Period firstTreated;
    private final Optional<String> treated;
    private final ValueScale scale;

    private SmallMultiples(Panel panel, Period firstTreated, Optional<String> treated, ValueScale scale) {
        this.panel = Objects.requireNonNull(panel);
        this.firstTreated = Objects.requireNonNull(firstTreated);
        this.treated = treated;
        this.scale = scale;
    }

    /**
     * All units of the panel, none highlighted, each with its own scale.
     *
     * @throws InputException E-CHART-004 where the first treated period is of another frequency than the panel
     */
    public static SmallMultiples of(Panel panel, Period firstTreated) {
        Series first = panel.series().get(0);
        if (first.frequency() != firstTreated.frequency()) {
            throw new InputException(
                    "E-CHART-004",
                    "the first treated period " + firstTreated + " is a "
                            + firstTreated.frequency().noun()
                            + ", the panel with " + first.name() + " is by "
                            + first.frequency().noun()
                            + "; name the first treated " + first.frequency().noun());
        }
        return new SmallMultiples(panel, firstTreated, Optional.empty(), ValueScale.OWN);
    }

    /**
     * With this unit first and in colour.
     *
     * @throws InputException E-PANEL-004 where the panel has no such unit
     */
    public SmallMultiples highlighting(String unit) {
        return new SmallMultiples(
                panel, firstTreated, Optional.of(panel.unit(unit).name()), scale);
    }

    /** With values on this scale. */
    public SmallMultiples with(ValueScale changed) {
        return new SmallMultiples(panel, firstTreated, treated, changed);
    }

    @Override
    Figure figure() {
        List<Series> units = inOrder();
        TimeAxis time = time(units);
        Optional<ValueRange> shared = scale == ValueScale.COMMON
                ? Optional.of(ValueRange.of(units.stream().flatMapToDouble(unit -> Arrays.stream(unit.values()))))
                : Optional.empty();
        return new Figure(
                title(time),
                scale.words + ". Shaded: from " + firstTreated + " on.",
                units.get(0).unit(),
                gaps(units),
                alternative(units, time),
                units.stream().map(unit -> pane(unit, time, shared)).toList());
    }

    private String title(TimeAxis time) {
        int n = panel.series().size();
        return treated.filter(unit -> n > 1)
                        .map(unit -> unit + " and " + (n == 2 ? "one other" : (n - 1) + " others"))
                        .orElse(n == 1 ? panel.units().get(0) : n + " units")
                + ", " + time.first() + " to " + time.last();
    }

    private List<Series> inOrder() {
        Stream<Series> first = treated.map(panel::unit).stream();
        return Stream.concat(first, panel.series().stream().filter(s -> !treated.equals(Optional.of(s.name()))))
                .toList();
    }

    private static TimeAxis time(List<Series> units) {
        Period first =
                units.stream().map(Series::start).min(Comparator.naturalOrder()).orElseThrow();
        Period last =
                units.stream().map(Series::end).max(Comparator.naturalOrder()).orElseThrow();
        return new TimeAxis(first, last);
    }

    private Pane pane(Series unit, TimeAxis time, Optional<ValueRange> shared) {
        Ink ink = treated.equals(Optional.of(unit.name())) ? Ink.TREATED : Ink.COMPARED;
        return new Pane(
                unit.name(),
                time,
                List.of(),
                List.of(new Pane.Trace("", ink, SeriesChart.dots(unit))),
                List.of(),
                treatedTime(time),
                shared);
    }

    private Optional<Pane.Mark> treatedTime(TimeAxis time) {
        double from = TimeAxis.start(firstTreated);
        return from < time.high() ? Optional.of(new Pane.Mark("", Ink.IN_FORCE, from, from)) : Optional.empty();
    }

    private List<String> gaps(List<Series> units) {
        long with = units.stream().filter(unit -> unit.observed() < unit.size()).count();
        return with == 0
                ? List.of()
                : List.of("Periods without a value are gaps, not zero: in " + with + " of " + units.size() + " units.");
    }

    private String alternative(List<Series> units, TimeAxis time) {
        List<String> parts = new ArrayList<>();
        units.stream().limit(MOST_NAMED).forEach(unit -> parts.add(unit.name() + " " + means(unit)));
        int more = units.size() - parts.size();
        return units.size() + (units.size() == 1 ? " line chart in " : " line charts in ")
                + units.get(0).unit() + ", " + time.first() + " to " + time.last()
                + ". Mean before " + firstTreated + " and from then on: " + String.join("; ", parts)
                + (more > 0 ? "; and " + more + " more" : "") + ".";
    }

    private String means(Series unit) {
        return mean(unit, -1) + " to " + mean(unit, 1);
    }

    /** The mean before (-1) or from (1) the first treated period. */
    private String mean(Series unit, int side) {
        double mean = IntStream.range(0, unit.size())
                .filter(i -> unit.period(i).isBefore(firstTreated) == side < 0)
                .mapToDouble(unit::value)
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(Double.NaN);
        return Double.isNaN(mean) ? "no value" : Numerals.plain(mean);
    }
}
