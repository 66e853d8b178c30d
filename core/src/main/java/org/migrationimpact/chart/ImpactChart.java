package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.measure.Measure;

/**
 * What was observed, and what would have been expected without the measure?
 *
 * <p>In the unit of the series, from zero on: the observed values, what the design fits to them, and from the first treated period on what
 * it expects without the measure, with a band in which a single observation would lie with 95 % confidence, or the one asked for. Lines are
 * named where they end; a change on a log scale is drawn after the logarithm is undone. A band that would dwarf the lines is cut, and the
 * foot says how far it goes.
 *
 * <p>Without measures, a solid line marks the first treated period, and with several interventions that of each.
 */
public final class ImpactChart extends Chart {

    private static final double LEVEL = 0.95;

    private final Impact impact;
    private final Marks marks;
    private final double confidence;
    private final List<Series> controls;

    private ImpactChart(Impact impact, Marks marks, double confidence, List<Series> controls) {
        this.controls = List.copyOf(controls);
        this.impact = Objects.requireNonNull(impact);
        this.marks = marks;
        this.confidence = Interval.requireLevel(confidence);
    }

    /** The result with a line at its first treated period. */
    public static ImpactChart of(Impact impact) {
        return new ImpactChart(impact, Marks.NONE, LEVEL, List.of());
    }

    /** With the known dates of these measures; where there are several, each line carries the measure's id. */
    public ImpactChart with(Measure... measures) {
        return new ImpactChart(impact, marks.and(List.of(measures)), confidence, controls);
    }

    /** With these dated lines. */
    public ImpactChart with(List<MeasureLine> lines) {
        return new ImpactChart(impact, marks.andLines(lines), confidence, controls);
    }

    /** With band and interval of this confidence, between 0 and 1. */
    public ImpactChart withConfidence(double level) {
        return new ImpactChart(impact, marks, level, controls);
    }

    /** With these series, which it was compared with, drawn thin behind it. */
    public ImpactChart against(List<Series> series) {
        return new ImpactChart(impact, marks, confidence, series);
    }

    @Override
    Figure figure() {
        ImpactWords words = new ImpactWords(impact, confidence);
        Pane pane = pane();
        return new Figure(
                words.title(),
                words.effect(),
                path().unit(),
                notes(pane),
                words.alternative() + marks.inWords(),
                List.of(pane));
    }

    private EffectPath path() {
        return impact.path();
    }

    private Pane pane() {
        List<EffectPath.Point> points = path().points();
        TimeAxis time = new TimeAxis(
                points.get(0).period(), points.get(points.size() - 1).period());
        List<Pane.Mark> shown = marks.on(time);
        return new Pane(
                "",
                time,
                bands(),
                traces(points, time),
                shown.isEmpty() ? treatedFrom() : shown,
                Optional.empty(),
                Optional.empty());
    }

    private List<Pane.Trace> traces(List<EffectPath.Point> points, TimeAxis time) {
        List<Pane.Trace> traces = new ArrayList<>();
        for (Series control : controls) {
            List<Pane.Dot> dots = SeriesChart.dots(control).stream()
                    .filter(dot -> dot.x() > time.low() && dot.x() < time.high())
                    .toList();
            traces.add(new Pane.Trace("Control: " + control.name(), Ink.COMPARED, dots));
        }
        traces.add(new Pane.Trace("Fitted by the design", Ink.FITTED, fitted()));
        traces.add(new Pane.Trace(expectedName(), Ink.EXPECTED, dots(path().treated(), path()::counterfactual)));
        traces.add(new Pane.Trace("Observed", Ink.OBSERVED, dots(points, EffectPath.Point::observed)));
        return traces;
    }

    private String expectedName() {
        return bands().isEmpty()
                ? "Expected without the measure"
                : "Expected without the measure, with " + ImpactWords.percent(confidence) + " band";
    }

    /** A line at the first treated period, and at that of every further intervention. */
    private List<Pane.Mark> treatedFrom() {
        String several = impact.convention("interventions");
        if (several.isEmpty()) {
            return List.of(mark("Treated from ", path().firstTreated()));
        }
        return Arrays.stream(several.split(", ", -1))
                .map(text -> mark(
                        "From ",
                        path().firstTreated().frequency() == Frequency.ORDINAL
                                ? Period.ordinal(Long.parseLong(text))
                                : Period.parse(text)))
                .toList();
    }

    private static Pane.Mark mark(String words, Period first) {
        return new Pane.Mark(words + first, Ink.IN_FORCE, TimeAxis.start(first), TimeAxis.start(first));
    }

    /** The fitted line breaks where treatment begins: it jumps there. */
    private List<Pane.Dot> fitted() {
        List<EffectPath.Point> before = path().points().stream()
                .filter(point -> point.period().isBefore(path().firstTreated()))
                .toList();
        List<Pane.Dot> dots = new ArrayList<>(dots(before, path()::fitted));
        dots.add(new Pane.Dot(TimeAxis.start(path().firstTreated()), Double.NaN));
        dots.addAll(dots(path().treated(), path()::fitted));
        return dots;
    }

    /** The values of these points, with a break where periods are left out. */
    private static List<Pane.Dot> dots(List<EffectPath.Point> points, ToDoubleFunction<EffectPath.Point> value) {
        List<Pane.Dot> dots = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            Period period = points.get(i).period();
            if (i > 0 && points.get(i - 1).period().until(period) > 1) {
                dots.add(new Pane.Dot(TimeAxis.start(period), Double.NaN));
            }
            dots.add(new Pane.Dot(TimeAxis.middle(period), value.applyAsDouble(points.get(i))));
        }
        return dots;
    }

    private List<Pane.Band> bands() {
        List<Pane.Band> bands = new ArrayList<>();
        List<Pane.Edge> run = new ArrayList<>();
        List<EffectPath.Point> treated = path().treated();
        for (int i = 0; i < treated.size(); i++) {
            EffectPath.Point point = treated.get(i);
            boolean follows = i == 0 || treated.get(i - 1).period().until(point.period()) == 1;
            if (!follows) {
                close(run, bands);
            }
            Optional<Interval> known = path().hasBand(point)
                    ? Optional.of(path().counterfactualBand(point, confidence))
                    : Optional.empty();
            if (known.isEmpty() || Double.isInfinite(known.get().width())) {
                close(run, bands);
            } else {
                Interval band = known.get();
                run.add(new Pane.Edge(TimeAxis.middle(point.period()), band.low(), band.high()));
            }
        }
        close(run, bands);
        return bands;
    }

    private static void close(List<Pane.Edge> run, List<Pane.Band> bands) {
        if (!run.isEmpty()) {
            bands.add(new Pane.Band(Ink.EXPECTED, run));
            run.clear();
        }
    }

    private List<String> notes(Pane pane) {
        List<String> notes = new ArrayList<>(marks.notes(pane.time()));
        cut(pane).forEach(notes::add);
        notes.add("A change is not yet an effect of the measure: see the checks. Design: " + impact.design() + ".");
        return notes;
    }

    /** Where the band is cut, how far it goes. */
    private static List<String> cut(Pane pane) {
        ValueRange all = pane.all();
        ValueRange shown = pane.shown();
        List<String> cut = new ArrayList<>();
        if (all.high() > shown.high()) {
            cut.add("The band is cut at " + Numerals.plain(shown.high()) + "; it goes up to "
                    + Numerals.plain(all.high()) + ".");
        }
        if (all.low() < shown.low()) {
            cut.add("The band is cut at " + Numerals.plain(shown.low()) + "; it goes down to "
                    + Numerals.plain(all.low()) + ".");
        }
        return cut;
    }
}
