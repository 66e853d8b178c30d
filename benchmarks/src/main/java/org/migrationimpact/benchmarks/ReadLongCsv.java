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
import org.migrationimpact.table.Rows;
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
 * How long does it take to read a long CSV: a unit, a period, a value with six decimals and a treatment, 200 periods a unit? The file stays
 * where it is, so that {@code peers/fread.R} can read the same one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class ReadLongCsv {

    private static final int PERIODS = 200;
    private static final Tidy COLUMNS =
            Tidy.columns().time("period").value("value").dimensions("unit");

    @Param("5000000")
    public int rows;

    @Param("/tmp/long.csv")
    public String file;

    @Setup(Level.Trial)
    public void write() throws IOException {
        if (Files.exists(Path.of(file))) {
            return;
        }
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter csv = Files.newBufferedWriter(Path.of(file))) {
            csv.write("unit,period,value,treated\n");
            for (int i = 0; i < rows; i++) {
                csv.write(String.format(
                        Locale.ROOT,
                        "U%05d,%d,%.6f,%d\n",
                        i / PERIODS + 1,
                        i % PERIODS + 1,
                        random.nextGaussian(),
                        random.nextInt(10) / 9));
            }
        }
    }

    /** All four columns as coded cells, with the SHA-256 of the file: what a reader of tables does. */
    @Benchmark
    public Rows table() {
        return Rows.read(Path.of(file));
    }

    /** A cube with unit, period and value, flags, audit and source. */
    @Benchmark
    public Observations observations() {
        return COLUMNS.read(Path.of(file));
    }
}
