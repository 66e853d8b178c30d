package org.migrationimpact.regression;

import java.util.Arrays;

/**
 * The best linear forecast of autoregressive errors from those of past periods, period by period: at each later place, the weight of every
 * past error, and the variance of what the forecast misses, in units of the variance of the innovations.
 *
 * <p>Source: Goldberger (1962), doi:10.1080/01621459.1962.10480665.
 */
public final class ErrorForecast {

    private final ErrorFilter filter;
    private final int past;
    private long at;

    /** After the errors at these places, ascending. */
    public ErrorForecast(AutoregressiveProcess process, long[] places) {
        past = places.length;
        filter = new ErrorFilter(
                process.coefficients(), process.autocovariances(Math.max(0, process.order() - 1)), past);
        double[][] units = new double[past][past];
        for (int i = 0; i < past; i++) {
            units[i][i] = 1;
        }
        for (int t = 0; t < past; t++) {
            at = t == 0 ? places[0] : at;
            moveTo(places[t]);
            filter.update(units, t);
        }
    }

    /** Moves on to a later place. */
    public void moveTo(long place) {
        if (place < at) {
            throw new IllegalArgumentException("a forecast moves forward, got " + place + " after " + at);
        }
        while (at < place) {
            filter.predict();
            at++;
        }
    }

    /** The weight of each past error in the forecast of the present place. */
    public double[] weights() {
        double[] weights = new double[past];
        Arrays.setAll(weights, filter::mean);
        return weights;
    }

    /** The variance of the forecast's error. */
    public double variance() {
        return filter.variance();
    }
}
