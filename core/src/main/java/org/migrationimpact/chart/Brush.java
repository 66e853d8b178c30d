package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws on a page of a certain size, in type and strokes that suit the size. */
final class Brush {

    /** Which end of a text stands at the place. */
    enum Anchor {
        START(0),
        MIDDLE(0.5),
        END(1);

        private final double share;

        Anchor(double share) {
            this.share = share;
        }
    }

    private static final double FULL = 16;
    private static final double LEAST = 10.5;

    private final Graphics2D graphics;
    private final double base;

    Brush(Graphics2D graphics, Dimension size) {
        this.graphics = graphics;
        this.base = base(size);
    }

    /** The size of plain type: 16 at the full size, less on a smaller page, but never too small to read. */
    private static double base(Dimension size) {
        double scale = Math.min(size.width / (double) Chart.WIDTH, size.height / (double) Chart.HEIGHT);
        return Math.rint(2 * Math.max(LEAST, FULL * Math.pow(scale, 0.45))) / 2;
    }

    /** The size of plain type, by which all distances are measured. */
    double base() {
        return base;
    }

    /** How many times wider a stroke is than its ink says. */
    double times() {
        return Math.sqrt(base / FULL);
    }

    Lettering plain() {
        return Lettering.plain(base);
    }

    Lettering small() {
        return Lettering.plain(Math.max(LEAST - 1, Math.rint(1.75 * base) / 2));
    }

    Lettering bold() {
        return Lettering.bold(base);
    }

    Lettering heading() {
        return Lettering.bold(Math.rint(2.4 * base) / 2);
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** A text with its base line at {@code y}. */
    void text(String text, double x, double y, Anchor anchor, Lettering letters, Color colour) {
        graphics.setFont(letters.font());
        graphics.setColor(colour);
        graphics.drawString(text, (float) (x - anchor.share * letters.width(text)), (float) y);
    }

    void line(double x1, double y1, double x2, double y2, Ink ink) {
        graphics.setColor(ink.line());
        graphics.setStroke(ink.stroke(times()));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void path(Path2D path, Ink ink) {
        graphics.setColor(ink.line());
        graphics.setStroke(ink.stroke(times()));
        graphics.draw(path);
    }

    void dot(double x, double y, Color colour) {
        double radius = 2.6 * times();
        graphics.setColor(colour);
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void fill(Rectangle2D area, Color colour) {
        graphics.setColor(colour);
        graphics.fill(area);
    }
}
