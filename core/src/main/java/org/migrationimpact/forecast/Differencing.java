package org.migrationimpact.forecast;

/** (1 − B)^d (1 − B^s)^D, applied to columns. */
record Differencing(int times, int seasonalTimes, int season) {

    static Differencing of(ArimaOrder order, int season) {
        return new Differencing(order.d(), order.seasonalD(), season);
    }

    /** The differences of a column; it becomes shorter by as many values as they cost. */
    double[] of(double[] column) {
        double[] now = column;
        for (int i = 0; i < seasonalTimes; i++) {
            now = once(now, season);
        }
        for (int i = 0; i < times; i++) {
            now = once(now, 1);
        }
        return now.clone();
    }

    private static double[] once(double[] column, int lag) {
        double[] differences = new double[Math.max(0, column.length - lag)];
        for (int t = 0; t < differences.length; t++) {
            differences[t] = column[t + lag] - column[t];
        }
        return differences;
    }

    /** The differences of columns. */
    double[][] of(double[][] columns) {
        double[][] all = new double[columns.length][];
        for (int j = 0; j < columns.length; j++) {
            all[j] = of(columns[j]);
        }
        return all;
    }
}
