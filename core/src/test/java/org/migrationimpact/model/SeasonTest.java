package org.migrationimpact.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;

class SeasonTest {

    private static List<Period> from(String first, int count) {
        return LongStream.range(0, count).mapToObj(Period.parse(first)::plus).toList();
    }

    private static List<String> names(Season season, List<Period> periods) {
        return season.terms(periods).stream()
                .flatMap(term -> term.names().stream())
                .toList();
    }

    private static double[] sums(Term term, List<Period> periods) {
        double[] sums = new double[term.names().size()];
        for (Period period : periods) {
            double[] row = term.at(period);
            IntStream.range(0, sums.length).forEach(j -> sums[j] += row[j]);
        }
        return sums;
    }

    @Test
    void eachSeasonButTheFirstHasAColumn() {
        assertThat(names(Season.DUMMIES, from("2010-05", 24)))
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 12)
                        .mapToObj(m -> "season." + m)
                        .toList());
        assertEquals(List.of("season.8", "season.9"), names(Season.DUMMIES, from("2010-07", 3)));
        assertEquals(List.of(), names(Season.DUMMIES, from("2010-07", 1)));
        assertEquals(List.of("season.2"), names(Season.DUMMIES, from("2010-S1", 9)));
        assertThat(names(Season.DUMMIES, from("2010-12-31", 9))).hasSize(6);
    }

    @Test
    void aDummyIsOneInItsSeason() {
        SeasonalDummies dummies = SeasonalDummies.of(from("2010-Q1", 8));
        assertEquals(List.of(2, 3, 4), dummies.seasons());
        assertArrayEquals(new double[] {0, 0, 0}, dummies.at(Period.quarter(2020, 1)));
        assertArrayEquals(new double[] {0, 1, 0}, dummies.at(Period.quarter(2020, 3)));
        assertArrayEquals(new double[] {2, 2, 2}, sums(dummies, from("2010-Q1", 8)));
    }

    @ParameterizedTest
    @CsvSource({"2010, 0", "2010-S1, 1", "2010-Q1, 3", "2010-01, 11", "2010-W01, 4", "2010-01-01, 6"})
    void theFrequencySaysHowManyColumnsSuitIt(String first, int columns) {
        assertThat(names(Season.BY_FREQUENCY, from(first, 120))).hasSize(columns);
    }

    @Test
    void noSeasonHasNoColumn() {
        assertEquals(List.of(), Season.NONE.terms(from("2010-01", 24)));
        assertEquals(List.of(), Season.BY_FREQUENCY.terms(List.of(Period.ordinal(1), Period.ordinal(2))));
    }

    @Test
    void wavesGoRoundOnceAYear() {
        Term waves = Season.fourier(2).terms(from("2010-01", 24)).get(0);
        assertEquals(List.of("season.sin1", "season.cos1", "season.sin2", "season.cos2"), waves.names());
        assertArrayEquals(new double[] {0, 1, 0, 1}, waves.at(Period.month(2010, 1)), 1e-15);
        assertArrayEquals(new double[] {1, 0, 0, -1}, waves.at(Period.month(2010, 4)), 1e-15);
        assertArrayEquals(waves.at(Period.month(2010, 4)), waves.at(Period.month(1999, 4)));
        assertArrayEquals(new double[4], sums(waves, from("2010-01", 12)), 1e-13);
    }

    @Test
    void theShortestWaveHasNoSine() {
        assertEquals(List.of("season.cos1"), names(Season.fourier(1), from("2010-S1", 4)));
        assertEquals(
                List.of("season.sin1", "season.cos1", "season.cos2"), names(Season.fourier(2), from("2010-Q1", 8)));
        assertThat(names(Season.fourier(6), from("2010-01", 24))).hasSize(11).doesNotContain("season.sin6");
        assertThat(names(Season.fourier(3), from("2010-01-01", 24))).hasSize(6);
        assertThat(names(Season.fourier(26), from("2010-W01", 200))).hasSize(52);
    }

    @Test
    void allWavesOfAYearSpanWhatDummiesSpan() {
        Term waves = Season.fourier(6).terms(from("2010-01", 12)).get(0);
        for (int j = 0; j < 11; j++) {
            for (int l = 0; l < j; l++) {
                double product = 0;
                for (Period month : from("2010-01", 12)) {
                    product += waves.at(month)[j] * waves.at(month)[l];
                }
                assertEquals(0, product, 1e-13);
            }
        }
    }

    @Test
    void aWeekStandsAtItsDayOfTheYear() {
        Term waves = Season.fourier(1).terms(from("2015-W01", 60)).get(0);
        Period middle = Period.containing(LocalDate.of(2015, 7, 2), Frequency.WEEK);
        assertEquals(Math.sin(2 * Math.PI * 179 / 365), waves.at(middle)[0], 1e-14);
    }

    @Test
    void seasonsOfWhatHasNoneAreRefused() {
        Refusal.of(
                DataException.class,
                "E-SEASON-001 a series by year has no seasons; leave the season out (none)",
                () -> Season.DUMMIES.terms(from("2010", 3)));
        Refusal.of(
                DataException.class,
                "E-SEASON-001 a series by period has no seasons; leave the season out (none)",
                () -> Season.fourier(1).terms(List.of(Period.ordinal(1))));
        Refusal.of(
                DataException.class,
                "E-SEASON-002 3 pairs of waves need 6 seasons; a series by quarter has 4",
                () -> Season.fourier(3).terms(from("2010-Q1", 9)));
        Refusal.argument("pairs of waves must be 1 to 26, got 0", () -> Season.fourier(0));
        Refusal.argument("pairs of waves must be 1 to 26, got 27", () -> Season.fourier(27));
    }

    @Test
    void aSeasonIsDescribedForItsFrequency() {
        assertEquals("none", Season.NONE.describe(Frequency.MONTH));
        assertEquals("none", Season.BY_FREQUENCY.describe(Frequency.ANNUAL));
        assertEquals("one dummy a month, the first as reference", Season.BY_FREQUENCY.describe(Frequency.MONTH));
        assertEquals("one dummy a day of the week, the first as reference", Season.DUMMIES.describe(Frequency.DAY));
        assertEquals("2 pairs of Fourier waves", Season.BY_FREQUENCY.describe(Frequency.WEEK));
        assertEquals("1 pair of Fourier waves", Season.fourier(1).describe(Frequency.MONTH));
    }
}
