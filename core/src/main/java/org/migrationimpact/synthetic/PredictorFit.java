package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.stream.IntStream;

/** One target and its donors, matched on predictors: the weights for given importance, and how near their twin is to the outcomes before. */
final class PredictorFit {

    private static final int SEARCH_ROUNDS = 3;

    private final double[][] predictors;
    private final double[][] outcomes;
    private final int target;
    private final int[] donors;
    private final double[][][] products;
    private double[] near;

    /** Predictors in standard deviations, outcomes of the matched periods, both with a row a unit. */
    PredictorFit(double[][] predictors, double[][] outcomes, int target, int[] donors) {
        this.predictors = predictors;
        this.outcomes = outcomes;
        this.target = target;
        this.donors = Gram.of(predictors).ordered(donors);
        this.near = new double[donors.length];
        Arrays.fill(near, 1.0 / donors.length);
        this.products = IntStream.range(0, predictors[0].length)
                .mapToObj(this::products)
                .toArray(double[][][]::new);
    }

    private double[][] products(int k) {
        double[][] product = new double[donors.length][donors.length];
        for (int i = 0; i < donors.length; i++) {
            for (int j = 0; j < donors.length; j++) {
                product[i][j] = (predictors[donors[i]][k] - predictors[target][k])
                        * (predictors[donors[j]][k] - predictors[target][k]);
            }
        }
        return product;
    }

    /** The mean squared gap over the outcomes before, of the twin with this importance. */
    double loss(double[] importance) {
        near = weights(importance, near);
        double sum = 0;
        for (int t = 0; t < outcomes[target].length; t++) {
            double gap = outcomes[target][t];
            for (int j = 0; j < donors.length; j++) {
                gap -= near[j] * outcomes[donors[j]][t];
            }
            sum += gap * gap;
        }
        return sum / outcomes[target].length;
    }

    private double[] weights(double[] importance, double[] start) {
        int n = donors.length;
        double[][] matrix = new double[n][n];
        for (int k = 0; k < importance.length; k++) {
            for (int i = 0; i < n; i++) {
                double[] row = products[k][i];
                for (int j = 0; j < n; j++) {
                    matrix[i][j] += importance[k] * row[j];
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += matrix[i][i];
        }
        double scale = trace > 0 ? trace / n : 1;
        double ridge = UniqueWeights.SMALLEST_NORM * scale;
        Distances distances = new Distances((i, j) -> matrix[i][j], n, ridge);
        return new UniqueWeights(distances, scale, ridge, start, SEARCH_ROUNDS).weights();
    }

    /** The weights with this importance, in the order of the donors asked for. */
    SimplexFit fit(double[] importance, int[] asked) {
        double[][] scaled = Arrays.stream(predictors)
                .map(row -> IntStream.range(0, row.length)
                        .mapToDouble(k -> Math.sqrt(importance[k]) * row[k])
                        .toArray())
                .toArray(double[][]::new);
        return new SimplexProblem(Gram.of(scaled), target, asked, 0).fit();
    }
}
