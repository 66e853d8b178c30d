package org.migrationimpact.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.migrationimpact.model.Factor;
import org.migrationimpact.panel.FixedEffectsFit;
import org.migrationimpact.panel.FixedEffectsOls;
import org.migrationimpact.panel.PanelRows;
import org.migrationimpact.panel.Ppml;
import org.migrationimpact.panel.PpmlFit;

/** Flows between all pairs of so many places in so many years, a tenth of them 0; an agreement raises them, a tariff lowers them. */
final class SimulatedGravity {

    private static final String[] EFFECTS = {"o^y", "d^y", "o^d"};

    private final int[][] keys;
    private final double[] agreement;
    private final double[] tariff;
    private final double[] flow;

    SimulatedGravity(int places, int years) {
        int n = places * (places - 1) * years;
        keys = new int[3][n];
        agreement = new double[n];
        tariff = new double[n];
        flow = new double[n];
        SplittableRandom random = new SplittableRandom(42);
        double[] originYear = normal(random, places * years);
        double[] destinationYear = normal(random, places * years);
        double[] pair = normal(random, places * places);
        int row = 0;
        for (int o = 0; o < places; o++) {
            for (int d = 0; d < places; d++) {
                int begins = random.nextInt(1, 2 * years);
                for (int y = 0; o != d && y < years; y++, row++) {
                    keys[0][row] = o;
                    keys[1][row] = d;
                    keys[2][row] = y;
                    agreement[row] = y >= begins ? 1 : 0;
                    tariff[row] = random.nextInt(3000) / 1e4;
                    double size = originYear[o * years + y] / 2
                            + destinationYear[d * years + y] / 2
                            + pair[o * places + d]
                            + 0.3 * agreement[row]
                            - 1.5 * tariff[row];
                    double noise = -Math.log(1 - random.nextDouble());
                    flow[row] = random.nextInt(10) == 0 ? 0 : Math.rint(1000 * Math.exp(1 + size) * noise) / 1000;
                }
            }
        }
    }

    private static double[] normal(SplittableRandom random, int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }

    /** For another program. */
    void write(Path csv) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("o,d,y,rta,tariff,trade\n");
            for (int i = 0; i < flow.length; i++) {
                out.write(String.format(
                        Locale.ROOT,
                        "%d,%d,%d,%.0f,%.4f,%.3f%n",
                        keys[0][i],
                        keys[1][i],
                        keys[2][i],
                        agreement[i],
                        tariff[i],
                        flow[i]));
            }
        }
    }

    private PanelRows rows(double... outcome) {
        return PanelRows.of("trade", outcome)
                .with("rta", agreement)
                .with("tariff", tariff)
                .with(Factor.of("o", keys[0]))
                .with(Factor.of("d", keys[1]))
                .with(Factor.of("y", keys[2]));
    }

    int size() {
        return flow.length;
    }

    /** Poisson counts in three effects, clustered by pair; the numbers of places and years are coded and crossed on the way. */
    PpmlFit counts() {
        return Ppml.on("rta", "tariff").absorbing(EFFECTS).fit(rows(flow));
    }

    /** Least squares of log(flow + 1), likewise. */
    FixedEffectsFit squares() {
        double[] logs = Arrays.stream(flow).map(v -> Math.log(v + 1)).toArray();
        return FixedEffectsOls.on("rta", "tariff").absorbing(EFFECTS).fit(rows(logs));
    }
}
