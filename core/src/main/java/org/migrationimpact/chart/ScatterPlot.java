package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Points over numbers from zero on, with a dashed line at one value.
 *
 * @param points in the order in which they are drawn
 * @param words what the numbers are
 * @param level the value of the line
 * @param key what the signs mean
 */
record ScatterPlot(List<Point> points, String words, double level, Key key) implements Canvas {

    /** One point. */
    record Point(double x, double y, Key.Sign sign, Color colour) {}

    ScatterPlot {
        points = List.copyOf(points);
    }

    @Override
    public void paint(Rectangle2D room, Brush brush) {
        Rectangle2D rest = key.paint(room, brush);
        int ticks = (int) Math.max(2, Math.min(6, rest.getWidth() / (7 * brush.base())));
        ValueAxis numbers = ValueAxis.of(ValueRange.of(points.stream().mapToDouble(Point::x)), ticks, Magnitude.ONES);
        ValueRange range =
                ValueRange.of(DoubleStream.concat(points.stream().mapToDouble(Point::y), DoubleStream.of(level)));
        Axes axes = Axes.in(rest, range, 0, numbers.high(), brush);
        axes.paintValues(brush);
        brush.line(axes.area().getX(), axes.y(level), axes.area().getMaxX(), axes.y(level), Ink.EXPECTED);
        points.forEach(point -> Signs.paint(
                point.sign(), axes.x(point.x()), axes.y(point.y()), 0.36 * brush.base(), point.colour(), brush));
        axes.paintNumbers(
                numbers.ticks().stream()
                        .map(tick -> new Axes.Tick(tick, numbers.label(tick)))
                        .toList(),
                words,
                brush);
    }
}
