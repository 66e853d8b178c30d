package org.migrationimpact.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class ConcentrationTest {

    @ParameterizedTest
    @CsvSource({
        "HERFINDAHL,0.38",
        "NORMALISED,0.07",
        "EFFECTIVE_NUMBER,2.6315789473684212",
        "ENTROPY,1.0296530140645737"
    })
    void sharesOfAHalfThreeTenthsAndAFifth(Concentration index, double value) {
        assertEquals(value, index.of(50, 30, 20), 1e-14);
    }

    @Test
    void equalPartsAndOnePartAreTheEnds() {
        assertEquals(0.25, Concentration.HERFINDAHL.of(7, 7, 7, 7), 1e-15);
        assertEquals(0, Concentration.NORMALISED.of(7, 7, 7, 7), 1e-15);
        assertEquals(4, Concentration.EFFECTIVE_NUMBER.of(7, 7, 7, 7), 1e-14);
        assertEquals(Math.log(4), Concentration.ENTROPY.of(7, 7, 7, 7), 1e-15);
        assertEquals(1, Concentration.HERFINDAHL.of(0, 3));
        assertEquals(1, Concentration.NORMALISED.of(0, 3));
        assertEquals(0, Concentration.ENTROPY.of(0, 3));
    }

    @ParameterizedTest
    @EnumSource(Concentration.class)
    void unitAndOrderDoNotMatter(Concentration index) {
        double[] parts = new Random(2).doubles(20, 0, 100).toArray();
        double[] other = new double[20];
        for (int i = 0; i < 20; i++) {
            other[19 - i] = parts[i] * 1e300;
        }
        assertEquals(index.of(parts), index.of(other), 1e-13);
    }

    @Test
    void theConcentrationOfAPanelIsMissingWhereAPartIs() {
        Series a = Series.of("RU", "USD", Period.year(2015), 3, Double.NaN, 0);
        Series b = Series.of("KZ", "USD", Period.year(2015), 1, 1, 0);
        Series index = Concentration.HERFINDAHL.over(new Panel(List.of(a, b)));
        assertThat(index.values()).containsExactly(0.625, Double.NaN, Double.NaN);
        assertEquals(Set.of(Flag.NOT_AVAILABLE), index.flags(1));
        assertEquals(Set.of(Flag.NOT_APPLICABLE), index.flags(2));
        assertEquals("concentration of 2 parts", index.name());
        assertEquals("Herfindahl-Hirschman index, 1/n to 1", index.unit());
    }

    @Test
    void amountsThatAreNoneAreRefused() {
        Refusal.of(
                DataException.class,
                "E-CONCENTRATION-001 concentration needs amounts of 0 or more, at least one above 0, got [0.0, 0.0]",
                () -> Concentration.HERFINDAHL.of(0, 0));
        Refusal.of(
                DataException.class,
                "E-CONCENTRATION-001 concentration needs amounts of 0 or more, at least one above 0, got [1.0, -1.0]",
                () -> Concentration.ENTROPY.of(1, -1));
        Refusal.of(
                DataException.class,
                "E-CONCENTRATION-001 concentration needs amounts of 0 or more, at least one above 0, got []",
                () -> Concentration.ENTROPY.of());
        Refusal.of(
                DataException.class,
                "E-CONCENTRATION-002 the normalised index of 1 part is 0/0; it needs two parts or more",
                () -> Concentration.NORMALISED.of(1));
    }
}
