package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each unit moved each estimate: one sparse column an estimate, in the unit of the outcome. An estimate less the truth is about
 * the sum of its column.
 *
 * <p>After the columns of the cells stand those of the cohorts: the weight of each unit in the column of its cohort. Weights by size of
 * cohort are estimated from them, so an aggregate is a combination of both kinds.
 */
final class Influence implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int units;
    private final int[][] owner;
    private final double[][] value;

    private Influence(int units, int[][] owner, double[][] value) {
        this.units = units;
        this.owner = owner;
        this.value = value;
    }

    static Influence of(List<CellEffect> effects, AdoptionPanel panel, double[] unitWeight) {
        int cohorts = panel.cohorts().size();
        int cells = effects.size();
        int[][] owner = new int[cells + cohorts][];
        double[][] value = new double[cells + cohorts][];
        for (int k = 0; k < cells; k++) {
            owner[k] = effects.get(k).owner();
            value[k] = effects.get(k).influence();
        }
        for (int c = 0; c < cohorts; c++) {
            int cohort = c;
            owner[cells + c] = IntStream.range(0, unitWeight.length)
                    .filter(unit -> panel.cohortOf(unit) == cohort)
                    .toArray();
            value[cells + c] = Arrays.stream(owner[cells + c])
                    .mapToDouble(unit -> unitWeight[unit])
                    .toArray();
        }
        return new Influence(unitWeight.length, owner, value);
    }

    /** Of columns with a value for every unit. */
    static Influence dense(double[][] columns) {
        int units = columns[0].length;
        int[][] owner = new int[columns.length][];
        Arrays.fill(owner, IntStream.range(0, units).toArray());
        return new Influence(units, owner, columns);
    }

    /** The same, summed over clusters. */
    Influence byCluster(AdoptionPanel panel) {
        if (panel.clusterName().isEmpty()) {
            return this;
        }
        int clusters = panel.clusters();
        int[] all = IntStream.range(0, clusters).toArray();
        double[][] sums = new double[value.length][clusters];
        for (int k = 0; k < value.length; k++) {
            for (int i = 0; i < owner[k].length; i++) {
                sums[k][panel.clusterOf(owner[k][i])] += value[k][i];
            }
        }
        int[][] owners = new int[value.length][];
        Arrays.fill(owners, all);
        return new Influence(clusters, owners, sums);
    }

    int units() {
        return units;
    }

    int columns() {
        return value.length;
    }

    /** One column, a value for every unit. */
    double[] dense(int column) {
        double[] dense = new double[units];
        for (int i = 0; i < owner[column].length; i++) {
            dense[owner[column][i]] = value[column][i];
        }
        return dense;
    }

    /** A combination of columns, a value for every unit. */
    double[] combined(double[] coefficients) {
        double[] sum = new double[units];
        for (int k = 0; k < coefficients.length; k++) {
            if (coefficients[k] != 0) {
                for (int i = 0; i < owner[k].length; i++) {
                    sum[owner[k][i]] += coefficients[k] * value[k][i];
                }
            }
        }
        return sum;
    }

    /** Sums of products of the columns; each entry is summed in order of units by one thread. */
    double[][] crossProducts() {
        int p = columns();
        double[][] products = new double[p][p];
        IntStream.range(0, p).parallel().forEach(k -> {
            double[] dense = dense(k);
            for (int l = 0; l <= k; l++) {
                products[k][l] = dot(dense, owner[l], value[l]);
            }
        });
        for (int k = 0; k < p; k++) {
            for (int l = 0; l < k; l++) {
                products[l][k] = products[k][l];
            }
        }
        return products;
    }

    /** In four running sums, which the processor adds side by side. */
    private static double dot(double[] dense, int[] owner, double[] value) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < owner.length; i += 4) {
            a += dense[owner[i]] * value[i];
            b += dense[owner[i + 1]] * value[i + 1];
            c += dense[owner[i + 2]] * value[i + 2];
            d += dense[owner[i + 3]] * value[i + 3];
        }
        for (; i < owner.length; i++) {
            a += dense[owner[i]] * value[i];
        }
        return (a + b) + (c + d);
    }
}
