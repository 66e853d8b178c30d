package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Lays a figure out on a page: title and what it amounts to at the top, plots in the middle, notes at the foot. */
final class Page {

    private static final int TITLE_LINES = 2;
    private static final int SUBTITLE_LINES = 3;
    private static final Color INK = new Color(0x1A1A1A);

    private final Figure figure;
    private final Brush brush;
    private final Dimension size;
    private final double margin;

    private Page(Figure figure, Brush brush, Dimension size) {
        this.figure = figure;
        this.brush = brush;
        this.size = size;
        this.margin = 0.9 * brush.base();
    }

    static void paint(Figure figure, Graphics2D graphics, Dimension size) {
        Brush brush = new Brush(graphics, size);
        brush.fill(new Rectangle2D.Double(0, 0, size.width, size.height), Color.WHITE);
        new Page(figure, brush, size).paint();
    }

    private void paint() {
        double top = margin;
        top = paragraph(figure.title(), top, TITLE_LINES, brush.heading(), INK);
        top = paragraph(figure.subtitle(), top + 0.15 * brush.base(), SUBTITLE_LINES, brush.plain(), Ink.AXIS.text());
        double foot = size.height - margin - height(notes(figure.notes()));
        Rectangle2D room = room(top + 0.5 * brush.base() + brush.plain().leading(), foot);
        caption(top + 0.5 * brush.base());
        if (!figure.bars().isEmpty()) {
            bars(room, foot);
        } else if (figure.canvas().isPresent()) {
            figure.canvas().get().paint(room, brush);
            notes(figure.notes(), foot);
        } else if (figure.panes().size() == 1) {
            SinglePlot.paint(figure.panes().get(0), figure.magnitude(), room, brush);
            notes(figure.notes(), foot);
        } else {
            grid(room, foot);
        }
    }

    private Rectangle2D room(double top, double foot) {
        return new Rectangle2D.Double(margin, top, size.width - 2 * margin, foot - top - 0.4 * brush.base());
    }

    private void grid(Rectangle2D room, double foot) {
        int all = figure.panes().size();
        if (PlotGrid.capacity(room, brush) >= all) {
            PlotGrid.paint(figure.panes(), figure.magnitude(), room, brush);
            notes(figure.notes(), foot);
            return;
        }
        double higher = height(notes(List.of(leftOut(all, all))));
        Rectangle2D smaller =
                new Rectangle2D.Double(room.getX(), room.getY(), room.getWidth(), room.getHeight() - higher);
        int shown = PlotGrid.capacity(smaller, brush);
        PlotGrid.paint(figure.panes().subList(0, shown), figure.magnitude(), smaller, brush);
        List<String> notes = new ArrayList<>(figure.notes());
        notes.add(leftOut(all - shown, all));
        notes(notes, foot - higher);
    }

    private void bars(Rectangle2D room, double foot) {
        int all = figure.bars().rows().size();
        if (BarPlot.capacity(room, brush) >= all) {
            BarPlot.paint(figure.bars(), all, room, brush);
            notes(figure.notes(), foot);
            return;
        }
        double higher = height(notes(List.of(leftOut(all, all))));
        Rectangle2D smaller =
                new Rectangle2D.Double(room.getX(), room.getY(), room.getWidth(), room.getHeight() - higher);
        int shown = BarPlot.capacity(smaller, brush);
        BarPlot.paint(figure.bars(), shown, smaller, brush);
        List<String> notes = new ArrayList<>(figure.notes());
        notes.add(leftOut(all - shown, all));
        notes(notes, foot - higher);
    }

    private static String leftOut(int left, int all) {
        return left + " more of the " + all + " have no room at this size.";
    }

    /** The unit stands above the axis of values, where it is read before the numbers. */
    private void caption(double top) {
        String text = figure.magnitude().caption(figure.axis());
        String cut = brush.plain().cut(text, size.width - 2 * margin);
        brush.text(cut, margin, top + brush.plain().rise(), Brush.Anchor.START, brush.plain(), Ink.AXIS.text());
    }

    private double paragraph(String text, double top, int most, Lettering letters, Color colour) {
        double y = top;
        for (String line : letters.lines(text, size.width - 2 * margin, most)) {
            brush.text(line, margin, y + letters.rise(), Brush.Anchor.START, letters, colour);
            y += letters.leading();
        }
        return y;
    }

    private List<String> notes(List<String> notes) {
        return notes.stream()
                .flatMap(note -> brush.small().lines(note, size.width - 2 * margin, noteLines()).stream())
                .toList();
    }

    private int noteLines() {
        return size.height < Chart.HEIGHT / 2 ? 1 : 2;
    }

    private double height(List<String> lines) {
        return lines.size() * brush.small().leading();
    }

    private void notes(List<String> notes, double top) {
        double y = top + brush.small().rise();
        for (String line : notes(notes)) {
            brush.text(line, margin, y, Brush.Anchor.START, brush.small(), Ink.AXIS.text());
            y += brush.small().leading();
        }
    }
}
