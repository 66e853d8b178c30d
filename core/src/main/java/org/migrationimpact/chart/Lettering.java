package org.migrationimpact.chart;

import java.awt.AWTError;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import org.migrationimpact.data.InputException;

/** One size and weight of type: how wide a text is, how it is broken into lines, how it is cut. */
record Lettering(double size, Weight weight) {

    enum Weight {
        PLAIN(Font.PLAIN),
        BOLD(Font.BOLD);

        private final int style;

        Weight(int style) {
            this.style = style;
        }
    }

    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);
    private static final String CUT = "…";

    static Lettering plain(double size) {
        return new Lettering(size, Weight.PLAIN);
    }

    static Lettering bold(double size) {
        return new Lettering(size, Weight.BOLD);
    }

    /**
     * Refuses a machine on which no text can be drawn; Java itself dies there with errors of its inside.
     *
     * @throws InputException E-CHART-002 without a font, E-CHART-005 where Java looks for a screen that is not there
     */
    static void requireFont() {
        try {
            plain(12).width("font");
        } catch (AWTError | InternalError | LinkageError | RuntimeException e) {
            throw GraphicsEnvironment.isHeadless() ? noFont() : noScreen();
        }
    }

    private static InputException noFont() {
        return new InputException(
                "E-CHART-002",
                "no font is installed that Java can use, so no chart can be drawn; install fontconfig and a font, on Debian or Ubuntu"
                        + " with: apt-get install fontconfig fonts-dejavu-core (everything but charts works without)");
    }

    private static InputException noScreen() {
        return new InputException(
                "E-CHART-005",
                "Java looks for a screen to measure text and cannot use it, so no chart can be drawn; charts need no screen: start Java"
                        + " with -Djava.awt.headless=true");
    }

    Font font() {
        return new Font(Font.SANS_SERIF, weight.style, 1).deriveFont((float) size);
    }

    double width(String text) {
        return font().getStringBounds(text, MEASURE).getWidth();
    }

    /** From one base line to the next. */
    double leading() {
        return 1.25 * size;
    }

    /** From the top of a capital letter to the base line. */
    double rise() {
        return 0.76 * size;
    }

    /** The text in lines no wider than this, at most so many; what does not fit ends in an ellipsis. */
    List<String> lines(String text, double width, int most) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty() && lines.size() < most) {
            boolean last = lines.size() == most - 1;
            int end = last || width(rest) <= width ? rest.length() : breakAt(rest, width);
            lines.add(cut(rest.substring(0, end).strip(), width));
            rest = rest.substring(end).strip();
        }
        return lines;
    }

    /** The text, or as much of it as fits with an ellipsis. */
    String cut(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        int keep = text.length();
        while (keep > 0 && width(text.substring(0, keep).stripTrailing() + CUT) > width) {
            keep = text.offsetByCodePoints(keep, -1);
        }
        return text.substring(0, keep).stripTrailing() + CUT;
    }

    private int breakAt(String text, double width) {
        int best = 0;
        for (int i = 1; i < text.length() && width(text.substring(0, i)) <= width; i++) {
            if (mayBreak(text, i)) {
                best = i;
            }
        }
        return best == 0 ? firstBreak(text) : best;
    }

    private static int firstBreak(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (mayBreak(text, i)) {
                return i;
            }
        }
        return text.length();
    }

    /** At a space, unless it stands inside a number, before a per cent sign or after a day of the month. */
    private static boolean mayBreak(String text, int i) {
        if (text.charAt(i) != ' ') {
            return false;
        }
        char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        return !(Character.isDigit(text.charAt(i - 1)) && (Character.isDigit(after) || after == '%'));
    }
}
