package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.measure.Measure;

/**
 * What was observed, and when measures were announced, adopted and in force?
 *
 * <p>A line over the calendar, in the unit of the series, from zero on; each value stands in the middle of its period. A missing period is
 * a gap. Measures are drawn as dated lines: announced dotted, adopted dashed, in force solid, repealed dashed and dotted; dates outside
 * the series are named at the foot.
 */
public final class SeriesChart extends Chart {

    private final Series series;
    private final Marks marks;

    private SeriesChart(Series series, Marks marks) {
        this.series = Objects.requireNonNull(series);
        this.marks = marks;
    }

    /** The series without any dated line. */
    public static SeriesChart of(Series series) {
        return new SeriesChart(series, Marks.NONE);
    }

    /** With the known dates of these measures; where there are several, each line carries the measure's id. */
    public SeriesChart with(Measure... measures) {
        return new SeriesChart(series, marks.and(List.of(measures)));
    }

    /** With these dated lines. */
    public SeriesChart with(List<MeasureLine> lines) {
        return new SeriesChart(series, marks.andLines(lines));
    }

    @Override
    Figure figure() {
        TimeAxis time = new TimeAxis(series.start(), series.end());
        Pane pane = new Pane(
                "",
                time,
                List.of(),
                List.of(new Pane.Trace("", Ink.OBSERVED, dots(series))),
                marks.on(time),
                Optional.empty(),
                Optional.empty());
        return new Figure(series.name(), "", series.unit(), notes(time), alternative(), List.of(pane));
    }

    /** The values of a series where they stand in time. */
    static List<Pane.Dot> dots(Series series) {
        return IntStream.range(0, series.size())
                .mapToObj(i -> new Pane.Dot(TimeAxis.middle(series.period(i)), series.value(i)))
                .toList();
    }

    private List<String> notes(TimeAxis time) {
        List<String> notes = new ArrayList<>(marks.notes(time));
        int missing = series.size() - series.observed();
        if (missing > 0) {
            notes.add(
                    "No value in " + missing + " of " + series.frequency().count(series.size()) + ": a gap, not zero.");
        }
        return notes;
    }

    private String alternative() {
        int missing = series.size() - series.observed();
        String span = "Line chart of " + series.name() + " in " + series.unit() + ", "
                + series.frequency().count(series.size()) + " from " + series.start() + " to " + series.end()
                + (missing == 0 ? "" : ", " + missing + " without a value");
        return span + extremes() + marks.inWords();
    }

    private String extremes() {
        List<Integer> known = IntStream.range(0, series.size())
                .filter(i -> !Double.isNaN(series.value(i)))
                .boxed()
                .collect(Collectors.toList());
        if (known.isEmpty()) {
            return ".";
        }
        int lowest = known.get(0);
        int highest = known.get(0);
        for (int i : known) {
            lowest = series.value(i) < series.value(lowest) ? i : lowest;
            highest = series.value(i) > series.value(highest) ? i : highest;
        }
        return ": lowest " + point(lowest) + ", highest " + point(highest) + ", last "
                + point(known.get(known.size() - 1)) + ".";
    }

    private String point(int i) {
        Period period = series.period(i);
        return Numerals.plain(series.value(i)) + " (" + period + ")";
    }
}
