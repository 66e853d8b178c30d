package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationimpact.breaks.BreakDate;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BreakFindings;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.regression.Coefficient;

/**
 * When did the series change? The observed values, the fit of each regime, and for each break the span of its interval, shaded; a line stands
 * where a break has none. Measures are drawn as dated lines, so that it can be seen whether they fall together.
 */
public final class BreaksChart extends Chart {

    private final BreakFindings findings;
    private final Marks marks;

    private BreaksChart(BreakFindings findings, Marks marks) {
        this.findings = Objects.requireNonNull(findings);
        this.marks = marks;
    }

    /** The breaks without any dated line. */
    public static BreaksChart of(BreakFindings findings) {
        return new BreaksChart(findings, Marks.NONE);
    }

    /** With the known dates of these measures. */
    public BreaksChart with(Measure... measures) {
        return new BreaksChart(findings, marks.and(List.of(measures)));
    }

    @Override
    Figure figure() {
        Series series = findings.series();
        TimeAxis time = new TimeAxis(series.start(), series.end());
        List<Pane.Mark> shown = new ArrayList<>(
                findings.breaks().stream().map(BreaksChart::mark).toList());
        shown.addAll(marks.on(time));
        Pane pane = new Pane(
                "",
                time,
                List.of(),
                List.of(
                        new Pane.Trace("Fitted in each regime", Ink.FITTED, fitted()),
                        new Pane.Trace("Observed", Ink.OBSERVED, SeriesChart.dots(series))),
                shown,
                Optional.empty(),
                Optional.empty());
        List<String> notes = new ArrayList<>(marks.notes(time));
        notes.add("Shaded: where the last period of the old regime may lie. A break says when, not why.");
        return new Figure(
                series.name() + ": breaks found without being told a date",
                findings.headline(),
                series.unit(),
                notes,
                alternative() + marks.inWords(),
                List.of(pane));
    }

    /** The span of the interval; where there is none, the end of the old regime. */
    private static Pane.Mark mark(BreakDate date) {
        Period from = date.earliest().orElse(date.lastOfOld());
        Period to = date.latest().orElse(date.lastOfOld());
        boolean known = date.earliest().isPresent();
        double line = TimeAxis.start(date.firstOfNew());
        return new Pane.Mark(
                "Break after " + date.lastOfOld(),
                Ink.EXPECTED,
                known ? TimeAxis.start(from) : line,
                known ? TimeAxis.start(to.plus(1)) : line,
                line);
    }

    /** The fit by regime; the line breaks between two of them. */
    private List<Pane.Dot> fitted() {
        List<Period> periods = findings.search().regression().periods();
        List<Pane.Dot> dots = new ArrayList<>();
        for (Period period : periods) {
            boolean begins = findings.breaks().stream()
                    .anyMatch(date -> date.firstOfNew().equals(period));
            if (begins) {
                dots.add(new Pane.Dot(TimeAxis.start(period), Double.NaN));
            }
            dots.add(new Pane.Dot(TimeAxis.middle(period), findings.fitted(period)));
        }
        return dots;
    }

    private String alternative() {
        return "Line chart of " + findings.subject() + ". " + findings.headline() + ". Estimates by regime: "
                + findings.terms().stream().map(BreaksChart::words).collect(Collectors.joining(", "))
                + ".";
    }

    private static String words(Coefficient term) {
        return term.term() + " " + Numerals.plain(term.estimate());
    }
}
