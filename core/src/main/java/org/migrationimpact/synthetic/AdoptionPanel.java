package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.model.Scale;

/**
 * The outcomes of all units in the same periods, and when each was first treated.
 *
 * @param units the names, one a row
 * @param measured the unit of measurement
 * @param scale of the values
 * @param first the first period
 * @param values a row a unit, a column a period; {@code NaN} is missing
 * @param starts the column in which a unit is first treated; the number of periods where it never is
 * @param audit cells read and used
 */
@SuppressWarnings("ArrayRecordComponent") // inside the package, compared by nobody
record AdoptionPanel(
        List<String> units,
        String measured,
        Scale scale,
        Period first,
        double[][] values,
        int[] starts,
        SampleAudit audit) {

    int periods() {
        return values[0].length;
    }

    Period period(int column) {
        return first.plus(column);
    }

    boolean isTreated(int row) {
        return starts[row] < periods();
    }

    /** The rows that are never treated. */
    int[] never() {
        return IntStream.range(0, starts.length).filter(i -> !isTreated(i)).toArray();
    }

    /** The rows that are treated sooner or later. */
    int[] treated() {
        return IntStream.range(0, starts.length).filter(this::isTreated).toArray();
    }

    /** The rows that are first treated in this column. */
    int[] cohort(int start) {
        return IntStream.range(0, starts.length).filter(i -> starts[i] == start).toArray();
    }

    /** The columns in which any unit is first treated, ascending. */
    int[] cohorts() {
        return Arrays.stream(starts)
                .filter(s -> s < periods())
                .distinct()
                .sorted()
                .toArray();
    }

    boolean isComplete() {
        return Arrays.stream(values).allMatch(row -> Arrays.stream(row).noneMatch(Double::isNaN));
    }

    /** These rows, in this order, with these first treated columns; a row may come more than once. */
    AdoptionPanel rows(int[] rows, int[] newStarts) {
        return new AdoptionPanel(
                Arrays.stream(rows).mapToObj(units::get).toList(),
                measured,
                scale,
                first,
                Arrays.stream(rows).mapToObj(i -> values[i]).toArray(double[][]::new),
                newStarts,
                audit);
    }

    /** These rows as they are. */
    AdoptionPanel rows(int[] rows) {
        return rows(rows, Arrays.stream(rows).map(i -> starts[i]).toArray());
    }

    /** The same units with other figures. */
    AdoptionPanel with(double[][] others) {
        return new AdoptionPanel(units, measured, scale, first, others, starts, audit);
    }
}
