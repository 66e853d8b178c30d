package org.migrationimpact.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;

/** Reference values: src/test/R/synthetic.R, R 4.2.2. */
class MatrixCompletionTest {

    private static MatrixCompletion late(double[][] rows) {
        return MatrixCompletion.of(Tables.of(rows))
                .treated("u0")
                .treated("u1")
                .treated("u2")
                .from(Period.year(2030));
    }

    private static MatrixCompletion staggered(double[][] rows) {
        return MatrixCompletion.of(Tables.of(rows))
                .treated("u0")
                .treated("u1")
                .from(Period.year(2008))
                .treated("u2")
                .from(Period.year(2011));
    }

    private static double[][] withHoles() {
        double[][] y = Tables.formula(20, 16);
        y[4][6] = Double.NaN;
        y[5][0] = Double.NaN;
        y[0][2] = Double.NaN;
        return y;
    }

    @Test
    void aTableWithHolesAndSeveralDatesIsThatOfAPlainSoftImpute() {
        MatrixCompletionFit fit =
                staggered(withHoles()).withPenalty(0.02).withoutErrors().fit();
        Close.relative(0.4240514204962446, fit.estimate(), 1e-8, "effect");
        assertEquals(6, fit.rank());
        assertTrue(fit.kktResidual() < 1e-8, "KKT residual " + fit.kktResidual());
        assertEquals("320 rows read, 317 used; 3 missing", fit.impact().sample().toString());
    }

    /** No other table does better: the objective with effects and low rank, at the fit and near it. */
    @Test
    void noTableNearbyHasALowerObjective() {
        AdoptionPanel data = AdoptionRows.of(
                        Tables.of(withHoles()),
                        Adopters.NONE.with(Tables.of(withHoles()), "u0").from(Period.year(2008)),
                        org.migrationimpact.model.Scale.LEVEL,
                        java.util.Optional.empty())
                .withHoles();
        UntreatedCells cells = UntreatedCells.of(data);
        Completion completion = Completion.of(cells);
        completion.solve(3, 1e-12, 100_000);
        double[] best = completion.fitted();
        Random random = new Random(1);
        for (int k = 0; k < 200; k++) {
            double[] other = Arrays.stream(best)
                    .map(x -> x + 1e-4 * random.nextGaussian())
                    .toArray();
            assertTrue(objective(cells, other, 3) >= objective(cells, best, 3));
        }
    }

    private static double objective(UntreatedCells cells, double[] table, double threshold) {
        double squares = 0;
        for (int cell = 0; cell < table.length; cell++) {
            squares += cells.isSeen(cell) ? Math.pow(cells.value(cell) - table[cell], 2) : 0;
        }
        double[] rest = TwoWay.within(UntreatedCells.rows(table, cells.periods()));
        Shrinkage values = new Shrinkage(cells.units(), cells.periods());
        values.soft(rest, 0);
        return squares / 2 + threshold * values.nuclear();
    }

    /** A large table goes by directions that are carried along, a small one by all; both lower the same singular values. */
    @Test
    void directionsCarriedAlongLowerTheSameSingularValues() {
        double[][] y = Tables.factors(80, 70, 0.5, 9);
        double[] table = TwoWay.within(y);
        double[] whole = table.clone();
        Shrinkage carried = new Shrinkage(80, 70);
        for (int k = 0; k < 60; k++) {
            whole = table.clone();
            carried.soft(whole, 20);
        }
        double[] turned = new double[table.length];
        double[] lowered = table.clone();
        Shrinkage all = new Shrinkage(80, 70);
        all.hard(lowered, 70);
        double[] values =
                Arrays.stream(all.values()).filter(s -> s > 20).map(s -> s - 20).toArray();
        assertEquals(values.length, carried.values().length);
        for (int k = 0; k < values.length; k++) {
            Close.relative(values[k], carried.values()[k], 1e-9, "singular value " + k);
        }
        assertEquals(turned.length, whole.length);
    }

    @Test
    void withoutAnythingButEffectsItIsDifferenceInDifferences() {
        MatrixCompletionFit fit = MatrixCompletion.of(Tables.california())
                .treated("California")
                .from(Period.year(1989))
                .withPenalty(1e6)
                .withoutErrors()
                .fit();
        assertEquals(0, fit.rank());
        Close.relative(Tables.expected("sc_prop99", "did").get("estimate").asDouble(), fit.estimate(), 1e-7, "effect");
    }

    @Test
    void aKnownEffectIsRecovered() {
        double[][] y = Tables.factors(40, 40, 0.1, 3);
        for (int i = 0; i < 3; i++) {
            for (int t = 30; t < 40; t++) {
                y[i][t] += 3;
            }
        }
        MatrixCompletionFit fit = late(y).withPlacebos(19, 2).fit();
        double error = fit.impact().effect().coefficient().standardError();
        assertTrue(error < 0.6, "error " + error);
        assertEquals(3, fit.estimate(), 2.5 * error);
    }

    @Test
    void levelsOfUnitsAndPeriodsLeaveTheEffectUnchanged() {
        double[][] y = withHoles();
        double[][] moved = IntStream.range(0, 20)
                .mapToObj(i -> IntStream.range(0, 16)
                        .mapToDouble(t -> y[i][t] + 5 * i - t * t / 4.0)
                        .toArray())
                .toArray(double[][]::new);
        MatrixCompletionFit one = staggered(y).withoutErrors().fit();
        MatrixCompletionFit other = staggered(moved).withoutErrors().fit();
        Close.relative(one.penalty(), other.penalty(), 1e-6, "penalty");
        Close.relative(one.estimate(), other.estimate(), 1e-5, "effect");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        MatrixCompletion question = staggered(withHoles()).withBootstrap(19, 4);
        MatrixCompletionFit alone = new ForkJoinPool(1).submit(question::fit).get();
        assertEquals(alone, new ForkJoinPool(4).submit(question::fit).get());
        assertEquals(alone, Serialized.copy(alone));
    }

    @Test
    void oneTreatedUnitHasNoJackknife() {
        Refusal.of(
                DataException.class,
                "E-ADOPT-007 a jackknife leaves treated units out and so needs 2 or more, there is 1, u0; take placebo errors",
                () -> MatrixCompletion.of(Tables.of(withHoles()))
                        .treated("u0")
                        .from(Period.year(2008))
                        .withPenalty(1)
                        .withJackknife()
                        .fit());
    }

    @Test
    void whatNothingDeterminesIsRefused() {
        double[][] y = Tables.formula(6, 12);
        Arrays.fill(y[3], Double.NaN);
        for (double[] row : y) {
            row[11] = Double.NaN;
        }
        Refusal.of(
                DataException.class,
                "E-COMPLETE-001 nothing untreated is observed of u3, 2011; leave such units out, choose other periods, or add never"
                        + " treated units",
                () -> MatrixCompletion.of(Tables.of(y))
                        .treated("u0")
                        .from(Period.year(2008))
                        .fit());
        double[][] z = Tables.formula(6, 12);
        for (int i = 0; i < 6; i++) {
            Arrays.fill(z[i], i < 3 ? 0 : 6, i < 3 ? 6 : 12, Double.NaN);
        }
        Refusal.of(
                DataException.class,
                "E-COMPLETE-002 the untreated cells fall into parts that share no unit and no period, so that effects of units and"
                        + " periods are not determined; add units that are observed throughout",
                () -> MatrixCompletion.of(Tables.of(z))
                        .treated("u0")
                        .from(Period.year(2010))
                        .fit());
    }

    @Test
    void anEffectNeedsAnOutcomeUnderTreatment() {
        double[][] y = Tables.formula(6, 12);
        Arrays.fill(y[0], 8, 12, Double.NaN);
        Refusal.of(
                DataException.class,
                "E-ADOPT-010 nothing is observed of u0 from 2008 on; an effect needs an outcome under treatment",
                () -> MatrixCompletion.of(Tables.of(y))
                        .treated("u0")
                        .from(Period.year(2008))
                        .withPenalty(1)
                        .withoutErrors()
                        .fit());
    }
}
