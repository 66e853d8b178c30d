package org.migrationimpact.forecast;

/**
 * Local regression of values at 1, 2, …, n on their places, as STL needs it: tricube weights over the nearest {@code window} places, a local
 * constant or line, values at every {@code jump}-th place and straight lines between them.
 *
 * <p>Source: Cleveland, Cleveland, McRae and Terpenning (1990), Journal of Official Statistics 6, 3–73, and their published algorithm.
 *
 * @param window how many places count, odd
 * @param degree 0 or 1
 * @param jump every how many places it is computed
 */
record Loess(int window, int degree, int jump) {

    /** The smoothed values; {@code weights} empty where all count the same. */
    double[] smooth(double[] y, double[] weights) {
        int n = y.length;
        double[] smooth = new double[n];
        int step = Math.min(jump, n - 1);
        if (n < 2) {
            return y.clone();
        }
        int last = 0;
        for (int i = 1; i <= n; i += step) {
            smooth[i - 1] = value(y, weights, i, left(i, n, step), right(i, n, step));
            last = i;
        }
        if (step > 1) {
            interpolate(smooth, y, weights, step, last);
        }
        return smooth;
    }

    private int left(int i, int n, int step) {
        int half = (window + 1) / 2;
        if (window >= n) {
            return 1;
        }
        if (step == 1) {
            return 1 + Math.max(0, Math.min(i - half, n - window));
        }
        return i < half ? 1 : i >= n - half + 1 ? n - window + 1 : i - half + 1;
    }

    private int right(int i, int n, int step) {
        return window >= n ? n : left(i, n, step) + window - 1;
    }

    private void interpolate(double[] smooth, double[] y, double[] weights, int step, int last) {
        int n = y.length;
        for (int i = 1; i + step <= n; i += step) {
            line(smooth, i, i + step);
        }
        if (last != n) {
            smooth[n - 1] = value(y, weights, n, left(last, n, step), right(last, n, step));
            line(smooth, last, n);
        }
    }

    private static void line(double[] smooth, int from, int to) {
        double slope = (smooth[to - 1] - smooth[from - 1]) / (to - from);
        for (int j = from + 1; j < to; j++) {
            smooth[j - 1] = smooth[from - 1] + slope * (j - from);
        }
    }

    /** The local value at a place, out of the places left to right; the nearest value where no weight is left. */
    double value(double[] y, double[] weights, int at, int left, int right) {
        double[] w = weights(y.length, weights, at, left, right);
        double sum = 0;
        for (double weight : w) {
            sum += weight;
        }
        if (!(sum > 0)) {
            return Double.NaN;
        }
        for (int j = 0; j < w.length; j++) {
            w[j] /= sum;
        }
        if (degree > 0) {
            tilt(w, y.length, at, left);
        }
        double value = 0;
        for (int j = 0; j < w.length; j++) {
            value += w[j] * y[left + j - 1];
        }
        return value;
    }

    private double[] weights(int n, double[] weights, int at, int left, int right) {
        double reach = Math.max(at - left, right - at);
        if (window > n) {
            int wholePlaces = (window - n) / 2; // as published
            reach += wholePlaces;
        }
        double[] w = new double[right - left + 1];
        for (int j = left; j <= right; j++) {
            double distance = Math.abs(j - at);
            if (distance <= 0.999 * reach) {
                double share = distance / reach;
                double tricube = 1 - share * share * share;
                w[j - left] = distance <= 0.001 * reach ? 1 : tricube * tricube * tricube;
                if (weights.length > 0) {
                    w[j - left] *= weights[j - 1];
                }
            }
        }
        return w;
    }

    private static void tilt(double[] w, int n, int at, int left) {
        double centre = 0;
        for (int j = 0; j < w.length; j++) {
            centre += w[j] * (left + j);
        }
        double spread = 0;
        for (int j = 0; j < w.length; j++) {
            spread += w[j] * (left + j - centre) * (left + j - centre);
        }
        if (Math.sqrt(spread) > 0.001 * (n - 1)) {
            double slope = (at - centre) / spread;
            for (int j = 0; j < w.length; j++) {
                w[j] *= slope * (left + j - centre) + 1;
            }
        }
    }
}
