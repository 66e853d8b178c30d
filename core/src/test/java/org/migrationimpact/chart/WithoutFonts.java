package org.migrationimpact.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.migrationimpact.data.InputException;

/** Run by {@link NoFontTest} in a Java of its own: writes a text alternative and what drawing says, twice. */
final class WithoutFonts {

    private WithoutFonts() {}

    public static void main(String[] out) throws IOException {
        Chart chart = SeriesChart.of(Given.years());
        Files.write(
                Path.of(out[0]),
                List.of(chart.altText(), said(() -> chart.png(400, 300)), said(() -> chart.svg(400, 300))));
    }

    private static String said(Runnable drawing) {
        try {
            drawing.run();
            return "drawn";
        } catch (InputException refusal) {
            return refusal.line();
        }
    }
}
