package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationimpact.Refusal;

class LoweringTest {

    private static final Set<Flag> NONE = Set.of();

    private static Series months(int year, int month, double... values) {
        return Series.of("asylum, GE", "persons", Period.month(year, month), values);
    }

    private static Series random(Period start, int size) {
        Random random = new Random(11);
        return Series.of(
                "q",
                "persons",
                start,
                IntStream.range(0, size).mapToDouble(i -> random.nextInt(1000)).toArray());
    }

    @ParameterizedTest
    @CsvSource({"SUM,78,222", "MEAN,6.5,18.5", "FIRST,1,13", "LAST,12,24"})
    void twoYearsOfMonthsByHand(Lowering rule, double first, double second) {
        Series years = months(
                        2015, 1, IntStream.rangeClosed(1, 24).asDoubleStream().toArray())
                .lowered(Frequency.ANNUAL, rule);
        assertEquals(Series.of("asylum, GE", "persons", Period.year(2015), first, second), years);
    }

    @Test
    void quartersHalfYearsAndDaysNestToo() {
        Series months =
                months(2015, 1, IntStream.rangeClosed(1, 12).asDoubleStream().toArray());
        assertEquals(
                List.of(6.0, 15.0, 24.0, 33.0),
                Arrays.stream(months.lowered(Frequency.QUARTER, Lowering.SUM).values())
                        .boxed()
                        .toList());
        assertEquals(
                Period.halfYear(2015, 1),
                months.lowered(Frequency.HALF_YEAR, Lowering.SUM).start());
        Series days = random(Period.day(LocalDate.of(2016, 2, 1)), 29);
        assertEquals(
                Arrays.stream(days.values()).sum(),
                days.lowered(Frequency.MONTH, Lowering.SUM).at(Period.month(2016, 2)));
    }

    @Test
    void aYearThatIsNotWholeHasNoFigureAndSaysWhy() {
        Series years =
                months(2014, 12, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1).lowered(Frequency.ANNUAL, Lowering.SUM);
        assertThat(years.values()).containsExactly(Double.NaN, 12, Double.NaN);
        assertEquals(Set.of(Flag.ABSENT), years.flags(0));
        assertEquals(Set.of(), years.flags(1));
        assertEquals(Set.of(Flag.ABSENT), years.flags(2));
    }

    @Test
    void aMissingMonthIsNotZeroAndSuppressionTravels() {
        List<Set<Flag>> flags =
                List.of(NONE, Set.of(Flag.SUPPRESSED), Set.of(Flag.ESTIMATED), NONE, NONE, Set.of(Flag.PROVISIONAL));
        Series quarters = Series.of(
                        "q", "persons", Period.month(2015, 1), new double[] {1, Double.NaN, 3, 4, 5, 6}, flags)
                .lowered(Frequency.QUARTER, Lowering.SUM);
        assertThat(quarters.values()).containsExactly(Double.NaN, 15);
        assertEquals(Set.of(Flag.SUPPRESSED, Flag.ESTIMATED), quarters.flags(0));
        assertEquals(Set.of(Flag.PROVISIONAL), quarters.flags(1));
    }

    @Test
    void theLastOfAStockNeedsOnlyTheLastButABreakBeforeItTravels() {
        List<Set<Flag>> flags = List.of(Set.of(Flag.NOT_AVAILABLE), Set.of(Flag.BREAK, Flag.ESTIMATED), NONE);
        Series quarter = Series.of("stock", "persons", Period.month(2015, 1), new double[] {Double.NaN, 2, 3}, flags)
                .lowered(Frequency.QUARTER, Lowering.LAST);
        assertThat(quarter.values()).containsExactly(3);
        assertEquals(Set.of(Flag.BREAK), quarter.flags(0));
    }

    @ParameterizedTest
    @EnumSource(Lowering.class)
    void loweringStepByStepIsLoweringAtOnce(Lowering rule) {
        Series months = random(Period.month(2011, 1), 60);
        Series steps = months.lowered(Frequency.QUARTER, rule).lowered(Frequency.ANNUAL, rule);
        Series once = months.lowered(Frequency.ANNUAL, rule);
        for (int i = 0; i < once.size(); i++) {
            assertEquals(once.value(i), steps.value(i), 1e-12 * once.value(i));
        }
    }

    @Test
    void theSlowWaySumsTheSameFromTheDates() {
        Series days = random(Period.day(LocalDate.of(2013, 11, 17)), 900);
        Map<Integer, Double> slow = new HashMap<>();
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < days.size(); i++) {
            int year = days.period(i).firstDay().getYear();
            slow.merge(year, days.value(i), Double::sum);
            counts.merge(year, 1, Integer::sum);
        }
        Series years = days.lowered(Frequency.ANNUAL, Lowering.SUM);
        assertEquals(4, years.size());
        for (int i = 0; i < years.size(); i++) {
            int year = years.period(i).firstDay().getYear();
            boolean whole =
                    counts.getOrDefault(year, 0) == LocalDate.of(year, 1, 1).lengthOfYear();
            assertEquals(whole ? slow.getOrDefault(year, 0.0) : Double.NaN, years.value(i));
        }
    }

    @Test
    void theSameFrequencyGivesTheSameSeries() {
        Series months = months(2015, 1, 1, 2);
        assertSame(months, months.lowered(Frequency.MONTH, Lowering.SUM));
    }

    @Test
    void aFrequencyIsNeverRaised() {
        Refusal.of(
                DataException.class,
                "E-FREQUENCY-001 money is by year and cannot be made into a series by month: a frequency is lowered, never raised, since no"
                        + " rule knows how a year spreads over shorter periods; find figures by month, or lower the other series to years",
                () -> Series.of("money", "USD", Period.year(2015), 1).lowered(Frequency.MONTH, Lowering.MEAN));
    }

    @Test
    void weeksStraddleMonths() {
        Refusal.of(
                DataException.class,
                "E-FREQUENCY-002 arrivals is by week and cannot be lowered to months: weeks straddle their ends, so no month is made of whole"
                        + " weeks; find figures by day or by month",
                () -> Series.of("arrivals", "persons", Period.parse("2015-W01"), new double[60])
                        .lowered(Frequency.MONTH, Lowering.SUM));
        Refusal.of(
                DataException.class,
                "E-FREQUENCY-002 arrivals is by period and cannot be lowered to years: plain numbers have no calendar; name its periods by"
                        + " date",
                () -> Series.of("arrivals", "persons", Period.ordinal(1), new double[60])
                        .lowered(Frequency.ANNUAL, Lowering.SUM));
    }

    @Test
    void aSeriesWithoutAWholeYearIsRefused() {
        Refusal.of(
                DataException.class,
                "E-FREQUENCY-003 asylum, GE runs from 2015-02 to 2015-12 and reaches over no year as its sum needs it; take a longer series,"
                        + " or another frequency",
                () -> months(2015, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).lowered(Frequency.ANNUAL, Lowering.SUM));
        assertEquals(
                11,
                months(2015, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
                        .lowered(Frequency.ANNUAL, Lowering.LAST)
                        .value(0));
    }

    @ParameterizedTest
    @CsvSource({"%", "percent of GDP", "KGS per USD", "per 1000", "share of detections", "'LCU per US$, period average'"
    })
    void theSumOfARateIsRefused(String unit) {
        Series rate = Series.of("rate", unit, Period.quarter(2015, 1), 1, 2, 3, 6);
        Refusal.of(
                DataException.class,
                "E-FREQUENCY-004 rate is in '" + unit
                        + "', and the sum of a rate over quarters means nothing; lower what it is a ratio of and"
                        + " divide then, or take its mean, first or last",
                () -> rate.lowered(Frequency.ANNUAL, Lowering.SUM));
        assertEquals(3, rate.lowered(Frequency.ANNUAL, Lowering.MEAN).value(0));
    }

    @Test
    void aCubeIsLoweredKeyByKeyAndSummingCommutes() {
        Random random = new Random(5);
        ObservationsBuilder builder = Observations.of("asylum", "persons", List.of("geo", "sex"));
        for (int t = 0; t < 24; t++) {
            for (String geo : List.of("AT", "DE")) {
                for (String sex : List.of("F", "M")) {
                    builder.add(List.of(geo, sex), Period.month(2015, 1).plus(t), random.nextInt(100));
                }
            }
        }
        Observations cube = builder.build(Source.named("test"));
        Observations years = cube.lowered(Frequency.ANNUAL, Lowering.SUM);
        assertEquals(
                "96 rows read, 8 used; 88 lowered to years by the sum",
                years.audit().toString());
        assertThat(years.notes()).isEmpty();
        for (String geo : List.of("AT", "DE")) {
            assertEquals(
                    cube.totalOver("sex").where("geo", geo).series().lowered(Frequency.ANNUAL, Lowering.SUM),
                    years.totalOver("sex").where("geo", geo).series());
        }
        assertEquals(
                cube.where("sex", "F").panel("geo").lowered(Frequency.ANNUAL, Lowering.SUM),
                years.where("sex", "F").panel("geo"));
        assertSame(cube, cube.lowered(Frequency.MONTH, Lowering.SUM));
    }

    @Test
    void aPartialYearOfACubeIsMissingWithANote() {
        Observations cube = Observations.of("asylum", "persons", List.of("geo"))
                .add(List.of("AT"), Period.quarter(2015, 1), 1)
                .add(List.of("AT"), Period.quarter(2015, 2), 1)
                .add(List.of("AT"), Period.quarter(2018, 3), 1)
                .build(Source.named("test"));
        Observations years = cube.lowered(Frequency.ANNUAL, Lowering.SUM);
        assertEquals(
                List.of(Period.year(2015), Period.year(2018)),
                years.stream().map(Observation::period).toList());
        assertThat(years.stream())
                .allMatch(o -> Double.isNaN(o.value()) && o.flags().equals(Set.of(Flag.ABSENT)));
        assertThat(years.notes())
                .hasToString(
                        "[W-FREQUENCY-001 asylum was lowered to years by the sum; 2 of 2 cells have no figure, because a part of theirs has"
                                + " none]");
    }

    @Test
    void flagsOfAMissingValueMustSayWhy() {
        Refusal.argument(
                "q has no value in 2015; a missing value needs a flag that says why",
                () -> Series.of("q", "u", Period.year(2015), new double[] {Double.NaN}, List.of(NONE)));
        Refusal.argument(
                "q has 1 values, so it needs as many sets of flags, got 0",
                () -> Series.of("q", "u", Period.year(2015), new double[] {1}, List.of()));
    }
}
