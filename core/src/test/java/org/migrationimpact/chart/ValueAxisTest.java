package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ValueAxisTest {

    @Test
    void countsBeginAtZeroAndEndAtARoundNumber() {
        assertThat(labels(0, 5374, 6)).containsExactly("0", "1 000", "2 000", "3 000", "4 000", "5 000", "6 000");
        assertThat(labels(0, 7092, 3)).containsExactly("0", "2 500", "5 000", "7 500");
    }

    @Test
    void smallNumbersKeepTheDecimalsThatTellThemApart() {
        assertThat(labels(0, 0.0336, 4)).containsExactly("0.00", "0.01", "0.02", "0.03", "0.04");
        assertThat(labels(0, 1, 4)).containsExactly("0.00", "0.25", "0.50", "0.75", "1.00");
    }

    @Test
    void negativeNumbersLieBelowAnExactZero() {
        assertThat(labels(-23000, 17000, 4)).containsExactly("-25 000", "0", "25 000");
    }

    @Test
    void nothingButZerosHaveAnAxisAllTheSame() {
        assertThat(labels(0, 0, 2)).containsExactly("0.0", "0.5", "1.0");
    }

    @Test
    void veryLargeAndVerySmallNumbersArePowersOfTen() {
        assertThat(labels(0, 3e20, 3)).containsExactly("0", "1.0e+20", "2.0e+20", "3.0e+20");
        assertThat(labels(0, 3e-9, 3)).containsExactly("0", "1.0e-09", "2.0e-09", "3.0e-09");
    }

    @Test
    void everyAxisCoversItsValuesWithFewEnoughSteps() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            double high = Math.pow(10, random.nextDouble() * 12 - 4);
            double low = random.nextBoolean() ? 0 : -high * random.nextDouble() * 3;
            int most = 2 + random.nextInt(5);
            ValueAxis axis = ValueAxis.of(new ValueRange(low, high), most, Magnitude.ONES);
            assertTrue(axis.low() <= low && high <= axis.high() * (1 + 1e-9), axis + " for " + low + " to " + high);
            assertTrue(axis.ticks().size() <= most + 1, axis + " for " + low + " to " + high);
        }
    }

    @Test
    void millionsAreCountedOnlyWhereTheUnitDoesNotDoSoItself() {
        assertEquals(Magnitude.MILLIONS, Magnitude.of(DoubleStream.of(5e6), "US$"));
        assertEquals(Magnitude.BILLIONS, Magnitude.of(DoubleStream.of(3e9), "US$"));
        assertEquals(Magnitude.ONES, Magnitude.of(DoubleStream.of(5e6), "million US$"));
        assertEquals(Magnitude.ONES, Magnitude.of(DoubleStream.of(5e6, 3), "US$"));
        assertEquals("US$ (millions)", Magnitude.MILLIONS.caption("US$"));
    }

    private static List<String> labels(double low, double high, int most) {
        ValueAxis axis = ValueAxis.of(new ValueRange(low, high), most, Magnitude.ONES);
        return axis.ticks().stream().map(axis::label).toList();
    }
}
