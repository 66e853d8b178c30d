package org.migrationimpact.breaks;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/** A process that stays near 0 where nothing changes, the test of whether it does, and its p-value. */
public final class Fluctuation implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final double[][] process;
    private final double statistic;
    private final double pValue;

    Fluctuation(String name, double[][] process, double statistic, double pValue) {
        this.name = name;
        this.process = process;
        this.statistic = statistic;
        this.pValue = Math.min(1, Math.max(0, pValue));
    }

    /** What the test is called. */
    public String name() {
        return name;
    }

    /** The path, one row a component (one for sums of residuals, one a coefficient for recursive estimates). */
    public double[][] process() {
        return Arrays.stream(process).map(double[]::clone).toArray(double[][]::new);
    }

    /** How far it strays. */
    public double statistic() {
        return statistic;
    }

    /** How often it strays as far where nothing changes. */
    public double pValue() {
        return pValue;
    }

    /** The farthest of a path of many components. */
    static double farthest(double[][] process) {
        return Arrays.stream(process)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    /** P(max |Brownian bridge| ≥ x) for k independent ones: {@code 1 − (1 + 2 Σ (−1)^i exp(−2 i² x²))^k}. */
    static double bridgePValue(double x, int k) {
        if (x < 0.1) {
            return 1;
        }
        double tail = IntStream.rangeClosed(1, 100)
                .mapToDouble(i -> (i % 2 == 0 ? -2 : 2) * Math.exp(-2.0 * i * i * x * x))
                .sum();
        return -Math.expm1(k * Math.log1p(-Math.min(1, tail)));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.5g, p = %.4g", name, statistic, pValue);
    }
}
