package org.migrationimpact.synthetic;

import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;

class InteractiveFixedEffectsTest {
    @Test
    void probe() {
        for (int k = 0; k < 2; k++) {
        long t = System.nanoTime();
        InteractiveFixedEffectsFit fit = InteractiveFixedEffects.of(Tables.california()).treated("California").from(Period.year(1989)).fit();
        System.out.println((System.nanoTime() - t) / 1e6 + " ms\n" + fit + "\n" + fit.search());
        }
        double[][] y = Tables.factors(40, 40, .3, 3);
        for (int t = 30; t < 40; t++) { y[0][t] += 2; y[1][t] += 2; y[2][t] += 2; }
        System.out.println(InteractiveFixedEffects.of(Tables.of(y)).treated("u0").treated("u1").treated("u2").from(Period.year(2030)).fit());
        y[10][3] = Double.NaN; y[11][30] = Double.NaN; y[0][2] = Double.NaN; y[1][35] = Double.NaN;
        System.out.println(InteractiveFixedEffects.of(Tables.of(y)).treated("u0").treated("u1").treated("u2").from(Period.year(2030)).withPlacebos(50, 1).fit());
    }
}
