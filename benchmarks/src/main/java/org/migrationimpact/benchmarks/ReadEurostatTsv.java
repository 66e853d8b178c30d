package org.migrationimpact.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.migrationimpact.data.Observations;
import org.migrationimpact.io.EurostatTsv;
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

/** How long does it take to read a Eurostat TSV packed with gzip: five dimensions in one cell, 192 months, flags, missing figures? */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class ReadEurostatTsv {

    private static final int MONTHS = 192;

    @Param("100")
    public int megabytes;

    private Path file;

    @Setup(Level.Trial)
    public void write() throws IOException {
        file = Files.createTempFile("eurostat", ".tsv.gz");
        SplittableRandom random = new SplittableRandom(2);
        try (BufferedWriter tsv = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            tsv.write("freq,unit,citizen,sex,geo\\TIME_PERIOD");
            for (int month = 0; month < MONTHS; month++) {
                tsv.write("\t" + (2009 + month / 12) + "-" + (101 + month % 12 + "").substring(1) + " ");
            }
            tsv.write('\n');
            long written = 0;
            for (int row = 0; written < megabytes * 1_000_000L; row++) {
                String line = line(row, random);
                tsv.write(line);
                written += line.length();
            }
        }
    }

    private static String line(int row, SplittableRandom random) {
        StringBuilder line =
                new StringBuilder("M,PER,C" + row / 90 + "," + "FMT".charAt(row / 30 % 3) + ",G" + row % 30);
        for (int month = 0; month < MONTHS; month++) {
            int kind = random.nextInt(20);
            line.append('\t').append(kind == 0 ? ": " : random.nextInt(30_000) * 5 + (kind == 1 ? " p" : " "));
        }
        return line.append('\n').toString();
    }

    @TearDown(Level.Trial)
    public void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Benchmark
    public Observations read() {
        return EurostatTsv.read(file);
    }
}
