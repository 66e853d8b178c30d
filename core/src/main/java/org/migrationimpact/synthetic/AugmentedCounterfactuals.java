package org.migrationimpact.synthetic;

import java.util.Arrays;

/** What the treated would have shown on average by augmented weights with this penalty. */
record AugmentedCounterfactuals(double penalty) implements Counterfactuals {

    @Override
    public double[][] of(AdoptionPanel data) {
        int start = data.cohorts()[0];
        double[][] donors = SdidCounterfactuals.never(data);
        return predicted(data, twin(data, donors, start).weights(penalty), donors);
    }

    static AugmentedTwin twin(AdoptionPanel data, double[][] donors, int start) {
        double[][] before =
                Arrays.stream(donors).map(row -> Arrays.copyOf(row, start)).toArray(double[][]::new);
        return AugmentedTwin.of(before, Arrays.copyOf(mean(data), start));
    }

    static double[] mean(AdoptionPanel data) {
        int[] treated = data.treated();
        double[] mean = new double[data.periods()];
        for (int i : treated) {
            for (int t = 0; t < mean.length; t++) {
                mean[t] += data.values()[i][t] / treated.length;
            }
        }
        return mean;
    }

    /** The same twin for every treated unit: only the mean of all has a meaning. */
    static double[][] predicted(AdoptionPanel data, double[] weights, double[][] donors) {
        double[] twin = new double[data.periods()];
        for (int j = 0; j < donors.length; j++) {
            for (int t = 0; t < twin.length; t++) {
                twin[t] += weights[j] * donors[j][t];
            }
        }
        double[][] predicted = new double[data.starts().length][];
        for (int i : data.treated()) {
            predicted[i] = twin;
        }
        return predicted;
    }
}
