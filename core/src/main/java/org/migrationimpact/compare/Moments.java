package org.migrationimpact.compare;

import java.io.Serializable;

/**
 * How many values a sample has, their mean and their unbiased variance, which is 0 of a single one.
 *
 * @param count how many, 1 or more
 * @param mean the mean
 * @param variance Σ(v − mean)² / (count − 1)
 */
public record Moments(int count, double mean, double variance) implements Serializable {

    /** Of these values, in two passes each, so that a large mean costs no digits. */
    public static Moments of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample needs values, got none");
        }
        double mean = mean(values);
        double squares = 0;
        double rest = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }
        double variance = values.length < 2 ? 0 : (squares - rest * rest / values.length) / (values.length - 1);
        return new Moments(values.length, mean, Math.max(0, variance));
    }

    private static double mean(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double first = sum / values.length;
        double rest = 0;
        for (double value : values) {
            rest += value - first;
        }
        return first + rest / values.length;
    }

    /** The variance of the mean of independent values: {@code variance / count}. */
    public double varianceOfMean() {
        return variance / count;
    }
}
