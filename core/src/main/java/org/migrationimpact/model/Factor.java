package org.migrationimpact.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.migrationimpact.data.InputException;

/**
 * A column of names, such as the origin or the year of each row, kept as whole numbers: {@code codes[row]} from 0 to {@code levels − 1},
 * each of which has a label. Codes follow the order of the labels (numbers by size, words by their characters), never the order of the
 * rows, so that a calculation over levels does not depend on how a table happens to be sorted.
 */
public final class Factor implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final int[] codes;
    private final FactorLabels labels;

    private Factor(String name, int[] codes, FactorLabels labels) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a factor needs a name, got '" + name + "'");
        }
        this.name = name;
        this.codes = codes;
        this.labels = labels;
    }

    /**
     * A factor of words, one a row.
     *
     * @throws InputException E-FACTOR-001 where a row has no label
     */
    public static Factor of(String name, List<String> values) {
        Map<String, Integer> places = new HashMap<>();
        int row = 0;
        for (String value : values) {
            requireLabel(name, value, row++);
            places.putIfAbsent(value, 0);
        }
        String[] words = places.keySet().stream().sorted().toArray(String[]::new);
        for (int i = 0; i < words.length; i++) {
            places.put(words[i], i);
        }
        int[] codes = values.stream().mapToInt(places::get).toArray();
        return new Factor(name, codes, new FactorLabels.Words(words));
    }

    private static void requireLabel(String name, String value, int row) {
        if (value.isBlank()) {
            throw new InputException(
                    "E-FACTOR-001",
                    name + " is empty in row " + row + " (the first row is 0); name every row, or leave the row out");
        }
    }

    /** A factor of whole numbers, one a row: years, keys of units, places on the calendar. */
    public static Factor of(String name, int... values) {
        return of(name, Arrays.stream(values).asLongStream().toArray());
    }

    /** A factor of whole numbers, one a row. */
    public static Factor of(String name, long[] values) {
        Coding coding = Coding.of(values);
        return new Factor(name, coding.codes(), new FactorLabels.Numbers(coding.keys()));
    }

    /**
     * A factor whose codes are known already: row i has the label {@code labels.get(codes[i])}. Labels that no row has are dropped; their
     * order is kept.
     */
    public static Factor coded(String name, int[] codes, List<String> labels) {
        for (int code : codes) {
            if (code < 0 || code >= labels.size()) {
                throw new IllegalArgumentException(
                        name + " has the code " + code + "; codes lie between 0 and " + (labels.size() - 1));
            }
        }
        if (labels.stream().distinct().count() != labels.size()) {
            throw new IllegalArgumentException("the labels of " + name + " must differ");
        }
        Factor whole = new Factor(name, codes.clone(), new FactorLabels.Words(labels.toArray(String[]::new)));
        return whole.rows(identity(codes.length));
    }

    private static int[] identity(int n) {
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    /** The factor of all pairs of levels that occur in a row: {@code origin^year} from origin and year. */
    public Factor crossed(Factor other) {
        if (other.codes.length != codes.length) {
            throw new IllegalArgumentException(
                    name + " has " + codes.length + " rows, " + other.name + " " + other.codes.length);
        }
        long width = other.levels();
        long[] keys = new long[codes.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = codes[i] * width + other.codes[i];
        }
        Coding coding = Coding.of(keys);
        return new Factor(
                name + "^" + other.name,
                coding.codes(),
                new FactorLabels.Pairs(labels, other.labels, width, coding.keys()));
    }

    /** The same factor in these rows only, levels that no longer occur being dropped. */
    public Factor rows(int[] rows) {
        Coding coding = Coding.of(codes, levels(), rows);
        FactorLabels less = coding.keys().length == levels() ? labels : new FactorLabels.Some(labels, coding.keys());
        return new Factor(name, coding.codes(), less);
    }

    /** The same factor under another name. */
    public Factor named(String otherName) {
        return new Factor(otherName, codes, labels);
    }

    /** The name of the column. */
    public String name() {
        return name;
    }

    /** The number of rows. */
    public int rows() {
        return codes.length;
    }

    /** The number of levels, each of which occurs in a row. */
    public int levels() {
        return labels.size();
    }

    /** The code of a row, 0 to {@code levels() − 1}. */
    public int code(int row) {
        return codes[row];
    }

    /** The codes of all rows. */
    public int[] codes() {
        return codes.clone();
    }

    /** The label of a code. */
    public String label(int code) {
        return labels.of(code);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Factor that
                && name.equals(that.name)
                && Arrays.equals(codes, that.codes)
                && labels.sameAs(that.labels);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(codes);
    }

    @Override
    public String toString() {
        return name + ": " + codes.length + " rows, " + levels() + " levels";
    }
}
