package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names of lines, written to the right of where they end, apart from each other, each with a sample of its line. */
final class EndLabels {

    private static final int MOST_LINES = 4;

    private record Label(Pane.Trace trace, List<String> lines, double middle) {
        Label at(double y) {
            return new Label(trace, lines, y);
        }
    }

    private final List<Pane.Trace> named;
    private final Brush brush;
    private final Lettering letters;
    private final double room;

    /** The labels of these lines, in not more than so many pixels. */
    EndLabels(List<Pane.Trace> traces, Brush brush, double room) {
        this.named = traces.stream()
                .filter(trace -> !trace.name().isEmpty() && !Double.isNaN(trace.last()))
                .toList();
        this.brush = brush;
        this.letters = brush.plain();
        this.room = room;
    }

    /** How wide they are; 0 without any. */
    double width() {
        double text = named.stream()
                .flatMap(trace -> lines(trace).stream())
                .mapToDouble(letters::width)
                .max()
                .orElse(-indent());
        return Math.ceil(text + indent());
    }

    private double indent() {
        return 2.6 * brush.base();
    }

    private List<String> lines(Pane.Trace trace) {
        return letters.lines(trace.name(), room - indent(), MOST_LINES);
    }

    void paint(PlotFrame frame) {
        for (Label label : apart(frame)) {
            paint(label, frame.right() + 0.6 * brush.base());
        }
    }

    private List<Label> apart(PlotFrame frame) {
        List<Label> labels = new ArrayList<>(named.stream()
                .map(trace -> new Label(trace, lines(trace), frame.y(trace.last())))
                .sorted(Comparator.comparingDouble(Label::middle))
                .toList());
        double least = frame.top();
        for (int i = 0; i < labels.size(); i++) {
            labels.set(i, labels.get(i).at(Math.max(labels.get(i).middle(), least + height(labels.get(i)) / 2)));
            least = labels.get(i).middle() + height(labels.get(i)) / 2;
        }
        double most = frame.bottom() + 0.5 * brush.base();
        for (int i = labels.size() - 1; i >= 0; i--) {
            labels.set(i, labels.get(i).at(Math.min(labels.get(i).middle(), most - height(labels.get(i)) / 2)));
            most = labels.get(i).middle() - height(labels.get(i)) / 2;
        }
        return labels;
    }

    private double height(Label label) {
        return label.lines().size() * letters.leading() + 0.35 * brush.base();
    }

    private void paint(Label label, double x) {
        Ink ink = label.trace().ink();
        double first = label.middle() - (label.lines().size() - 1) * letters.leading() / 2;
        brush.line(x, first, x + 1.6 * brush.base(), first, ink);
        if (ink == Ink.OBSERVED) {
            brush.dot(x + 0.8 * brush.base(), first, ink.line());
        }
        double y = first + letters.rise() / 2;
        for (String line : label.lines()) {
            brush.text(line, x + 2 * brush.base(), y, Brush.Anchor.START, letters, ink.text());
            y += letters.leading();
        }
    }
}
