package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The inner products of the columns of all units, formed once and shared by every fit among them: each unit in turn may be the target, and
 * any others its donors.
 *
 * <p>Rows are taken about the mean of all units, which changes no fit by weights that sum to one and keeps the digits that matter. Units are
 * put in an order of their own values before anything is summed, so that results do not depend on the order in which they were given.
 */
final class Gram implements Serializable {

    private static final long serialVersionUID = 1L;

    private final double[][] columns;
    private final double[] means;
    private final double[] rowMeans;
    private final double[][] products;
    private final int[] rank;

    private Gram(double[][] columns, double[] means) {
        this.columns = columns;
        this.means = means;
        this.rank = ranks(columns);
        this.rowMeans = rowMeans();
        for (double[] column : columns) {
            centre(column);
        }
        this.products = products();
    }

    private Gram(Gram other, int unit, double[] column) {
        means = other.means;
        rank = other.rank;
        rowMeans = other.rowMeans;
        columns = other.columns.clone();
        columns[unit] = column.clone();
        centre(columns[unit]);
        products = other.products.clone();
        products[unit] = Arrays.stream(columns)
                .mapToDouble(each -> dot(each, columns[unit]))
                .toArray();
    }

    /** The same with other figures of one unit, which can then be a target but no donor. */
    Gram withTarget(int unit, double[] column) {
        return new Gram(this, unit, column);
    }

    /** Of one column a unit, all of the same length. */
    static Gram of(double[][] units) {
        return new Gram(copy(units), new double[units.length]);
    }

    /** With each column about its own mean, which is what an intercept comes to. */
    static Gram demeaned(double[][] units) {
        double[][] columns = copy(units);
        double[] means = new double[units.length];
        for (int j = 0; j < means.length; j++) {
            double mean = Arrays.stream(columns[j]).sum() / columns[j].length;
            means[j] = mean;
            columns[j] = Arrays.stream(columns[j]).map(value -> value - mean).toArray();
        }
        return new Gram(columns, means);
    }

    private static double[][] copy(double[][] units) {
        return Arrays.stream(units).map(double[]::clone).toArray(double[][]::new);
    }

    /** Where each unit stands in the order of values; equal columns stand at the same place. */
    private static int[] ranks(double[][] columns) {
        int[] order = IntStream.range(0, columns.length)
                .boxed()
                .sorted(Comparator.comparing(j -> columns[j], Arrays::compare))
                .mapToInt(j -> j)
                .toArray();
        int[] rank = new int[order.length];
        for (int place = 1; place < order.length; place++) {
            boolean same = Arrays.equals(columns[order[place]], columns[order[place - 1]]);
            rank[order[place]] = same ? rank[order[place - 1]] : place;
        }
        return rank;
    }

    private double[] rowMeans() {
        double[] sums = new double[rows()];
        for (int j : ordered(IntStream.range(0, columns.length).toArray())) {
            for (int t = 0; t < sums.length; t++) {
                sums[t] += columns[j][t];
            }
        }
        return Arrays.stream(sums).map(sum -> sum / columns.length).toArray();
    }

    private void centre(double[] column) {
        for (int t = 0; t < column.length; t++) {
            column[t] -= rowMeans[t];
        }
    }

    private double[][] products() {
        int n = columns.length;
        double[][] all = new double[n][n];
        IntStream.range(0, n).parallel().forEach(i -> {
            for (int j = 0; j <= i; j++) {
                all[i][j] = dot(columns[i], columns[j]);
            }
        });
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                all[j][i] = all[i][j];
            }
        }
        return all;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int t = 0; t < a.length; t++) {
            sum += a[t] * b[t];
        }
        return sum;
    }

    int units() {
        return columns.length;
    }

    int rows() {
        return columns[0].length;
    }

    /** The mean that was taken from this unit's column; 0 without an intercept. */
    double mean(int unit) {
        return means[unit];
    }

    /** These units in the order of their values. */
    int[] ordered(int[] units) {
        return Arrays.stream(units)
                .boxed()
                .sorted(Comparator.comparingInt(j -> rank[j]))
                .mapToInt(j -> j)
                .toArray();
    }

    boolean same(int one, int other) {
        return rank[one] == rank[other];
    }

    /** The inner product of the differences of two units from a third. */
    double about(int target, int i, int j) {
        double[] own = products[target];
        return (products[i][j] - own[i]) + (own[target] - own[j]);
    }

    /** What the weighted units miss of the target, row by row. */
    double[] misses(int target, int[] units, double[] weights) {
        double[] misses = new double[rows()];
        for (int k = 0; k < units.length; k++) {
            if (weights[k] != 0) {
                for (int t = 0; t < misses.length; t++) {
                    misses[t] += weights[k] * (columns[units[k]][t] - columns[target][t]);
                }
            }
        }
        return misses;
    }

    /** The inner product of the difference of a unit from the target with these misses. */
    double along(int target, int unit, double[] misses) {
        return dot(columns[unit], misses) - dot(columns[target], misses);
    }
}
