package org.migrationimpact.benchmarks;

import java.util.concurrent.TimeUnit;
import org.migrationimpact.panel.FixedEffectsFit;
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

/** How long does least squares with two effects take: 10 million rows of an easy graph, 1 million of one that a few rows hold together? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class AbsorbTwoEffects {

    /** Which levels meet. */
    public enum Graph {
        /** Any with any. */
        RANDOM,
        /** Neighbours in a line. */
        LINE
    }

    @Param
    public Graph graph = Graph.RANDOM;

    private SimulatedGraph rows = SimulatedGraph.line(100, 2);

    @Setup(Level.Trial)
    public void simulate() {
        rows = graph == Graph.RANDOM
                ? SimulatedGraph.random(10_000_000, 10_000)
                : SimulatedGraph.line(1_000_000, 10_000);
    }

    @Benchmark
    public FixedEffectsFit fit() {
        return rows.fit();
    }
}
