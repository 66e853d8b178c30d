package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lines, points and bands of a plot, drawn by XChart on the frame that the page gives it. XChart's own axes, title and legend are off: its
 * ticks do not follow the calendar, and lines are named where they end. Dashed lines are painted here, below the others: XChart begins the
 * dashes anew at each point, so that a line of close points would look solid.
 */
final class Curves {

    private static final Color CLEAR = new Color(255, 255, 255, 0);
    private static final int ROOM = 6;
    private static final double POINTS_APART = 4.5;

    private final XYChart chart;
    private final PlotFrame frame;
    private final double times;

    private Curves(PlotFrame frame, double times) {
        this.frame = frame;
        this.times = times;
        this.chart = new XYChart(frame.area().width + 2 * ROOM, frame.area().height + 2 * ROOM);
        clear(chart.getStyler());
        fit(chart.getStyler());
    }

    /** Draws what is in the pane, with room around the frame so that a line at its edge is not cut. */
    static void draw(Pane pane, PlotFrame frame, Brush brush) {
        Curves curves = new Curves(frame, brush.times());
        pane.bands().forEach(band -> curves.add(band, pane.shown()));
        pane.traces().stream().filter(trace -> trace.ink().isDashed()).forEach(trace -> dash(trace, frame, brush));
        pane.traces().stream().filter(trace -> !trace.ink().isDashed()).forEach(curves::add);
        if (!curves.chart.getSeriesCollection().isEmpty()) {
            Graphics2D graphics = (Graphics2D) brush.graphics().create();
            graphics.translate(frame.area().x - ROOM, frame.area().y - ROOM);
            curves.chart.paint(graphics, curves.chart.getWidth(), curves.chart.getHeight());
            graphics.dispose();
        }
    }

    private static void clear(XYStyler style) {
        style.setChartTitleVisible(false)
                .setLegendVisible(false)
                .setChartPadding(0)
                .setPlotBorderVisible(false);
        style.setPlotContentSize(1).setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR);
        style.setAxisTicksVisible(false)
                .setAxisTitlesVisible(false)
                .setPlotMargin(0)
                .setPlotGridLinesVisible(false);
        style.setPlotTicksMarksVisible(false);
    }

    private void fit(XYStyler style) {
        double perX = ROOM * (frame.time().high() - frame.time().low()) / frame.area().width;
        double perY = ROOM * (frame.values().high() - frame.values().low()) / frame.area().height;
        style.setXAxisMin(frame.time().low() - perX).setXAxisMax(frame.time().high() + perX);
        style.setYAxisMin(frame.values().low() - perY)
                .setYAxisMax(frame.values().high() + perY);
        style.setMarkerSize((int) Math.max(3, Math.rint(5 * times)));
    }

    private void add(Pane.Band band, ValueRange shown) {
        List<Pane.Edge> edges = band.edges();
        int n = edges.size();
        double[] x = IntStream.range(0, 2 * n)
                .mapToDouble(i -> edges.get(turned(i, n)).x())
                .toArray();
        double[] y = IntStream.range(0, 2 * n)
                .mapToDouble(i -> shown.inside(
                        i < n ? edges.get(i).low() : edges.get(turned(i, n)).high()))
                .toArray();
        XYSeries area = chart.addSeries("band " + chart.getSeriesCollection().size(), x, y);
        area.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        area.setFillColor(band.ink().area());
        area.setLineColor(CLEAR);
        area.setMarker(SeriesMarkers.NONE);
    }

    /** There along the lower edge and back along the upper one. */
    private static int turned(int i, int n) {
        return i < n ? i : 2 * n - 1 - i;
    }

    private static void dash(Pane.Trace trace, PlotFrame frame, Brush brush) {
        Path2D path = new Path2D.Double();
        boolean joined = false;
        for (Pane.Dot dot : trace.dots()) {
            boolean known = !Double.isNaN(dot.y());
            if (known && joined) {
                path.lineTo(frame.x(dot.x()), frame.y(dot.y()));
            } else if (known) {
                path.moveTo(frame.x(dot.x()), frame.y(dot.y()));
            }
            joined = known;
        }
        brush.path(path, trace.ink());
        alone(trace.dots())
                .forEach(dot -> brush.dot(
                        frame.x(dot.x()), frame.y(dot.y()), trace.ink().line()));
    }

    private void add(Pane.Trace trace) {
        List<Pane.Dot> dots = trace.dots();
        if (trace.values().findAny().isEmpty()) {
            return;
        }
        boolean everyPoint = trace.ink() == Ink.OBSERVED && frame.area().width >= POINTS_APART * dots.size();
        XYSeries line = series(dots, trace.ink());
        line.setLineStyle(trace.ink().stroke(times));
        line.setMarker(everyPoint ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        List<Pane.Dot> alone = everyPoint ? List.of() : alone(dots);
        if (!alone.isEmpty()) {
            XYSeries points = series(alone, trace.ink());
            points.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
            points.setMarker(SeriesMarkers.CIRCLE);
        }
    }

    private XYSeries series(List<Pane.Dot> dots, Ink ink) {
        double[] x = dots.stream().mapToDouble(Pane.Dot::x).toArray();
        double[] y = dots.stream().mapToDouble(Pane.Dot::y).toArray();
        XYSeries series = chart.addSeries("line " + chart.getSeriesCollection().size(), x, y);
        series.setLineColor(ink.line());
        series.setMarkerColor(ink.line());
        return series;
    }

    /** Values between two missing ones, which no line would show. */
    private static List<Pane.Dot> alone(List<Pane.Dot> dots) {
        List<Pane.Dot> found = new ArrayList<>();
        for (int i = 0; i < dots.size(); i++) {
            boolean before = i > 0 && !Double.isNaN(dots.get(i - 1).y());
            boolean after = i < dots.size() - 1 && !Double.isNaN(dots.get(i + 1).y());
            if (!Double.isNaN(dots.get(i).y()) && !before && !after) {
                found.add(dots.get(i));
            }
        }
        return found;
    }
}
