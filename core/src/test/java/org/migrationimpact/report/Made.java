package org.migrationimpact.report;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.migrationimpact.assess.Assessed;
import org.migrationimpact.assess.Assessment;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;

/** Results of made-up figures for the tests of this package: 48 months, a fall to 0.4 of what it was from the 25th on. */
final class Made {

    static final Period START = Period.month(2011, 1);
    static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\"><title>A line</title>"
            + "<path d=\"M0 0L100 50\" stroke=\"#000\"/><text x=\"5\" y=\"45\">fall</text></svg>";

    private Made() {}

    static Series series(String name) {
        double[] values = IntStream.range(0, 48)
                .mapToDouble(
                        i -> (1000 + 5 * i + 100 * Math.sin(Math.PI * i / 6) + i * 7919 % 101) * (i < 24 ? 1 : 0.4))
                .map(Math::rint)
                .toArray();
        return Series.of(name, "detections", Period.month(2009, 1), values);
    }

    /** The same with nothing known in the 26th month. */
    static Series withGap(String name) {
        double[] values = series(name).values();
        values[25] = Double.NaN;
        return Series.of(name, "detections", Period.month(2009, 1), values);
    }

    static Impact impact() {
        return InterruptedTimeSeries.at(START).onLog().fit(series("Albania"));
    }

    static Assessed assessed(String name) {
        Measure waiver = MeasureInventory.standard().get("M034");
        Panel others = new Panel(List.of(
                series("Aa").map("detections", v -> v / 10), series("Bb").map("detections", v -> v / 20)));
        return Assessment.of(waiver, series(name))
                .by(InterruptedTimeSeries.at(START).onLog())
                .untreated(others, "other nationalities")
                .run();
    }

    static Source source() {
        return new Source("Detections <made up>", "detections.csv", "ab".repeat(32), "2025-01", "free & open");
    }

    static Report report(String name) {
        Figure figure = new Figure("Fewer & fewer", "It falls from 1,000 to 400.", Drawing.of(SVG), Drawing.of(SVG));
        return Report.titled("Report on " + name, "Did it work?")
                .with(Finding.of(assessed(name)).with(figure))
                .with(source());
    }

    static double[] anyNumbers() {
        return DoubleStream.concat(
                        DoubleStream.of(
                                0,
                                -0.0,
                                1,
                                0.1,
                                1.0 / 3,
                                1e15,
                                1e16,
                                1e17,
                                1e22,
                                1e-4,
                                1e-5,
                                Double.MIN_VALUE,
                                Double.MAX_VALUE),
                        new java.util.Random(1).longs(50_000).mapToDouble(Double::longBitsToDouble))
                .filter(Double::isFinite)
                .toArray();
    }
}
