package org.migrationimpact.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Source;

class RoundingUnitTest {

    private static double[] multiples(int unit, int... factors) {
        return IntStream.of(factors)
                .mapToDouble(factor -> (double) unit * factor)
                .toArray();
    }

    @Test
    void tenDifferentMultiplesOfFiveAreRoundedToFive() {
        RoundingUnit rounding = RoundingUnit.of(Made.yearly(multiples(5, 1, 3, 4, 7, 9, 11, 12, 13, 17, 19, 0)));
        assertEquals(5, rounding.unit());
        assertEquals(Math.pow(0.2, 10), rounding.chance(), 1e-20);
        assertEquals(1, rounding.zeros());
        assertEquals(
                "all 11 values are multiples of 5 (10 different ones other than 0, by chance with probability 1e-07): rounded to 5;"
                        + " a zero may stand for up to 2, a sum of n cells may be wrong by n times 2",
                rounding.toString());
    }

    @Test
    void nineDifferentValuesAreTooFewForAnyClaim() {
        RoundingUnit rounding = RoundingUnit.of(Made.yearly(multiples(1000, 1, 3, 4, 7, 9, 11, 12, 13, 17)));
        assertFalse(rounding.isRounded());
        assertEquals("no rounding can be shown from 9 different values other than 0; it takes 10", rounding.toString());
    }

    @Test
    void aValueThatRecursCountsOnce() {
        assertFalse(RoundingUnit.of(Made.monthly(60, i -> 20)).isRounded());
        assertFalse(RoundingUnit.of(Made.monthly(60, i -> 5 * (i % 9))).isRounded());
    }

    @Test
    void theLargestUnitThatIsShownIsTaken() {
        int[] factors = {1, 3, 4, 7, 9, 11, 12, 13, 17, 19};
        assertEquals(10, RoundingUnit.of(Made.yearly(multiples(10, factors))).unit());
        assertEquals(100, RoundingUnit.of(Made.yearly(multiples(100, factors))).unit());
        assertEquals(
                1_000_000,
                RoundingUnit.of(Made.yearly(multiples(1_000_000, factors))).unit());
    }

    @Test
    void aFewExceptionsAreStatedAndMoreThanTwoInAHundredAreNoRounding() {
        double[] values = IntStream.rangeClosed(1, 100).mapToDouble(i -> 5 * i).toArray();
        values[10] = 57;
        values[20] = 106;
        RoundingUnit rounding = RoundingUnit.of(Made.yearly(values));
        assertEquals(5, rounding.unit());
        assertEquals(2, rounding.exceptions());
        assertThat(rounding.toString()).startsWith("98 of 100 values are multiples of 5 ");
        values[30] = 153;
        assertEquals(
                "no rounding to 5, 10, 50 or more is shown by 100 different values",
                RoundingUnit.of(Made.yearly(values)).toString());
    }

    @Test
    void theTailIsThatOfABinomialDistribution() {
        // R 4.2.2: print(pbinom(2, 100, 0.8), digits = 17); print(pbinom(0, 10, 0.5), digits = 17)
        assertEquals(1.0090625542876437e-65, RoundingUnit.tail(100, 2, 0.2), 1e-77);
        assertEquals(0.0009765625, RoundingUnit.tail(10, 0, 0.5), 1e-15);
        assertEquals(1, RoundingUnit.tail(10, 10, 0.5), 1e-12);
    }

    @Test
    void whatIsNotCountedOneByOneHasNoRoundingUnit() {
        double[] halves = IntStream.rangeClosed(1, 20).mapToDouble(i -> i / 2.0).toArray();
        assertFalse(RoundingUnit.of(Made.yearly(halves)).isRounded());
    }

    @Test
    void sumsOfRoundedCountsAreWrongByAtMostHalfAUnitACell() {
        RoundingUnit five = RoundingUnit.of(Made.yearly(multiples(5, 1, 3, 4, 7, 9, 11, 12, 13, 17, 19)));
        assertEquals(24, five.largestErrorOfSum(12));
        assertEquals(Math.sqrt(2), five.standardErrorOfSum(1), 1e-15);
        assertEquals(Math.sqrt(24), five.standardErrorOfSum(12), 1e-14);
        assertEquals(0, RoundingUnit.of(Made.yearly(1, 2)).largestErrorOfSum(12));
        Refusal.argument("a sum has 1 cell or more, got 0", () -> five.largestErrorOfSum(0));
    }

    @Test
    void theStandardErrorOfASumIsThatOfSimulatedRounding() {
        Random random = new Random(4);
        int times = 20_000;
        double squares = 0;
        for (int i = 0; i < times; i++) {
            double error = 0;
            for (int cell = 0; cell < 12; cell++) {
                int exact = random.nextInt(10_000);
                error += 5 * Math.rint(exact / 5.0) - exact;
            }
            squares += error * error / times;
        }
        assertEquals(24, squares, 0.8); // three standard errors of the simulation
    }

    @Test
    void countsThatAreNotRoundedAreNeverSaidToBe() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            assertFalse(RoundingUnit.of(Made.monthly(40, month -> random.nextInt(60)))
                    .isRounded());
        }
    }

    @Test
    void theOrderOfTheValuesMakesNoDifference() {
        double[] up = multiples(5, 1, 3, 4, 7, 9, 11, 12, 13, 17, 19);
        double[] down = multiples(5, 19, 17, 13, 12, 11, 9, 7, 4, 3, 1);
        assertEquals(RoundingUnit.of(Made.yearly(up)), RoundingUnit.of(Made.yearly(down)));
    }

    @Test
    void eurostatDeclaresThatAsylumAndEnforcementAreRoundedToFive() {
        for (String table : List.of("Eurostat, ESTAT:MIGR_EIPRE(1.0)", "migr_asyappctza", "Eurostat, migr_dubro")) {
            assertEquals(Optional.of(5L), RoundingUnit.declared(Source.named(table)));
        }
        assertEquals(Optional.empty(), RoundingUnit.declared(Source.named("Eurostat, migr_imm1ctz")));
        assertEquals(Optional.empty(), RoundingUnit.declared(Source.named("Immigr_asylum")));
    }

    @Test
    void thePublishedCountsOfIllegalPresenceAreMultiplesOfFive() {
        RoundingUnit rounding = RoundingUnit.of(org.migrationimpact.io.SdmxCsv.read(
                Shared.file("data", "eurostat_sdmx_csv", "migrants_illegally_present.csv")));
        assertEquals(5, rounding.unit());
        assertEquals(0, rounding.exceptions());
        assertEquals(2535, rounding.values());
    }
}
