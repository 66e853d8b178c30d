package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.migrationimpact.model.Factor;

/** A panel with holes and weights, and its regression with a dummy for every level: slow and obvious. */
final class RandomPanel {

    final int[][] codes;
    final double[][] x;
    final double[] y;
    final double[] weights;

    private RandomPanel(int[][] codes, double[][] x, double[] y, double[] weights) {
        this.codes = codes;
        this.x = x;
        this.y = y;
        this.weights = weights;
    }

    /** So many rows with effects of so many levels; columns and outcome depend on the effects. */
    static RandomPanel of(Random random, int n, int columns, int... levels) {
        int[][] codes = new int[levels.length][n];
        double[][] effect = new double[levels.length][];
        for (int f = 0; f < levels.length; f++) {
            effect[f] = random.doubles(levels[f], -2, 2).toArray();
            int size = levels[f];
            Arrays.setAll(codes[f], i -> (int) (size * Math.pow(random.nextDouble(), 1.5)));
        }
        double[][] x = new double[columns][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int f = 0; f < levels.length; f++) {
                sum += effect[f][codes[f][i]];
            }
            for (int j = 0; j < columns; j++) {
                x[j][i] = random.nextGaussian() + (j + 1) * sum / 3;
                y[i] += x[j][i] * (j % 2 == 0 ? 0.5 : -0.3);
            }
            y[i] += sum + random.nextGaussian();
        }
        return new RandomPanel(codes, x, y, random.doubles(n, 0.1, 3).toArray());
    }

    /** The same with the outcome of counts, a third of them 0. */
    RandomPanel counted(Random random) {
        double[] counts = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            counts[i] = random.nextInt(3) == 0 ? 0 : Math.rint(Math.exp(y[i] / 3 + 1));
        }
        return new RandomPanel(codes, x, counts, weights);
    }

    PanelRows rows() {
        PanelRows rows = PanelRows.of("y", y).weighted(weights);
        for (int f = 0; f < codes.length; f++) {
            rows = rows.with(Factor.of("f" + f, codes[f]));
        }
        for (int j = 0; j < x.length; j++) {
            rows = rows.with("x" + j, x[j]);
        }
        return rows;
    }

    /** The same rows in another order. */
    RandomPanel shuffled(Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, y.length).boxed().toList());
        Collections.shuffle(order, random);
        int[] places = order.stream().mapToInt(i -> i).toArray();
        return new RandomPanel(
                Arrays.stream(codes)
                        .map(code -> Arrays.stream(places).map(i -> code[i]).toArray())
                        .toArray(int[][]::new),
                Arrays.stream(x).map(column -> pick(column, places)).toArray(double[][]::new),
                pick(y, places),
                pick(weights, places));
    }

    private static double[] pick(double[] column, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> column[i]).toArray();
    }

    String[] columns() {
        return IntStream.range(0, x.length).mapToObj(j -> "x" + j).toArray(String[]::new);
    }

    String[] effects() {
        return IntStream.range(0, codes.length).mapToObj(f -> "f" + f).toArray(String[]::new);
    }

    /** The slopes of weighted least squares with all dummies, by singular values. */
    double[] slopesWithDummies() {
        int dummies = Arrays.stream(codes)
                .mapToInt(code -> Arrays.stream(code).max().orElse(0) + 1)
                .sum();
        double[][] design = new double[y.length][x.length + dummies];
        double[] response = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double root = Math.sqrt(weights[i]);
            response[i] = root * y[i];
            for (int j = 0; j < x.length; j++) {
                design[i][j] = root * x[j][i];
            }
            int begin = x.length;
            for (int[] code : codes) {
                design[i][begin + code[i]] = root;
                begin += Arrays.stream(code).max().orElse(0) + 1;
            }
        }
        double[] solution = new SingularValueDecomposition(new Array2DRowRealMatrix(design))
                .getSolver()
                .solve(new org.apache.commons.math3.linear.ArrayRealVector(response))
                .toArray();
        return Arrays.copyOf(solution, x.length);
    }
}
