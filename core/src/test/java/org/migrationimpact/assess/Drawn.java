package org.migrationimpact.assess;

import java.util.Random;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** Series of months from 2002-01 on, about 100, with AR(1) errors of variance 1 / (1 − ρ²). */
final class Drawn {

    static final Period FIRST = Period.month(2002, 1);

    private Drawn() {}

    static Series series(long seed, double correlation, int months) {
        Random random = new Random(seed);
        double[] values = new double[months];
        double error = random.nextGaussian() / Math.sqrt(1 - correlation * correlation);
        for (int t = 0; t < months; t++) {
            error = t == 0 ? error : correlation * error + random.nextGaussian();
            values[t] = 100 + error;
        }
        return Series.of("crossings", "persons", FIRST, values);
    }
}
