package org.migrationimpact.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Factor;

/** What panels are refused, in whole messages, and what is warned of. */
class PanelRefusalsTest {

    private static final SmallPanel PANEL = SmallPanel.unbalanced();
    private static final PanelScores SCORES = PANEL.scores();

    @Test
    void unknownGroupsAreRefusedWithTheNamesOfTheOthers() {
        Refusal.of(
                InputException.class,
                "E-CLUSTER-001 there are no groups 'corridor' to cluster by; there are [unit, year, region]; name one of them, or hand the groups"
                        + " to the model",
                () -> Clustered.by("corridor").of(SCORES));
        Refusal.of(
                InputException.class,
                "E-CLUSTER-001 there are no groups 'month' to cluster by; there are [unit, year, region]; name one of them, or hand the groups to"
                        + " the model",
                () -> Clustered.by("unit^month").of(SCORES));
    }

    @Test
    void errorsAlongTheCalendarNeedOne() {
        Refusal.of(
                InputException.class,
                "E-CLUSTER-002 these standard errors follow units along the calendar, and the model does not know unit and period of its rows;"
                        + " name both",
                () -> PanelDriscollKraay.automatic().of(PANEL.twoWay().ols()));
    }

    @Test
    void asManyCoefficientsAsRowsLeaveNothing() {
        Factor each = Factor.of("row", IntStream.range(0, PANEL.size()).toArray());
        PanelScores full = PANEL.complete(PANEL.twoWay().ols().absorbing(List.of(each)));
        Refusal.of(
                DataException.class,
                "E-CLUSTER-003 88 rows for 90 coefficients, absorbed effects among them, leave nothing for the errors; take fewer effects or more"
                        + " rows",
                () -> PanelRobust.HC1.of(full));
    }

    @Test
    void oneClusterIsNone() {
        PanelScores one = SCORES.groupedBy(List.of(Factor.of("world", new int[PANEL.size()])));
        String message =
                "E-CLUSTER-004 clustering by world needs 2 clusters or more, there is 1; cluster by something finer";
        Refusal.of(DataException.class, message, () -> Clustered.by("world").of(one));
        Refusal.of(DataException.class, message, () -> BiasReduced.by("world").of(one));
        Refusal.of(
                DataException.class,
                message,
                () -> WildClusterBootstrap.by("world", 1).test(one, "x1", 0.5));
    }

    @Test
    void onePeriodHasNoCalendar() {
        PanelScores one = SCORES.inCalendar(PANEL.unit(), new long[PANEL.size()]);
        Refusal.of(
                DataException.class,
                "E-CLUSTER-005 errors along the calendar need 2 periods or more, there is 1; cluster by the unit",
                () -> PanelNeweyWest.lags(1).of(one));
    }

    @Test
    void aUnitStandsOnceInAPeriod() {
        PanelScores twice = SCORES.inCalendar(PANEL.region(), PanelFixture.places(PANEL.column(i -> i % 9)));
        Refusal.of(
                DataException.class,
                "E-CLUSTER-006 0 stands in more than one row of place 0 of the calendar; lags of a unit need one row a period; name the finer unit,"
                        + " or take PanelDriscollKraay",
                () -> PanelNeweyWest.lags(1).of(twice));
    }

    @Test
    void exactLeveragesOfTooManyEffectsAreRefused() {
        int n = 15_000;
        Factor one =
                Factor.of("origin^year", IntStream.range(0, n).map(i -> i / 3).toArray());
        Factor other = Factor.of(
                "pair", IntStream.range(0, n).map(i -> (i + 1) % n / 3).toArray());
        double[] x = IntStream.range(0, n).mapToDouble(i -> i % 7 - 3).toArray();
        PanelScores scores = PanelScores.of(List.of("x"), new double[][] {x}, x, new double[][] {{1}})
                .absorbing(List.of(one, other));
        Refusal.of(
                EstimationException.class,
                "E-CLUSTER-007 exact leverages of 15000 rows need 5000 levels of [pair], which are not nested in the clusters, in one dense"
                        + " matrix; that is more than is feasible; take Clustered (CR1) or PanelRobust.HC1, whose warnings say whether clusters are few",
                () -> PanelRobust.HC3.of(scores));
    }

    @Test
    void clustersTooLargeForEigenvaluesAreRefused() {
        int n = 4000;
        Factor half = Factor.of("half", IntStream.range(0, n).map(i -> i % 2).toArray());
        Factor month = Factor.of("month", IntStream.range(0, n).map(i -> i / 2).toArray());
        double[] x = IntStream.range(0, n).mapToDouble(i -> i % 7 - 3).toArray();
        PanelScores scores = PanelScores.of(List.of("x"), new double[][] {x}, x, new double[][] {{1}})
                .absorbing(List.of(month))
                .groupedBy(List.of(half));
        Refusal.of(
                EstimationException.class,
                "E-CLUSTER-008 clustered by half, CR2, Satterthwaite's t needs the eigenvalues of 2000 × 2000 numbers for one cluster, and takes"
                        + " 1500 at most; take Clustered (CR1) or finer clusters",
                () -> BiasReduced.by("half").of(scores));
    }

    @Test
    void endsOfCorridorsWithoutACommonCountryAreRefused() {
        Refusal.of(
                InputException.class,
                "E-CLUSTER-009 'unit' and 'year' have no label in common, so no country is at both ends; write countries the same way in both, or"
                        + " cluster by 'unit' and 'year'",
                () -> Dyadic.of("unit", "year")
                        .of(SCORES.groupedBy(List.of(PANEL.factor("year", i -> 2000 + i % 9)))
                                .absorbing(List.of())));
    }

    @Test
    void argumentsAreChecked() {
        Refusal.argument(
                "errors are clustered by 1 to 4 different groups, got [unit, unit]",
                () -> Clustered.by("unit", "unit"));
        Refusal.argument("errors are clustered by 1 to 4 different groups, got []", () -> Clustered.by(new String[0]));
        Refusal.argument(
                "the two ends of a corridor need different names, got 'unit' twice", () -> Dyadic.of("unit", "unit"));
        Refusal.argument("lags must be 0 or more, got -1", () -> PanelNeweyWest.lags(-1));
        Refusal.argument(
                "there is no coefficient 'x3'; there are [x1, x2]",
                () -> Clustered.by("unit").of(SCORES).standardError("x3"));
        Refusal.argument(
                "a weight is finite and above 0, got 0.0 in row 0", () -> SCORES.weighted(new double[PANEL.size()]));
        Refusal.argument("weights: 1 rows for 88 residuals", () -> SCORES.weighted(1));
        Refusal.argument(
                "2 names need as many columns and rows of the bread, got 1 and 2",
                () -> PanelScores.of(SmallPanel.NAMES, new double[1][3], new double[3], new double[2][2]));
    }

    @Test
    void fewAndUnevenClustersAreWarnedOf() {
        assertEquals(
                List.of(
                        "W-CLUSTER-001 errors clustered by unit rest on 12 clusters; below 40 intervals tend to be too narrow; take BiasReduced (CR2)"
                                + " or WildClusterBootstrap",
                        "W-CLUSTER-002 12 clusters of unit weigh like 4.8 equal ones in 'x2', 7 alone has 35 % of the weight; take BiasReduced (CR2)"
                                + " or WildClusterBootstrap"),
                Clustered.by("unit").of(SCORES).warnings().stream()
                        .map(Warning::toString)
                        .toList());
    }

    @Test
    void lagsLongerThanAFifthOfThePeriodsAreWarnedOf() {
        assertEquals(
                List.of(
                        "W-CLUSTER-004 2 lags in 9 periods are more than a fifth of them; the errors tend to be too small; take fewer lags or cluster by"
                                + " the unit"),
                PanelDriscollKraay.automatic().of(SCORES).warnings().stream()
                        .map(Warning::toString)
                        .toList());
    }
}
