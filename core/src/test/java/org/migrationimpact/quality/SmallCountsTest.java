package org.migrationimpact.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class SmallCountsTest {

    @Test
    void valuesBelowFiveAreSmallAndOneInFiveIsTooMany() {
        SmallCounts counts = SmallCounts.of(Made.yearly(0, 4, 5, 6, 7, 8, 9, 10, 11, Double.NaN, 12));
        assertEquals(new SmallCounts(5, 10, 1, 2), counts);
        assertEquals(0.1, counts.shareOfZeros());
        assertEquals(0.2, counts.shareOfSmall());
        assertTrue(counts.areTooMany());
        assertEquals(
                "2 of 10 values are below 5, 1 of them zero; take longer periods or a sum of series that are treated alike, compare by"
                        + " rank (mann-whitney) or with Poisson errors, and take no logarithm",
                counts.toString());
    }

    @Test
    void fewerThanOneInFiveAreNoConcern() {
        SmallCounts counts = SmallCounts.of(Made.yearly(4, 5, 6, 7, 8, 9));
        assertFalse(counts.areTooMany());
        assertThat(counts).hasToString("1 of 6 values are below 5, 0 of them zero");
        assertTrue(SmallCounts.below(7, Made.yearly(4, 5, 6, 7, 8, 9)).areTooMany());
    }

    @Test
    void sharesMoneyAndThousandsAreNoCounts() {
        for (String unit : new String[] {"%", "thousand persons", "million US$", "per 1000 inhabitants"}) {
            assertEquals(
                    0,
                    SmallCounts.of(Series.of("n", unit, Period.year(2000), 1, 2, 0))
                            .small());
        }
        assertEquals(0, SmallCounts.of(Made.yearly(0.5, 1.5, 2)).small());
        assertEquals(3, SmallCounts.of(Made.yearly(1, 2, 0)).small());
    }

    @Test
    void withoutAnyValueNothingIsSmall() {
        SmallCounts none = SmallCounts.of(Made.yearly(Double.NaN, Double.NaN));
        assertFalse(none.areTooMany());
        assertEquals(0, none.shareOfZeros());
    }

    @Test
    void aThresholdBelowOneIsRefused() {
        Refusal.argument(
                "the threshold of small counts is 1 or more, got 0", () -> SmallCounts.below(0, Made.yearly(1)));
    }
}
