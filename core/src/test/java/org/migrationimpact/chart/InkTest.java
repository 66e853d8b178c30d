package org.migrationimpact.chart;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationimpact.measure.Milestone;

class InkTest {

    @ParameterizedTest
    @EnumSource(Ink.class)
    void textCanBeReadOnWhite(Ink ink) {
        assertTrue(1.05 / (luminance(ink.text()) + 0.05) >= 4.5, ink + " is too pale");
    }

    @ParameterizedTest
    @EnumSource(Milestone.class)
    void theDatesOfAMeasureDifferWithoutColour(Milestone milestone) {
        for (Milestone other : Milestone.values()) {
            if (other != milestone) {
                assertNotEquals(dashes(milestone), dashes(other));
            }
        }
    }

    @Test
    void fittedAndExpectedDifferWithoutColour() {
        assertNotEquals(
                Arrays.toString(Ink.FITTED.stroke(1).getDashArray()),
                Arrays.toString(Ink.EXPECTED.stroke(1).getDashArray()));
    }

    private static String dashes(Milestone milestone) {
        return Arrays.toString(Ink.of(milestone).stroke(1).getDashArray());
    }

    /** Relative luminance as the contrast rules of the web define it. */
    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
