package org.migrationimpact.regression;

/** The Kalman filter of an autoregressive process, for several columns at once: the gain is the same for all of them. */
final class ErrorFilter {

    private final double[] phi;
    private final int p;
    private double[][] mean; // a column a row: e_t, e_{t−1}, …
    private double[][] covariance;

    ErrorFilter(double[] phi, double[] autocovariances, int columns) {
        this.phi = phi;
        p = Math.max(1, phi.length);
        mean = new double[columns][p];
        covariance = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                covariance[i][j] = autocovariances[Math.abs(i - j)];
            }
        }
    }

    /** The variance of the next observation about its prediction. */
    double variance() {
        return covariance[0][0];
    }

    /** The prediction of the next observation of one column. */
    double mean(int column) {
        return mean[column][0];
    }

    /** Takes in row t of the columns and returns how far each is from its prediction. */
    double[] update(double[][] columns, int t) {
        double[] gain = new double[p];
        for (int i = 0; i < p; i++) {
            gain[i] = covariance[i][0] / covariance[0][0];
        }
        double[] news = new double[columns.length];
        for (int c = 0; c < columns.length; c++) {
            news[c] = columns[c][t] - mean[c][0];
            for (int i = 0; i < p; i++) {
                mean[c][i] += gain[i] * news[c];
            }
        }
        double[] first = covariance[0].clone();
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                covariance[i][j] -= gain[i] * first[j];
            }
        }
        return news;
    }

    /** Moves one period on. */
    void predict() {
        for (int c = 0; c < mean.length; c++) {
            mean[c] = shifted(mean[c]);
        }
        double[][] half = new double[p][];
        for (int i = 0; i < p; i++) {
            half[i] = shifted(covariance[i]); // P T', row by row
        }
        double[][] next = new double[p][p];
        for (int j = 0; j < p; j++) {
            double[] column = new double[p];
            for (int i = 0; i < p; i++) {
                column[i] = half[i][j];
            }
            double[] moved = shifted(column);
            for (int i = 0; i < p; i++) {
                next[i][j] = moved[i];
            }
        }
        next[0][0] += 1;
        covariance = next;
    }

    private double[] shifted(double[] state) {
        double[] next = new double[p];
        for (int j = 0; j < phi.length; j++) {
            next[0] += phi[j] * state[j];
        }
        System.arraycopy(state, 0, next, 1, p - 1);
        return next;
    }
}
