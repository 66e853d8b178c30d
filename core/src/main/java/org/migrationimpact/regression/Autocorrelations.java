package org.migrationimpact.regression;

import java.util.Arrays;
import org.migrationimpact.data.DataException;

/**
 * How values depend on those so many periods before: all in all, and with what lies between taken away. Missing values are {@code NaN} and
 * keep their place. R: {@code acf}, {@code pacf}.
 *
 * <p>Source: Box and Jenkins (1976), 2.1 and 3.2; the partial ones by the recursion of Durbin (1960), doi:10.2307/1401322.
 */
public final class Autocorrelations {

    private final double[] plain;
    private final double[] partial;

    private Autocorrelations(double[] plain, double[] partial) {
        this.plain = plain;
        this.partial = partial;
    }

    /**
     * Of these values, one a period, at lags from 1 to so many.
     *
     * @throws DataException E-AUTOCORRELATION-001 where all values are equal
     */
    public static Autocorrelations of(double[] values, int lags) {
        long known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
        if (lags < 1 || lags >= known) {
            throw new IllegalArgumentException("lags must be 1 to " + (known - 1) + ", got " + lags);
        }
        if (Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().count() == 1) {
            throw new DataException(
                    "E-AUTOCORRELATION-001", "all values are equal; autocorrelations need some that differ");
        }
        double[] plain = new double[lags];
        Arrays.setAll(plain, i -> LjungBox.autocorrelation(values, i + 1));
        return new Autocorrelations(plain, partial(plain));
    }

    private static double[] partial(double... r) {
        double[] partial = new double[r.length];
        double[] phi = new double[0];
        for (int k = 1; k <= r.length; k++) {
            double above = r[k - 1];
            double below = 1;
            for (int j = 1; j < k; j++) {
                above -= phi[j - 1] * r[k - j - 1];
                below -= phi[j - 1] * r[j - 1];
            }
            partial[k - 1] = above / below;
            phi = lengthened(phi, partial[k - 1]);
        }
        return partial;
    }

    private static double[] lengthened(double[] phi, double last) {
        double[] next = Arrays.copyOf(phi, phi.length + 1);
        for (int j = 0; j < phi.length; j++) {
            next[j] = phi[j] - last * phi[phi.length - 1 - j];
        }
        next[phi.length] = last;
        return next;
    }

    /** How many lags there are. */
    public int lags() {
        return plain.length;
    }

    /** The correlation with the value so many periods before, 1 or more. */
    public double at(int lag) {
        return plain[lag - 1];
    }

    /** The same given the values between. */
    public double partialAt(int lag) {
        return partial[lag - 1];
    }
}
