package org.migrationimpact.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One plot: what is drawn in it, over which time.
 *
 * @param heading a name above it; empty where the title says it
 * @param time the axis of time
 * @param bands the areas, at the back
 * @param traces the lines, the first at the back
 * @param marks the dates that are marked
 * @param treatedFrom where the treated time begins, to be shaded
 * @param shared what the axis of values covers, where it is shared with other panes
 */
record Pane(
        String heading,
        TimeAxis time,
        List<Band> bands,
        List<Trace> traces,
        List<Mark> marks,
        Optional<Mark> treatedFrom,
        Optional<ValueRange> shared) {

    /** A value at a time; {@code NaN} breaks the line. */
    record Dot(double x, double y) {}

    /** A line with its name; an empty name is not written. */
    record Trace(String name, Ink ink, List<Dot> dots) {
        Trace {
            name = Figure.printable(name);
            dots = List.copyOf(dots);
        }

        DoubleStream values() {
            return dots.stream().mapToDouble(Dot::y).filter(y -> !Double.isNaN(y));
        }

        /** The last value there is, or {@code NaN}. */
        double last() {
            return values().reduce(Double.NaN, (before, last) -> last);
        }
    }

    /** Where a band lies at a time; never {@code NaN}. */
    record Edge(double x, double low, double high) {}

    /** An area between two lines. */
    record Band(Ink ink, List<Edge> edges) {
        Band {
            edges = List.copyOf(edges);
        }
    }

    /** A date, or the span in which it lies, with what is written at it and where in the span the line stands. */
    record Mark(String text, Ink ink, double from, double to, double line) {
        Mark {
            text = Figure.printable(text);
        }

        /** With the line where the span begins. */
        Mark(String text, Ink ink, double from, double to) {
            this(text, ink, from, to, from);
        }
    }

    Pane {
        heading = Figure.printable(heading);
        bands = List.copyOf(bands);
        traces = List.copyOf(traces);
        marks = List.copyOf(marks);
    }

    /** The lowest and highest value of the lines, zero included. */
    ValueRange lines() {
        return ValueRange.of(traces.stream().flatMapToDouble(Trace::values));
    }

    /** The lowest and highest value of all that is drawn, zero included. */
    ValueRange all() {
        Stream<Edge> edges = bands.stream().flatMap(band -> band.edges().stream());
        DoubleStream ends = edges.flatMapToDouble(edge -> DoubleStream.of(edge.low(), edge.high()));
        return ValueRange.of(DoubleStream.concat(ends, traces.stream().flatMapToDouble(Trace::values)));
    }

    /** What the axis of values covers: all lines, and a band as far as it does not dwarf them. */
    ValueRange shown() {
        return shared.orElseGet(() -> lines().widenedTo(all()));
    }
}
