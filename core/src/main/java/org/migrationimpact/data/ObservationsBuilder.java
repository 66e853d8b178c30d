package org.migrationimpact.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Takes observations one by one, as a reader finds them, into dictionary-coded columns: 4 bytes a dimension and period, 8 the value, 4
 * the flags, 4 the line.
 */
public final class ObservationsBuilder {

    /** Rows that one thread takes at a time. */
    private static final int STRETCH = 1 << 16;

    private final String quantity;
    private String unit;
    private final List<String> dimensions;
    private final List<Map<String, Integer>> dictionaries = new ArrayList<>();
    private final Map<Period, Integer> periods = new LinkedHashMap<>();
    private int[][] codes;
    private int[] period = new int[16];
    private double[] value = new double[16];
    private int[] flags = new int[16];
    private int[] line = new int[16];
    private int size;
    private final List<Warning> notes = new ArrayList<>();
    private final Set<String> alternatives = new LinkedHashSet<>();

    ObservationsBuilder(String quantity, String unit, List<String> dimensions) {
        this.quantity = Objects.requireNonNull(quantity);
        this.unit = Objects.requireNonNull(unit);
        this.dimensions = List.copyOf(dimensions);
        if (dimensions.stream().distinct().count() != dimensions.size()) {
            throw new IllegalArgumentException("dimensions must differ, got " + dimensions);
        }
        this.codes = new int[dimensions.size()][16];
        dimensions.forEach(d -> dictionaries.add(new LinkedHashMap<>()));
    }

    /**
     * One observation; a missing value is {@code NaN} and must carry the flag that says why.
     *
     * @throws DataException E-OBS-013 for an infinite value
     */
    public ObservationsBuilder add(List<String> key, Period when, double figure, Set<Flag> marks, int fromLine) {
        if (key.size() != dimensions.size()) {
            throw new IllegalArgumentException("needs " + dimensions.size() + " codes, got " + key);
        }
        require(figure, marks, key, when, fromLine);
        grow(1);
        for (int d = 0; d < codes.length; d++) {
            codes[d][size] = code(dictionaries.get(d), key.get(d));
        }
        period[size] = code(periods, when);
        value[size] = figure;
        flags[size] = Flag.mask(marks);
        line[size] = fromLine;
        size++;
        return this;
    }

    private void require(double figure, Set<Flag> marks, List<String> key, Period when, int fromLine) {
        if (Double.isNaN(figure) && marks.isEmpty()) {
            throw new IllegalArgumentException("a missing value needs a flag that says why, at " + key + " " + when);
        }
        if (Double.isInfinite(figure)) {
            throw new DataException(
                    "E-OBS-013",
                    quantity + " is infinite" + (key.isEmpty() ? "" : " for " + String.join(", ", key)) + " in " + when
                            + (fromLine == 0 ? "" : " (line " + fromLine + ")") + "; values must be finite");
        }
    }

    /**
     * All these rows, in their order, as {@link #add} would take them one by one.
     *
     * @throws DataException E-OBS-013 for an infinite value
     */
    public ObservationsBuilder addAll(CodedRows rows) {
        grow(rows.size());
        int[] times =
                rows.periods().stream().mapToInt(when -> code(periods, when)).toArray();
        int[][] known = IntStream.range(0, codes.length)
                .mapToObj(d -> rows.dictionary(d).stream()
                        .mapToInt(text -> code(dictionaries.get(d), text))
                        .toArray())
                .toArray(int[][]::new);
        int stretches = (rows.size() + STRETCH - 1) / STRETCH;
        try {
            IntStream.range(0, stretches).parallel().forEach(i -> fill(rows, times, known, i));
        } catch (ImpactException anywhere) { // the first in the order of the rows is the one to tell
            IntStream.range(0, stretches).forEach(i -> fill(rows, times, known, i));
            throw anywhere;
        }
        size += rows.size();
        return this;
    }

    private void fill(CodedRows rows, int[] times, int[][] known, int stretch) {
        int from = stretch * STRETCH;
        int to = Math.min(rows.size(), from + STRETCH);
        for (int d = 0; d < codes.length; d++) {
            for (int row = from; row < to; row++) {
                codes[d][size + row] = known[d][rows.code(d, row)];
            }
        }
        for (int row = from; row < to; row++) {
            period[size + row] = times[rows.period(row)];
            line[size + row] = rows.line(row);
            double figure = rows.value(row);
            Set<Flag> marks = rows.flags(row);
            if (!Double.isFinite(figure)) {
                require(figure, marks, key(rows, row), rows.periods().get(rows.period(row)), rows.line(row));
            }
            value[size + row] = figure;
            flags[size + row] = Flag.mask(marks);
        }
    }

    private List<String> key(CodedRows rows, int row) {
        return IntStream.range(0, codes.length)
                .mapToObj(d -> rows.dictionary(d).get(rows.code(d, row)))
                .toList();
    }

    /** One observation with a value, without flags, from no file. */
    public ObservationsBuilder add(List<String> key, Period when, double figure) {
        return add(key, when, figure, Double.isNaN(figure) ? Set.of(Flag.NOT_AVAILABLE) : Set.of(), 0);
    }

    /** Something a reader of every result from this cube must know; it stays with the cube. */
    public ObservationsBuilder note(Warning note) {
        notes.add(note);
        return this;
    }

    /** In what the values are, where that is known only when they have been read. */
    public ObservationsBuilder unit(String name) {
        unit = Objects.requireNonNull(name);
        return this;
    }

    /**
     * The codes of this dimension are alternatives: they overlap, or count in different units, such as cases and persons. {@link
     * Observations#totalOver} refuses to add them until {@link Observations#where} has chosen among them.
     */
    public ObservationsBuilder alternatives(String dimension) {
        if (!dimensions.contains(dimension)) {
            throw new IllegalArgumentException("there is no dimension '" + dimension + "' among " + dimensions);
        }
        alternatives.add(dimension);
        return this;
    }

    /** How many observations are in so far. */
    public int size() {
        return size;
    }

    /** The cube, when every row that was read is in it. */
    public Observations build(Source source) {
        return build(source, SampleAudit.complete(size));
    }

    /** The cube; the audit says how many rows were read and why some are not in it. */
    public Observations build(Source source, SampleAudit audit) {
        if (audit.used() != size) {
            throw new IllegalArgumentException("the audit counts " + audit.used() + " rows used, the cube has " + size);
        }
        int[][] cut = Arrays.stream(codes).map(column -> cut(column, size)).toArray(int[][]::new);
        List<List<String>> lists =
                dictionaries.stream().map(m -> List.copyOf(m.keySet())).toList();
        return new Observations(
                new Columns(
                        quantity,
                        unit,
                        dimensions,
                        lists,
                        cut,
                        List.copyOf(periods.keySet()),
                        cut(period, size),
                        value.length == size ? value : Arrays.copyOf(value, size),
                        cut(flags, size),
                        cut(line, size)),
                source,
                audit,
                List.copyOf(notes),
                List.copyOf(alternatives));
    }

    /** The array itself where it is full, because then the next row moves to a larger one. */
    private static int[] cut(int[] column, int size) {
        return column.length == size ? column : Arrays.copyOf(column, size);
    }

    private static <T> int code(Map<T, Integer> dictionary, T item) {
        Integer known = dictionary.get(item);
        if (known != null) {
            return known;
        }
        dictionary.put(item, dictionary.size());
        return dictionary.size() - 1;
    }

    private void grow(int more) {
        if (size + more <= period.length) {
            return;
        }
        int capacity = Math.max(Math.addExact(size, more), more > 1 ? 0 : Math.addExact(size, size / 2));
        for (int d = 0; d < codes.length; d++) {
            codes[d] = Arrays.copyOf(codes[d], capacity);
        }
        period = Arrays.copyOf(period, capacity);
        value = Arrays.copyOf(value, capacity);
        flags = Arrays.copyOf(flags, capacity);
        line = Arrays.copyOf(line, capacity);
    }

    static String some(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(20, names.size())));
        return names.size() > 20 ? shown + " and " + (names.size() - 20) + " more" : shown;
    }
}
