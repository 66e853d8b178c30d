package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.regression.Coefficient;

/**
 * Effects brought together: into one number, or into one for each time since treatment, cohort or period.
 *
 * @param name its key in the result of a study: {@code simple}, {@code dynamic}, {@code group}, {@code calendar}
 * @param by what the rows differ in
 * @param rows in order
 */
public record Aggregate(String name, By by, List<Row> rows) implements Serializable {

    /** What the rows of an aggregate differ in. */
    public enum By {
        /** In nothing: there is one row. */
        NOTHING,
        /** In the number of periods since treatment began; 0 is the first treated period. */
        EVENT,
        /** In the period in which treatment began. */
        COHORT,
        /** In the period of the calendar. */
        PERIOD
    }

    /**
     * One number.
     *
     * @param label the event time, cohort or period; the aggregate's own name where there is one row
     * @param coefficient estimate and error
     * @param uniform the interval that holds all rows together with the confidence it names; empty where the design has none
     */
    public record Row(String label, Coefficient coefficient, Optional<Interval> uniform) implements Serializable {

        /** A row without a uniform band. */
        public Row(String label, Coefficient coefficient) {
            this(label, coefficient, Optional.empty());
        }

        /** An {@code Optional} does not travel, so a list of at most one interval does. */
        private Object writeReplace() {
            return new Travelling(label, coefficient, uniform.stream().toList());
        }

        private record Travelling(String label, Coefficient coefficient, List<Interval> uniform)
                implements Serializable {
            private Object readResolve() {
                return new Row(label, coefficient, uniform.stream().findFirst());
            }
        }
    }

    public Aggregate {
        rows = List.copyOf(rows);
        if (by == By.NOTHING && rows.size() != 1) {
            throw new IllegalArgumentException(name + " is one number, got " + rows.size());
        }
    }

    /** One number under the name of its term. */
    public static Aggregate of(Coefficient coefficient) {
        return new Aggregate(coefficient.term(), By.NOTHING, List.of(new Row(coefficient.term(), coefficient)));
    }

    /**
     * The row with exactly this label.
     *
     * @throws IllegalArgumentException where there is none; the message lists those there are
     */
    public Row row(String label) {
        return rows.stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no row '" + label + "'; it has "
                        + rows.stream().map(Row::label).toList()));
    }
}
