package org.migrationimpact.synthetic;

import java.util.Arrays;

/**
 * The means of the effects on treated units that a result tells, side by side in one array, so that a replicate of the estimate is another
 * array of the same layout: all treated cells together; each period (of those treated then, and before the first date of all that will be);
 * each cohort; each time since treatment; each cohort in each period.
 */
final class EffectMeans {

    private final int periods;
    private final int[] cohorts;
    private final int firstStart;

    EffectMeans(AdoptionPanel data) {
        periods = data.periods();
        cohorts = data.cohorts();
        firstStart = cohorts[0];
    }

    int period(int column) {
        return 1 + column;
    }

    int cohort(int number) {
        return 1 + periods + number;
    }

    int event(int since) {
        return 1 + periods + cohorts.length + since;
    }

    int groupTime(int number, int column) {
        return 1 + 2 * periods - firstStart + cohorts.length + number * periods + column;
    }

    private int size() {
        return groupTime(cohorts.length, 0);
    }

    /** The means of observed less predicted; NaN where there is nothing to average. */
    double[] of(AdoptionPanel data, double[][] predicted) {
        double[] sums = new double[size()];
        int[] counts = new int[size()];
        for (int i : data.treated()) {
            int number = Arrays.binarySearch(cohorts, data.starts()[i]);
            for (int t = 0; t < periods; t++) {
                double effect = data.values()[i][t] - predicted[i][t];
                if (!Double.isNaN(effect)) {
                    for (int place : places(number, data.starts()[i], t)) {
                        sums[place] += effect;
                        counts[place]++;
                    }
                }
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] = counts[k] == 0 ? Double.NaN : sums[k] / counts[k];
        }
        return sums;
    }

    private int[] places(int number, int start, int t) {
        if (t >= start) {
            return new int[] {0, period(t), cohort(number), event(t - start), groupTime(number, t)};
        }
        return t < firstStart ? new int[] {period(t), groupTime(number, t)} : new int[] {groupTime(number, t)};
    }
}
