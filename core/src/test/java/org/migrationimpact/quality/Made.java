package org.migrationimpact.quality;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** Series made for the tests of this package. */
final class Made {

    private Made() {}

    static Series yearly(double... values) {
        return Series.of("n", "persons", Period.year(2000), values);
    }

    static Series monthly(int months, IntToDoubleFunction value) {
        return Series.of(
                "n",
                "persons",
                Period.month(2009, 1),
                IntStream.range(0, months).mapToDouble(value).toArray());
    }

    /** A random walk of logarithms from 1000 on, rounded to whole persons. */
    static double[] walk(Random random, int periods, double step) {
        double[] values = new double[periods];
        double log = Math.log(1000);
        for (int i = 0; i < periods; i++) {
            log += step * random.nextGaussian();
            values[i] = Math.rint(Math.exp(log));
        }
        return values;
    }

    /** A Poisson count, by inversion; small means only. */
    static int poisson(Random random, double mean) {
        if (mean > 50) {
            return (int) Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double left = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > left) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** A Poisson count whose mean varies by an exponential factor of mean 1, half the sum of two squared normal numbers. */
    static int overdispersed(Random random, double mean) {
        double a = random.nextGaussian();
        double b = random.nextGaussian();
        return poisson(random, mean * (a * a + b * b) / 2);
    }
}
