package org.migrationimpact.quality;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.migrationimpact.data.Series;

/** The values of a series that are there, in order of time; {@code at[i]} is the place of the i-th of them in the series. */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record Observed(int[] at, double[] values) {

    private static final Pattern NO_COUNT =
            Pattern.compile("thousand|million|billion|%|per ?cent|percentage|share|rate|index|\\bper\\b|us\\$|usd|eur");

    static Observed in(Series series) {
        int[] at = IntStream.range(0, series.size())
                .filter(i -> !Double.isNaN(series.value(i)))
                .toArray();
        return new Observed(at, IntStream.of(at).mapToDouble(series::value).toArray());
    }

    int size() {
        return values.length;
    }

    int count(DoublePredicate wanted) {
        return (int) Arrays.stream(values).filter(wanted).count();
    }

    /** Whether the values are counts: whole, not negative, in a unit that counts one by one. */
    static boolean areCounts(String unit, double... values) {
        return !NO_COUNT.matcher(unit.toLowerCase(Locale.ROOT)).find()
                && Arrays.stream(values).allMatch(value -> value >= 0 && value == Math.rint(value));
    }

    /** The middle value, or the mean of the two in the middle; at least one value. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
