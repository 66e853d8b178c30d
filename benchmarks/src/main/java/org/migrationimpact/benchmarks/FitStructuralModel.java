package org.migrationimpact.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.StructuralFit;
import org.migrationimpact.forecast.StructuralModel;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.StructuralForecast;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does a structural model of months take: stochastic level, slope and season by maximum likelihood from several starts ({@code
 * fit}), and the whole of a structural forecast of the last year, with 500 draws of the variances, path, diagnostics and words ({@code
 * forecast})?
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class FitStructuralModel {

    private static final Period FIRST = Period.month(2000, 1);

    @Param({"48", "120", "240"})
    public int months;

    private Series series;
    private StructuralModel model;
    private StructuralForecast design;

    @Setup(Level.Trial)
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = new double[months];
        double level = 6;
        for (int month = 0; month < months; month++) {
            values[month] = level + 0.3 * Math.sin(month * Math.PI / 6) + 0.2 * random.nextDouble();
            level += 0.1 * (random.nextDouble() - 0.5);
        }
        series = Series.of("crossings", "log detections", FIRST, values);
        model = StructuralModel.localLinearTrend();
        design = StructuralForecast.at(FIRST.plus(months - 12));
    }

    @Benchmark
    public StructuralFit fit() {
        return model.fit(series);
    }

    @Benchmark
    public Impact forecast() {
        return design.fit(series);
    }
}
