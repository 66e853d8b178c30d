package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What the signs of a plot mean, in rows above it. */
record Key(List<Entry> entries) {

    /** A sign, and its meaning. */
    record Entry(Sign sign, Color colour, String words) {}

    /** How an entry is drawn. */
    enum Sign {
        THICK,
        THIN,
        DOT,
        SQUARE,
        TRIANGLE,
        DIAMOND
    }

    /** Draws the rows at the top of the room; what is left of it. */
    Rectangle2D paint(Rectangle2D room, Brush brush) {
        Lettering letters = brush.plain();
        double x = room.getX();
        double y = room.getY();
        for (Entry entry : entries) {
            double width = 2.2 * brush.base() + letters.width(entry.words());
            if (x > room.getX() && x + width > room.getMaxX()) {
                x = room.getX();
                y += letters.leading();
            }
            paint(entry, x, y + letters.leading() / 2, brush);
            String words = letters.cut(entry.words(), room.getMaxX() - x - 1.9 * brush.base());
            brush.text(
                    words,
                    x + 1.9 * brush.base(),
                    y + letters.leading() / 2 + letters.rise() / 2,
                    Brush.Anchor.START,
                    letters,
                    Ink.AXIS.text());
            x += width + 1.2 * brush.base();
        }
        double used = entries.isEmpty() ? 0 : y + letters.leading() - room.getY() + 0.5 * brush.base();
        return new Rectangle2D.Double(room.getX(), room.getY() + used, room.getWidth(), room.getHeight() - used);
    }

    private static void paint(Entry entry, double x, double y, Brush brush) {
        if (entry.sign() == Sign.THICK || entry.sign() == Sign.THIN) {
            double half = (entry.sign() == Sign.THICK ? 0.16 : 0.05) * brush.base();
            brush.fill(new Rectangle2D.Double(x, y - half, 1.4 * brush.base(), 2 * half), entry.colour());
        } else {
            Signs.paint(entry.sign(), x + 0.7 * brush.base(), y, 0.36 * brush.base(), entry.colour(), brush);
        }
    }
}
