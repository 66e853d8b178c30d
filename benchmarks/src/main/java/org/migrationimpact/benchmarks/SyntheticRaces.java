package org.migrationimpact.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.synthetic.Importance;
import org.migrationimpact.synthetic.Predictor;
import org.migrationimpact.synthetic.SyntheticControl;
import org.migrationimpact.synthetic.SyntheticControlFit;

/**
 * How long does a synthetic control take with everything that is found beside it: every placebo, every donor left out, earlier dates, later
 * beginnings, conformal intervals? Panels of the sizes of the known cases are made from a fixed seed and written to a folder, so that {@code
 * peers/synth.R} can read the same ones:
 *
 * <pre>{@code java -cp benchmarks/target/benchmarks.jar org.migrationimpact.benchmarks.SyntheticRaces /tmp/races}</pre>
 *
 * <p>The least of several runs is printed, in seconds, after as many to warm up: elapsed, and of both processors, which other work on the
 * machine lengthens less.
 */
public final class SyntheticRaces {

    private static final int RUNS = 5;
    private static final int PREDICTORS = 13;

    private SyntheticRaces() {}

    /** With the folder for the panels. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "races");
        Files.createDirectories(folder);
        Panel california = panel(38, 31, 1);
        Panel basque = panel(16, 43, 2);
        Panel large = panel(400, 120, 3);
        write(california, folder.resolve("panel_38x31.csv"));
        write(basque, folder.resolve("panel_16x43.csv"));
        write(large, folder.resolve("panel_400x120.csv"));
        Predictor[] predictors = predictors(basque);
        write(basque, predictors, folder.resolve("predictors_16x13.csv"));
        time(
                "38 donors x 31 periods, outcomes, everything",
                () -> control(california, 19).fit());
        time(
                "16 donors x 43 periods, outcomes, everything",
                () -> control(basque, 15).fit());
        time(
                "16 donors x 43 periods, 13 predictors by the data, everything",
                () -> control(basque, 15)
                        .matching(Importance.byData(), predictors)
                        .fit());
        time(
                "400 donors x 120 periods, outcomes, everything",
                () -> control(large, 96).fit());
    }

    private static SyntheticControl control(Panel panel, int before) {
        return SyntheticControl.of(panel).treated("U0").from(Period.ordinal(before + 1));
    }

    private static void time(String work, Supplier<SyntheticControlFit> fit) {
        double elapsed = Double.POSITIVE_INFINITY;
        double processor = Double.POSITIVE_INFINITY;
        double effect = Double.NaN;
        for (int run = 0; run < 2 * RUNS; run++) {
            long began = System.nanoTime();
            long used = processorTime();
            effect = fit.get().effect();
            if (run >= RUNS) {
                elapsed = Math.min(elapsed, (System.nanoTime() - began) / 1e9);
                processor = Math.min(processor, (processorTime() - used) / 1e9);
            }
        }
        System.out.println(String.format(
                Locale.ROOT, "%-65s elapsed %.3f s, processor %.3f s, effect %.4f", work, elapsed, processor, effect));
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Four factors as random walks, loads between 0 and 1, noise. */
    private static Panel panel(int donors, int periods, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] factors = new double[4][periods];
        for (double[] factor : factors) {
            double level = 0;
            for (int t = 0; t < periods; t++) {
                level += random.nextGaussian();
                factor[t] = level;
            }
        }
        List<Series> series = new ArrayList<>();
        for (int j = 0; j <= donors; j++) {
            double[] loads = random.doubles(factors.length).toArray();
            double[] values = new double[periods];
            for (int t = 0; t < periods; t++) {
                values[t] = 100 + 0.3 * random.nextGaussian();
                for (int k = 0; k < loads.length; k++) {
                    values[t] += loads[k] * factors[k][t];
                }
            }
            series.add(Series.of("U" + j, "persons", Period.ordinal(1), values));
        }
        return new Panel(series);
    }

    private static Predictor[] predictors(Panel panel) {
        SplittableRandom random = new SplittableRandom(4);
        Predictor[] predictors = new Predictor[PREDICTORS];
        for (int k = 0; k < PREDICTORS; k++) {
            Map<String, Double> values = new LinkedHashMap<>();
            for (Series unit : panel.series()) {
                values.put(unit.name(), unit.value(k) + random.nextGaussian());
            }
            predictors[k] = Predictor.known("x" + (k + 1), values);
        }
        return predictors;
    }

    private static void write(Panel panel, Path file) {
        StringBuilder text = new StringBuilder("unit,period,value\n");
        for (Series unit : panel.series()) {
            for (int t = 0; t < unit.size(); t++) {
                text.append(unit.name())
                        .append(',')
                        .append(t + 1)
                        .append(',')
                        .append(unit.value(t))
                        .append('\n');
            }
        }
        write(text, file);
    }

    private static void write(Panel panel, Predictor[] predictors, Path file) {
        StringBuilder text = new StringBuilder("unit");
        for (Predictor predictor : predictors) {
            text.append(',').append(predictor.name());
        }
        for (String unit : panel.units()) {
            text.append('\n').append(unit);
            for (Predictor predictor : predictors) {
                text.append(',').append(predictor.of(unit));
            }
        }
        write(text.append('\n'), file);
    }

    private static void write(StringBuilder text, Path file) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
