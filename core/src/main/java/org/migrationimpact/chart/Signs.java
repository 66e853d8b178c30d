package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Points of several shapes, which are told apart without colour too. */
final class Signs {

    private Signs() {}

    static void paint(Key.Sign sign, double x, double y, double radius, Color colour, Brush brush) {
        brush.graphics().setColor(colour);
        switch (sign) {
            case SQUARE ->
                brush.graphics()
                        .fill(new Rectangle2D.Double(x - 0.9 * radius, y - 0.9 * radius, 1.8 * radius, 1.8 * radius));
            case TRIANGLE ->
                brush.graphics()
                        .fill(closed(
                                x,
                                y - 1.2 * radius,
                                x + 1.1 * radius,
                                y + 0.8 * radius,
                                x - 1.1 * radius,
                                y + 0.8 * radius));
            case DIAMOND ->
                brush.graphics()
                        .fill(closed(
                                x, y - 1.3 * radius, x + 1.3 * radius, y, x, y + 1.3 * radius, x - 1.3 * radius, y));
            default -> brush.graphics().fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        }
    }

    private static Path2D closed(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
