package org.migrationimpact.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.migrationimpact.data.Period;
import org.migrationimpact.did.AdoptionColumns;
import org.migrationimpact.did.AdoptionFit;
import org.migrationimpact.did.AdoptionPanel;
import org.migrationimpact.did.Imputation;
import org.migrationimpact.did.SunAbraham;
import org.migrationimpact.did.TwoWayFit;
import org.migrationimpact.did.TwoWayFixedEffects;
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
 * How long do the other designs for staggered measures take: 20 periods, five cohorts and never treated, every effect and aggregate with
 * errors?
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class ImputationRaces {

    private static final int PERIODS = 20;
    private static final int[] COHORTS = {0, 5, 8, 11, 14, 17};

    @Param({"2000", "20000"})
    public int units;

    private AdoptionPanel panel;

    @Setup(Level.Trial)
    public void draw() {
        List<String> unit = new ArrayList<>();
        List<Period> period = new ArrayList<>();
        List<Optional<Period>> first = new ArrayList<>();
        double[] y = new double[units * PERIODS];
        SplittableRandom random = new SplittableRandom(7);
        for (int u = 0; u < units; u++) {
            int cohort = COHORTS[random.nextInt(COHORTS.length)];
            double level = random.nextGaussian();
            for (int t = 1; t <= PERIODS; t++) {
                double effect = cohort > 0 && t >= cohort ? 0.5 + 0.1 * (t - cohort) : 0;
                y[unit.size()] = level + 0.1 * t + effect + random.nextGaussian();
                unit.add(String.valueOf(u + 1));
                period.add(Period.ordinal(t));
                first.add(cohort == 0 ? Optional.empty() : Optional.of(Period.ordinal(cohort)));
            }
        }
        panel = AdoptionColumns.of(unit, period, y, first).panel();
    }

    @Benchmark
    public AdoptionFit imputation() {
        return Imputation.of(panel).fit();
    }

    @Benchmark
    public AdoptionFit sunAbraham() {
        return SunAbraham.of(panel).fit();
    }

    @Benchmark
    public TwoWayFit bacon() {
        return TwoWayFixedEffects.of(panel).fit();
    }
}
