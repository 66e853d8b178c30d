package org.migrationimpact.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import org.migrationimpact.measure.Milestone;

/**
 * How a line looks: colours of Okabe and Ito's palette, which every kind of colour vision can tell apart, and a dash pattern for those
 * who print in grey. Text is in a darker tone of the same hue, at a contrast of 4.5 to 1 or more on white.
 *
 * <p>Source of the palette: Okabe and Ito (2008), Color Universal Design.
 */
enum Ink {
    /** What was observed. */
    OBSERVED(0x000000, 0x000000, 1.1f),
    /** What the design says with the measure. */
    FITTED(0x0072B2, 0x005F94, 2.2f),
    /** What it says without. */
    EXPECTED(0xD55E00, 0xA84600, 2.4f),
    /** A unit for comparison. */
    COMPARED(0x4D4D4D, 0x4D4D4D, 1.4f),
    /** The treated unit among others. */
    TREATED(0x0072B2, 0x005F94, 2f),
    /** One of many that play the treated unit, or do without a donor. */
    PLACEBO(0xA6A6A6, 0x595959, 0.9f),
    /** The date a measure was announced: dotted. */
    ANNOUNCED(0x333333, 0x333333, 1.5f),
    /** The date it was adopted: dashed. */
    ADOPTED(0x333333, 0x333333, 1.5f),
    /** The date it was in force: solid. */
    IN_FORCE(0x333333, 0x333333, 1.8f),
    /** The date it was repealed: dash and dot. */
    REPEALED(0x333333, 0x333333, 1.5f),
    /** Axes. */
    AXIS(0x595959, 0x404040, 1f),
    /** Lines behind everything. */
    GRID(0xE3E3E3, 0x595959, 1f);

    private final Color line;
    private final Color text;
    private final float width;

    Ink(int line, int text, float width) {
        this.line = new Color(line);
        this.text = new Color(text);
        this.width = width;
    }

    static Ink of(Milestone milestone) {
        return switch (milestone) {
            case ANNOUNCED -> ANNOUNCED;
            case ADOPTED -> ADOPTED;
            case IN_FORCE -> IN_FORCE;
            case REPEALED -> REPEALED;
        };
    }

    Color line() {
        return line;
    }

    Color text() {
        return text;
    }

    /** The colour of an area, through which the grid is seen. */
    Color area() {
        return new Color(line.getRed(), line.getGreen(), line.getBlue(), 46);
    }

    /** The stroke, so many times as wide as at the base size. */
    BasicStroke stroke(double times) {
        float wide = (float) (width * times);
        float[] dashes = dashes();
        if (dashes.length == 0) {
            return new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] scaled = new float[dashes.length];
        for (int i = 0; i < dashes.length; i++) {
            scaled[i] = (float) (dashes[i] * times);
        }
        return new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, scaled, 0);
    }

    boolean isDashed() {
        return dashes().length > 0;
    }

    /** Dash, gap, dash, gap; none for a solid line. */
    private float[] dashes() {
        return switch (this) {
            case EXPECTED, ADOPTED -> new float[] {7, 4};
            case ANNOUNCED -> new float[] {1.5f, 3.5f};
            case REPEALED -> new float[] {8, 3, 1.5f, 3};
            default -> new float[0];
        };
    }
}
