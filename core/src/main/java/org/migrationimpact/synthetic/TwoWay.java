package org.migrationimpact.synthetic;

/** Effects of units and of periods in a complete table. */
final class TwoWay {

    private TwoWay() {}

    /** The table, row after row, less the means of its rows and columns, plus that of all. */
    static double[] within(double[][] table) {
        int n = table.length;
        int periods = table[0].length;
        double[] rows = new double[n];
        double[] columns = new double[periods];
        double all = 0;
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < periods; t++) {
                rows[i] += table[i][t] / periods;
                columns[t] += table[i][t] / n;
            }
            all += rows[i] / n;
        }
        double[] within = new double[n * periods];
        for (int i = 0; i < n; i++) {
            for (int t = 0; t < periods; t++) {
                within[i * periods + t] = table[i][t] - rows[i] - columns[t] + all;
            }
        }
        return within;
    }
}
