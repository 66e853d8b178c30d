package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.migrationimpact.covariance.Interval;

/**
 * Estimates over numbers, each with an interval drawn thick and a wider one drawn thin.
 *
 * @param items in order of their numbers
 * @param words what the numbers count
 * @param shadedFrom where the treated time begins
 * @param key what the signs mean
 */
record IntervalPlot(List<Item> items, String words, OptionalDouble shadedFrom, Key key) implements Canvas {

    private static final Color TREATED_TIME = new Color(0xF0F0F0);

    /** One estimate; {@code NaN} where only the interval is known. */
    record Item(double at, String label, double estimate, Optional<Interval> inner, Optional<Interval> outer) {

        DoubleStream values() {
            DoubleStream ends = Stream.of(inner, outer)
                    .flatMap(Optional::stream)
                    .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high()));
            return DoubleStream.concat(DoubleStream.of(estimate), ends).filter(Double::isFinite);
        }
    }

    IntervalPlot {
        items = List.copyOf(items);
    }

    @Override
    public void paint(Rectangle2D room, Brush brush) {
        Rectangle2D rest = key.paint(room, brush);
        double pad = 0.5 * spacing();
        double from = items.get(0).at() - pad;
        double to = items.get(items.size() - 1).at() + pad;
        ValueRange range = ValueRange.of(items.stream().flatMapToDouble(Item::values));
        Axes axes = Axes.in(rest, range, from, to, brush);
        shadedFrom.ifPresent(start -> shade(Math.max(from, start), axes, brush));
        axes.paintValues(brush);
        items.forEach(item -> paint(item, axes, brush));
        axes.paintNumbers(
                items.stream()
                        .map(item -> new Axes.Tick(item.at(), item.label()))
                        .toList(),
                words,
                brush);
    }

    /** The least distance between two numbers. */
    private double spacing() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < items.size(); i++) {
            least = Math.min(least, items.get(i).at() - items.get(i - 1).at());
        }
        return Double.isInfinite(least) ? 1 : least;
    }

    private static void shade(double from, Axes axes, Brush brush) {
        double x = axes.x(from);
        Rectangle2D area = axes.area();
        brush.fill(new Rectangle2D.Double(x, area.getY(), area.getMaxX() - x, area.getHeight()), TREATED_TIME);
    }

    private static void paint(Item item, Axes axes, Brush brush) {
        double x = axes.x(item.at());
        item.outer().ifPresent(outer -> bar(x, outer, 0.05, Ink.COMPARED.line(), axes, brush));
        item.inner().ifPresent(inner -> bar(x, inner, 0.16, Ink.FITTED.line(), axes, brush));
        if (!Double.isNaN(item.estimate())) {
            boolean exact = item.inner().isEmpty();
            Color colour = exact ? Ink.AXIS.line() : Ink.OBSERVED.line();
            Signs.paint(Key.Sign.DOT, x, axes.y(item.estimate()), 0.26 * brush.base(), colour, brush);
        }
    }

    private static void bar(double x, Interval interval, double half, Color colour, Axes axes, Brush brush) {
        double top = axes.y(Math.min(interval.high(), axes.values().high()));
        double bottom = axes.y(Math.max(interval.low(), axes.values().low()));
        double wide = half * brush.base();
        brush.fill(new Rectangle2D.Double(x - wide, top, 2 * wide, bottom - top), colour);
        if (half < 0.1) {
            for (double end : new double[] {top, bottom}) {
                brush.fill(
                        new Rectangle2D.Double(x - 0.3 * brush.base(), end - wide, 0.6 * brush.base(), 2 * wide),
                        colour);
            }
        }
    }
}
