package org.migrationimpact.chart;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Lays out one plot: values to the left, time below, marked dates above, names of lines to the right. */
final class SinglePlot {

    private static final double SHARE_OF_NAMES = 0.3;
    private static final double TICKS_APART = 3.2;

    private SinglePlot() {}

    static void paint(Pane pane, Magnitude magnitude, Rectangle2D room, Brush brush) {
        Lettering letters = brush.plain();
        EndLabels names = new EndLabels(pane.traces(), brush, SHARE_OF_NAMES * room.getWidth());
        ValueAxis values = values(pane, magnitude, room.getHeight() - 6 * brush.base(), brush);
        double left = room.getX() + width(values, letters) + 0.5 * brush.base();
        double right = room.getMaxX() - Math.max(names.width(), 0.8 * brush.base());
        List<TimeTicks.Tick> ticks = TimeTicks.of(pane.time(), right - left, letters);
        double bottom = room.getMaxY() - PlotPainter.below(ticks, letters, brush);
        MarkLabels marks = marks(pane, frame(pane, values, left, room.getY(), right, bottom), room, brush);
        double top = room.getY() + marks.height() + 0.5 * brush.base();
        PlotFrame frame = frame(pane, values, left, top, right, bottom);
        PlotPainter painter = new PlotPainter(pane, frame, brush);
        painter.paint(ticks, PlotPainter.TimeLabels.WRITTEN, letters);
        marks.paint(painter, frame);
        names.paint(frame);
    }

    private static MarkLabels marks(Pane pane, PlotFrame frame, Rectangle2D room, Brush brush) {
        return new MarkLabels(pane.marks(), frame, brush, room.getX(), room.getMaxX());
    }

    /** The axis of values in so many pixels. */
    static ValueAxis values(Pane pane, Magnitude magnitude, double height, Brush brush) {
        int ticks = (int) Math.max(2, Math.min(6, height / (TICKS_APART * brush.base())));
        return ValueAxis.of(pane.shown(), ticks, magnitude);
    }

    /** The widest label of an axis of values. */
    static double width(ValueAxis values, Lettering letters) {
        return values.ticks().stream()
                .mapToDouble(tick -> letters.width(values.label(tick)))
                .max()
                .orElse(0);
    }

    /** The frame between these edges, in whole pixels. */
    static PlotFrame frame(Pane pane, ValueAxis values, double left, double top, double right, double bottom) {
        int x = (int) Math.ceil(left);
        int y = (int) Math.ceil(top);
        Rectangle area = new Rectangle(x, y, Math.max(20, (int) right - x), Math.max(20, (int) bottom - y));
        return new PlotFrame(area, pane.time(), values);
    }
}
