package org.migrationimpact.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;

/** Lays out bars: names to the left, bars from zero, their values at their ends. */
final class BarPlot {

    private static final double SHARE_OF_NAMES = 0.34;
    private static final double WIDEST_ROW = 2.4;

    private BarPlot() {}

    /** How many bars have room. */
    static int capacity(Rectangle2D room, Brush brush) {
        return (int) Math.max(1, room.getHeight() / row(brush));
    }

    private static double row(Brush brush) {
        return 1.25 * brush.small().leading();
    }

    static void paint(Bars bars, int shown, Rectangle2D room, Brush brush) {
        List<Bars.Bar> rows = bars.shown(shown);
        Lettering letters = brush.small();
        double names = Math.min(
                SHARE_OF_NAMES * room.getWidth(),
                rows.stream()
                        .mapToDouble(bar -> letters.width(bar.name()))
                        .max()
                        .orElse(0));
        double labels = rows.stream()
                .mapToDouble(bar -> letters.width(bar.label()))
                .max()
                .orElse(0);
        double left = room.getX() + names + 0.6 * brush.base();
        double width = room.getMaxX() - labels - 0.8 * brush.base() - left;
        double height = Math.min(room.getHeight() / rows.size(), WIDEST_ROW * brush.base());
        double scale = bars.largest() > 0 ? width / bars.largest() : 0;
        for (int i = 0; i < rows.size(); i++) {
            Bars.Bar bar = rows.get(i);
            double top = room.getY() + i * height;
            double base = top + height / 2 + letters.rise() / 2;
            double end = left + scale * bar.value();
            brush.fill(
                    new Rectangle2D.Double(left, top + 0.18 * height, end - left, 0.64 * height),
                    bar.ink().line());
            brush.text(
                    letters.cut(bar.name(), names),
                    left - 0.5 * brush.base(),
                    base,
                    Brush.Anchor.END,
                    letters,
                    bar.ink().text());
            brush.text(
                    bar.label(),
                    end + 0.4 * brush.base(),
                    base,
                    Brush.Anchor.START,
                    letters,
                    bar.ink().text());
        }
        brush.line(left, room.getY(), left, room.getY() + rows.size() * height, Ink.AXIS);
    }
}
