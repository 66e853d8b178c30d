package org.migrationimpact.report;

import java.io.Serializable;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.data.InputException;

/**
 * A picture with what a reader needs who cannot see it.
 *
 * @param caption what it shows, in a sentence under the picture
 * @param alternative the same in words, with its numbers, for a reader who cannot see it
 * @param wide as drawn for a screen or a sheet of paper
 * @param narrow as drawn for a telephone
 */
public record Figure(String caption, String alternative, Drawing wide, Drawing narrow) implements Serializable {

    /** This chart under this caption; where it cannot be drawn, for want of a font, the reason stands in its place. */
    public static Figure of(String caption, Chart chart) {
        return new Figure(caption, chart.altText(), drawn(chart, 960, 540), drawn(chart, 400, 460));
    }

    private static Drawing drawn(Chart chart, int width, int height) {
        try {
            return Drawing.of(chart.svg(width, height));
        } catch (InputException cannot) {
            return new Drawing.Absent(cannot.line());
        }
    }

    @Override
    public String toString() {
        return caption + "\n" + alternative;
    }
}
