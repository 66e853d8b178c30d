package org.migrationimpact.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.model.Season;
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
 * How long does one interrupted time series take: trend, level, slope and month dummies on logarithms, Newey–West errors, path of effects,
 * diagnostics and the words that go with them? A placebo test or a bootstrap does this hundreds of times.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class FitInterruptedTimeSeries {

    private static final Period FIRST = Period.month(2000, 1);

    @Param({"48", "120", "240"})
    public int months;

    private Series series;
    private InterruptedTimeSeries design;

    @Setup(Level.Trial)
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        double[] values = IntStream.range(0, months)
                .mapToDouble(month -> Math.exp(6 + 0.3 * Math.sin(month) + random.nextDouble()))
                .toArray();
        series = Series.of("crossings", "detections", FIRST, values);
        design = InterruptedTimeSeries.at(FIRST.plus(months / 2))
                .onLog()
                .with(Season.DUMMIES)
                .with(NeweyWest.automatic());
    }

    @Benchmark
    public Impact fit() {
        return design.fit(series);
    }
}
