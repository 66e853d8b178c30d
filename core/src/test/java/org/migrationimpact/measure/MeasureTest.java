package org.migrationimpact.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.Confidence;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

class MeasureTest {

    private static Measure from(String date) {
        return Measure.named("X1", "Centre").inForceFrom(date);
    }

    private static Measure centre() {
        return Measure.named("X1", "Information centre in Chisinau")
                .withPartners("Moldova", "EU")
                .issuedBy("CZ")
                .underParagraphs("h5", "l", "f9")
                .announcedOn("2012-03")
                .inForceFrom("2012-09-01")
                .withSource("own records", Confidence.CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-15, MONTH, 2011-01, 2010-12",
        "2010-12-01, MONTH, 2010-12,",
        "2010-12, MONTH, 2010-12,",
        "2015-01-01, ANNUAL, 2015,",
        "2015-01-02, ANNUAL, 2016, 2015",
        "2015-08-12, ANNUAL, 2016, 2015",
        "2015-08-12, HALF_YEAR, 2016-S1, 2015-S2",
        "2015-08-12, QUARTER, 2015-Q4, 2015-Q3",
        "2015-07, QUARTER, 2015-Q3,",
        "2015-08, QUARTER, 2015-Q4, 2015-Q3",
        "2015-08-12, WEEK, 2015-W34, 2015-W33",
        "2015-08-10, WEEK, 2015-W33,",
        "2015-08-12, DAY, 2015-08-12,",
        "2022, ANNUAL, 2022,"
    })
    void theFirstTreatedPeriodIsTheFirstThatLiesWhollyInForce(
            String inForce, Frequency frequency, String first, String partly) {
        assertEquals(Period.parse(first), from(inForce).firstTreated(frequency));
        assertEquals(
                partly == null ? List.of() : List.of(Period.parse(partly)),
                from(inForce).partlyTreated(frequency).stream().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2022,MONTH,year,month",
        "2022,HALF_YEAR,year,half-year",
        "2022-05,WEEK,month,week",
        "2022-05,DAY,month,day"
    })
    void aDateTooCoarseForTheSeriesIsRefused(String inForce, Frequency frequency, String known, String noun) {
        DataException refusal =
                assertThrows(DataException.class, () -> from(inForce).firstTreated(frequency));
        assertEquals("E-MEASURE-002", refusal.code());
        assertEquals(
                "X1 is in force from " + inForce + ", known only to the " + known
                        + "; that is too coarse for a series by " + noun
                        + ": take coarser data, or give the day yourself with inForceFrom(...)",
                refusal.getMessage());
        assertThrows(DataException.class, () -> from(inForce).partlyTreated(frequency));
    }

    @Test
    void aMeasureWithoutADateInForceIsRefused() {
        Measure undated = Measure.named("X1", "Centre").announcedOn("2010");
        DataException refusal = assertThrows(DataException.class, () -> undated.firstTreated(Frequency.ANNUAL));
        assertEquals("E-MEASURE-003", refusal.code());
        assertEquals(
                "X1 has no date in force; without it nothing is before or after: give one with inForceFrom(...)",
                refusal.getMessage());
    }

    @Test
    void anOrdinalSeriesHasNoPlaceForADate() {
        assertThrows(DataException.class, () -> from("2010-12-15").firstTreated(Frequency.ORDINAL));
    }

    @Test
    void aMeasureOfOnesOwnKeepsWhatItIsTold() {
        Measure centre = centre();
        assertEquals("X1", centre.id());
        assertEquals("Information centre in Chisinau", centre.title());
        assertEquals(List.of(new Party("MD"), new Party("EU")), centre.partners());
        assertEquals(List.of(new Party("CZ")), centre.issuers());
        assertEquals(List.of("h5", "l", "f9"), centre.paragraphs());
        assertEquals(List.of(Objective.H5, Objective.F9), centre.objectives());
        assertThat(centre.announced()).contains(PartialDate.parse("2012-03"));
        assertThat(centre.adopted()).isEmpty();
        assertThat(centre.inForce()).contains(PartialDate.parse("2012-09-01"));
        assertThat(centre.repealed()).isEmpty();
        assertEquals("own records", centre.source());
        assertEquals(Confidence.CONFIRMED, centre.confidence());
        assertThat(centre.hasPartner(Country.of("MD"))).isTrue();
        assertThat(centre.hasPartner(Country.of("DE"))).isFalse();
    }

    @Test
    void aMeasurePrintsInOneLine() {
        assertEquals(
                "X1 Information centre in Chisinau; CZ with MD, EU; announced 2012-03, in force 2012-09-01 (confirmed)",
                centre().toString());
        assertEquals(
                "X1 Centre; no date (unconfirmed)",
                Measure.named("X1", "Centre").toString());
        assertEquals(
                "X1 Centre; MD; repealed 2010 (unconfirmed)",
                Measure.named("X1", "Centre")
                        .withPartners("MD")
                        .repealedOn("2010")
                        .toString());
    }

    @Test
    void withGivesACopyAndLeavesTheMeasureAsItWas() {
        Measure centre = Measure.named("X1", "Centre");
        Measure dated = centre.inForceFrom("2012");
        assertThat(centre.inForce()).isEmpty();
        assertNotEquals(centre, dated);
        assertEquals(dated, centre.inForceFrom("2012"));
        assertEquals(dated.hashCode(), centre.inForceFrom("2012").hashCode());
    }

    @Test
    void aRepealBeforeTheStartIsRefused() {
        InputException refusal =
                assertThrows(InputException.class, () -> from("2012-05-01").repealedOn("2012-04"));
        assertEquals("E-MEASURE-005", refusal.code());
        assertEquals(
                "X1 would be repealed (2012-04) before it is in force (2012-05-01); mend one of the dates",
                refusal.getMessage());
        assertThat(from("2012-05-01").repealedOn("2012").repealed()).isPresent();
    }

    @Test
    void aPartyIsACountryOrABodyInCapitals() {
        assertEquals("Moldova", Party.of("MDA").name());
        assertEquals("EAEU", Party.of("EAEU").name());
        assertThat(Party.of("EAEU").country()).isEmpty();
        assertEquals(Party.of(Country.of("GR")), Party.of("EL"));
        assertThat(Party.of("AL")).isLessThan(Party.of("EU"));
        InputException refusal = assertThrows(InputException.class, () -> Party.of("the Union"));
        assertEquals("E-MEASURE-006", refusal.code());
        assertEquals(
                "'the Union' is neither a country nor the short name of a body of states in capitals, such as EU or EAEU",
                refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Party("eu"));
    }

    @Test
    void aCodeThatIsNoParagraphIsRefused() {
        assertThrows(InputException.class, () -> Measure.named("X1", "Centre").underParagraphs("z"));
        assertThrows(InputException.class, () -> Measure.named("X1", "Centre").underParagraphs("f12"));
        assertThrows(IllegalArgumentException.class, () -> Measure.named(" ", "Centre"));
    }

    @Test
    void aMeasureStaysItselfThroughSerialization() throws Exception {
        assertEquals(centre(), Serialized.copy(centre()));
        assertThat(Milestone.values())
                .extracting(Milestone::toString)
                .containsExactly("announced", "adopted", "in force", "repealed");
    }
}
