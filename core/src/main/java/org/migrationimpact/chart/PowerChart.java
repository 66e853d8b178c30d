package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.migrationimpact.assess.Detectable;
import org.migrationimpact.assess.PowerCurve;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;

/**
 * How large must an effect be to show, by the number of periods after the measure?
 *
 * <p>The smallest effect in per cent of what is expected without the measure, or, where a row has no percentage, in the unit of the
 * series; with a band of twice the Monte Carlo error to each side. Effects above the line show with the power that was asked for.
 */
public final class PowerChart extends Chart {

    private final PowerCurve curve;

    private PowerChart(PowerCurve curve) {
        this.curve = Objects.requireNonNull(curve);
    }

    /** The smallest effects of this curve. */
    public static PowerChart of(PowerCurve curve) {
        return new PowerChart(curve);
    }

    @Override
    Figure figure() {
        Frequency frequency = curve.start().frequency();
        Detectable last = curve.rows().get(curve.rows().size() - 1);
        String power = percent(curve.power());
        String words = "After " + frequency.count(last.periods()) + " an effect of " + Numerals.plain(value(last)) + " "
                + unit() + " shows with power " + power + "; tests at the " + percent(curve.level()) + " level.";
        return new Figure(
                "How large an effect on " + curve.subject() + " must be to show",
                words,
                "smallest effect, " + unit() + ", by the number of "
                        + (frequency == Frequency.ORDINAL ? "periods" : frequency.noun() + "s") + " after the measure",
                List.of(
                        sizes(),
                        "By " + curve.draws() + " drawn series for each point, with " + curve.noise() + ". Design: "
                                + curve.design() + "."),
                "Line chart of the smallest effect on " + curve.subject() + " that shows, from "
                        + frequency.count(curve.rows().get(0).periods()) + " after the measure on. " + words,
                List.of(pane()));
    }

    private String sizes() {
        double least = shares().min().orElseThrow();
        double most = shares().max().orElseThrow();
        return String.format(
                Locale.ROOT,
                "Where there is no effect, the design finds one in %.1f to %.1f %% of the series; %s is promised.",
                100 * least,
                100 * most,
                percent(curve.level()));
    }

    private DoubleStream shares() {
        return curve.rows().stream().mapToDouble(row -> row.falsePositives().share());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3g", 100 * share).replaceFirst("\\.?0+$", "") + " %";
    }

    private boolean inPercent() {
        return curve.rows().stream().noneMatch(row -> Double.isNaN(row.percent()));
    }

    private String unit() {
        return inPercent() ? "%" : curve.unit();
    }

    private double value(Detectable row) {
        return inPercent() ? row.percent() : row.effect();
    }

    private Pane pane() {
        List<Pane.Dot> dots = new ArrayList<>();
        List<Pane.Edge> edges = new ArrayList<>();
        for (Detectable row : curve.rows()) {
            double error = 2 * row.error() * value(row) / row.effect();
            dots.add(new Pane.Dot(row.periods(), value(row)));
            edges.add(new Pane.Edge(row.periods(), value(row) - error, value(row) + error));
        }
        return new Pane(
                "",
                new TimeAxis(
                        Period.ordinal(Math.min(1, curve.rows().get(0).periods())),
                        Period.ordinal(curve.rows().get(curve.rows().size() - 1).periods())),
                List.of(new Pane.Band(Ink.FITTED, edges)),
                List.of(new Pane.Trace("Smallest effect that shows", Ink.FITTED, dots)),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
