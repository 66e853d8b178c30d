package org.migrationimpact.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Source;

class ReportingTest {

    /** So many origins in each year from 2000 on. */
    private static ObservationsBuilder origins(int... numbers) {
        ObservationsBuilder table = Observations.of("applications", "persons", List.of("origin"));
        for (int year = 0; year < numbers.length; year++) {
            for (int origin = 0; origin < numbers[year]; origin++) {
                table.add(List.of("O" + origin), Period.year(2000 + year), 7);
            }
        }
        return table;
    }

    private static Reporting of(ObservationsBuilder table) {
        return Reporting.of(table.build(Source.named("t")), "origin");
    }

    @Test
    void originsThatBeginTogetherAreSeenWithTheirDateAndNames() {
        Reporting reporting = of(origins(10, 10, 11, 10, 15, 15, 14, 15));
        assertEquals(1, reporting.changes().size());
        Reporting.Change change = reporting.changes().get(0);
        assertEquals(new Reporting.Count(Period.year(2003), 10), change.before());
        assertEquals(new Reporting.Count(Period.year(2004), 15), change.after());
        assertEquals(List.of("O10", "O11", "O12", "O13", "O14"), change.begun());
        assertEquals(
                "codes of origin with a value: from 10 in 2003 to 15 in 2004 (5 begin: O10, O11, O12, O13, O14, 0 stop)",
                reporting.toString());
    }

    @Test
    void originsThatStopTogetherAreSeen() {
        assertThat(of(origins(15, 15, 14, 15, 10, 10, 11)).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.stopped()).hasSize(5));
    }

    @Test
    void aSteadyGrowthAndAnOutlierAreNoSuddenChange() {
        assertEquals(
                "codes of origin with a value: no sudden change over 8 periods",
                of(origins(10, 13, 16, 19, 22, 25, 28, 31)).toString());
        assertThat(of(origins(10, 10, 10, 20, 10, 10, 10)).changes()).isEmpty();
        assertThat(of(origins(10, 20, 20, 20)).changes()).isEmpty();
    }

    @Test
    void aRowWithoutAFigureDoesNotReport() {
        ObservationsBuilder table = origins(10, 10, 10, 15, 15, 15);
        for (int origin = 10; origin < 15; origin++) {
            table.add(List.of("O" + origin), Period.year(2000), Double.NaN, Set.of(Flag.SUPPRESSED), 1);
        }
        assertEquals(10, of(table).counts().get(0).codes());
    }

    @Test
    void theOrderOfTheRowsMakesNoDifference() {
        int[] numbers = {10, 10, 11, 10, 15, 15, 14, 15};
        ObservationsBuilder backwards = Observations.of("applications", "persons", List.of("origin"));
        for (int year = numbers.length - 1; year >= 0; year--) {
            for (int origin = 0; origin < numbers[year]; origin++) {
                backwards.add(List.of("O" + origin), Period.year(2000 + year), 7);
            }
        }
        assertEquals(of(origins(numbers)), of(backwards));
    }

    @Test
    void mixedFrequenciesAndUnknownDimensionsAreRefused() {
        Refusal.of(
                DataException.class,
                "E-REPORTING-001 applications mixes frequencies (year, month); keep the periods of one of them to see when series begin"
                        + " and stop",
                () -> of(origins(3).add(List.of("O1"), Period.month(2001, 1), 3)));
        Refusal.of(
                InputException.class,
                "E-OBS-001 there is no dimension 'coder'; there is origin",
                () -> Reporting.of(origins(3).build(Source.named("t")), "coder"));
    }
}
