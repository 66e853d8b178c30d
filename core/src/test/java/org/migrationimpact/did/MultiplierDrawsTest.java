package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MultiplierDrawsTest {

    private static final int UNITS = 83;

    private static Influence influence() {
        Random random = new Random(1);
        List<CellEffect> effects = new ArrayList<>();
        for (int k = 0; k < 11; k++) {
            int[] owner = random.ints(0, UNITS).distinct().limit(40).sorted().toArray();
            double[] values = random.doubles(owner.length, -1, 1).toArray();
            effects.add(new CellEffect(0, owner, values, 1, 1, 0, 0, ""));
        }
        double[] unit = new double[UNITS];
        double[] year = new double[UNITS];
        double[] first = new double[UNITS];
        for (int u = 0; u < UNITS; u++) {
            unit[u] = u;
            year[u] = 2000;
            first[u] = u % 3 == 0 ? 2001 : 0;
        }
        double[] ones = new double[UNITS];
        Arrays.fill(ones, 1);
        return Influence.of(effects, Staggered.columns(unit, year, ones, first).panel(), ones);
    }

    @ParameterizedTest
    @EnumSource(Multiplier.class)
    void tabledSumsAreThoseOfEachUnitAlone(Multiplier multiplier) {
        MultiplierBootstrap bootstrap = new MultiplierBootstrap(multiplier, 99, 42);
        Influence influence = influence();
        double[][] sums = MultiplierDraws.of(influence, bootstrap);
        for (int k = 0; k < influence.columns(); k++) {
            double[] column = influence.dense(k);
            for (int draw = 0; draw < 99; draw += 14) {
                double sum = 0;
                for (int unit = 0; unit < UNITS; unit++) {
                    boolean high = MultiplierDraws.isHigh(bootstrap, unit, draw);
                    sum += column[unit] * (high ? multiplier.high() : multiplier.low());
                }
                assertEquals(sum, sums[k][draw], 1e-12);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Multiplier.class)
    void aMultiplierHasMeanNoneAndVarianceOne(Multiplier multiplier) {
        double p = multiplier.chanceOfHigh();
        assertEquals(0, p * multiplier.high() + (1 - p) * multiplier.low(), 1e-15);
        assertEquals(1, p * Math.pow(multiplier.high(), 2) + (1 - p) * Math.pow(multiplier.low(), 2), 1e-15);
        MultiplierBootstrap bootstrap = new MultiplierBootstrap(multiplier, 4000, 7);
        int high = 0;
        for (int draw = 0; draw < 4000; draw++) {
            high += MultiplierDraws.isHigh(bootstrap, 0, draw) ? 1 : 0;
        }
        assertEquals(p, high / (double) bootstrap.draws(), 0.03);
    }

    @Test
    void aDrawDoesNotDependOnHowManyThereAre() {
        double[][] few = MultiplierDraws.of(influence(), MultiplierBootstrap.rademacher(99, 5));
        double[][] many = MultiplierDraws.of(influence(), MultiplierBootstrap.rademacher(500, 5));
        for (int k = 0; k < few.length; k++) {
            for (int draw = 0; draw < 99; draw++) {
                assertEquals(few[k][draw], many[k][draw]);
            }
        }
    }
}
