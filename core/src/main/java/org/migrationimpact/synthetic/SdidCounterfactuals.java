package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.data.DataException;

/** What the treated would have shown by weighted units and periods, cohort by cohort, against the never treated. */
record SdidCounterfactuals(SdidWeighting weighting) implements Counterfactuals {

    private static final int LEAST_BEFORE = 2;
    private static final int LEAST_NEVER = 2;

    @Override
    public double[][] of(AdoptionPanel data) {
        return predicted(data, weights(data));
    }

    /** The weights of each cohort. */
    List<DoubleWeights> weights(AdoptionPanel data) {
        double[][] never = never(data);
        List<DoubleWeights> all = new ArrayList<>();
        for (int start : data.cohorts()) {
            int[] cohort = data.cohort(start);
            all.add(DoubleWeights.of(never, mean(data, cohort), start, cohort.length, weighting));
        }
        return all;
    }

    /** By weights that are known, one a cohort of these data. */
    static double[][] predicted(AdoptionPanel data, List<DoubleWeights> weights) {
        double[][] never = never(data);
        int[] cohorts = data.cohorts();
        double[][] predicted = new double[data.starts().length][];
        for (int i : data.treated()) {
            int number = Arrays.binarySearch(cohorts, data.starts()[i]);
            predicted[i] = weights.get(number).predict(never, data.values()[i]);
        }
        return predicted;
    }

    static double[][] never(AdoptionPanel data) {
        return Arrays.stream(data.never()).mapToObj(i -> data.values()[i]).toArray(double[][]::new);
    }

    private static double[] mean(AdoptionPanel data, int[] rows) {
        double[] mean = new double[data.periods()];
        for (int i : rows) {
            for (int t = 0; t < mean.length; t++) {
                mean[t] += data.values()[i][t] / rows.length;
            }
        }
        return mean;
    }

    static void require(AdoptionPanel data) {
        int never = data.never().length;
        if (never < LEAST_NEVER) {
            throw new DataException(
                    "E-SDID-001",
                    "of " + data.units().size() + " units " + never
                            + " are never treated; the weighting of units needs 2 or more");
        }
        for (int start : data.cohorts()) {
            if (start < LEAST_BEFORE) {
                throw new DataException(
                        "E-SDID-002",
                        data.units().get(data.cohort(start)[0]) + " is treated from " + data.period(start) + ", after "
                                + start + " period; the weighting of periods needs 2 or more before");
            }
        }
    }
}
