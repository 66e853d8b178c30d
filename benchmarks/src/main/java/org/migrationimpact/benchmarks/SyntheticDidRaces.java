package org.migrationimpact.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.synthetic.AugmentedSyntheticControl;
import org.migrationimpact.synthetic.InteractiveFixedEffects;
import org.migrationimpact.synthetic.MatrixCompletion;
import org.migrationimpact.synthetic.SyntheticDifferenceInDifferences;

/**
 * How long do synthetic difference-in-differences, augmented synthetic control, matrix completion and interactive fixed effects take? Panels of the
 * sizes of known cases are made from a fixed seed and written to a folder, so that {@code peers/synthdid.R} can read the same ones:
 *
 * <pre>{@code java -cp benchmarks/target/benchmarks.jar org.migrationimpact.benchmarks.SyntheticDidRaces /tmp/races}</pre>
 *
 * <p>The least of several runs is printed, in seconds, after as many to warm up: elapsed, and of both processors, which other work on the
 * machine lengthens less. The first figure of a line is the mean effect, to be compared with the peer's.
 */
public final class SyntheticDidRaces {

    private static final int RUNS = 3;

    private SyntheticDidRaces() {}

    /** With the folder for the panels. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "races");
        Files.createDirectories(folder);
        Panel california = panel(38, 31, 1);
        Panel wide = panel(199, 60, 2);
        Panel large = panel(499, 200, 3);
        write(california, folder.resolve("sdid_38x31.csv"));
        write(wide, folder.resolve("sdid_199x60.csv"));
        time(
                "38 donors x 31 periods, synthetic DiD, no errors",
                () -> sdid(california, 19).withoutErrors().fit().impact());
        time(
                "38 donors x 31 periods, synthetic DiD, every placebo",
                () -> sdid(california, 19).fit().impact());
        time(
                "199 donors x 60 periods, synthetic DiD, no errors",
                () -> sdid(wide, 45).withoutErrors().fit().impact());
        time(
                "199 donors x 60 periods, synthetic DiD, every placebo",
                () -> sdid(wide, 45).fit().impact());
        time(
                "38 donors x 31 periods, augmented, conformal intervals",
                () -> AugmentedSyntheticControl.of(california)
                        .treated("U0")
                        .from(Period.ordinal(20))
                        .fit()
                        .impact());
        time(
                "38 donors x 31 periods, factors, 200 draws",
                () -> InteractiveFixedEffects.of(california)
                        .treated("U0")
                        .from(Period.ordinal(20))
                        .fit()
                        .impact());
        time(
                "38 donors x 31 periods, completion, search, every placebo",
                () -> MatrixCompletion.of(california)
                        .treated("U0")
                        .from(Period.ordinal(20))
                        .fit()
                        .impact());
        time(
                "500 units x 200 periods, completion, search, no errors",
                () -> MatrixCompletion.of(large)
                        .treated("U0")
                        .from(Period.ordinal(151))
                        .withoutErrors()
                        .fit()
                        .impact());
    }

    private static SyntheticDifferenceInDifferences sdid(Panel panel, int before) {
        return SyntheticDifferenceInDifferences.of(panel).treated("U0").from(Period.ordinal(before + 1));
    }

    private static void time(String work, Supplier<Impact> fit) {
        double elapsed = Double.POSITIVE_INFINITY;
        double processor = Double.POSITIVE_INFINITY;
        double effect = 0;
        for (int run = 0; run < 2 * RUNS; run++) {
            long began = System.nanoTime();
            long used = processorTime();
            effect = fit.get().effect().estimate();
            if (run >= RUNS) {
                elapsed = Math.min(elapsed, (System.nanoTime() - began) / 1e9);
                processor = Math.min(processor, (processorTime() - used) / 1e9);
            }
        }
        System.out.println(String.format(
                Locale.ROOT, "%-60s effect %.8f, elapsed %.3f s, processor %.3f s", work, effect, elapsed, processor));
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
                values[t] = 100 + random.nextGaussian();
                for (int k = 0; k < loads.length; k++) {
                    values[t] += loads[k] * factors[k][t];
                }
            }
            series.add(Series.of("U" + j, "persons", Period.ordinal(1), values));
        }
        return new Panel(series);
    }

    private static void write(Panel panel, Path file) {
        StringBuilder text = new StringBuilder("unit,period,value\n");
        for (Series one : panel.series()) {
            for (int t = 0; t < one.size(); t++) {
                text.append(one.name())
                        .append(',')
                        .append(t + 1)
                        .append(',')
                        .append(one.value(t))
                        .append('\n');
            }
        }
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
