package org.migrationimpact.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.migrationimpact.data.Period;
import org.migrationimpact.did.AdoptionColumns;
import org.migrationimpact.did.AdoptionPanel;
import org.migrationimpact.did.GroupTimeEffects;
import org.migrationimpact.did.GroupTimeFit;
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
 * How long do group-time effects take: doubly robust with one covariate, 20 periods, five cohorts and never treated, every effect and
 * aggregate with errors, and uniform bands from 1,000 multiplier draws? {@code columns} begins with plain columns, {@code fit} with the
 * panel made from them. The file stays where it is, so that {@code peers/did.R} can take the same data.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class GroupTimeRaces {

    private static final int PERIODS = 20;
    private static final int[] COHORTS = {0, 5, 8, 11, 14, 17};

    @Param({"2000", "20000"})
    public int units;

    @Param({"never", "not-yet"})
    public String control;

    @Param("/tmp")
    public String folder;

    private final List<String> unit = new ArrayList<>();
    private final List<Period> period = new ArrayList<>();
    private final List<Optional<Period>> first = new ArrayList<>();
    private double[] x;
    private double[] y;
    private AdoptionPanel panel;

    @Setup(Level.Trial)
    public void draw() throws IOException {
        x = new double[units * PERIODS];
        y = new double[units * PERIODS];
        SplittableRandom random = new SplittableRandom(7);
        for (int u = 0; u < units; u++) {
            drawUnit(u, random);
        }
        write(Path.of(folder, "staggered_" + units + "x" + PERIODS + ".csv"));
        panel = panel();
    }

    private void drawUnit(int u, SplittableRandom random) {
        int cohort = COHORTS[random.nextInt(COHORTS.length)];
        double covariate = random.nextGaussian();
        double level = random.nextGaussian();
        for (int t = 1; t <= PERIODS; t++) {
            double effect = cohort > 0 && t >= cohort ? 0.5 + 0.1 * (t - cohort) : 0;
            x[unit.size()] = covariate;
            y[unit.size()] = level + 0.1 * t + 0.05 * t * covariate + effect + random.nextGaussian();
            unit.add(String.valueOf(u + 1));
            period.add(Period.ordinal(t));
            first.add(cohort == 0 ? Optional.empty() : Optional.of(Period.ordinal(cohort)));
        }
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("id,t,g,x,y\n");
            for (int i = 0; i < unit.size(); i++) {
                long cohort = first.get(i).map(Period::index).orElse(0L);
                csv.write(String.format(
                        Locale.ROOT,
                        "%s,%d,%d,%s,%s%n",
                        unit.get(i),
                        period.get(i).index(),
                        cohort,
                        x[i],
                        y[i]));
            }
        }
    }

    private AdoptionPanel panel() {
        return AdoptionColumns.of(unit, period, y, first).covariate("x", x).panel();
    }

    private GroupTimeFit fit(AdoptionPanel of) {
        GroupTimeEffects design = GroupTimeEffects.of(of).adjustedFor("x");
        return control.equals("never")
                ? design.neverTreated().fit()
                : design.notYetTreated().fit();
    }

    @Benchmark
    public GroupTimeFit columns() {
        return fit(panel());
    }

    @Benchmark
    public GroupTimeFit fit() {
        return fit(panel);
    }
}
