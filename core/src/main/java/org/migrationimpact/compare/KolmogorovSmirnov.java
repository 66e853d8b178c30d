package org.migrationimpact.compare;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Do two samples come from one distribution, whatever changed? The largest distance of their empirical distributions, with its p-value
 * in large samples: {@code 2 Σ (−1)^(k−1) exp(−2 k² z²)}, {@code z = D √(mn/(m+n))}. With ties it is too large rather than too small. R:
 * {@code ks.test(before, after, exact = FALSE)}.
 *
 * <p>Source: Smirnov (1948), doi:10.1214/aoms/1177730256.
 *
 * @param distance D, 0 to 1
 * @param before how many values before
 * @param after how many after
 */
public record KolmogorovSmirnov(double distance, int before, int after) implements Serializable {

    /** Of these samples. */
    public static KolmogorovSmirnov of(double[] before, double[] after) {
        Sides.requireValues(before, after);
        double[] b = before.clone();
        double[] a = after.clone();
        Arrays.sort(b);
        Arrays.sort(a);
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < b.length && j < a.length) {
            double value = Math.min(b[i], a[j]);
            i = passed(b, i, value);
            j = passed(a, j, value);
            distance = Math.max(distance, Math.abs(i / (double) b.length - j / (double) a.length));
        }
        return new KolmogorovSmirnov(distance, b.length, a.length);
    }

    private static int passed(double[] sorted, int from, double value) {
        int i = from;
        while (i < sorted.length && sorted[i] <= value) {
            i++;
        }
        return i;
    }

    /** The p-value in large samples. */
    public double pValue() {
        double z = distance * Math.sqrt(before / (double) (before + after) * after);
        return z < 1 ? 1 - lower(z) : upper(z);
    }

    private static double upper(double z) {
        double sum = 0;
        for (int k = 1; k <= 10; k++) { // 10 terms reach rounding from z = 1 on
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * z * z);
        }
        return sum;
    }

    /** The other form of the same series, quick where z is small. */
    private static double lower(double z) {
        if (z == 0) {
            return 0;
        }
        double sum = 0;
        for (int k = 1; k <= 10; k++) {
            double odd = (2 * k - 1) * Math.PI / z;
            sum += Math.exp(-odd * odd / 8);
        }
        return Math.sqrt(2 * Math.PI) / z * sum;
    }
}
