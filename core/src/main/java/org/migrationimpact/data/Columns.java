package org.migrationimpact.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** All rows, at least one, as one series, on the calendar from its first period to its last. */
    Series series(String name) {
        List<Period> span = span();
        Period first = span.get(0);
        int length = (int) (first.until(span.get(1)) + 1);
        double[] figures = new double[length];
        int[] marks = new int[length];
        int[] from = new int[length];
        Arrays.fill(figures, Double.NaN);
        Arrays.fill(marks, 1 << Flag.ABSENT.ordinal());
        Arrays.fill(from, -1);
        for (int row = 0; row < size(); row++) {
            int at = (int) first.until(periods.get(period[row]));
            if (from[at] >= 0) {
                throw twice(from[at], row);
            }
            from[at] = row;
            figures[at] = value[row];
            marks[at] = flags[row];
        }
        return new Series(name.isEmpty() ? quantity : name, unit, first, figures, marks);
    }

    /** The first and the last period of the rows, at least one row. */
    List<Period> span() {
        List<Period> mine =
                IntStream.of(period).distinct().mapToObj(periods::get).toList();
        requireOneFrequency(mine);
        Period first = mine.stream().min(Period::compareTo).orElseThrow();
        Period last = mine.stream().max(Period::compareTo).orElseThrow();
        if (first.until(last) >= 1_000_000) {
            throw new DataException(
                    "E-OBS-009",
                    quantity + " would span " + (first.until(last) + 1) + " periods from " + first + " to " + last
                            + "; at most 1000000");
        }
        return List.of(first, last);
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
        return new DataException(
                "E-OBS-006",
                quantity + " has two values for " + cell(later) + lines(earlier, later) + ": " + value[earlier]
                        + " and " + value[later] + "; choose one by a further dimension, or mend the file");
    }

    /** The rows of each code of a dimension, codes in the order of the dictionary. */
    Map<String, int[]> rowsByCode(int dimension) {
        int[] counts = new int[dictionaries.get(dimension).size()];
        for (int code : codes[dimension]) {
            counts[code]++;
        }
        int[][] rows = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int row = size() - 1; row >= 0; row--) {
            int code = codes[dimension][row];
            rows[code][--counts[code]] = row;
        }
        Map<String, int[]> named = new LinkedHashMap<>();
        for (int code = 0; code < rows.length; code++) {
            if (rows[code].length > 0) {
                named.put(dictionaries.get(dimension).get(code), rows[code]);
            }
        }
        return named;
    }

    /** The same number for rows that agree in these columns: 0 for the first row, then 1 for the next that differs, and so on. */
    static int[] groups(int rows, List<int[]> columns) {
        int[] groups = new int[rows];
        for (int[] column : columns) {
            long width = 1L + Arrays.stream(column).max().orElse(0);
            long pairs = width * (1L + Arrays.stream(groups).max().orElse(0));
            if (pairs <= 1024 + 8L * rows) {
                numberInTable(groups, column, (int) width, (int) pairs);
            } else {
                numberInMap(groups, column);
            }
        }
        return groups;
    }

    private static void numberInTable(int[] groups, int[] column, int width, int pairs) {
        int[] numbers = new int[pairs]; // one more than the number of the pair, 0 where it did not occur yet
        int next = 0;
        for (int row = 0; row < groups.length; row++) {
            int pair = groups[row] * width + column[row];
            if (numbers[pair] == 0) {
                numbers[pair] = ++next;
            }
            groups[row] = numbers[pair] - 1;
        }
    }

    private static void numberInMap(int[] groups, int[] column) {
        Map<Long, Integer> numbers = new HashMap<>();
        for (int row = 0; row < groups.length; row++) {
            Integer next = numbers.size();
            Integer known = numbers.putIfAbsent((long) groups[row] << 32 | column[row], next);
            groups[row] = known == null ? next : known;
        }
    }

    /** The number of the cell of each row: the same where all codes and the period are the same. */
    int[] cells() {
        List<int[]> all = new ArrayList<>(List.of(codes));
        all.add(period);
        return groups(size(), all);
    }

    List<List<Observation>> duplicates() {
        int[] cells = cells();
        int[] first = new int[size()];
        Arrays.fill(first, -1);
        List<List<Observation>> pairs = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            if (first[cells[row]] >= 0) {
                pairs.add(List.of(observation(first[cells[row]]), observation(row)));
            } else {
                first[cells[row]] = row;
            }
        }
        return pairs;
    }

    /** How a message names two rows of the file; empty where there is no file. */
    String lines(int earlier, int later) {
        return line[later] == 0 ? "" : " (lines " + line[earlier] + " and " + line[later] + ")";
    }

    /** How a message names the cell of a row. */
    String cell(int row) {
        return String.join(", ", key(row)) + (codes.length == 0 ? "" : " in ") + periods.get(period[row]);
    }
}
