package org.migrationimpact.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Status;
import org.migrationimpact.measure.MeasureInventory;

class VintageRangeTest {

    private static final Period START = Period.month(2011, 1);

    private static Series edition(IntToDoubleFunction more) {
        Random random = new Random(7);
        return Series.of(
                "n",
                "persons",
                Period.month(2009, 1),
                IntStream.range(0, 48)
                        .mapToDouble(i -> 1000 + 20 * random.nextGaussian() + more.applyAsDouble(i))
                        .toArray());
    }

    private static Series step(double size) {
        return edition(i -> i < 24 ? 0 : size);
    }

    private static CheckResult check(Series here, Series there) {
        return new VintageRange(there).check(BeforeAfter.at(START), here);
    }

    @Test
    void theSameEditionGivesTheSameAnswer() {
        CheckResult result = check(step(300), step(300));
        assertEquals(Status.PASSED, result.status());
        assertEquals(0, result.deduction());
        assertEquals(2, result.evidence().size());
        assertThat(result.reason())
                .contains(
                        "in this edition and ",
                        "0 of 48 common periods are revised: sign, size and significance do not depend on the edition");
    }

    @Test
    void anEffectThatIsHalvedDependsOnTheEditionByItsSize() {
        CheckResult result = check(step(300), step(120));
        assertEquals(Status.FAILED, result.status());
        assertEquals(1, result.deduction());
        assertThat(result.reason())
                .contains("24 of 48 common periods are revised")
                .endsWith(": its size depends on the edition");
        assertEquals(Status.PASSED, check(step(300), step(200)).status());
    }

    @Test
    void signAndSignificanceAreToldApart() {
        assertThat(check(step(300), step(-300)).reason()).endsWith(": its sign depends on the edition");
        assertThat(check(step(300), edition(i -> i < 24 ? 0 : i % 8 < 4 ? 2200 : -1800))
                        .reason())
                .endsWith("its significance depends on the edition");
    }

    @Test
    void exchangingTheEditionsFindsTheSame() {
        assertEquals(
                check(step(300), step(120)).status(),
                check(step(120), step(300)).status());
    }

    @Test
    void aMonthThatOnlyOneEditionHasIsCountedApart() {
        Series longer = step(300);
        Series shorter = longer.between(Period.month(2009, 1), Period.month(2012, 10));
        assertThat(check(longer, shorter).reason())
                .contains("0 of 46 common periods are revised, 2 more have a figure in one edition only: ");
    }

    @Test
    void anEditionThatCannotAnswerIsNotApplicable() {
        Series early = step(300).between(Period.month(2009, 1), Period.month(2010, 6));
        CheckResult result = check(step(300), early);
        assertEquals(Status.NOT_APPLICABLE, result.status());
        assertEquals("the other edition does not allow the same design", result.reason());
        assertEquals(
                "this edition is in persons and the other in thousand persons; it takes two editions in one unit",
                check(step(300), step(300).map("thousand persons", value -> value / 1000))
                        .reason());
    }

    @Test
    void effectsInTwoUnitsAreNoEditionsOfEachOther() {
        Series persons = step(300);
        Series thousands = persons.map("thousand persons", value -> value / 1000);
        Refusal.argument(
                "two editions need effects in one unit, got persons and thousand persons",
                () -> VintageRange.between(
                        BeforeAfter.at(START).fit(persons),
                        BeforeAfter.at(START).fit(thousands)));
    }

    @Test
    void anAssessmentTakesTheOtherEditionAmongItsChecks() {
        Assessed assessed = Assessment.of(MeasureInventory.standard().get("M034"), step(300))
                .edition(step(-300))
                .edition(step(120))
                .run();
        assertThat(assessed.checks())
                .filteredOn(result -> result.name().equals("choice of the edition"))
                .singleElement()
                .satisfies(result -> assertEquals(Status.FAILED, result.status()));
    }
}
