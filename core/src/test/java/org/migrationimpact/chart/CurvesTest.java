package org.migrationimpact.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;

class CurvesTest {

    private static final Rectangle AREA = new Rectangle(50, 30, 400, 200);

    @Test
    void aValueIsDrawnWhereTheFrameSaysItLies() {
        TimeAxis time = new TimeAxis(Period.year(2001), Period.year(2004));
        ValueAxis values = new ValueAxis(0, 4, 10, Magnitude.ONES);
        PlotFrame frame = new PlotFrame(AREA, time, values);
        double x = TimeAxis.middle(Period.year(2003));
        BufferedImage image = drawn(frame, Ink.OBSERVED, List.of(new Pane.Dot(x, 30)));
        assertEquals(Color.BLACK.getRGB(), image.getRGB((int) frame.x(x), (int) frame.y(30)));
        assertEquals(50 + 400 * (365 * 2 + 182.5) / (4 * 365 + 1), frame.x(x), 1e-9);
        assertEquals(80, frame.y(30), 1e-9);
    }

    @Test
    void aPointAtTheEdgeOfTheFrameIsDrawnWhole() {
        PlotFrame frame = new PlotFrame(
                AREA, new TimeAxis(Period.year(2001), Period.year(2001)), new ValueAxis(0, 1, 1, Magnitude.ONES));
        BufferedImage image = drawn(frame, Ink.OBSERVED, List.of(new Pane.Dot(TimeAxis.middle(Period.year(2001)), 1)));
        assertTrue(image.getRGB(250, 29) != Color.WHITE.getRGB());
    }

    @Test
    void aDashedLineOfManyClosePointsStillHasItsGaps() {
        PlotFrame frame = new PlotFrame(
                AREA, new TimeAxis(Period.year(1901), Period.year(2000)), new ValueAxis(0, 2, 1, Magnitude.ONES));
        List<Pane.Dot> dots = IntStream.rangeClosed(1901, 2000)
                .mapToObj(year -> new Pane.Dot(TimeAxis.middle(Period.year(year)), 1))
                .toList();
        BufferedImage image = drawn(frame, Ink.EXPECTED, dots);
        long white = IntStream.range(60, 440)
                .filter(x -> image.getRGB(x, 130) == Color.WHITE.getRGB())
                .count();
        assertTrue(white > 380 / 11 * 2, white + " white pixels");
    }

    private static BufferedImage drawn(PlotFrame frame, Ink ink, List<Pane.Dot> dots) {
        BufferedImage image = new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Brush brush = new Brush(graphics, new Dimension(1200, 640));
        brush.fill(new Rectangle(0, 0, 500, 300), Color.WHITE);
        Pane.Trace trace = new Pane.Trace("", ink, dots);
        Pane pane =
                new Pane("", frame.time(), List.of(), List.of(trace), List.of(), Optional.empty(), Optional.empty());
        Curves.draw(pane, frame, brush);
        graphics.dispose();
        return image;
    }
}
