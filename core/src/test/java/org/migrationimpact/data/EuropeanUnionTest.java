package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EuropeanUnionTest {

    private static final Country CROATIA = Country.of("HR");

    @ParameterizedTest
    @CsvSource({
        "1957-12-31,0,",
        "1958-01-01,6,",
        "1973-01-01,9,",
        "1981-01-01,10,",
        "1986-01-01,12,EU12",
        "1995-01-01,15,EU15",
        "2004-04-30,15,EU15",
        "2004-05-01,25,EU25",
        "2006-12-31,25,EU25",
        "2007-01-01,27,EU27_2007",
        "2013-06-30,27,EU27_2007",
        "2013-07-01,28,EU28",
        "2020-01-31,28,EU28",
        "2020-02-01,27,EU27_2020"
    })
    void membersAndAggregateFollowTheDate(LocalDate day, int members, String aggregate) {
        assertEquals(members, EuropeanUnion.members(day).size());
        assertEquals(
                Optional.ofNullable(aggregate), EuropeanUnion.aggregate(day).map(Aggregate::code));
    }

    @Test
    void aCountryIsAThirdCountryUntilTheDayItJoins() {
        assertThat(EuropeanUnion.hasMember(CROATIA, LocalDate.of(2013, 6, 30))).isFalse();
        assertThat(EuropeanUnion.hasMember(CROATIA, LocalDate.of(2013, 7, 1))).isTrue();
        assertThat(EuropeanUnion.joined(Country.of("MD"))).isEmpty();
        assertThat(EuropeanUnion.left(Country.of("GB"))).contains(LocalDate.of(2020, 2, 1));
        assertThat(EuropeanUnion.left(CROATIA)).isEmpty();
    }

    @Test
    void aSeriesInWhichAnOriginJoinsIsWarnedOf() {
        assertThat(EuropeanUnion.warnings(CROATIA, Period.year(2008), Period.year(2019)))
                .hasToString(
                        "[W-UNION-001 Croatia joined the European Union on 2013-07-01; in these figures it is a third country before and a"
                                + " member after]");
        assertThat(EuropeanUnion.warnings(Country.of("GB"), Period.month(2019, 1), Period.month(2021, 1)))
                .hasToString(
                        "[W-UNION-001 United Kingdom is outside the European Union since 2020-02-01; in these figures it is a member before"
                                + " and a third country after]");
        assertThat(EuropeanUnion.warnings(CROATIA, Period.month(2013, 7), Period.month(2019, 1)))
                .isEmpty();
        assertThat(EuropeanUnion.warnings(Country.of("RO"), Period.year(2007), Period.year(2019)))
                .isEmpty();
        assertThat(EuropeanUnion.warnings(Country.of("MD"), Period.year(1950), Period.year(2019)))
                .isEmpty();
    }

    @Test
    void aTotalOfTheUnionIsWarnedOfWhereItsMembersChange() {
        assertThat(EuropeanUnion.warning(Period.year(2006), Period.year(2021)))
                .get()
                .hasToString(
                        "W-UNION-001 from 2006 to 2021 the members of the European Union change on 2007-01-01 (BG, RO join); 2013-07-01 (HR"
                                + " joins); 2020-02-01 (GB leaves); in these figures it is not the same countries throughout; take an"
                                + " aggregate with fixed members, such as EU27_2020");
        assertThat(EuropeanUnion.warning(Period.year(2014), Period.year(2019))).isEmpty();
    }
}
