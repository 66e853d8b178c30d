package org.migrationimpact.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/**
 * Panels against R's fixest on the same data, machine and number of threads, in one run: {@code java -cp
 * benchmarks/target/benchmarks.jar org.migrationimpact.benchmarks.PanelRaces [threads [runs [folder of peers]]]}. The data are simulated
 * and written to a temporary file, which {@code gravity.R} of the folder of peers reads. Where R or fixest is absent only our own times
 * are printed. Each time is the least of the runs; processor time is that of all threads, and tells on a busy machine.
 */
public final class PanelRaces {

    private PanelRaces() {}

    private record Time(double elapsed, double processor) {}

    public static void main(String[] arguments) throws Exception {
        int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Path peers = Path.of(arguments.length > 2 ? arguments[2] : "benchmarks/peers");
        ForkJoinPool pool = new ForkJoinPool(threads);
        System.out.printf(
                Locale.ROOT, "%-30s %10s %8s %9s %8s %6s%n", "", "rows", "seconds", "processor", "fixest", "ratio");
        for (int[] size : new int[][] {{50, 20}, {150, 30}}) {
            SimulatedGravity gravity = new SimulatedGravity(size[0], size[1]);
            Map<String, Double> theirs = peer(gravity, peers, threads, runs);
            String name = size[0] + " places, " + size[1] + " years";
            print(
                    "counts, " + name,
                    gravity.size(),
                    pool.submit(() -> least(gravity::counts, runs)).get(),
                    theirs.getOrDefault("counts", Double.NaN));
            print(
                    "squares, " + name,
                    gravity.size(),
                    pool.submit(() -> least(gravity::squares, runs)).get(),
                    theirs.getOrDefault("squares", Double.NaN));
        }
        SimulatedGraph line = SimulatedGraph.line(1_000_000, 10_000);
        print(
                "squares, line",
                line.size(),
                pool.submit(() -> least(line::fit, runs)).get(),
                Double.NaN);
        SimulatedGraph random = SimulatedGraph.random(10_000_000, 10_000);
        print(
                "squares, random graph",
                random.size(),
                pool.submit(() -> least(random::fit, 3)).get(),
                Double.NaN);
        pool.shutdown();
    }

    private static Time least(Runnable fit, int runs) {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Time least = new Time(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        for (int run = 0; run < runs; run++) {
            long processor = system.getProcessCpuTime();
            long begun = System.nanoTime();
            fit.run();
            double elapsed = (System.nanoTime() - begun) / 1e9;
            double used = (system.getProcessCpuTime() - processor) / 1e9;
            least = new Time(Math.min(least.elapsed, elapsed), Math.min(least.processor, used));
        }
        return least;
    }

    private static void print(String name, int rows, Time time, double theirs) {
        String ratio = Double.isNaN(theirs)
                ? String.format(Locale.ROOT, "%8s %6s", "-", "-")
                : String.format(Locale.ROOT, "%8.3f %6.2f", theirs, theirs / time.elapsed);
        System.out.printf(Locale.ROOT, "%-30s %10d %8.3f %9.3f %s%n", name, rows, time.elapsed, time.processor, ratio);
    }

    /** Seconds by name, as the script prints them; none where it cannot run. */
    private static Map<String, Double> peer(SimulatedGravity gravity, Path peers, int threads, int runs)
            throws IOException, InterruptedException {
        Path csv = Files.createTempFile("gravity", ".csv");
        try {
            gravity.write(csv);
            String script = peers.resolve("gravity.R").toString();
            return run(List.of("Rscript", script, csv.toString(), Integer.toString(threads), Integer.toString(runs)));
        } finally {
            Files.delete(csv);
        }
    }

    private static Map<String, Double> run(List<String> command) throws IOException, InterruptedException {
        Map<String, Double> seconds = new HashMap<>();
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException absent) {
            return seconds;
        }
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> {
                String[] words = line.split(" ", 3);
                if (words.length > 1 && words[0].matches("counts|squares")) {
                    seconds.put(words[0], Double.parseDouble(words[1]));
                }
            });
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        process.waitFor();
        return seconds;
    }
}
