package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is written at marked dates: in rows above the plot, each text beside its own line, none across another's. */
final class MarkLabels {

    /** One text: its row above the plot, where it begins and where it ends, and at which place its line stands. */
    private record Placed(Pane.Mark mark, double line, int row, double from, double to) {

        boolean meets(Placed other) {
            boolean texts = row == other.row && from < other.to && other.from < to;
            return texts || crossedBy(other) || other.crossedBy(this);
        }

        /** Whether the other's line, on its way up to its row, passes through this text. */
        private boolean crossedBy(Placed other) {
            return other.row >= row && other.line > from - 1 && other.line < to + 1 && other != this;
        }
    }

    private final List<Placed> placed = new ArrayList<>();
    private final Brush brush;
    private final Lettering letters;

    /** Finds a place for each label between two edges of the page, for a plot drawn in this frame. */
    MarkLabels(List<Pane.Mark> marks, PlotFrame frame, Brush brush, double left, double right) {
        this.brush = brush;
        this.letters = brush.plain();
        List<Pane.Mark> inOrder = marks.stream()
                .sorted(Comparator.comparingDouble(Pane.Mark::from))
                .toList();
        inOrder.forEach(mark -> place(mark, Math.max(frame.left(), frame.x(mark.from())), left, right));
    }

    private void place(Pane.Mark mark, double line, double left, double right) {
        double gap = 0.4 * brush.base();
        String text = letters.cut(mark.text(), right - left - gap);
        Pane.Mark cut = new Pane.Mark(text, mark.ink(), mark.from(), mark.to());
        double width = letters.width(text);
        for (int row = 0; ; row++) {
            Placed after = new Placed(cut, line, row, line + gap, line + gap + width);
            Placed before = new Placed(cut, line, row, line - gap - width, line - gap);
            if (free(after, left, right)) {
                placed.add(after);
                return;
            }
            if (free(before, left, right)) {
                placed.add(before);
                return;
            }
            if (row > placed.size()) {
                double from = Math.max(left, Math.min(line + gap, right - width));
                placed.add(new Placed(cut, line, row, from, from + width));
                return;
            }
        }
    }

    private boolean free(Placed candidate, double left, double right) {
        return candidate.from() >= left
                && candidate.to() <= right
                && placed.stream().noneMatch(candidate::meets);
    }

    /** The height of the rows. */
    double height() {
        return rows() * letters.leading();
    }

    private int rows() {
        return placed.stream().mapToInt(Placed::row).max().orElse(-1) + 1;
    }

    /** Writes the texts and draws the lines below them. */
    void paint(PlotPainter painter, PlotFrame frame) {
        for (Placed label : placed) {
            double base = frame.top() - 0.35 * brush.base() - label.row() * letters.leading();
            painter.line(label.mark(), base - letters.rise());
            brush.text(
                    label.mark().text(),
                    label.from(),
                    base,
                    Brush.Anchor.START,
                    letters,
                    label.mark().ink().text());
        }
    }
}
