package org.migrationimpact.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class RatioTest {

    private static final Series APPLICANTS =
            Series.of("asylum, GE", "applicants", Period.year(2015), 7_000, 8_000, 10_000);
    private static final Series PEOPLE = Series.of("population, GE", "persons", Period.year(2014), 3.5e6, 3.5e6, 4e6);

    @Test
    void perThousandOverThePeriodsThatBothCover() {
        assertEquals(
                Series.of("asylum, GE", "applicants per 1,000 persons", Period.year(2015), 2, 2),
                Ratio.per(1000).of(APPLICANTS, PEOPLE));
        assertEquals(
                "applicants per persons", Ratio.plain().of(APPLICANTS, PEOPLE).unit());
        assertEquals(
                "applicants per 0.5 persons",
                Ratio.per(0.5).of(APPLICANTS, PEOPLE).unit());
    }

    @Test
    void percentOfSomethingInTheSameUnit() {
        Series money = Series.of("remittances", "million USD", Period.year(2015), 25);
        Series gdp = Series.of("GDP", "million USD", Period.year(2015), 200);
        assertEquals(Series.of("remittances", "% of GDP", Period.year(2015), 12.5), Ratio.percent(money, gdp));
        Refusal.of(
                DataException.class,
                "E-RATIO-003 remittances is in million USD and GDP in USD; a share needs one unit: bring both to the same currency and scale"
                        + " first",
                () -> Ratio.percent(money, gdp.map("USD", v -> v * 1e6)));
    }

    @Test
    void aRatioDoesNotDependOnTheScaleOfBoth() {
        assertEquals(
                Ratio.plain().of(APPLICANTS, PEOPLE).values()[0],
                Ratio.plain()
                        .of(APPLICANTS.map("k", v -> v / 1024), PEOPLE.map("k", v -> v / 1024))
                        .values()[0]);
    }

    @Test
    void whatIsMissingInEitherIsMissingAndFlagsAreUnited() {
        Series a = Series.of(
                "a",
                "u",
                Period.year(2015),
                new double[] {1, Double.NaN, 3},
                List.of(Set.of(Flag.BREAK), Set.of(Flag.SUPPRESSED), Set.of()));
        Series b = Series.of(
                "b",
                "v",
                Period.year(2015),
                new double[] {2, 0, Double.NaN},
                List.of(Set.of(Flag.ESTIMATED), Set.of(), Set.of(Flag.NOT_AVAILABLE)));
        Series ratio = Ratio.plain().of(a, b);
        assertThat(ratio.values()).containsExactly(0.5, Double.NaN, Double.NaN);
        assertEquals(Set.of(Flag.BREAK, Flag.ESTIMATED), ratio.flags(0));
        assertEquals(Set.of(Flag.SUPPRESSED), ratio.flags(1));
        assertEquals(Set.of(Flag.NOT_AVAILABLE), ratio.flags(2));
    }

    @Test
    void whatCannotBeDividedIsRefused() {
        Refusal.of(
                DataException.class,
                "E-RATIO-001 asylum, GE is by year and months by month; a ratio needs one frequency: lower the one with the shorter periods",
                () -> Ratio.plain().of(APPLICANTS, Series.of("months", "u", Period.month(2015, 1), 1)));
        Refusal.of(
                DataException.class,
                "E-RATIO-001 asylum, GE runs from 2015 to 2017 and old from 1990 to 1990; a ratio needs periods that both cover",
                () -> Ratio.plain().of(APPLICANTS, Series.of("old", "u", Period.year(1990), 1)));
        Refusal.of(
                DataException.class,
                "E-RATIO-002 orders is 0.0 in 2016; the denominator of a ratio must be above 0",
                () -> Ratio.plain().of(APPLICANTS, Series.of("orders", "u", Period.year(2015), 1, 0, 2)));
        Refusal.argument("the scale of a ratio is above 0 and finite, got 0.0", () -> Ratio.per(0));
        Refusal.argument("the scale of a ratio is above 0 and finite, got NaN", () -> Ratio.per(Double.NaN));
    }
}
