package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** Made panels: units that share two factors, each with loads and noise of its own. */
final class Made {

    static final Period START = Period.month(2012, 1);

    private Made() {}

    /** {@code T} and as many donors {@code D1}, {@code D2} …, by month from 2010 on; the treated lies amid them. */
    static Panel panel(int donors, int periods, double noise, long seed) {
        Random random = new Random(seed);
        double[][] factors = new double[2][periods];
        for (double[] factor : factors) {
            double level = 0;
            for (int t = 0; t < periods; t++) {
                level += random.nextGaussian();
                factor[t] = level;
            }
        }
        List<Series> series = new ArrayList<>();
        for (int j = 0; j <= donors; j++) {
            double a = j == 0 ? 0.5 : random.nextDouble();
            double b = j == 0 ? 0.5 : random.nextDouble();
            double[] values = new double[periods];
            for (int t = 0; t < periods; t++) {
                values[t] = 50 + a * factors[0][t] + b * factors[1][t] + noise * random.nextGaussian();
            }
            series.add(Series.of(j == 0 ? "T" : "D" + j, "persons", Period.month(2010, 1), values));
        }
        return new Panel(series);
    }

    /** With so much more in the treated from the start on. */
    static Panel treated(Panel panel, double effect) {
        return new Panel(panel.series().stream()
                .map(series -> series.name().equals("T") ? raised(series, effect) : series)
                .toList());
    }

    private static Series raised(Series series, double effect) {
        double[] values = series.values();
        for (int t = (int) series.start().until(START); t < values.length; t++) {
            values[t] += effect;
        }
        return Series.of(series.name(), series.unit(), series.start(), values);
    }

    static Panel changed(Panel panel, DoubleUnaryOperator change) {
        return new Panel(panel.series().stream()
                .map(series -> series.map(series.unit(), change))
                .toList());
    }

    static SyntheticControl control(Panel panel) {
        return SyntheticControl.of(panel).treated("T").from(START);
    }
}
