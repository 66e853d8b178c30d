package org.migrationimpact.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.ArimaIntervention;
import org.migrationimpact.impact.Batch;
import org.migrationimpact.impact.BatchResult;
import org.migrationimpact.impact.BreakSearch;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.StructuralForecast;
import org.migrationimpact.model.Scale;

/**
 * How long do thousands of monthly corridors of 120 periods take, through every design for one series, on all cores? With progress on
 * standard error, and the split by design at the end. One corridor in a hundred is too short on purpose: its refusals are counted.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar org.migrationimpact.benchmarks.BulkCorridors [corridors [threads [seconds]]]};
 * 10,000 corridors and one thread a processor unless given; after so many seconds it stops with what it has. A design is one line in {@link #designs}.
 */
public final class BulkCorridors {

    private static final Period FIRST = Period.month(2010, 1);
    private static final int MONTHS = 120;
    private static final Period START = FIRST.plus(84);

    /** A design, the time it took, and what is kept of its answer. */
    private record Timed(String name, Function<Series, Double> ask, LongAdder nanoseconds) {

        static Timed of(String name, Function<Series, Double> ask) {
            return new Timed(name, ask, new LongAdder());
        }

        static Timed of(Method method) {
            return of(method.design(), series -> method.fit(series).effect().estimate());
        }

        Double answer(Series series) {
            long begun = System.nanoTime();
            try {
                return ask.apply(series);
            } finally {
                nanoseconds.add(System.nanoTime() - begun);
            }
        }
    }

    private BulkCorridors() {}

    /** The designs for one series. */
    private static List<Timed> designs() {
        BreakSearch breaks = BreakSearch.ofTrend();
        return List.of(
                Timed.of(InterruptedTimeSeries.at(START).onLog()),
                Timed.of(StructuralForecast.at(START).with(Scale.LOG)),
                Timed.of(ArimaIntervention.at(START).onLog()),
                Timed.of("breakpoints", series -> (double) breaks.find(series.map("logarithms", Math::log))
                        .breaks()
                        .size()));
    }

    /**
     * Runs the benchmark and prints what it took.
     *
     * @param arguments how many corridors, on how many threads, for at most how many seconds
     */
    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int threads = arguments.length > 1
                ? Integer.parseInt(arguments[1])
                : Runtime.getRuntime().availableProcessors();
        double most = arguments.length > 2 ? Double.parseDouble(arguments[2]) : Double.POSITIVE_INFINITY;
        List<Series> corridors =
                IntStream.range(0, count).mapToObj(BulkCorridors::corridor).toList();
        List<Timed> designs = designs();
        Batch<Double> batch = batch(designs).onThreads(threads);
        long begun = System.nanoTime();
        BatchResult<Double> result = batch.over(corridors, (done, total) -> told(done, total, begun, most));
        print(result, designs, begun, threads);
    }

    private static Batch<Double> batch(List<Timed> designs) {
        Timed first = designs.get(0);
        Batch<Double> batch = Batch.asking(first.name(), first::answer);
        for (Timed design : designs.subList(1, designs.size())) {
            batch = batch.and(design.name(), design::answer);
        }
        return batch;
    }

    private static Batch.Progress.Next told(int done, int total, long begun, double most) {
        if (done % Math.max(1, total / 20) == 0) {
            System.err.printf(Locale.ROOT, "%d of %d corridors, %.1f s%n", done, total, seconds(begun));
        }
        return seconds(begun) < most ? Batch.Progress.Next.GO_ON : Batch.Progress.Next.STOP;
    }

    private static void print(BatchResult<Double> result, List<Timed> designs, long begun, int threads) {
        System.out.println(result);
        System.out.printf(Locale.ROOT, "%.1f s on %d threads%n", seconds(begun), threads);
        for (Timed design : designs) {
            double milliseconds = design.nanoseconds().sum() / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f s of one thread | %.3f ms a corridor |%n",
                    design.name(),
                    milliseconds / 1e3,
                    milliseconds / Math.max(1, result.asked()));
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Trend, season and AR(1) errors of 0.5 on logarithms, the numbers of its own; every hundredth has only 20 months. */
    private static Series corridor(int number) {
        SplittableRandom random = new SplittableRandom(number);
        int months = number % 100 == 99 ? 20 : MONTHS;
        List<Double> values = new ArrayList<>();
        double error = 0;
        double level = 4 + 3 * random.nextDouble();
        double season = 0.3 * random.nextDouble();
        double trend = 0.01 * (random.nextDouble() - 0.5);
        double effect = random.nextDouble() - 0.5;
        for (int t = 0; t < months; t++) {
            error = 0.5 * error + 0.2 * random.nextGaussian();
            double step = t >= FIRST.until(START) ? effect : 0;
            values.add(Math.exp(level + trend * t + season * Math.sin(2 * Math.PI * t / 12) + step + error));
        }
        return Series.of(
                "corridor " + number,
                "detections",
                FIRST,
                values.stream().mapToDouble(value -> value).toArray());
    }
}
