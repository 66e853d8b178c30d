package org.migrationimpact.chart;

import java.awt.Dimension;
import java.nio.file.Path;
import org.migrationimpact.data.InputException;

/**
 * A picture of a result. Nothing is drawn before it is asked for, nothing is shown, and the same chart gives the same bytes on the same
 * fonts, whatever the locale, the time zone and the day.
 *
 * <p>Sizes are in pixels, from {@value #SMALLEST_WIDTH} × {@value #SMALLEST_HEIGHT} to {@value #LARGEST} each way. Text needs a font on
 * the machine; where there is none {@link #png}, {@link #svg} and {@link #save(Path)} throw {@link InputException} E-CHART-002 (or
 * E-CHART-005 where Java is set to use a screen that is not there), while
 * {@link #title} and {@link #altText} still answer, so a caller can go on without pictures.
 */
public abstract sealed class Chart
        permits BaconChart,
                BreaksChart,
                CoefficientChart,
                CohortChart,
                EventStudyChart,
                SensitivityChart,
                SeriesChart,
                ImpactChart,
                PowerChart,
                ResidualChart,
                SmallMultiples,
                CumulativeChart,
                ComponentsChart,
                TwinChart,
                GapChart,
                WeightsChart,
                RatioChart,
                LeaveOneOutChart,
                TimeWeightsChart {

    /** The width that {@link #save(Path)} takes. */
    public static final int WIDTH = 1200;

    /** The height that {@link #save(Path)} takes. */
    public static final int HEIGHT = 640;

    static final int SMALLEST_WIDTH = 240;
    static final int SMALLEST_HEIGHT = 180;
    static final int LARGEST = 5000;

    Chart() {}

    /** What is shown, before it is laid out. */
    abstract Figure figure();

    /** What the chart is about, in one line. */
    public final String title() {
        return figure().title();
    }

    /** What the chart shows, in a sentence or two with its numbers, for those who cannot see it. */
    public final String altText() {
        return figure().alternative();
    }

    /**
     * The picture as a PNG file of exactly this size.
     *
     * @throws InputException E-CHART-002 where the machine has no font
     * @throws IllegalArgumentException for a size outside the range
     */
    public final byte[] png(int width, int height) {
        return Png.of(figure(), requireSize(width, height));
    }

    /**
     * The picture as an SVG document: text stays text, title and description stand inside, nothing is fetched from elsewhere. It begins with
     * {@code <svg}, so it can stand in a web page as it is.
     *
     * @throws InputException E-CHART-002 where the machine has no font
     * @throws IllegalArgumentException for a size outside the range
     */
    public final String svg(int width, int height) {
        return Svg.of(figure(), requireSize(width, height));
    }

    /**
     * Writes the picture at {@value #WIDTH} × {@value #HEIGHT}; see {@link #save(Path, int, int)}.
     *
     * @throws InputException as {@link #save(Path, int, int)} does
     */
    public final void save(Path file) {
        save(file, WIDTH, HEIGHT);
    }

    /**
     * Writes the picture as PNG or SVG, as the file's ending says. The file is there whole or not at all; one of that name is replaced.
     *
     * @throws InputException E-CHART-001 for another ending, E-CHART-002 where the machine has no font, E-CHART-003 where the file cannot
     *     be written
     * @throws IllegalArgumentException for a size outside the range
     */
    public final void save(Path file, int width, int height) {
        ChartFile.save(this, file, width, height);
    }

    private static Dimension requireSize(int width, int height) {
        if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT || width > LARGEST || height > LARGEST) {
            throw new IllegalArgumentException("a chart is " + SMALLEST_WIDTH + " × " + SMALLEST_HEIGHT + " to "
                    + LARGEST + " × " + LARGEST + " pixels, got " + width + " × " + height);
        }
        return new Dimension(width, height);
    }

    /** The text alternative, which a notebook or a console can show. */
    @Override
    public final String toString() {
        return title() + "\n" + altText();
    }
}
