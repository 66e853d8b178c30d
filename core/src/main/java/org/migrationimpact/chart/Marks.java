package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.PartialDate;

/** The measures and dated lines that a chart was given, as marks on its axis of time and as words. */
record Marks(List<Measure> measures, List<MeasureLine> lines) {

    static final Marks NONE = new Marks(List.of(), List.of());

    Marks {
        measures = List.copyOf(measures);
        lines = List.copyOf(lines);
    }

    Marks and(List<Measure> more) {
        return new Marks(Stream.concat(measures.stream(), more.stream()).toList(), lines);
    }

    Marks andLines(List<MeasureLine> more) {
        return new Marks(measures, Stream.concat(lines.stream(), more.stream()).toList());
    }

    boolean isEmpty() {
        return all().isEmpty();
    }

    private List<MeasureLine> all() {
        List<MeasureLine> ofMeasures =
                measures.size() == 1 ? MeasureLine.of(measures.get(0)) : MeasureLine.ofAll(measures);
        return Stream.concat(ofMeasures.stream(), lines.stream()).toList();
    }

    /** Those that this axis shows. */
    List<Pane.Mark> on(TimeAxis time) {
        return all().stream()
                .filter(line -> time.shows(line.date()))
                .map(line -> new Pane.Mark(
                        line.text(),
                        Ink.of(line.milestone()),
                        TimeAxis.at(line.date().earliest()),
                        end(line.date())))
                .toList();
    }

    /** A day is a line; a month or a year a span. */
    private static double end(PartialDate date) {
        double begin = TimeAxis.at(date.earliest());
        return date.precision() == PartialDate.Precision.DAY ? begin : TimeAxis.at(date.latest()) + 1;
    }

    /** Which measures they are, and which dates the axis does not show. */
    List<String> notes(TimeAxis time) {
        List<String> notes = new ArrayList<>();
        measures.forEach(measure -> notes.add(measure.id() + ": " + measure.title()));
        String outside = all().stream()
                .filter(line -> !time.shows(line.date()))
                .map(MeasureLine::text)
                .collect(Collectors.joining(", "));
        if (!outside.isEmpty()) {
            notes.add("Outside the periods shown: " + outside + ".");
        }
        return notes;
    }

    /** All dates, for the text alternative; empty without any. */
    String inWords() {
        if (isEmpty()) {
            return "";
        }
        return all().stream().map(MeasureLine::text).collect(Collectors.joining(", ", " Dates marked: ", "."));
    }
}
