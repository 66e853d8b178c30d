package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.migrationimpact.data.Period;

/** A table of values by cohort and period, coloured on both sides of zero. */
@SuppressWarnings("ArrayRecordComponent") // its text says its values
record HeatMap(List<String> rows, List<String> columns, double[][] values) implements Canvas {

    private static final Color ABOVE = new Color(0x0072B2);
    private static final Color BELOW = new Color(0xD55E00);
    private static final double DARKEST = 0.62;

    @Override
    public void paint(Rectangle2D whole, Brush brush) {
        String darkest = ", darkest at " + Numerals.plain(largest());
        Rectangle2D room = new Key(List.of(
                        new Key.Entry(Key.Sign.SQUARE, tint(ABOVE, 1), "above 0" + darkest),
                        new Key.Entry(Key.Sign.SQUARE, tint(BELOW, 1), "below 0" + darkest)))
                .paint(whole, brush);
        Lettering letters = brush.plain();
        double labels = rows.stream().mapToDouble(letters::width).max().orElse(0) + 0.6 * brush.base();
        double below = 0.5 * brush.base() + letters.leading();
        double width = (room.getWidth() - labels - 2 * brush.base()) / columns.size();
        double height = Math.min(6 * brush.base(), (room.getHeight() - below) / rows.size());
        double left = room.getX() + labels;
        int every = (int) Math.ceil(1.1 * letters.leading() / height);
        for (int i = 0; i < rows.size(); i++) {
            double y = room.getY() + i * height;
            if (i % every == 0) {
                brush.text(
                        rows.get(i),
                        left - 0.5 * brush.base(),
                        y + height / 2 + letters.rise() / 2,
                        Brush.Anchor.END,
                        letters,
                        Ink.AXIS.text());
            }
            for (int j = 0; j < columns.size(); j++) {
                cell(i, j, new Rectangle2D.Double(left + j * width, y, width, height), brush);
            }
        }
        periods(left, room.getY() + rows.size() * height, width, brush);
    }

    private void periods(double left, double top, double width, Brush brush) {
        Lettering letters = brush.plain();
        double widest = columns.stream().mapToDouble(letters::width).max().orElse(0) + brush.base();
        int every = (int) Math.max(1, Math.ceil(widest / width));
        for (int j = 0; j < columns.size(); j += every) {
            brush.text(
                    columns.get(j),
                    left + (j + 0.5) * width,
                    top + 0.4 * brush.base() + letters.rise(),
                    Brush.Anchor.MIDDLE,
                    letters,
                    Ink.AXIS.text());
        }
    }

    private void cell(int i, int j, Rectangle2D area, Brush brush) {
        double gap = Math.min(1.5, 0.05 * Math.min(area.getWidth(), area.getHeight()));
        Rectangle2D inner = new Rectangle2D.Double(
                area.getX() + gap, area.getY() + gap, area.getWidth() - 2 * gap, area.getHeight() - 2 * gap);
        double value = values[i][j];
        if (Double.isNaN(value)) {
            return;
        }
        double share = largest() == 0 ? 0 : Math.abs(value) / largest();
        brush.fill(inner, tint(value < 0 ? BELOW : ABOVE, share));
        if (!isBefore(columns.get(j), rows.get(i))) {
            brush.graphics().setColor(Ink.AXIS.line());
            brush.graphics().setStroke(Ink.AXIS.stroke(brush.times()));
            brush.graphics().draw(inner);
        }
        write(Numerals.plain(value), inner, brush);
    }

    private static void write(String number, Rectangle2D area, Brush brush) {
        Lettering letters = brush.small();
        boolean fits = letters.width(number) < area.getWidth() - 4 && letters.leading() < area.getHeight();
        if (fits) {
            brush.text(
                    number,
                    area.getCenterX(),
                    area.getCenterY() + letters.rise() / 2,
                    Brush.Anchor.MIDDLE,
                    letters,
                    Ink.OBSERVED.text());
        }
    }

    private double largest() {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** The colour with so much of it over white. */
    private static Color tint(Color colour, double share) {
        double much = 0.06 + (DARKEST - 0.06) * share;
        return new Color(mixed(colour.getRed(), much), mixed(colour.getGreen(), much), mixed(colour.getBlue(), much));
    }

    private static int mixed(int part, double share) {
        return (int) Math.round(255 - share * (255 - part));
    }

    private static boolean isBefore(String one, String other) {
        return inTime().compare(one, other) < 0;
    }

    /** Periods as a result writes them, in order of time. */
    static Comparator<String> inTime() {
        return Comparator.comparing(HeatMap::period);
    }

    private static Period period(String text) {
        return text.matches("-?\\d{1,3}") || text.matches("-?\\d{5,}")
                ? Period.ordinal(Long.parseLong(text))
                : Period.parse(text);
    }

    @Override
    public String toString() {
        return rows + " " + columns + " " + Arrays.deepToString(values);
    }
}
