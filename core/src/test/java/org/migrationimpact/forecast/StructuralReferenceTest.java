package org.migrationimpact.forecast;

import org.junit.jupiter.api.Test;
import org.migrationimpact.Oracle;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.StructuralForecast;

class StructuralReferenceTest {
    @Test
    void look() {
        Oracle uk = Oracle.of("bsm_uk");
        Series drivers = Series.of("drivers", "log10", Period.month(1969, 1), uk.column("log10_drivers"));
        double best = 1e9, bestFit = 1e9, bestF = 1e9, bestS = 1e9;
        Objective o = Prepared.of(StructuralModel.localLinearTrend(), drivers).objective();
        for (int i = 0; i < 3000; i++) {
        long t0 = System.nanoTime();
        Filter f = o.filter(new double[] {1, 0.5, 0.1, 0.2}, Filter.Keep.LIKELIHOOD);
        bestF = Math.min(bestF, (System.nanoTime() - t0) / 1e6);
        if (i == 0) System.err.println("steady " + f.steadyFrom());
        f = o.filter(new double[] {1, 0.5, 0.1, 0.2}, Filter.Keep.GAINS);
        t0 = System.nanoTime();
        Score.of(f);
        bestS = Math.min(bestS, (System.nanoTime() - t0) / 1e6);
        }
        for (int i = 0; i < 60; i++) {
        long t0 = System.nanoTime();
        StructuralForecast.at(Period.month(1983, 2)).fit(drivers);
        best = Math.min(best, (System.nanoTime() - t0) / 1e6);
        t0 = System.nanoTime();
        StructuralModel.localLinearTrend().fit(drivers);
        bestFit = Math.min(bestFit, (System.nanoTime() - t0) / 1e6);
        }
        System.err.println(best + " " + bestFit + " filter " + bestF + " score " + bestS);
    }
}
