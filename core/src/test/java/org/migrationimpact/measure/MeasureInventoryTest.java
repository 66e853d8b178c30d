package org.migrationimpact.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.Confidence;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

class MeasureInventoryTest {

    private static final MeasureInventory STANDARD = MeasureInventory.standard();

    private static List<String> ids(MeasureInventory inventory) {
        return inventory.all().stream().map(Measure::id).toList();
    }

    @Test
    void theInventoryHolds151MeasuresWithIdsThatCountUp() {
        assertEquals(151, STANDARD.size());
        assertEquals("M001", STANDARD.all().get(0).id());
        assertThat(ids(STANDARD)).isSorted().doesNotHaveDuplicates();
        assertSame(STANDARD, MeasureInventory.standard());
    }

    @Test
    void theAlbanianWaiverIsThere() {
        Measure waiver = STANDARD.get("M034");
        assertEquals(
                "M034 Visa-free short stays: Albania; EU with AL; adopted 2010-11-08, in force 2010-12-15 (confirmed)",
                waiver.toString());
        assertEquals(Period.month(2011, 1), waiver.firstTreated(Frequency.MONTH));
        assertThat(waiver.partlyTreated(Frequency.MONTH)).contains(Period.month(2010, 12));
        assertEquals(List.of(Objective.F11, Objective.F3), waiver.objectives());
        assertThat(waiver.announced()).isEmpty();
    }

    @Test
    void everyMeasureHasADateInForcePartnersAnIssuerAndASource() {
        assertThat(STANDARD.undated().all()).isEmpty();
        assertThat(STANDARD.all()).allSatisfy(measure -> {
            assertThat(measure.partners()).isNotEmpty();
            assertThat(measure.issuers()).hasSize(1);
            assertThat(measure.paragraphs()).isNotEmpty();
            assertThat(measure.source()).isNotBlank();
        });
        assertThat(STANDARD.all().stream().flatMap(measure -> measure.partners().stream()))
                .filteredOn(party -> party.country().isEmpty())
                .extracting(Party::code)
                .containsOnly("EU");
        assertThat(STANDARD.all().stream().flatMap(measure -> measure.issuers().stream()))
                .filteredOn(party -> party.country().isEmpty())
                .extracting(Party::code)
                .containsOnly("EU", "EAEU", "EPC");
    }

    @Test
    void whichMeasuresHitMoldovaIn2014() {
        assertEquals(
                List.of("M036", "M105"),
                ids(MeasureInventory.standard().partner(Country.of("MD")).startedIn(2014)));
    }

    @Test
    void questionsNarrowTheInventory() {
        assertEquals(14, STANDARD.partner(Country.of("AL")).size());
        assertEquals(33, STANDARD.paragraph("f11").size());
        assertEquals(STANDARD.paragraph("F11"), STANDARD.objective(Objective.F11));
        assertEquals(11, STANDARD.paragraph("l").size());
        assertEquals(80, STANDARD.issuer("EU").size());
        assertEquals(List.of("M101", "M102", "M103"), ids(STANDARD.issuer("EAEU")));
        assertEquals(16, STANDARD.party("EU").size());
        assertThat(STANDARD.partner(Country.of("DE")).all()).isEmpty();
        assertThrows(InputException.class, () -> STANDARD.paragraph("x9"));
    }

    @Test
    void aRangeOfDatesTakesWhatMayLieInIt() {
        LocalDate day = LocalDate.of(2010, 12, 15);
        assertEquals(List.of("M034", "M035"), ids(STANDARD.between(day, day)));
        LocalDate midYear = LocalDate.of(2014, 6, 15);
        assertEquals(List.of("M069"), ids(STANDARD.between(midYear, midYear)));
        assertThrows(IllegalArgumentException.class, () -> STANDARD.between(day, day.minusDays(1)));
    }

    @Test
    void aMeasureIsActiveFromItsStartUntilItsRepeal() {
        Measure own = Measure.named("X1", "Trial")
                .withPartners("AL")
                .inForceFrom("2011-05")
                .repealedOn("2013-02-01");
        MeasureInventory trial = MeasureInventory.of(List.of(own));
        assertEquals(0, trial.activeIn(2010).size());
        assertEquals(1, trial.activeIn(2011).size());
        assertEquals(1, trial.activeIn(2013).size());
        assertEquals(0, trial.activeIn(2014).size());
        assertEquals(STANDARD.size(), STANDARD.activeIn(2030).size());
        assertThrows(
                IllegalArgumentException.class,
                () -> trial.activeBetween(LocalDate.of(2012, 1, 2), LocalDate.of(2012, 1, 1)));
    }

    @Test
    void anUnknownIdIsRefusedWithTheNearestOnes() {
        InputException refusal = assertThrows(InputException.class, () -> STANDARD.get("M34"));
        assertEquals("E-MEASURE-001", refusal.code());
        assertEquals(
                "'M34' is no measure of this inventory of 151; the nearest ids are M034, M134, M004",
                refusal.getMessage());
    }

    @Test
    void measuresOfOnesOwnJoinTheInventory() {
        Measure own = Measure.named("X1", "Centre").withPartners("MD").withSource("own", Confidence.PARTIAL);
        MeasureInventory together = STANDARD.with(own);
        assertEquals(152, together.size());
        assertSame(own, together.get("X1"));
        assertEquals(List.of("X1"), ids(together.undated()));
        InputException refusal = assertThrows(InputException.class, () -> together.with(own));
        assertEquals("E-MEASURE-004", refusal.code());
        assertEquals("two measures have the id X1; give one of them another id", refusal.getMessage());
    }

    @Test
    void anInventoryPrintsItsMeasures() throws Exception {
        MeasureInventory one = STANDARD.between(LocalDate.of(2014, 6, 15), LocalDate.of(2014, 6, 15));
        assertEquals(
                "1 measure\nM069 Bulgaria: fence on the Turkish border, first 30 km; BG with BG, TR; adopted 2013, in force 2014"
                        + " (confirmed)",
                one.toString());
        assertThat(STANDARD.toString()).startsWith("151 measures\nM001 ");
        assertEquals(STANDARD, Serialized.copy(STANDARD));
        assertEquals(STANDARD.hashCode(), MeasureInventory.of(STANDARD.all()).hashCode());
    }
}
