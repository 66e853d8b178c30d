package org.migrationimpact.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.Component;
import org.migrationimpact.model.Season;

/**
 * How often a structural forecast finds an effect of nothing at 5 %. The figures stand in docs/COVERAGE.md; where they are not 5 % they
 * are what they are. A share of the draws runs in every build, all of them with -Dslow.
 */
class StructuralForecastSizeTest {

    private static final Logger LOG = System.getLogger(StructuralForecastSizeTest.class.getName());
    private static final Period FIRST = Period.month(2002, 1);

    /** What the errors are like. */
    private enum Errors {
        INDEPENDENT,
        AR_HALF,
        AR_FOUR_FIFTHS,
        /** Independent, about a level that moves by a tenth of their deviation. */
        WANDERS_A_LITTLE,
        /** By three tenths. */
        WANDERS
    }

    /** Months before and after, and the documented sizes: with a drift (default), given its variances, with a level alone. */
    private record Case(int before, int after, Errors errors, List<Double> documented) {

        double[] sizes(int runs) {
            StructuralForecast plain =
                    StructuralForecast.at(FIRST.plus(before)).with(Season.NONE).withDraws(200, 1);
            return Stream.of(plain, plain.givenVariances(), plain.withSlope(Component.ABSENT))
                    .mapToDouble(design -> size(design, runs))
                    .toArray();
        }

        private double size(StructuralForecast design, int runs) {
            long found = IntStream.range(0, runs)
                    .parallel()
                    .filter(i -> design.fit(noise(i)).effect().coefficient().pValue() < 0.05)
                    .count();
            return found / (double) runs;
        }

        private Series noise(long seed) {
            Random random = new Random(seed);
            double[] values = new double[before + after];
            double correlation = switch (errors) {
                case AR_HALF -> 0.5;
                case AR_FOUR_FIFTHS -> 0.8;
                default -> 0;
            };
            double step = switch (errors) {
                case WANDERS_A_LITTLE -> 0.1;
                case WANDERS -> 0.3;
                default -> 0;
            };
            double level = 100;
            double error = random.nextGaussian() / Math.sqrt(1 - correlation * correlation);
            for (int t = 0; t < values.length; t++) {
                error = t == 0 ? error : correlation * error + random.nextGaussian();
                level += step == 0 ? 0 : step * random.nextGaussian();
                values[t] = level + error;
            }
            return Series.of("noise", "persons", FIRST, values);
        }
    }

    private static final Case[] CASES = {
        new Case(60, 12, Errors.INDEPENDENT, List.of(0.001, 0.041, 0.001)),
        new Case(60, 12, Errors.AR_HALF, List.of(0.002, 0.032, 0.006)),
        new Case(60, 12, Errors.AR_FOUR_FIFTHS, List.of(0.009, 0.018, 0.008)),
        new Case(60, 12, Errors.WANDERS_A_LITTLE, List.of(0.013, 0.069, 0.021)),
        new Case(60, 12, Errors.WANDERS, List.of(0.022, 0.107, 0.032)),
        new Case(48, 24, Errors.INDEPENDENT, List.of(0.001, 0.045, 0.0)),
        new Case(48, 24, Errors.AR_HALF, List.of(0.001, 0.03, 0.002)),
        new Case(48, 24, Errors.AR_FOUR_FIFTHS, List.of(0.003, 0.008, 0.003)),
        new Case(120, 36, Errors.INDEPENDENT, List.of(0.001, 0.039, 0.0)),
        new Case(120, 36, Errors.AR_HALF, List.of(0.0, 0.007, 0.0)),
        new Case(120, 36, Errors.AR_FOUR_FIFTHS, List.of(0.0, 0.0, 0.0)),
    };

    private static void compare(int runs, double tolerance) {
        List<String> misses = new ArrayList<>();
        for (Case one : CASES) {
            double[] sizes = one.sizes(runs);
            String row = one.before() + "/" + one.after() + ", " + one.errors() + ": " + Arrays.toString(sizes);
            LOG.log(Level.INFO, row);
            for (int i = 0; i < sizes.length; i++) {
                if (Math.abs(sizes[i] - one.documented().get(i)) > tolerance) {
                    misses.add(row + ", documented " + one.documented());
                }
            }
        }
        assertEquals(List.of(), misses);
    }

    @Test
    void aShareOfTheDrawsHasTheDocumentedSize() {
        compare(8, 0.3);
    }

    @Test
    @Tag("slow")
    void allDrawsHaveTheDocumentedSize() {
        compare(1000, 0.0005);
    }
}
