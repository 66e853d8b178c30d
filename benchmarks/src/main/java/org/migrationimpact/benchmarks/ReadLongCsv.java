package org.migrationimpact.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.migrationimpact.data.Observations;
import org.migrationimpact.io.Tidy;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long does it take to read a long CSV: three dimensions, a month and a value with two decimals? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ReadLongCsv {

    private static final Tidy COLUMNS =
            Tidy.columns().time("month").value("n").dimensions("route", "border", "nationality");

    @Param("1000000")
    public int rows;

    private Path file;

    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("long", ".csv");
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("route,border,nationality,month,n\n");
            for (int i = 0; i < rows; i++) {
                csv.write(String.format(
                        Locale.ROOT,
                        "R%d,%s,N%d,%d-%02d,%d.%02d%n",
                        i % 20,
                        i % 2 == 0 ? "Land" : "Sea",
                        random.nextInt(150),
                        2009 + i / 12 % 15,
                        i % 12 + 1,
                        random.nextInt(10_000),
                        random.nextInt(100)));
            }
        }
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Benchmark
    public Observations read() {
        return COLUMNS.read(file);
    }
}
