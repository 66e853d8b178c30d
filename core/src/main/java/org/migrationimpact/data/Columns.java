package org.migrationimpact.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The coded columns of a cube; its arrays never leave this package and are never changed. */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record Columns(
        String quantity,
        String unit,
        List<String> dimensions,
        List<List<String>> dictionaries,
        int[][] codes,
        List<Period> periods,
        int[] period,
        double[] value,
        int[] flags,
        int[] line) {

    int size() {
        return value.length;
    }

    int[] codes(int dimension) {
        return codes[dimension];
    }

    List<String> dictionary(int dimension) {
        return dictionaries.get(dimension);
    }

    List<String> key(int row) {
        return IntStream.range(0, codes.length)
                .mapToObj(d -> dictionaries.get(d).get(codes[d][row]))
                .toList();
    }

    Observation observation(int row) {
        return new Observation(key(row), periods.get(period[row]), value[row], Flag.unmask(flags[row]), line[row]);
    }

    Columns select(int... rows) {
        return new Columns(
                quantity,
                unit,
                dimensions,
                dictionaries,
                Arrays.stream(codes).map(column -> pick(column, rows)).toArray(int[][]::new),
                periods,
                pick(period, rows),
                IntStream.of(rows).mapToDouble(i -> value[i]).toArray(),
                pick(flags, rows),
                pick(line, rows));
    }

    private static int[] pick(int[] column, int... rows) {
        return IntStream.of(rows).map(i -> column[i]).toArray();
    }

    /** All rows as one series, on the calendar from its first period to its last. */
    Series series(String name) {
        if (size() == 0) {
            throw new DataException("E-OBS-008", quantity + " has no observations left; widen the selection");
        }
        List<Period> mine = IntStream.of(period).mapToObj(periods::get).toList();
        requireOneFrequency(mine);
        Period first = mine.stream().min(Period::compareTo).orElseThrow();
        Period last = mine.stream().max(Period::compareTo).orElseThrow();
        int length = Math.toIntExact(first.until(last) + 1);
        if (length > 1_000_000) {
            throw new DataException(
                    "E-OBS-009",
                    quantity + " would span " + length + " periods from " + first + " to " + last
                            + "; at most 1000000");
        }
        double[] figures = new double[length];
        int[] marks = new int[length];
        int[] from = new int[length];
        Arrays.fill(figures, Double.NaN);
        Arrays.fill(marks, 1 << Flag.ABSENT.ordinal());
        Arrays.fill(from, -1);
        for (int row = 0; row < size(); row++) {
            int at = (int) first.until(mine.get(row));
            if (from[at] >= 0) {
                throw twice(from[at], row);
            }
            from[at] = row;
            figures[at] = value[row];
            marks[at] = flags[row];
        }
        return new Series(name.isEmpty() ? quantity : name, unit, first, figures, marks);
    }

    private void requireOneFrequency(List<Period> mine) {
        List<String> frequencies =
                mine.stream().map(p -> p.frequency().noun()).distinct().toList();
        if (frequencies.size() > 1) {
            throw new DataException(
                    "E-OBS-007",
                    quantity + " mixes frequencies (" + String.join(", ", frequencies)
                            + "); keep the periods of one of them");
        }
    }

    private DataException twice(int earlier, int later) {
        String lines = line[later] == 0 ? "" : " (lines " + line[earlier] + " and " + line[later] + ")";
        return new DataException(
                "E-OBS-006",
                quantity + " has two values for " + String.join(", ", key(later)) + (codes.length == 0 ? "" : " in ")
                        + periods.get(period[later]) + lines
                        + ": " + value[earlier] + " and " + value[later]
                        + "; choose one by a further dimension, or mend the file");
    }

    List<List<Observation>> duplicates() {
        Map<Object, Integer> seen = new HashMap<>();
        List<List<Observation>> pairs = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            Integer earlier = seen.putIfAbsent(cell(row), row);
            if (earlier != null) {
                pairs.add(List.of(observation(earlier), observation(row)));
            }
        }
        return pairs;
    }

    /** The codes and the period of a row as one number, or as a list where there are too many codes for that. */
    private Object cell(int row) {
        long combinations = Math.max(1, periods.size());
        long number = period[row];
        for (int d = 0; d < codes.length; d++) {
            int different = Math.max(1, dictionaries.get(d).size());
            if (combinations > Long.MAX_VALUE / different) {
                return List.of(key(row), periods.get(period[row]));
            }
            combinations *= different;
            number = number * different + codes[d][row];
        }
        return number;
    }
}
