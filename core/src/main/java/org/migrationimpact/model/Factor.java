package org.migrationimpact.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which group each row belongs to: the corridor, the origin in a year, the cluster. n rows, levels 0, 1, … in the order in which they first
 * appear, so that the same rows always have the same codes.
 */
public final class Factor implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final int[] codes;
    private final List<String> labels;

    private Factor(String name, int[] codes, List<String> labels) {
        this.name = name;
        this.codes = codes;
        this.labels = List.copyOf(labels);
    }

    /** One label a row. */
    public static Factor of(String name, List<String> rows) {
        Map<String, Integer> levels = new HashMap<>();
        List<String> labels = new ArrayList<>();
        int[] codes = new int[rows.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = level(levels, labels, rows.get(i));
        }
        return new Factor(name, codes, labels);
    }

    /** One whole number a row: a year, an id; the number itself is the label. */
    public static Factor of(String name, long... rows) {
        Map<Long, Integer> levels = new HashMap<>();
        List<String> labels = new ArrayList<>();
        int[] codes = new int[rows.length];
        for (int i = 0; i < codes.length; i++) {
            Integer known = levels.putIfAbsent(rows[i], labels.size());
            codes[i] = known == null ? labels.size() : known;
            if (known == null) {
                labels.add(Long.toString(rows[i]));
            }
        }
        return new Factor(name, codes, labels);
    }

    private static int level(Map<String, Integer> levels, List<String> labels, String label) {
        Integer known = levels.putIfAbsent(label, labels.size());
        if (known != null) {
            return known;
        }
        labels.add(label);
        return labels.size() - 1;
    }

    /** The groups of this and the other together, {@code origin^year}: one level for each pair that occurs. */
    public Factor and(Factor other) {
        requireRows(other);
        Map<Long, Integer> levels = new HashMap<>();
        List<String> pairs = new ArrayList<>();
        int[] joint = new int[codes.length];
        for (int i = 0; i < joint.length; i++) {
            long key = (long) codes[i] * other.levels() + other.codes[i];
            Integer known = levels.putIfAbsent(key, pairs.size());
            joint[i] = known == null ? pairs.size() : known;
            if (known == null) {
                pairs.add(label(i) + "^" + other.label(i));
            }
        }
        return new Factor(name + "^" + other.name, joint, pairs);
    }

    private void requireRows(Factor other) {
        if (other.rows() != rows()) {
            throw new IllegalArgumentException(
                    name + " has " + rows() + " rows, " + other.name + " has " + other.rows());
        }
    }

    /** These rows alone, in this order; levels that no longer occur are gone. */
    public Factor rows(int... chosen) {
        int[] fresh = new int[levels()];
        Arrays.fill(fresh, -1);
        List<String> left = new ArrayList<>();
        int[] kept = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            int old = codes[chosen[i]];
            if (fresh[old] < 0) {
                fresh[old] = left.size();
                left.add(labels.get(old));
            }
            kept[i] = fresh[old];
        }
        return new Factor(name, kept, left);
    }

    /** Whether every group of this lies within one group of the other, as a corridor does within its origin. */
    public boolean isNestedIn(Factor other) {
        requireRows(other);
        int[] within = new int[levels()];
        Arrays.fill(within, -1);
        for (int i = 0; i < codes.length; i++) {
            if (within[codes[i]] < 0) {
                within[codes[i]] = other.codes[i];
            } else if (within[codes[i]] != other.codes[i]) {
                return false;
            }
        }
        return true;
    }

    /** The name, such as {@code origin} or {@code origin^year}. */
    public String name() {
        return name;
    }

    /** The same groups under another name. */
    public Factor named(String other) {
        return new Factor(other, codes, labels);
    }

    /** How many rows. */
    public int rows() {
        return codes.length;
    }

    /** How many groups. */
    public int levels() {
        return labels.size();
    }

    /** The group of row {@code i}, from 0. */
    public int code(int i) {
        return codes[i];
    }

    /** The groups of all rows. */
    public int[] codes() {
        return codes.clone();
    }

    /** The label of the group of row {@code i}. */
    public String label(int i) {
        return labels.get(codes[i]);
    }

    /** The labels of the groups, in the order of their codes. */
    public List<String> labels() {
        return labels;
    }

    @Override
    public String toString() {
        return name + " (" + levels() + " groups of " + rows() + " rows)";
    }
}
