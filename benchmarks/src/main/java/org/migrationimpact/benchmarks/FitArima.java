package org.migrationimpact.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.ArimaErrors;
import org.migrationimpact.forecast.ArimaFit;
import org.migrationimpact.forecast.ArimaOrder;
import org.migrationimpact.model.LevelShift;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long does a regression with seasonal ARIMA errors take, with an order that is given, and with one that is looked for? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
public class FitArima {

    @Param({"120", "240"})
    private int months;

    private Series series;
    private LevelShift law;

    /** A monthly random walk with a moving average from period to period and from year to year, and a step in its last third. */
    @Setup
    public void makeTheSeries() {
        Random random = new Random(1);
        double[] a = random.doubles(months + 13, -1, 1).toArray();
        double[] y = new double[months];
        for (int t = 0; t < months; t++) {
            double w = a[t + 13] - 0.4 * a[t + 12] - 0.6 * a[t + 1] + 0.24 * a[t];
            y[t] = w + (t > 0 ? y[t - 1] : 0) + (t > 11 ? y[t - 12] : 0) - (t > 12 ? y[t - 13] : 0);
        }
        for (int t = 2 * months / 3; t < months; t++) {
            y[t] += 3;
        }
        series = Series.of("made", "persons", Period.month(2000, 1), y);
        law = new LevelShift("level", Period.month(2000, 1).plus(2L * months / 3), 1);
    }

    /** The airline model with one regressor. */
    @Benchmark
    public ArimaFit airline() {
        return ArimaErrors.of(ArimaOrder.airline()).fit(series, List.of(law));
    }

    /** The stepwise search with one regressor. */
    @Benchmark
    public ArimaFit automatic() {
        return ArimaErrors.automatic().fit(series, List.of(law));
    }
}
