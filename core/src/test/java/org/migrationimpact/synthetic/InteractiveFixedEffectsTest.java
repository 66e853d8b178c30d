package org.migrationimpact.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Period;

/** Reference values: src/test/R/synthetic.R, R 4.2.2. */
class InteractiveFixedEffectsTest {

    private static InteractiveFixedEffects late(double[][] rows) {
        return InteractiveFixedEffects.of(Tables.of(rows))
                .treated("u0")
                .treated("u1")
                .treated("u2")
                .from(Period.year(2030));
    }

    private static InteractiveFixedEffects staggered(double[][] rows) {
        return InteractiveFixedEffects.of(Tables.of(rows))
                .treated("u0")
                .treated("u1")
                .from(Period.year(2008))
                .treated("u2")
                .from(Period.year(2011));
    }

    @Test
    void severalDatesAreThoseOfSingularVectorsAndLeastSquares() {
        InteractiveFixedEffectsFit fit =
                staggered(Tables.formula(20, 16)).withoutErrors().fit();
        double[] errors = {4.218428450561365, 1.723791331323117, 0.4538819074622439, 0.5339974332501005};
        for (int r = 0; r < 4; r++) {
            Close.relative(errors[r], fit.search().get(r).meanSquaredError(), 1e-9, "error with factors " + r);
        }
        assertEquals(2, fit.factors());
        Close.relative(-0.9629128813961421, fit.estimate(), 1e-9, "effect");
        Close.relative(
                1.4201983122536033,
                staggered(Tables.formula(20, 16))
                        .withFactors(1)
                        .withoutErrors()
                        .fit()
                        .estimate(),
                1e-9,
                "effect with one factor");
    }

    @Test
    void californiaIsThatOfSingularVectorsAndLeastSquares() {
        InteractiveFixedEffectsFit fit = InteractiveFixedEffects.of(Tables.california())
                .treated("California")
                .from(Period.year(1989))
                .withoutErrors()
                .fit();
        assertEquals(2, fit.factors());
        Close.relative(-0.40420694399125995, fit.estimate(), 1e-8, "effect");
        Close.relative(3.353061320389541, fit.search().get(2).meanSquaredError(), 1e-9, "error left out");
    }

    @Test
    void withoutFactorsItIsDifferenceInDifferences() {
        InteractiveFixedEffectsFit fit = InteractiveFixedEffects.of(Tables.california())
                .treated("California")
                .from(Period.year(1989))
                .withFactors(0)
                .withoutErrors()
                .fit();
        Close.relative(Tables.expected("sc_prop99", "did").get("estimate").asDouble(), fit.estimate(), 1e-9, "effect");
    }

    @Test
    void aKnownEffectIsRecoveredThoughCellsAreMissing() {
        double[][] y = Tables.factors(40, 40, 0.3, 3);
        for (int i = 0; i < 3; i++) {
            for (int t = 30; t < 40; t++) {
                y[i][t] += 3;
            }
        }
        var full = late(y).withFactors(2).fit().impact().effect().coefficient();
        assertTrue(full.standardError() < 0.7, "error " + full.standardError());
        assertEquals(3, full.estimate(), 2.5 * full.standardError());
        y[10][3] = Double.NaN;
        y[11][30] = Double.NaN;
        y[0][2] = Double.NaN;
        y[1][35] = Double.NaN;
        double some = late(y).withFactors(2).withoutErrors().fit().estimate();
        assertEquals(full.estimate(), some, full.standardError());
    }

    /** Of data without noise the factors are exact, and so is the effect, holes or not. */
    @Test
    void withoutNoiseTheEffectIsExact() {
        double[][] y = Tables.factors(30, 30, 0, 8);
        for (int t = 15; t < 30; t++) {
            y[0][t] += 7;
        }
        y[12][4] = Double.NaN;
        y[20][25] = Double.NaN;
        InteractiveFixedEffectsFit fit = InteractiveFixedEffects.of(Tables.of(y))
                .treated("u0")
                .from(Period.year(2015))
                .withFactors(2)
                .withoutErrors()
                .fit();
        assertEquals(7, fit.estimate(), 1e-5);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        InteractiveFixedEffects question = staggered(Tables.formula(20, 16)).withParametricBootstrap(19, 4);
        InteractiveFixedEffectsFit alone =
                new ForkJoinPool(1).submit(question::fit).get();
        assertEquals(alone, new ForkJoinPool(4).submit(question::fit).get());
        assertEquals(alone, Serialized.copy(alone));
    }

    @Test
    void oneTreatedUnitHasNoJackknifeAndHolesNoParametricBootstrap() {
        double[][] y = Tables.formula(12, 14);
        InteractiveFixedEffects one =
                InteractiveFixedEffects.of(Tables.of(y)).treated("u0").from(Period.year(2008));
        Refusal.of(
                DataException.class,
                "E-ADOPT-007 a jackknife leaves treated units out and so needs 2 or more, there is 1, u0; take placebo errors",
                () -> one.withJackknife().fit());
        y[5][5] = Double.NaN;
        Refusal.of(
                DataException.class,
                "E-FACTOR-002 a parametric bootstrap draws whole rows of misses and needs every cell, 1 are missing; take placebo errors",
                () -> InteractiveFixedEffects.of(Tables.of(y))
                        .treated("u0")
                        .from(Period.year(2008))
                        .fit());
    }

    @Test
    void moreFactorsThanTheDataBearAreRefused() {
        Refusal.of(
                DataException.class,
                "E-FACTOR-003 3 factors need 5 never treated units and as many periods before; there are 11 and 4; choose fewer factors"
                        + " or other periods",
                () -> InteractiveFixedEffects.of(Tables.of(Tables.formula(12, 14)))
                        .treated("u0")
                        .from(Period.year(2004))
                        .withFactors(3)
                        .fit());
        double[][] still = new double[8][12];
        for (int i = 0; i < 8; i++) {
            Arrays.fill(still[i], i);
            still[i][10] += i * i;
        }
        Refusal.of(
                EstimationException.class,
                "E-FACTORS-001 the periods before do not determine the loadings of u0, for the factors hardly move in them; choose fewer"
                        + " factors",
                () -> InteractiveFixedEffects.of(Tables.of(still))
                        .treated("u0")
                        .from(Period.year(2008))
                        .withFactors(1)
                        .withoutErrors()
                        .fit());
    }
}
