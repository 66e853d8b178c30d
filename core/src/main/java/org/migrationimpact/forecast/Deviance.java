package org.migrationimpact.forecast;

/** What the innovations of a filter add up to: the log likelihood, and the factor that makes it largest. */
final class Deviance {

    private double logs;
    private double squares;
    private int count;

    /** An innovation with its variance. */
    void add(double innovation, double variance) {
        count++;
        logs += Math.log(variance);
        squares += innovation * innovation / variance;
    }

    /** An observation that told where the start is, with its diffuse variance. */
    void addDiffuse(double variance) {
        logs += Math.log(variance);
    }

    /** The log likelihood; minus infinity or NaN where the variances cannot be. */
    double logLikelihood() {
        return -0.5 * (count * Math.log(2 * Math.PI) + logs + squares);
    }

    /** The same at the best common factor of all variances, which is {@link #factor()}. */
    double profileLogLikelihood() {
        return -0.5 * (count * (Math.log(2 * Math.PI * factor()) + 1) + logs);
    }

    double factor() {
        return squares / count;
    }
}
