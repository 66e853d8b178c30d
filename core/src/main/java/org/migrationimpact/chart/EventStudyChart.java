package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/**
 * How large is the effect, by the number of periods since treatment began?
 *
 * <p>The aggregate {@code dynamic} of a result: a point for each event time, a thick bar for the interval that holds this one effect with
 * 95 % confidence, or the one asked for, and a thin one for the band that holds all of them together. The treated time is shaded. A point
 * without bars is 0 by construction: all others are measured from it.
 */
public final class EventStudyChart extends Chart {

    private static final double LEVEL = 0.95;

    private final Impact impact;
    private final Aggregate dynamic;
    private final double confidence;

    private EventStudyChart(Impact impact, double confidence) {
        this.impact = Objects.requireNonNull(impact);
        this.dynamic = impact.breakdown().aggregate("dynamic");
        this.confidence = Interval.requireLevel(confidence);
    }

    /**
     * The effects by event time of this result.
     *
     * @throws IllegalArgumentException where it has none
     */
    public static EventStudyChart of(Impact impact) {
        return new EventStudyChart(impact, LEVEL);
    }

    /** With pointwise intervals of this confidence, between 0 and 1; the band keeps that of the result. */
    public EventStudyChart withConfidence(double level) {
        return new EventStudyChart(impact, level);
    }

    @Override
    Figure figure() {
        List<Aggregate.Row> rows = dynamic.rows();
        List<IntervalPlot.Item> items = rows.stream().map(this::item).toList();
        String words = before(rows) + " " + after(rows);
        return new Figure(
                "Effect on " + impact.subject() + " by time since treatment",
                words,
                impact.effect().unit(),
                notes(),
                "Estimates with intervals in " + impact.effect().unit() + " by event time, from "
                        + rows.get(0).label() + " to "
                        + rows.get(rows.size() - 1).label() + ". " + words + " "
                        + numbers(rows),
                new IntervalPlot(items, "periods since treatment began", OptionalDouble.of(-0.5), key(rows)));
    }

    private IntervalPlot.Item item(Aggregate.Row row) {
        Coefficient c = row.coefficient();
        Optional<Interval> inner =
                Double.isNaN(c.standardError()) ? Optional.empty() : Optional.of(c.interval(confidence));
        return new IntervalPlot.Item(Integer.parseInt(row.label()), row.label(), c.estimate(), inner, row.uniform());
    }

    private Key key(List<Aggregate.Row> rows) {
        List<Key.Entry> entries = new ArrayList<>();
        entries.add(new Key.Entry(
                Key.Sign.THICK, Ink.FITTED.line(), ImpactWords.percent(confidence) + " interval of each"));
        rows.stream()
                .flatMap(row -> row.uniform().stream())
                .findFirst()
                .ifPresent(band -> entries.add(new Key.Entry(
                        Key.Sign.THIN,
                        Ink.COMPARED.line(),
                        ImpactWords.percent(band.level()) + " band of all together")));
        return new Key(entries);
    }

    private static String before(List<Aggregate.Row> rows) {
        List<Aggregate.Row> before = estimated(rows).stream()
                .filter(row -> Integer.parseInt(row.label()) < 0)
                .toList();
        long apart = before.stream().filter(EventStudyChart::isApart).count();
        return before.isEmpty()
                ? "There is no effect before treatment to compare with;"
                : "Before treatment " + apart + " of " + before.size() + " effects differ from 0;";
    }

    private static String after(List<Aggregate.Row> rows) {
        List<Aggregate.Row> after = estimated(rows).stream()
                .filter(row -> Integer.parseInt(row.label()) >= 0)
                .toList();
        long apart = after.stream().filter(EventStudyChart::isApart).count();
        return "from event time 0 on " + apart + " of " + after.size() + " do, by the band of all where there is one.";
    }

    private static List<Aggregate.Row> estimated(List<Aggregate.Row> rows) {
        return rows.stream()
                .filter(row -> !Double.isNaN(row.coefficient().standardError()))
                .toList();
    }

    private static boolean isApart(Aggregate.Row row) {
        return !row.uniform().orElseGet(() -> row.coefficient().interval(LEVEL)).contains(0);
    }

    private static String numbers(List<Aggregate.Row> rows) {
        return "Effects: "
                + String.join(
                        "; ",
                        rows.stream()
                                .map(row -> row.label() + " "
                                        + Numerals.plain(row.coefficient().estimate()))
                                .toList())
                + ".";
    }

    private List<String> notes() {
        return List.of("Shaded: treated. A point without bars is 0 by construction. Design: " + impact.design() + ".");
    }
}
