package org.migrationimpact.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;

/** Estimates one below the other, each with its interval, over an axis of values. What has no room is counted in the last row. */
record RowPlot(List<Row> rows) implements Canvas {

    private static final double MOST_FOR_LABELS = 0.4;

    /** One estimate; ends are {@code NaN} where it has no interval. */
    record Row(String label, double estimate, double low, double high) {
        Row {
            label = Figure.printable(label);
        }

        boolean hasInterval() {
            return !Double.isNaN(low) && !Double.isInfinite(low) && !Double.isInfinite(high);
        }
    }

    RowPlot {
        rows = List.copyOf(rows);
    }

    @Override
    public void paint(Rectangle2D room, Brush brush) {
        Lettering letters = brush.plain();
        double below = 0.7 * brush.base() + letters.leading();
        int fit = (int) Math.max(1, (room.getHeight() - below) / (1.15 * letters.leading()));
        List<Row> shown = rows.size() <= fit ? rows : rows.subList(0, Math.max(1, fit - 1));
        double most = MOST_FOR_LABELS * room.getWidth();
        double widest = shown.stream()
                .mapToDouble(row -> letters.width(row.label()))
                .max()
                .orElse(0);
        double left = room.getX() + Math.min(most, widest) + 1.2 * brush.base();
        int lines = shown.size() < rows.size() ? fit : shown.size();
        double height = Math.min(3 * letters.leading(), (room.getHeight() - below) / lines);
        Rectangle2D area =
                new Rectangle2D.Double(left, room.getY(), room.getMaxX() - left - 2 * brush.base(), lines * height);
        ValueAxis axis = axis(shown, area, brush);
        grid(axis, area, brush);
        for (int i = 0; i < shown.size(); i++) {
            row(shown.get(i), axis, area, area.getY() + (i + 0.5) * height, most, brush);
        }
        if (shown.size() < rows.size()) {
            String more = (rows.size() - shown.size()) + " more have no room at this size.";
            double y = area.getY() + (shown.size() + 0.5) * height + letters.rise() / 2;
            brush.text(
                    letters.cut(more, room.getWidth()), room.getX(), y, Brush.Anchor.START, letters, Ink.AXIS.text());
        }
    }

    private static ValueAxis axis(List<Row> shown, Rectangle2D area, Brush brush) {
        ValueRange range = ValueRange.of(shown.stream()
                .flatMapToDouble(row -> row.hasInterval()
                        ? DoubleStream.of(row.estimate(), row.low(), row.high())
                        : DoubleStream.of(row.estimate())));
        int ticks = (int) Math.max(2, Math.min(6, area.getWidth() / (6 * brush.base())));
        return ValueAxis.of(range, ticks, Magnitude.ONES);
    }

    private static double x(double value, ValueAxis axis, Rectangle2D area) {
        return area.getX() + area.getWidth() * (value - axis.low()) / (axis.high() - axis.low());
    }

    private static void grid(ValueAxis axis, Rectangle2D area, Brush brush) {
        Lettering letters = brush.plain();
        double base = area.getMaxY() + 0.4 * brush.base() + letters.rise();
        for (double tick : axis.ticks()) {
            double x = x(tick, axis, area);
            brush.line(x, area.getY(), x, area.getMaxY(), tick == 0 ? Ink.AXIS : Ink.GRID);
            brush.text(axis.label(tick), x, base, Brush.Anchor.MIDDLE, letters, Ink.AXIS.text());
        }
    }

    private static void row(Row row, ValueAxis axis, Rectangle2D area, double y, double most, Brush brush) {
        Lettering letters = brush.plain();
        double end = area.getX() - 0.8 * brush.base();
        String label = letters.cut(row.label(), most);
        brush.text(label, end, y + letters.rise() / 2, Brush.Anchor.END, letters, Ink.AXIS.text());
        if (row.hasInterval()) {
            double low = x(row.low(), axis, area);
            double high = x(row.high(), axis, area);
            double half = 0.12 * brush.base();
            brush.fill(new Rectangle2D.Double(low, y - half, high - low, 2 * half), Ink.FITTED.line());
        }
        Signs.paint(Key.Sign.DOT, x(row.estimate(), axis, area), y, 0.26 * brush.base(), Ink.OBSERVED.line(), brush);
    }
}
