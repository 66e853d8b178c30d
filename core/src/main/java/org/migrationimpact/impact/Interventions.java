package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.InterruptedTimeSeries.Slope;
import org.migrationimpact.model.Pulse;
import org.migrationimpact.model.Shape;
import org.migrationimpact.model.Term;

/** One intervention or several, each from its first treated period, as terms of a design. */
record Interventions(List<Period> starts, SegmentOptions options) {

    static final int MIN_AFTER = 3;

    Interventions {
        if (options.shapes.size() > 1 && options.shapes.size() != starts.size()) {
            throw new IllegalArgumentException(options.shapes.size() + " shapes for " + starts.size()
                    + " interventions; give one for all, or one for each");
        }
    }

    Period first() {
        return starts.get(0);
    }

    Shape shape(int i) {
        return options.shapes.get(options.shapes.size() == 1 ? 0 : i);
    }

    private String at(int i) {
        return starts.size() == 1 ? "" : "@" + starts.get(i);
    }

    /** The changes of level and slope, their names after this prefix. */
    List<Term> changes(String prefix) {
        List<Term> all = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            all.add(shape(i).level(prefix + "level" + at(i), starts.get(i)));
            if (options.slope == Slope.CHANGES) {
                shape(i).slope(prefix + "slope" + at(i), starts.get(i)).ifPresent(all::add);
            }
        }
        return all;
    }

    /** A level of its own for the last periods before each intervention. */
    List<Term> anticipation(String prefix) {
        List<Term> all = new ArrayList<>();
        for (int i = 0; i < starts.size() && options.anticipation > 0; i++) {
            Period start = starts.get(i);
            all.add(new Pulse(
                    prefix + "anticipation" + at(i), start.plus(-(long) options.anticipation), start.plus(-1)));
        }
        return all;
    }

    boolean slopeChanges() {
        return changes("").stream().anyMatch(term -> term.names().get(0).startsWith("slope"));
    }

    /** Refuses interventions with too few of the sample's periods between them. */
    void requireEverySegment(Sample sample, Series series) {
        for (int i = 1; i < starts.size(); i++) {
            Period from = starts.get(i - 1);
            Period next = starts.get(i);
            long between = sample.periods().stream()
                    .filter(p -> !p.isBefore(from) && p.isBefore(next))
                    .count();
            long after =
                    sample.periods().stream().filter(p -> !p.isBefore(next)).count();
            if (between < MIN_AFTER || after < MIN_AFTER) {
                throw new DataException(
                        "E-ITS-001",
                        series.name() + " has " + series.frequency().count(Math.min(between, after)) + " with a value "
                                + (between < MIN_AFTER ? "from " + from + " to before " + next : "from " + next + " on")
                                + "; each of several interventions needs " + MIN_AFTER
                                + ": measures closer in time than the data can separate are one bundle");
            }
        }
    }

    /** What the columns of the levels are, in words. */
    String levels(Series series) {
        if (options.shapes.size() == 1) {
            return shape(0).describe(series.frequency());
        }
        return java.util.stream.IntStream.range(0, starts.size())
                .mapToObj(i -> starts.get(i) + ": " + shape(i).describe(series.frequency()))
                .collect(Collectors.joining("; "));
    }

    /** How the headline's level is phased, as an end of its name. */
    String phased(Series series) {
        Shape shape = shape(0);
        if (shape instanceof Shape.Ramp ramp) {
            return ", phased in over " + series.frequency().count(ramp.periods());
        }
        return shape.last(first()).map(last -> ", until " + last).orElse("");
    }

    /** The first treated periods, as a convention prints them. */
    String inWords() {
        return starts.stream().map(Period::toString).collect(Collectors.joining(", "));
    }
}
