package org.migrationimpact.benchmarks;

import java.util.concurrent.TimeUnit;
import org.migrationimpact.panel.FixedEffectsFit;
import org.migrationimpact.panel.PpmlFit;
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

/** How long does a gravity equation take with origin-year, destination-year and pair effects, clustered by pair? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class FitGravity {

    @Param({"50x20", "150x30"})
    public String placesAndYears;

    private SimulatedGravity gravity;

    @Setup(Level.Trial)
    public void simulate() {
        String[] sizes = placesAndYears.split("x", 2);
        gravity = new SimulatedGravity(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
    }

    /** Poisson pseudo maximum likelihood. */
    @Benchmark
    public PpmlFit counts() {
        return gravity.counts();
    }

    /** Least squares of the logarithm. */
    @Benchmark
    public FixedEffectsFit squares() {
        return gravity.squares();
    }
}
