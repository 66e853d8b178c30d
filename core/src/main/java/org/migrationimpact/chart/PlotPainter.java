package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paints one plot into its frame: grid and axes, the treated time, lines and bands, marked dates. */
final class PlotPainter {

    /** Whether the periods are written below the axis of time. */
    enum TimeLabels {
        WRITTEN,
        LEFT_OUT
    }

    private static final Color TREATED_TIME = new Color(0xF0F0F0);
    private static final Color SPAN = new Color(0, 0, 0, 26);

    private final Pane pane;
    private final PlotFrame frame;
    private final Brush brush;

    PlotPainter(Pane pane, PlotFrame frame, Brush brush) {
        this.pane = pane;
        this.frame = frame;
        this.brush = brush;
    }

    void paint(List<TimeTicks.Tick> ticks, TimeLabels labels, Lettering letters) {
        pane.treatedFrom().ifPresent(this::shade);
        values(letters);
        pane.marks().forEach(this::span);
        Curves.draw(pane, frame, brush);
        time(ticks);
        pane.treatedFrom().ifPresent(mark -> line(mark, frame.top()));
        if (labels == TimeLabels.WRITTEN) {
            ticks.forEach(tick -> label(tick, letters));
        }
    }

    private void shade(Pane.Mark from) {
        fill(from.from(), frame.time().high(), TREATED_TIME);
    }

    private void span(Pane.Mark mark) {
        if (mark.to() > mark.from()) {
            fill(mark.from(), mark.to(), SPAN);
        }
    }

    private void fill(double from, double to, Color colour) {
        double left = Math.max(frame.left(), frame.x(from));
        double right = Math.min(frame.right(), frame.x(to));
        brush.fill(new Rectangle2D.Double(left, frame.top(), right - left, frame.area().height), colour);
    }

    /** The line of a marked date from the axis up to this height. */
    void line(Pane.Mark mark, double top) {
        double x = Math.max(frame.left(), frame.x(mark.line()));
        brush.line(x, frame.bottom(), x, top, mark.ink());
    }

    private void values(Lettering letters) {
        for (double tick : frame.values().ticks()) {
            double y = frame.y(tick);
            brush.line(frame.left(), y, frame.right(), y, Ink.GRID);
            String label = frame.values().label(tick);
            double gap = 0.45 * brush.base();
            brush.text(label, frame.left() - gap, y + letters.rise() / 2, Brush.Anchor.END, letters, Ink.AXIS.text());
        }
    }

    private void time(List<TimeTicks.Tick> ticks) {
        double y = frame.y(Math.max(0, frame.values().low()));
        brush.line(frame.left(), y, frame.right(), y, Ink.AXIS);
        ticks.forEach(tick -> brush.line(
                frame.x(tick.at()),
                frame.bottom(),
                frame.x(tick.at()),
                frame.bottom() + 0.35 * brush.base(),
                Ink.AXIS));
    }

    private void label(TimeTicks.Tick tick, Lettering letters) {
        double y = frame.bottom() + 0.55 * brush.base() + letters.rise();
        for (String line : tick.label()) {
            brush.text(line, frame.x(tick.at()), y, Brush.Anchor.MIDDLE, letters, Ink.AXIS.text());
            y += letters.leading();
        }
    }

    /** How much room the labels below the axis need. */
    static double below(List<TimeTicks.Tick> ticks, Lettering letters, Brush brush) {
        int lines = ticks.stream().mapToInt(tick -> tick.label().size()).max().orElse(0);
        return 0.7 * brush.base() + lines * letters.leading();
    }
}
