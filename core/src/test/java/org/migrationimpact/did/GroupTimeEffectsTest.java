package org.migrationimpact.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;

class GroupTimeEffectsTest {

    private static final MultiplierBootstrap FEW_DRAWS = MultiplierBootstrap.rademacher(99, 1);

    /** Rows of a made panel: unit, year, first treated year (0 never), covariate, outcome, weight. */
    private static List<double[]> made(long seed, int units, int years, double absent) {
        Random random = new Random(seed);
        List<double[]> rows = new ArrayList<>();
        int[] cohorts = {0, 0, 2003, 2004, 2006};
        for (int u = 0; u < units; u++) {
            double x = random.nextGaussian();
            double level = random.nextGaussian();
            int first = cohorts[random.nextInt(cohorts.length)];
            for (int t = 0; t < years; t++) {
                int year = 2000 + t;
                double effect = first > 0 && year >= first ? 1 + 0.2 * (year - first) : 0;
                double y = level + 0.1 * t + 0.1 * t * x + effect + random.nextGaussian();
                if (random.nextDouble() >= absent) {
                    rows.add(new double[] {u + 100, year, first, x, y, 1});
                }
            }
        }
        return rows;
    }

    private static double[] column(List<double[]> rows, int j) {
        return rows.stream().mapToDouble(row -> row[j]).toArray();
    }

    private static AdoptionPanel panel(List<double[]> rows) {
        return Staggered.columns(column(rows, 0), column(rows, 1), column(rows, 4), column(rows, 2))
                .covariate("x", column(rows, 3))
                .weight(column(rows, 5))
                .panel();
    }

    private static AdoptionPanel crossSections(List<double[]> rows) {
        return AdoptionColumns.crossSections(
                        Staggered.years(column(rows, 1)), column(rows, 4), Staggered.firsts(column(rows, 2)))
                .covariate("x", column(rows, 3))
                .weight(column(rows, 5))
                .panel();
    }

    private static double simple(GroupTimeEffects design) {
        return design.fit().overall(Aggregation.SIMPLE).estimate();
    }

    @Test
    void withoutCovariatesAnEffectIsADifferenceOfDifferencesOfMeans() {
        List<double[]> rows = made(1, 80, 7, 0.1);
        GroupTimeFit fit = GroupTimeEffects.of(panel(rows)).notYetTreated().fit();
        for (GroupTime effect : fit.effects()) {
            int cohort = Integer.parseInt(effect.cohort());
            int year = Integer.parseInt(effect.period());
            double expected = meanChange(rows, cohort - 1, year, first -> first == cohort)
                    - meanChange(
                            rows,
                            cohort - 1,
                            year,
                            first -> first != cohort && (first == 0 || first > Math.max(year, cohort - 1)));
            assertEquals(expected, effect.coefficient().estimate(), 1e-12);
        }
        assertEquals(3 * 7, fit.effects().size());
    }

    private static double meanChange(List<double[]> rows, int base, int year, java.util.function.IntPredicate cohort) {
        double sum = 0;
        int count = 0;
        for (double[] one : rows) {
            for (double[] other : rows) {
                if (one[0] == other[0] && one[1] == base && other[1] == year && cohort.test((int) one[2])) {
                    sum += other[4] - one[4];
                    count++;
                }
            }
        }
        return sum / count;
    }

    /** The influence of a unit is the derivative of the estimate by its weight: this knows nothing of how either was derived. */
    private static void compareWithDerivative(
            List<double[]> rows, java.util.function.Function<List<double[]>, GroupTimeFit> fitted, boolean byRow) {
        GroupTimeFit fit = fitted.apply(rows);
        List<String> names = fit.panel().units();
        for (int unit = 0; unit < names.size(); unit += names.size() / 5) {
            GroupTimeFit up = fitted.apply(reweighted(rows, names.get(unit), 1e-4, byRow));
            GroupTimeFit down = fitted.apply(reweighted(rows, names.get(unit), -1e-4, byRow));
            for (Aggregation aggregation : Aggregation.values()) {
                double change = up.overall(aggregation).estimate()
                        - down.overall(aggregation).estimate();
                assertEquals(change / 2e-4, fit.influence(aggregation)[unit], 1e-7, aggregation + names.get(unit));
            }
        }
    }

    private static List<double[]> reweighted(List<double[]> rows, String name, double by, boolean byRow) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> {
                    double[] row = rows.get(i).clone();
                    boolean hit = byRow ? name.equals("row " + (i + 1)) : name.equals(String.valueOf((int) row[0]));
                    row[5] += hit ? by : 0;
                    return row;
                })
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void theInfluenceOfAUnitIsTheDerivativeByItsWeight(Adjustment adjustment) {
        compareWithDerivative(
                made(2, 60, 7, 0.05),
                rows -> GroupTimeEffects.of(panel(rows))
                        .adjustedFor("x")
                        .with(adjustment)
                        .notYetTreated()
                        .with(FEW_DRAWS)
                        .fit(),
                false);
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void inPooledPanelsToo(Adjustment adjustment) {
        compareWithDerivative(
                made(3, 60, 7, 0.1),
                rows -> GroupTimeEffects.of(panel(rows))
                        .adjustedFor("x")
                        .with(adjustment)
                        .with(Unbalanced.POOLED)
                        .with(FEW_DRAWS)
                        .fit(),
                false);
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void inCrossSectionsToo(Adjustment adjustment) {
        compareWithDerivative(
                made(4, 60, 7, 0),
                rows -> GroupTimeEffects.of(crossSections(rows))
                        .adjustedFor("x")
                        .with(adjustment)
                        .with(FEW_DRAWS)
                        .fit(),
                true);
    }

    @Test
    void theOrderOfRowsChangesNoBit() {
        List<double[]> rows = made(5, 80, 7, 0.1);
        List<double[]> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(1));
        assertEquals(summary(panel(rows)), summary(panel(shuffled)));
        assertEquals(summary(crossSections(rows)), summary(crossSections(shuffled)));
    }

    private static String summary(AdoptionPanel panel) {
        GroupTimeFit fit = GroupTimeEffects.of(panel).adjustedFor("x").fit();
        StringBuilder bits = new StringBuilder();
        for (Aggregation aggregation : Aggregation.values()) {
            for (Aggregate.Row row : fit.aggregate(aggregation).rows()) {
                bits.append(row.coefficient().estimate())
                        .append(' ')
                        .append(row.coefficient().standardError())
                        .append(row.uniform())
                        .append('\n');
                row.uniform().ifPresent(band -> bits.append(band.low()).append(band.high()));
            }
        }
        return bits.toString();
    }

    @Test
    void oneThreadAndFourGiveTheSameBits() throws Exception {
        AdoptionPanel panel = panel(made(6, 300, 7, 0));
        Callable<String> fit = () -> summary(panel);
        assertEquals(in(1, fit), in(4, fit));
    }

    private static String in(int threads, Callable<String> task) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(task).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void levelsOfUnitsAndOfPeriodsAreNoEffect() {
        List<double[]> rows = made(7, 60, 7, 0);
        List<double[]> shifted = rows.stream()
                .map(row -> new double[] {row[0], row[1], row[2], row[3], row[4] + 3 * row[0] + row[1] * row[1], 1})
                .toList();
        GroupTimeEffects design = GroupTimeEffects.of(panel(rows)).adjustedFor("x");
        assertEquals(simple(design), simple(GroupTimeEffects.of(panel(shifted)).adjustedFor("x")), 1e-9);
    }

    @Test
    void theUnitOfACovariateChangesNothing() {
        List<double[]> rows = made(8, 60, 7, 0);
        List<double[]> scaled = rows.stream()
                .map(row -> new double[] {row[0], row[1], row[2], 1e6 - 1e3 * row[3], row[4], 1})
                .toList();
        assertEquals(
                simple(GroupTimeEffects.of(panel(rows)).adjustedFor("x")),
                simple(GroupTimeEffects.of(panel(scaled)).adjustedFor("x")),
                1e-9);
    }

    @Test
    void aWeightOfTwoCountsLikeTwoUnits() {
        List<double[]> rows = made(9, 60, 7, 0);
        List<double[]> weighted = new ArrayList<>();
        List<double[]> doubled = new ArrayList<>();
        for (double[] row : rows) {
            boolean heavy = row[0] % 3 == 0;
            weighted.add(new double[] {row[0], row[1], row[2], row[3], row[4], heavy ? 2 : 1});
            doubled.add(row);
            if (heavy) {
                doubled.add(new double[] {row[0] + 1000, row[1], row[2], row[3], row[4], 1});
            }
        }
        for (Adjustment adjustment : Adjustment.values()) {
            assertEquals(
                    simple(GroupTimeEffects.of(panel(doubled)).adjustedFor("x").with(adjustment)),
                    simple(GroupTimeEffects.of(panel(weighted)).adjustedFor("x").with(adjustment)),
                    1e-10);
        }
    }

    @Test
    void effectsWithoutNoiseAreFoundAsTheyAre() {
        List<double[]> rows = made(10, 60, 7, 0).stream()
                .map(row -> {
                    double effect = row[2] > 0 && row[1] >= row[2] ? row[2] - 2000 + row[1] - row[2] : 0;
                    return new double[] {row[0], row[1], row[2], row[3], row[3] * row[1] + effect, 1};
                })
                .toList();
        GroupTimeFit fit = GroupTimeEffects.of(panel(rows)).adjustedFor("x").fit();
        for (GroupTime effect : fit.effects()) {
            int cohort = Integer.parseInt(effect.cohort());
            int year = Integer.parseInt(effect.period());
            assertEquals(year < cohort ? 0 : year - 2000, effect.coefficient().estimate(), 1e-9);
        }
    }

    @Test
    void theLastCohortHasItsEffect() {
        List<double[]> rows = made(11, 80, 7, 0);
        GroupTimeFit fit = GroupTimeEffects.of(panel(rows)).notYetTreated().fit();
        assertThat(fit.effects())
                .anyMatch(e -> e.cohort().equals("2006") && e.period().equals("2006"));
        assertThat(fit.notEstimated()).isEmpty();
    }

    @Test
    void withoutTheNeverTreatedTheLastCohortIsTheControlAndWhatCannotBeComparedIsSaid() {
        List<double[]> rows =
                made(12, 80, 7, 0).stream().filter(row -> row[2] > 0).toList();
        GroupTimeFit fit = GroupTimeEffects.of(panel(rows)).notYetTreated().fit();
        assertThat(fit.effects())
                .anyMatch(e -> e.cohort().equals("2003") && e.period().equals("2005"));
        assertThat(fit.notEstimated())
                .contains("cohort 2003 in 2006: no control is seen in both periods")
                .hasSize(8);
        assertThat(fit.impact().warnings()).extracting(Warning::code).contains("W-DID-002");
        Refusal.of(
                DataException.class,
                "E-DID-012 no effect can be estimated: for the cohort of 2003 in 2000, no control is seen in both periods"
                        + " (controls are the never treated): take other controls or fewer covariates",
                () -> GroupTimeEffects.of(panel(rows)).neverTreated().fit());
    }

    @Test
    void unitsTreatedAfterTheEndButAnticipatingAreNoControls() {
        List<double[]> rows = made(13, 80, 7, 0);
        List<double[]> later = rows.stream()
                .map(row ->
                        new double[] {row[0], row[1], row[2] == 0 && row[0] % 2 == 0 ? 2007 : row[2], row[3], row[4], 1
                        })
                .toList();
        List<double[]> without = later.stream().filter(row -> row[2] != 2007).toList();
        double expected = simple(GroupTimeEffects.of(panel(without)).anticipated(1));
        assertEquals(expected, simple(GroupTimeEffects.of(panel(later)).anticipated(1)), 1e-12);
        assertEquals(simple(GroupTimeEffects.of(panel(rows))), simple(GroupTimeEffects.of(panel(later))), 1e-12);
    }

    @Test
    void anticipationComparesWithTheTimeBeforeIt() {
        List<double[]> rows = made(14, 80, 7, 0);
        GroupTimeFit fit = GroupTimeEffects.of(panel(rows)).anticipated(1).fit();
        assertTrue(Double.isNaN(
                fit.aggregate(Aggregation.DYNAMIC).row("-2").coefficient().standardError()));
        double expected = meanChange(rows, 2002, 2004, first -> first == 2004)
                - meanChange(rows, 2002, 2004, first -> first == 0);
        double found = fit.effects().stream()
                .filter(e -> e.cohort().equals("2004") && e.period().equals("2004"))
                .findFirst()
                .orElseThrow()
                .coefficient()
                .estimate();
        assertEquals(expected, found, 1e-12);
    }

    @Test
    void balancedEventTimesAreOfTheSameCohorts() {
        List<double[]> rows = made(15, 80, 7, 0);
        Aggregate dynamic = GroupTimeEffects.of(panel(rows)).balancedTo(2).fit().aggregate(Aggregation.DYNAMIC);
        assertEquals(
                List.of("-4", "-3", "-2", "-1", "0", "1", "2"),
                dynamic.rows().stream().map(Aggregate.Row::label).toList());
        List<double[]> early = rows.stream().filter(row -> row[2] != 2006).toList();
        Aggregate same = GroupTimeEffects.of(panel(early)).fit().aggregate(Aggregation.DYNAMIC);
        assertEquals(
                same.row("2").coefficient().estimate(),
                dynamic.row("2").coefficient().estimate(),
                1e-12);
        Refusal.of(
                DataException.class,
                "E-DID-013 no cohort is seen 9 periods after treatment began; the data end in 2006: balance event times up"
                        + " to fewer",
                () -> GroupTimeEffects.of(panel(rows)).balancedTo(9).fit());
    }

    @Test
    void cohortsTreatedFromTheStartAreLeftOutAndSaidSo() {
        List<double[]> rows = new ArrayList<>(made(16, 80, 7, 0));
        for (int t = 0; t < 7; t++) {
            rows.add(new double[] {1, 2000 + t, 2000, 0, 5, 1});
        }
        Impact impact = GroupTimeEffects.of(panel(rows)).fit().impact();
        assertEquals(
                "the cohorts 2000 have no period before treatment in the data and are in no effect",
                impact.warnings().get(0).message());
        assertEquals(7, impact.sample().dropped().get(0).rows());
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        GroupTimeEffects design = GroupTimeEffects.of(panel(made(17, 40, 7, 0)));
        assertEquals(
                "a confidence level lies between 0 and 1, got 1.5",
                assertThrows(IllegalArgumentException.class, () -> design.confidence(1.5))
                        .getMessage());
        assertEquals(
                "anticipation is 0 periods or more, got -1",
                assertThrows(IllegalArgumentException.class, () -> design.anticipated(-1))
                        .getMessage());
        assertEquals(
                "event times are balanced up to 0 or more, got -2",
                assertThrows(IllegalArgumentException.class, () -> design.balancedTo(-2))
                        .getMessage());
        Refusal.of(
                org.migrationimpact.data.InputException.class,
                "E-DID-002 there is no covariate 'z'; the covariates are x",
                () -> design.adjustedFor("z"));
    }

    @Test
    void dataWithoutAnEffectAreRefused() {
        List<double[]> never = made(18, 40, 7, 0).stream()
                .map(row -> new double[] {row[0], row[1], 0, row[3], row[4], 1})
                .toList();
        Refusal.of(
                DataException.class,
                "E-DID-011 no unit of outcome is treated by 2006; there is no effect to estimate",
                () -> GroupTimeEffects.of(panel(never)).fit());
        List<double[]> always = never.stream()
                .map(row -> new double[] {row[0], row[1], 1999, row[3], row[4], 1})
                .toList();
        Refusal.of(
                DataException.class,
                "E-DID-011 the cohorts 1999 have no period before treatment; the data begin in 2000: hand in earlier"
                        + " periods",
                () -> GroupTimeEffects.of(panel(always)).fit());
    }

    @Test
    void clustersOfOneUnitEachDifferByTheirFactorAlone() {
        List<double[]> rows = made(19, 60, 7, 0);
        AdoptionColumns columns = Staggered.columns(column(rows, 0), column(rows, 1), column(rows, 4), column(rows, 2));
        double byUnit = GroupTimeEffects.of(columns.panel())
                .fit()
                .overall(Aggregation.SIMPLE)
                .standardError();
        AdoptionPanel clustered =
                columns.clusteredBy("own", Staggered.names(column(rows, 0))).panel();
        double byCluster =
                GroupTimeEffects.of(clustered).fit().overall(Aggregation.SIMPLE).standardError();
        assertEquals(byUnit * Math.sqrt(60.0 / 59), byCluster, 1e-12);
    }

    @Test
    void clusteredErrorsAreSumsOverTheirUnits() {
        List<double[]> rows = made(20, 60, 7, 0);
        List<String> state = rows.stream().map(row -> "s" + (int) row[0] % 12).toList();
        AdoptionPanel panel = Staggered.columns(column(rows, 0), column(rows, 1), column(rows, 4), column(rows, 2))
                .clusteredBy("state", state)
                .panel();
        GroupTimeFit fit = GroupTimeEffects.of(panel).fit();
        double[] sums = new double[panel.clusters()];
        double[] influence = fit.influence(Aggregation.CALENDAR);
        for (int unit = 0; unit < influence.length; unit++) {
            sums[panel.clusterOf(unit)] += influence[unit];
        }
        double squares = Arrays.stream(sums).map(s -> s * s).sum();
        assertEquals(
                Math.sqrt(squares * 12 / 11), fit.overall(Aggregation.CALENDAR).standardError(), 1e-12);
        assertEquals(11, fit.overall(Aggregation.CALENDAR).degreesOfFreedom());
        assertThat(fit.impact().warnings()).extracting(Warning::code).contains("W-DID-003");
    }

    /** The slow twin: the whole panel built anew without each cluster. */
    @Test
    void theJackknifeIsEstimatingAgainWithoutEachCluster() {
        List<double[]> rows = made(23, 80, 7, 0.05);
        java.util.function.Function<List<double[]>, AdoptionPanel> clustered = some -> Staggered.columns(
                        column(some, 0), column(some, 1), column(some, 4), column(some, 2))
                .clusteredBy(
                        "g", some.stream().map(row -> "g" + (int) row[0] % 20).toList())
                .panel();
        GroupTimeFit fit = GroupTimeEffects.of(clustered.apply(rows))
                .with(StandardErrors.JACKKNIFE)
                .fit();
        double[] without = IntStream.range(0, 20)
                .mapToDouble(g -> simple(GroupTimeEffects.of(clustered.apply(
                        rows.stream().filter(row -> (int) row[0] % 20 != g).toList()))))
                .toArray();
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares =
                Arrays.stream(without).map(w -> (w - mean) * (w - mean)).sum();
        double found = fit.overall(Aggregation.SIMPLE).standardError();
        // by the derivative in the sizes of the cohorts, which differ little between the replicates
        assertEquals(Math.sqrt(19.0 / 20 * squares), found, 0.02 * found);
        GroupTime effect = fit.effects().get(0);
        double[] single = IntStream.range(0, 20)
                .mapToDouble(g -> GroupTimeEffects.of(clustered.apply(rows.stream()
                                .filter(row -> (int) row[0] % 20 != g)
                                .toList()))
                        .fit()
                        .effects()
                        .get(0)
                        .coefficient()
                        .estimate())
                .toArray();
        double centre = Arrays.stream(single).average().orElseThrow();
        double spread =
                Arrays.stream(single).map(w -> (w - centre) * (w - centre)).sum();
        assertEquals(Math.sqrt(19.0 / 20 * spread), effect.coefficient().standardError(), 1e-12);
    }

    @Test
    void aCohortOfOneUnitHasNoJackknife() {
        List<double[]> rows = new ArrayList<>(
                made(24, 40, 7, 0).stream().filter(row -> row[2] != 2004).toList());
        for (int t = 0; t < 7; t++) {
            rows.add(new double[] {7, 2000 + t, 2004, 0, t, 1});
        }
        Refusal.of(
                DataException.class,
                "E-DID-016 without 7 not every effect can be estimated; errors that leave out one group after the other need"
                        + " at least two in each cohort and among the controls: take those of the influence function",
                () -> GroupTimeEffects.of(panel(rows))
                        .with(StandardErrors.JACKKNIFE)
                        .fit());
        assertThat(GroupTimeEffects.of(panel(rows)).fit().impact().warnings())
                .extracting(Warning::message)
                .contains("few units are in the cohorts 2004 (1); the errors of their effects are too small");
    }

    @Test
    void errorsByQuartilesAreNearThoseOfTheInfluenceAndBandsAreWider() {
        GroupTimeEffects design = GroupTimeEffects.of(panel(made(21, 400, 7, 0)));
        double analytic = design.fit().overall(Aggregation.SIMPLE).standardError();
        for (Multiplier multiplier : Multiplier.values()) {
            GroupTimeFit drawn = design.with(StandardErrors.BOOTSTRAP)
                    .with(new MultiplierBootstrap(multiplier, 4000, 3))
                    .fit();
            assertEquals(analytic, drawn.overall(Aggregation.SIMPLE).standardError(), 0.06 * analytic, "" + multiplier);
            Aggregate dynamic = drawn.aggregate(Aggregation.DYNAMIC);
            Aggregate.Row row = dynamic.row("0");
            assertTrue(row.uniform().orElseThrow().width()
                    > 1.1 * row.coefficient().interval(0.95).width());
            assertTrue(dynamic.row("-1").uniform().isEmpty());
        }
    }

    @Test
    void theResultTellsItsChoicesAndTravels() throws Exception {
        GroupTimeFit fit = GroupTimeEffects.of(panel(made(22, 200, 7, 0.05)))
                .adjustedFor("x")
                .notYetTreated()
                .headline(Aggregation.DYNAMIC)
                .fit();
        Impact impact = fit.impact();
        assertEquals("group-time", impact.design());
        assertEquals(
                "mean effect over the periods since treatment began, treated against not yet treated",
                impact.effect().estimand());
        assertEquals(Period.year(2003), impact.path().firstTreated());
        assertEquals("doubly robust for x", impact.convention("adjustment"));
        assertEquals("influence function, by unit, 200 groups, factor 1", impact.convention("covariance"));
        assertEquals(fit.effects().size(), impact.breakdown().groupTime().size());
        assertEquals(impact.summary(), ((Impact) Serialized.copy(impact)).summary());
        assertArrayEquals(
                fit.influence(Aggregation.GROUP, "2004"),
                ((GroupTimeFit) Serialized.copy(fit)).influence(Aggregation.GROUP, "2004"));
    }
}
