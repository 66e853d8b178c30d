package org.migrationimpact.assess;

import java.util.random.RandomGenerator;

/** Trend and season of the periods before a measure, and how the deviations from them are drawn. */
final class NullFit {

    private final double[] coefficients;
    private final Deviations deviations;
    private final String words;

    /** Draws the deviations of so many consecutive periods. */
    @FunctionalInterface
    interface Deviations {
        double[] draw(RandomGenerator random, int periods);
    }

    NullFit(double[] coefficients, Deviations deviations, String words) {
        this.coefficients = coefficients.clone();
        this.deviations = deviations;
        this.words = words;
    }

    double expected(double[] row) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * coefficients[j];
        }
        return sum;
    }

    double[] deviations(RandomGenerator random, int periods) {
        return deviations.draw(random, periods);
    }

    /** What the deviations are: {@code AR(1), 0.48}. */
    String words() {
        return words;
    }
}
