package org.migrationimpact.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Lays out several small plots in rows and columns; the periods are written below the lowest plot of each column, below every plot where
 * their axes differ.
 */
final class PlotGrid {

    private static final double LEAST_WIDTH = 10.5;
    private static final double LEAST_HEIGHT = 5.2;
    private static final double BEST_SHAPE = 1.7;
    private static final double TICKS_APART = 2.4;

    private final List<Pane> panes;
    private final Magnitude magnitude;
    private final Rectangle2D room;
    private final Brush brush;
    private final Lettering letters;
    private final int columns;

    private PlotGrid(List<Pane> panes, Magnitude magnitude, Rectangle2D room, Brush brush) {
        this.magnitude = magnitude;
        this.room = room;
        this.brush = brush;
        this.letters = brush.small();
        this.panes = panes;
        this.columns = columns(this.panes.size());
    }

    static void paint(List<Pane> panes, Magnitude magnitude, Rectangle2D room, Brush brush) {
        new PlotGrid(panes, magnitude, room, brush).paint();
    }

    /** How many plots have room; what has none is said below. */
    static int capacity(Rectangle2D room, Brush brush) {
        return mostColumns(room, brush) * mostRows(room, brush);
    }

    private static int mostColumns(Rectangle2D room, Brush brush) {
        return (int) Math.max(1, room.getWidth() / (LEAST_WIDTH * brush.base()));
    }

    private static int mostRows(Rectangle2D room, Brush brush) {
        return (int) Math.max(1, (room.getHeight() - foot(brush)) / (LEAST_HEIGHT * brush.base()));
    }

    private static double foot(Brush brush) {
        return 0.7 * brush.base() + 2 * brush.small().leading();
    }

    /** As many columns as make the shape of a plot best, within what fits. */
    private int columns(int n) {
        int best = mostColumns(room, brush);
        for (int columns = best; columns >= 1; columns--) {
            int rows = (n + columns - 1) / columns;
            if (rows <= mostRows(room, brush) && misshape(columns, n) <= misshape(best, n)) {
                best = columns;
            }
        }
        return Math.min(best, n);
    }

    private double misshape(int columns, int n) {
        int rows = (n + columns - 1) / columns;
        return Math.abs(Math.log(room.getWidth() / columns / (room.getHeight() / rows) / BEST_SHAPE));
    }

    private void paint() {
        int rows = (panes.size() + columns - 1) / columns;
        double width = room.getWidth() / columns;
        double rough = (room.getHeight() - foot(brush)) / rows;
        boolean oneAxis = panes.stream().map(Pane::time).distinct().count() == 1;
        double below = PlotPainter.below(ticks(panes.get(0), width, rough), letters, brush);
        double height = oneAxis ? (room.getHeight() - below) / rows : room.getHeight() / rows - below;
        double left = labels(height);
        for (int i = 0; i < panes.size(); i++) {
            int column = i % columns;
            int row = i / columns;
            double top = room.getY() + row * (oneAxis ? height : height + below);
            Rectangle2D cell = new Rectangle2D.Double(room.getX() + column * width, top, width, height);
            boolean lowest = !oneAxis || i + columns >= panes.size();
            PlotFrame frame = frame(panes.get(i), cell, left);
            name(panes.get(i), cell);
            new PlotPainter(panes.get(i), frame, brush)
                    .paint(
                            ticks(panes.get(i), width, rough),
                            lowest ? PlotPainter.TimeLabels.WRITTEN : PlotPainter.TimeLabels.LEFT_OUT,
                            letters);
        }
    }

    private List<TimeTicks.Tick> ticks(Pane pane, double width, double height) {
        return TimeTicks.of(pane.time(), width - labels(height) - beside(), letters);
    }

    /** The width of the widest value label, the same for all plots, so that they stand in line. */
    private double labels(double height) {
        return panes.stream()
                .mapToDouble(pane -> SinglePlot.width(values(pane, height), letters))
                .max()
                .orElse(0);
    }

    /** What a plot leaves free to the left and to the right. */
    private double beside() {
        return 1.6 * brush.base();
    }

    private ValueAxis values(Pane pane, double height) {
        int ticks = (int) Math.max(2, Math.min(4, (height - 2.5 * brush.base()) / (TICKS_APART * brush.base())));
        return ValueAxis.of(pane.shown(), ticks, magnitude);
    }

    private PlotFrame frame(Pane pane, Rectangle2D cell, double labels) {
        double base = brush.base();
        double left = cell.getX() + labels + 0.5 * base;
        return SinglePlot.frame(
                pane,
                values(pane, cell.getHeight()),
                left,
                cell.getY() + 1.9 * base,
                cell.getMaxX() - beside() + 0.5 * base,
                cell.getMaxY() - 0.9 * base);
    }

    private void name(Pane pane, Rectangle2D cell) {
        Ink ink = pane.traces().get(0).ink();
        Lettering heading = ink == Ink.TREATED ? brush.bold() : brush.plain();
        String name = heading.cut(pane.heading(), cell.getWidth() - 0.8 * brush.base());
        double y = cell.getY() + 1.3 * brush.base();
        brush.text(name, cell.getX(), y, Brush.Anchor.START, heading, ink.text());
    }
}
