package org.migrationimpact.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** A plot of values over numbers: where it lies, its axis of values to the left, and what the numbers below it reach from and to. */
record Axes(Rectangle2D area, ValueAxis values, double from, double to) {

    private static final double TICKS_APART = 3.2;

    /** A number below the plot, and what is written at it. */
    record Tick(double at, String label) {}

    /** The axes in this room, with one line of labels and one of words below. */
    static Axes in(Rectangle2D room, ValueRange range, double from, double to, Brush brush) {
        double below = 0.7 * brush.base() + 2.2 * brush.plain().leading();
        double height = room.getHeight() - below - 0.5 * brush.base();
        int ticks = (int) Math.max(2, Math.min(6, height / (TICKS_APART * brush.base())));
        ValueAxis values = ValueAxis.of(range, ticks, Magnitude.ONES);
        double left = room.getX() + SinglePlot.width(values, brush.plain()) + 0.8 * brush.base();
        Rectangle2D area = new Rectangle2D.Double(
                left, room.getY() + 0.5 * brush.base(), room.getMaxX() - left - 0.8 * brush.base(), height);
        return new Axes(area, values, from, to);
    }

    double x(double number) {
        return area.getX() + area.getWidth() * (number - from) / (to - from);
    }

    double y(double value) {
        return area.getMaxY() - area.getHeight() * (value - values.low()) / (values.high() - values.low());
    }

    /** The grid with the labels of the values, and a line at zero. */
    void paintValues(Brush brush) {
        Lettering letters = brush.plain();
        for (double tick : values.ticks()) {
            double y = y(tick);
            brush.line(area.getX(), y, area.getMaxX(), y, Ink.GRID);
            brush.text(
                    values.label(tick),
                    area.getX() - 0.45 * brush.base(),
                    y + letters.rise() / 2,
                    Brush.Anchor.END,
                    letters,
                    Ink.AXIS.text());
        }
        double zero = y(Math.max(values.low(), Math.min(values.high(), 0)));
        brush.line(area.getX(), zero, area.getMaxX(), zero, Ink.AXIS);
    }

    /** The numbers below, as many as have room, and what they count. */
    void paintNumbers(List<Tick> ticks, String words, Brush brush) {
        Lettering letters = brush.plain();
        double base = area.getMaxY() + 0.5 * brush.base() + letters.rise();
        int step = step(ticks, letters, brush.base());
        for (int i = 0; i < ticks.size(); i++) {
            double x = x(ticks.get(i).at());
            brush.line(x, area.getMaxY(), x, area.getMaxY() + 0.3 * brush.base(), Ink.AXIS);
            if (i % step == offset(ticks, step)) {
                brush.text(ticks.get(i).label(), x, base, Brush.Anchor.MIDDLE, letters, Ink.AXIS.text());
            }
        }
        double y = base + 1.1 * letters.leading();
        String cut = letters.cut(words, area.getWidth());
        brush.text(cut, area.getCenterX(), y, Brush.Anchor.MIDDLE, letters, Ink.AXIS.text());
    }

    /** Zero keeps its label, where there is one. */
    private static int offset(List<Tick> ticks, int step) {
        for (int i = 0; i < ticks.size(); i++) {
            if (ticks.get(i).at() == 0) {
                return i % step;
            }
        }
        return 0;
    }

    private int step(List<Tick> ticks, Lettering letters, double gap) {
        int step = 1;
        while (step < ticks.size() && !fits(ticks, step, letters, gap)) {
            step++;
        }
        return step;
    }

    private boolean fits(List<Tick> ticks, int step, Lettering letters, double gap) {
        for (int i = 0; i + step < ticks.size(); i++) {
            double apart = x(ticks.get(i + step).at()) - x(ticks.get(i).at());
            double width = (letters.width(ticks.get(i).label())
                            + letters.width(ticks.get(i + step).label()))
                    / 2;
            if (apart < width + gap) {
                return false;
            }
        }
        return true;
    }
}
