package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class AdoptionPanelTest {

    private static final Optional<Period> NEVER = Optional.empty();
    private static final Optional<Period> IN_2011 = Optional.of(Period.year(2011));

    private static List<Period> years(int... years) {
        return Arrays.stream(years).mapToObj(Period::year).toList();
    }

    private static AdoptionColumns three() {
        return AdoptionColumns.of(
                List.of("MD", "GE", "MD", "GE", "AL"),
                years(2011, 2010, 2010, 2011, 2011),
                new double[] {1, 2, 3, 4, 5},
                List.of(IN_2011, NEVER, IN_2011, NEVER, NEVER));
    }

    @Test
    void rowsComeInOrderOfCohortUnitAndPeriod() throws Exception {
        AdoptionPanel panel = three().named("arrivals", "persons").panel();
        assertEquals(List.of("MD", "AL", "GE"), panel.units());
        assertEquals(years(2010, 2011), panel.periods());
        assertEquals(years(2011), panel.cohorts());
        assertEquals(IN_2011, panel.firstTreated(0));
        assertEquals(NEVER, panel.firstTreated(2));
        double[] outcomes = new double[panel.size()];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = panel.outcome(row);
        }
        assertArrayEquals(new double[] {3, 1, 5, 2, 4}, outcomes);
        assertEquals(
                "arrivals [persons], 3 units in 2 periods from 2010 to 2011, 1 cohorts, 2 never treated",
                Serialized.copy(panel).toString());
    }

    @Test
    void aPanelOfSeriesKeepsWhyAValueIsMissing() {
        Series moldova = Series.of(
                "MD",
                "persons",
                Period.year(2010),
                new double[] {1, Double.NaN, Double.NaN, Double.NaN},
                List.of(Set.of(), Set.of(Flag.SUPPRESSED), Set.of(Flag.NOT_AVAILABLE), Set.of(Flag.ABSENT)));
        Series georgia = Series.of("GE", "persons", Period.year(2010), 5, 6);
        AdoptionPanel panel = AdoptionPanel.of(new Panel(List.of(moldova, georgia)), Map.of("MD", Period.year(2011)));
        assertEquals(
                "5 rows read, 3 used; 1 suppressed outcome, 1 missing outcome",
                panel.sample().toString());
        assertEquals("persons", panel.unit());
        assertEquals(IN_2011, panel.firstTreated(0));
        Refusal.of(
                InputException.class,
                "E-DID-001 there is no unit XX to be treated; the units are MD, GE",
                () -> AdoptionPanel.of(new Panel(List.of(moldova, georgia)), Map.of("XX", Period.year(2011))));
    }

    @Test
    void rowsWithoutAValueAreCountedByReason() {
        AdoptionPanel panel = AdoptionColumns.of(
                        List.of("A", "A", "B", "B"),
                        years(2010, 2011, 2010, 2011),
                        new double[] {1, Double.NaN, 3, 4},
                        List.of(IN_2011, IN_2011, NEVER, NEVER))
                .covariate("gdp", new double[] {1, Double.NaN, Double.NaN, 2})
                .weight(new double[] {1, 1, 1, 0})
                .covariate("age", new double[] {1, 1, 1, 1})
                .panel();
        assertEquals(
                "4 rows read, 1 used; 1 missing outcome, 1 missing gdp, 1 weight 0",
                panel.sample().toString());
        assertEquals(List.of("A"), panel.units());
        assertEquals(List.of("gdp", "age"), panel.covariates());
        assertArrayEquals(new double[] {1}, panel.covariate("gdp"));
    }

    @Test
    void whatOnlyUnitsSeenThroughoutCanAnswerIsAskedOfThem() {
        AdoptionPanel panel = three().panel();
        assertFalse(panel.isBalanced());
        AdoptionPanel balanced = panel.balanced();
        assertTrue(balanced.isBalanced());
        assertEquals(List.of("MD", "GE"), balanced.units());
        assertEquals(
                "5 rows read, 4 used; 1 of units not seen in every period",
                balanced.sample().toString());
        Refusal.of(
                DataException.class,
                "E-DID-015 no unit of outcome has a row in all 2 periods from 2010 on; compare pair-wise, or hand in fewer"
                        + " periods",
                () -> AdoptionColumns.of(
                                List.of("A", "B"), years(2010, 2011), new double[] {1, 2}, List.of(NEVER, IN_2011))
                        .panel()
                        .balanced());
    }

    @Test
    void twoRowsOfOneUnitAndPeriodAreRefusedWithTheirNumbers() {
        Refusal.of(
                InputException.class,
                "E-DID-007 A has 3 rows in 2010: rows 1, 3, 4, and 1 more rows of other units and periods stand there"
                        + " again; a unit has one row in a period: remove the others, or take sums before",
                () -> AdoptionColumns.of(
                                List.of("A", "B", "A", "A", "B"),
                                years(2010, 2010, 2010, 2010, 2010),
                                new double[] {1, 2, 3, Double.NaN, 5},
                                List.of(NEVER, NEVER, NEVER, NEVER, NEVER))
                        .panel());
    }

    @Test
    void aUnitHasOneFirstTreatedPeriodAndOneCluster() {
        Refusal.of(
                InputException.class,
                "E-DID-006 A is first treated in 2011 in row 1 and never in row 2; it is the same in all rows of a unit",
                () -> AdoptionColumns.of(
                                List.of("A", "A"), years(2010, 2011), new double[] {1, 2}, List.of(IN_2011, NEVER))
                        .panel());
        Refusal.of(
                InputException.class,
                "E-DID-006 MD lies in the cluster east in row 1 and west in row 3; it is the same in all rows of a unit",
                () -> three().clusteredBy("region", List.of("east", "east", "west", "east", "west"))
                        .panel());
    }

    @Test
    void thereIsOneKindOfClustersBesidesTheUnit() {
        List<String> region = List.of("east", "east", "east", "east", "west");
        AdoptionColumns clustered = three().clusteredBy("region", region);
        assertEquals(2, clustered.panel().clusters());
        assertEquals(Optional.of("region"), clustered.panel().clusterName());
        Refusal.of(
                InputException.class,
                "E-DID-004 clusters by 'region' and by 'state' were asked for; besides the unit there can be one kind:"
                        + " leave one out",
                () -> clustered.clusteredBy("state", region));
    }

    @Test
    void columnsThatCannotBeAreRefused() {
        Refusal.of(
                InputException.class,
                "E-DID-003 the covariate 'x' was given twice",
                () -> three().covariate("x", new double[5]).covariate("x", new double[5]));
        Refusal.of(
                InputException.class,
                "E-DID-005 x of GE in 2010 (row 2) is Infinity; values are finite",
                () -> three().covariate("x", new double[] {0, Double.POSITIVE_INFINITY, 0, 0, 0})
                        .panel());
        Refusal.of(
                InputException.class,
                "E-DID-010 the weight of MD in 2010 (row 3) is -1.0; weights are finite and 0 or more",
                () -> three().weight(new double[] {1, 1, -1, 1, 1}).panel());
        Refusal.of(
                InputException.class,
                "E-DID-009 row 1 is of the month 2011-01, row 1 of the year 2010; periods and first treated periods are of"
                        + " one frequency",
                () -> AdoptionColumns.of(
                                List.of("A"),
                                years(2010),
                                new double[] {1},
                                List.of(Optional.of(Period.month(2011, 1))))
                        .panel());
        Refusal.of(
                DataException.class,
                "E-DID-008 none of the 1 rows of outcome has a value in every column that is needed; there is nothing to"
                        + " estimate from",
                () -> AdoptionColumns.of(List.of("A"), years(2010), new double[] {Double.NaN}, List.of(NEVER))
                        .panel());
        assertEquals(
                "there are 5 outcomes and 2 weights",
                assertThrows(IllegalArgumentException.class, () -> three().weight(new double[] {1, 2}))
                        .getMessage());
    }
}
