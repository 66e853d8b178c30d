package org.migrationimpact.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is written at marked dates: in rows above the plot, each text beside its own line, none across another's line or text. As few rows
 * as will do are searched for; where there are too many marks for that, each has a row of its own.
 */
final class MarkLabels {

    private static final int MOST_STEPS = 20_000;

    /** One text: its row above the plot, where it begins and where it ends, and at which place its line stands. */
    private record Placed(Pane.Mark mark, double line, int row, double from, double to) {

        boolean meets(Placed other) {
            boolean texts = row == other.row && from < other.to && other.from < to;
            return texts || isCrossedBy(other) || other.isCrossedBy(this);
        }

        /** Whether the other's line, on its way up to its row, passes through this text. */
        private boolean isCrossedBy(Placed other) {
            return other.row >= row && other.line > from - 1 && other.line < to + 1;
        }
    }

    private final Brush brush;
    private final Lettering letters;
    private final PlotFrame frame;
    private final double left;
    private final double right;
    private final List<Placed> placed = new ArrayList<>();
    private int steps;

    /** Finds a place for each label between two edges of the page, for a plot drawn in this frame. */
    MarkLabels(List<Pane.Mark> marks, PlotFrame frame, Brush brush, double left, double right) {
        this.brush = brush;
        this.letters = brush.plain();
        this.frame = frame;
        this.left = left;
        this.right = right;
        List<Pane.Mark> inOrder = marks.stream()
                .sorted(Comparator.comparingDouble(Pane.Mark::from))
                .toList();
        if (!found(inOrder)) {
            placed.clear();
            inOrder.forEach(mark -> placed.add(rowOfItsOwn(mark)));
        }
    }

    private boolean found(List<Pane.Mark> marks) {
        for (int rows = 1; rows <= marks.size(); rows++) {
            if (place(marks, 0, rows)) {
                return true;
            }
        }
        return marks.isEmpty();
    }

    /** Places the marks from the i-th on in so many rows, taking back what leads nowhere. */
    private boolean place(List<Pane.Mark> marks, int i, int rows) {
        if (i == marks.size()) {
            return true;
        }
        for (int row = 0; row < rows && steps++ < MOST_STEPS; row++) {
            for (Placed candidate : List.of(after(marks.get(i), row), before(marks.get(i), row))) {
                if (isFree(candidate)) {
                    placed.add(candidate);
                    if (place(marks, i + 1, rows)) {
                        return true;
                    }
                    placed.remove(placed.size() - 1);
                }
            }
        }
        return false;
    }

    private boolean isFree(Placed candidate) {
        return candidate.from() >= left
                && candidate.to() <= right
                && placed.stream().noneMatch(candidate::meets);
    }

    private Placed after(Pane.Mark mark, int row) {
        return at(mark, row, x(mark) + gap());
    }

    private Placed before(Pane.Mark mark, int row) {
        return at(mark, row, x(mark) - gap() - letters.width(mark.text()));
    }

    private Placed rowOfItsOwn(Pane.Mark mark) {
        String text = letters.cut(mark.text(), right - left);
        Pane.Mark cut = new Pane.Mark(text, mark.ink(), mark.from(), mark.to(), mark.line());
        double from = Math.max(left, Math.min(x(mark) + gap(), right - letters.width(text)));
        return at(cut, placed.size(), from);
    }

    private Placed at(Pane.Mark mark, int row, double from) {
        return new Placed(mark, x(mark), row, from, from + letters.width(mark.text()));
    }

    private double x(Pane.Mark mark) {
        return Math.max(frame.left(), frame.x(mark.line()));
    }

    private double gap() {
        return 0.4 * brush.base();
    }

    /** The height of the rows. */
    double height() {
        int rows = placed.stream().mapToInt(Placed::row).max().orElse(-1) + 1;
        return rows == 0 ? 0 : lift() + rows * letters.leading();
    }

    /** Draws the lines and writes the texts above them. */
    void paint(PlotPainter painter, PlotFrame plot) {
        placed.forEach(label -> painter.line(label.mark(), base(label, plot) - letters.rise()));
        placed.forEach(label -> write(label, base(label, plot)));
    }

    /** The lowest text stands above the highest label of the axis beside it. */
    private double lift() {
        return 0.7 * brush.base();
    }

    private double base(Placed label, PlotFrame plot) {
        return plot.top() - lift() - label.row() * letters.leading();
    }

    private void write(Placed label, double base) {
        double height = letters.rise();
        brush.fill(new Rectangle2D.Double(label.from(), base - height, label.to() - label.from(), height), Color.WHITE);
        brush.text(
                label.mark().text(),
                label.from(),
                base,
                Brush.Anchor.START,
                letters,
                label.mark().ink().text());
    }
}
