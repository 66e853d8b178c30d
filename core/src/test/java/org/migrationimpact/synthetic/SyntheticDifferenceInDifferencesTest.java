package org.migrationimpact.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Weight;

/** Reference values without an oracle: src/test/R/synthetic.R, R 4.2.2 with quadprog. */
class SyntheticDifferenceInDifferencesTest {

    private static SyntheticDifferenceInDifferences california() {
        return SyntheticDifferenceInDifferences.of(Tables.california())
                .treated("California")
                .from(Period.year(1989));
    }

    private static SyntheticDifferenceInDifferences block(double[][] rows) {
        return SyntheticDifferenceInDifferences.of(Tables.of(rows))
                .treated("u0")
                .treated("u1")
                .treated("u2")
                .from(Period.year(2010));
    }

    private static SyntheticDifferenceInDifferences staggered(double[][] rows) {
        return SyntheticDifferenceInDifferences.of(Tables.of(rows))
                .treated("u0")
                .treated("u1")
                .from(Period.year(2008))
                .treated("u2")
                .treated("u3")
                .treated("u4")
                .from(Period.year(2011));
    }

    @Test
    void californiaIsTheOptimumOfAnotherSolver() {
        SyntheticDidFit fit = california().withoutErrors().fit();
        Close.relative(-15.6053979163811, fit.estimate(), 1e-9, "quadprog");
        CohortTwin twin = fit.cohorts().get(0);
        Close.relative(9.35786442133745, twin.unitObjective(), 1e-10, "objective over units, numpy");
        Close.relative(77.3493584873374, twin.timeObjective(), 1e-10, "objective over times, numpy");
        assertTrue(twin.kktResidual() < 1e-12, "KKT residual");
    }

    /** synthdid stops its search when the objective falls by less than 1e-5 σ a step: 9.3739 there, 9.3579 at the optimum. */
    @Test
    void californiaIsNearSynthdidAndItsObjectiveIsLower() {
        var expected = Tables.expected("sc_prop99", "synthdid");
        SyntheticDidFit fit = california().withoutErrors().fit();
        Close.relative(expected.get("estimate").asDouble(), fit.estimate(), 2e-4, "estimate");
        CohortTwin twin = fit.cohorts().get(0);
        for (Weight weight : twin.weights()) {
            assertEquals(expected.get("omega").get(weight.unit()).asDouble(), weight.weight(), 4e-3, weight.unit());
        }
        for (TimeWeight weight : twin.timeWeights()) {
            assertEquals(expected.get("lambda").get(weight.period().toString()).asDouble(), weight.weight(), 1e-5);
        }
        assertTrue(twin.unitObjective() < 9.373915017491003, "synthdid's objective over units");
        assertTrue(twin.timeObjective() < 77.34935848733761, "synthdid's objective over times");
    }

    @Test
    void plainDifferenceInDifferencesIsThatOfSynthdid() {
        double expected = Tables.expected("sc_prop99", "did").get("estimate").asDouble();
        SyntheticDidFit fit = california()
                .with(SdidWeighting.PLAIN_DIFFERENCE)
                .withoutErrors()
                .fit();
        Close.relative(expected, fit.estimate(), 1e-12, "estimate");
    }

    @Test
    void syntheticControlIsTheExactOptimum() {
        double exact = Tables.expected("sc_prop99", "sc_outcomes_only_exact")
                .get("att")
                .asDouble();
        SyntheticDidFit fit = california()
                .with(SdidWeighting.SYNTHETIC_CONTROL)
                .withoutErrors()
                .fit();
        Close.relative(exact, fit.estimate(), 1e-9, "estimate");
    }

    @Test
    void everyPlaceboOfCaliforniaIsThatOfSynthdid() {
        var expected = Tables.expected("sc_prop99", "all_placebo_estimates_leave_one");
        SyntheticDidFit fit = california().fit();
        List<Weight> donors = fit.cohorts().get(0).weights();
        for (int i = 0; i < donors.size(); i++) {
            assertEquals(
                    expected.get("estimates").get(donors.get(i).unit()).asDouble(),
                    fit.placebos().get(i),
                    0.07,
                    donors.get(i).unit());
        }
        double error = fit.impact().effect().coefficient().standardError();
        Close.relative(expected.get("sd").asDouble() * Math.sqrt(37.0 / 38), error, 1e-3, "standard error");
        double drawn =
                Tables.expected("sc_prop99", "synthdid_se_placebo").get("se").asDouble();
        Close.relative(drawn, error, 0.25, "60 draws of synthdid");
    }

    @Test
    void basqueCountry() {
        SyntheticDidFit fit = SyntheticDifferenceInDifferences.of(Tables.basque())
                .treated("17")
                .from(Period.year(1970))
                .fit();
        Close.relative(-0.7934148447850686, fit.estimate(), 1e-8, "quadprog");
        Close.relative(
                Tables.expected("sc_basque", "synthdid").get("estimate").asDouble(), fit.estimate(), 1e-3, "synthdid");
        Close.relative(
                Tables.expected("sc_basque", "synthdid_se_placebo").get("se").asDouble(),
                fit.impact().effect().coefficient().standardError(),
                0.1,
                "400 draws of synthdid");
    }

    @Test
    void severalTreatedWithTheirJackknife() {
        SyntheticDidFit fit = block(Tables.formula(20, 16)).withJackknife().fit();
        Close.relative(-0.03634657811857922, fit.estimate(), 1e-8, "estimate");
        Close.relative(0.45316213184994875, fit.impact().effect().coefficient().standardError(), 1e-8, "jackknife");
        assertEquals(
                "W-SDID-001 the jackknife leans on 3 treated units; with fewer than 10 its intervals are too narrow, and those of placebos or a"
                        + " bootstrap nearer to their level",
                fit.impact().warnings().get(0).toString());
    }

    @Test
    void severalDatesWithTheirJackknife() {
        SyntheticDidFit fit = staggered(Tables.formula(20, 16)).withJackknife().fit();
        Close.relative(-0.23977338651819477, fit.estimate(), 1e-8, "estimate");
        Close.relative(0.30936805127712086, fit.impact().effect().coefficient().standardError(), 1e-8, "jackknife");
        assertEquals(2, fit.cohorts().size());
        assertEquals(8 + 5, fit.impact().breakdown().groupTime().size());
    }

    @Test
    void cohortsCountByTheirTreatedUnitPeriods() {
        SyntheticDidFit fit = staggered(Tables.formula(20, 16)).withoutErrors().fit();
        double mean = (2 * 8 * fit.cohorts().get(0).estimate()
                        + 3 * 5 * fit.cohorts().get(1).estimate())
                / (2 * 8 + 3 * 5);
        Close.relative(mean, fit.estimate(), 1e-12, "mean of cohorts");
        double weights = fit.impact().breakdown().weights().stream()
                .mapToDouble(Weight::weight)
                .sum();
        assertEquals(1, weights, 1e-12);
    }

    @Test
    void aCovariateIsTakenOut() {
        double[][] x = new double[20][16];
        for (int i = 0; i < 20; i++) {
            for (int t = 0; t < 16; t++) {
                x[i][t] = Math.sin((i + 1) * (t + 1));
            }
        }
        SyntheticDidFit fit = block(Tables.formula(20, 16))
                .withCovariate("wind", Tables.of(x))
                .withoutErrors()
                .fit();
        Close.relative(0.04879408885574002, fit.covariates().get(0).estimate(), 1e-9, "slope");
        Close.relative(-0.015829141659441603, fit.estimate(), 1e-7, "estimate");
    }

    @Test
    void theMeanOfThePathIsTheEffect() {
        SyntheticDidFit fit = california().withoutErrors().fit();
        var path = fit.impact().path();
        double mean =
                path.treated().stream().mapToDouble(path::effect).average().orElseThrow();
        Close.relative(fit.estimate(), mean, 1e-12, "mean of the path");
    }

    @Test
    void levelsOfUnitsLeaveTheEffectUnchanged() {
        double[][] y = Tables.formula(20, 16);
        double effect = block(y).withoutErrors().fit().estimate();
        double[][] moved = new double[20][16];
        for (int i = 0; i < 20; i++) {
            for (int t = 0; t < 16; t++) {
                moved[i][t] = y[i][t] + 3 * i - 0.3 * i * i + 7;
            }
        }
        Close.relative(effect, block(moved).withoutErrors().fit().estimate(), 1e-8, "levels of units");
    }

    @Test
    void aFactorOnTheDataIsAFactorOnTheEffectAndItsError() {
        double[][] y = Tables.formula(12, 12);
        double[][] scaled = Arrays.stream(y)
                .map(row -> Arrays.stream(row).map(v -> 1000 * v).toArray())
                .toArray(double[][]::new);
        var one = first(y).impact().effect().coefficient();
        var other = first(scaled).impact().effect().coefficient();
        Close.relative(1000 * one.estimate(), other.estimate(), 1e-9, "effect");
        Close.relative(1000 * one.standardError(), other.standardError(), 1e-9, "error");
    }

    private static SyntheticDidFit first(double[][] y) {
        return SyntheticDifferenceInDifferences.of(Tables.of(y))
                .treated("u0")
                .from(Period.year(2008))
                .fit();
    }

    @Test
    void theOrderOfUnitsChangesNothing() {
        Panel panel = Tables.california();
        List<Series> shuffled = new ArrayList<>(panel.series());
        Collections.shuffle(shuffled, new Random(3));
        SyntheticDidFit other = SyntheticDifferenceInDifferences.of(new Panel(shuffled))
                .treated("California")
                .from(Period.year(1989))
                .fit();
        SyntheticDidFit fit = california().fit();
        Close.relative(fit.estimate(), other.estimate(), 1e-10, "effect");
        Close.relative(
                fit.impact().effect().coefficient().standardError(),
                other.impact().effect().coefficient().standardError(),
                1e-10,
                "error");
    }

    @Test
    void aKnownEffectIsRecovered() {
        double[][] y = Tables.factors(40, 30, 0.05, 11);
        for (int i = 0; i < 3; i++) {
            for (int t = 10; t < 30; t++) {
                y[i][t] += 5;
            }
        }
        SyntheticDidFit fit = block(y).withBootstrap(50, 7).fit();
        double error = fit.impact().effect().coefficient().standardError();
        assertTrue(error < 0.5, "error " + error);
        assertEquals(5, fit.estimate(), 2 * error);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        SyntheticDifferenceInDifferences question =
                staggered(Tables.formula(20, 16)).withBootstrap(40, 5);
        SyntheticDidFit alone = new ForkJoinPool(1).submit(question::fit).get();
        SyntheticDidFit four = new ForkJoinPool(4).submit(question::fit).get();
        assertEquals(alone, four);
        assertEquals(
                staggered(Tables.formula(20, 16)).withPlacebos(40, 5).fit(),
                staggered(Tables.formula(20, 16)).withPlacebos(40, 5).fit());
    }

    @Test
    void theResultSurvivesSerialization() throws Exception {
        SyntheticDidFit fit = staggered(Tables.formula(20, 16)).withJackknife().fit();
        assertEquals(fit, Serialized.copy(fit));
    }

    @Test
    void onLogarithmsAFactorIsRecovered() {
        double[][] y = Tables.formula(20, 16);
        double[][] flows = Arrays.stream(y)
                .map(row -> Arrays.stream(row).map(v -> Math.exp(v / 4)).toArray())
                .toArray(double[][]::new);
        double plain = block(y).withoutErrors().fit().estimate();
        var fit = block(flows).onLog().withoutErrors().fit();
        Close.relative(plain / 4, fit.estimate(), 1e-7, "log points");
        assertEquals("log points", fit.impact().effect().unit());
    }

    @Test
    void oneTreatedUnitHasNoJackknife() {
        Refusal.of(
                DataException.class,
                "E-ADOPT-007 a jackknife leaves treated units out and so needs 2 or more, there is 1, California; take placebo errors",
                () -> california().withJackknife().fit());
        Refusal.of(
                DataException.class,
                "E-ADOPT-007 a bootstrap leaves treated units out and so needs 2 or more, there is 1, California; take placebo errors",
                () -> california().withBootstrap(20, 1).fit());
    }

    @Test
    void aCohortOfOneHasNoJackknife() {
        Refusal.of(
                DataException.class,
                "E-ADOPT-008 a jackknife with weights held fixed needs 2 or more treated units of each first treated period; alone are"
                        + " u2 from 2011; take placebo errors or a bootstrap",
                () -> SyntheticDifferenceInDifferences.of(Tables.of(Tables.formula(20, 16)))
                        .treated("u0")
                        .treated("u1")
                        .from(Period.year(2008))
                        .treated("u2")
                        .from(Period.year(2011))
                        .withJackknife()
                        .fit());
    }

    @Test
    void oneDonorWithAllTheWeightHasNoJackknife() {
        double[][] y = Tables.formula(6, 12);
        Refusal.of(
                DataException.class,
                "E-SDID-004 a jackknife with weights held fixed leaves each never treated unit out, and one of them has all the weight;"
                        + " take placebo errors or a bootstrap",
                () -> SyntheticDifferenceInDifferences.of(Tables.of(new double[][] {y[0], y[0], y[0], y[1]}))
                        .with(SdidWeighting.SYNTHETIC_CONTROL)
                        .treated("u0")
                        .treated("u1")
                        .from(Period.year(2008))
                        .withJackknife()
                        .fit());
    }

    @Test
    void whoIsTreatedMustBeSaid() {
        Panel panel = Tables.of(Tables.formula(6, 12));
        Refusal.of(
                InputException.class,
                "E-ADOPT-001 no unit is named as treated; name each treated unit and its first treated period",
                () -> SyntheticDifferenceInDifferences.of(panel).fit());
        Refusal.of(
                InputException.class,
                "E-ADOPT-002 u1 is treated, but nobody says from when on; name its first treated period",
                () -> SyntheticDifferenceInDifferences.of(panel).treated("u1").fit());
        Refusal.of(
                InputException.class,
                "E-ADOPT-003 the first treated period 2005-01 of u1 is a month, the panel is by year; name the first treated year",
                () -> SyntheticDifferenceInDifferences.of(panel)
                        .treated("u1")
                        .from(Period.month(2005, 1))
                        .fit());
        Refusal.of(
                DataException.class,
                "E-ADOPT-004 u1 is treated from 2000, the periods are 2000 to 2011; periods before and after the beginning are needed",
                () -> SyntheticDifferenceInDifferences.of(panel)
                        .treated("u1")
                        .from(Period.year(2000))
                        .fit());
        Refusal.argument(
                "u1 is named as treated twice",
                () -> SyntheticDifferenceInDifferences.of(panel).treated("u1").treated("u1"));
    }

    @Test
    void missingCellsAreListed() {
        double[][] y = Tables.formula(6, 12);
        y[3][4] = Double.NaN;
        y[5][4] = Double.NaN;
        y[5][5] = Double.NaN;
        Refusal.of(
                DataException.class,
                "E-ADOPT-005 in 2000 to 2011 cells are missing of 2 units: u3 1, u5 2; leave these units out, choose other periods, or"
                        + " take matrix completion, which needs no balance",
                () -> first(y));
    }

    @Test
    void tooFewUnitsOrPeriodsAreRefused() {
        double[][] y = Tables.formula(6, 12);
        Refusal.of(
                DataException.class,
                "E-ADOPT-006 placebo errors put never treated units in the place of the 1 treated and need 2 more, 3 in all; there are"
                        + " 2; take no errors, or a bootstrap where several are treated",
                () -> first(Arrays.copyOf(y, 3)));
        Refusal.of(
                DataException.class,
                "E-SDID-001 of 2 units 1 are never treated; the weighting of units needs 2 or more",
                () -> first(Arrays.copyOf(y, 2)));
        Refusal.of(
                DataException.class,
                "E-SDID-002 u0 is treated from 2001, after 1 period; the weighting of periods needs 2 or more before",
                () -> SyntheticDifferenceInDifferences.of(Tables.of(y))
                        .treated("u0")
                        .from(Period.year(2001))
                        .fit());
    }

    @Test
    void theLogarithmOfZeroIsRefused() {
        double[][] y = Tables.formula(6, 12);
        y[2][3] = 0;
        Refusal.of(
                DataException.class,
                "E-ADOPT-009 u2 is 0.0 in 2003; a logarithm needs values above 0; leave the unit out or stay on the scale of the series",
                () -> SyntheticDifferenceInDifferences.of(Tables.of(y))
                        .treated("u0")
                        .from(Period.year(2008))
                        .onLog()
                        .fit());
    }

    @Test
    void covariatesThatTellNothingAreRefused() {
        double[][] y = Tables.formula(6, 12);
        double[][] flat = new double[6][12];
        SyntheticDifferenceInDifferences question = SyntheticDifferenceInDifferences.of(Tables.of(y))
                .treated("u0")
                .from(Period.year(2008))
                .withoutErrors();
        Refusal.of(
                DataException.class,
                "E-SDID-003 the covariates flat cannot be told apart from each other, or from effects of units and periods, among the"
                        + " never treated; leave one out",
                () -> question.withCovariate("flat", Tables.of(flat)).fit());
        flat[4][2] = Double.NaN;
        Refusal.of(
                DataException.class,
                "E-SDID-005 the covariate flat of u4 is missing in 2002; a covariate needs a value in every period of every unit",
                () -> question.withCovariate("flat", Tables.of(flat)).fit());
    }
}
