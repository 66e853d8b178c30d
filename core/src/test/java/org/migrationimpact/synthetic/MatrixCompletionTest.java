package org.migrationimpact.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;

class MatrixCompletionTest {
    @Test
    void probe() {
        for (int k = 0; k < 2; k++) {
        long t = System.nanoTime();
        MatrixCompletionFit fit = MatrixCompletion.of(Tables.california()).treated("California").from(Period.year(1989)).fit();
        System.out.println((System.nanoTime() - t) / 1e6 + " ms\n" + fit + "\n" + fit.search() + " " + fit.rank() + " " + fit.kktResidual() + " " + fit.steps());
        }
        MatrixCompletionFit f = MatrixCompletion.of(Tables.of(Tables.formula(20, 16))).treated("u0").treated("u1").from(Period.year(2008)).treated("u2").from(Period.year(2011)).withPenalty(0.02).withoutErrors().fit();
        System.out.println(f + " " + f.rank() + " " + f.kktResidual());
        for (int k = 0; k < 2; k++) {
        long t = System.nanoTime();
        f = MatrixCompletion.of(Tables.of(Tables.factors(100, 80, 1, 4))).treated("u0").from(Period.year(2060)).withoutErrors().fit();
        System.out.println((System.nanoTime() - t) / 1e6 + " ms\n" + f + "\n" + f.search() + " " + f.rank() + " " + f.kktResidual() + " " + f.steps());
        }
    }
}
