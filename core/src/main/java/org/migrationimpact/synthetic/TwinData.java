package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;

/**
 * The figures of one question: a row a unit, the treated in front, a column a period, none missing, on the scale of the design.
 *
 * @param from the first period that is matched
 * @param split the first treated period
 */
@SuppressWarnings("ArrayRecordComponent") // inside the package, compared by nobody
record TwinData(List<String> units, Period first, double[][] values, int from, int split, Baseline baseline)
        implements Serializable {

    int periods() {
        return values[0].length;
    }

    Period period(int t) {
        return first.plus(t);
    }

    Period start() {
        return period(split);
    }

    Period end() {
        return period(periods() - 1);
    }

    int[] donors() {
        return IntStream.range(1, units.size()).toArray();
    }

    /** The same question asked of an earlier date, of the periods before the true one alone. */
    TwinData backdated(int fake) {
        double[][] before =
                Arrays.stream(values).map(row -> Arrays.copyOf(row, split)).toArray(double[][]::new);
        return new TwinData(units, first, before, from, fake, baseline);
    }

    /** The same question with a match that begins later. */
    TwinData matchedFrom(int later) {
        return new TwinData(units, first, values, later, split, baseline);
    }

    /** The figures of all units, less what is set aside of each one's level over the matched periods. */
    double[][] adjusted() {
        int[] groups = baseline.groups(first, periods());
        return Arrays.stream(values)
                .map(row -> Baseline.without(row, groups, from, split))
                .toArray(double[][]::new);
    }

    /** The matched periods of such figures. */
    double[][] matched(double[][] adjusted) {
        return Arrays.stream(adjusted)
                .map(row -> Arrays.copyOfRange(row, from, split))
                .toArray(double[][]::new);
    }
}
