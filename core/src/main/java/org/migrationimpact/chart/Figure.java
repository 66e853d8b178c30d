package org.migrationimpact.chart;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PrimitiveIterator;

/**
 * What a chart says, before a pixel is laid out.
 *
 * @param title what is shown
 * @param subtitle what it amounts to, in words; may be empty
 * @param axis what the values are and in which unit
 * @param notes what else must be known, at the foot
 * @param alternative the same for those who cannot see it
 * @param panes one plot over time, or one a unit; none where there are bars or a canvas
 * @param bars what is compared by length; none where there are plots
 * @param canvas what is drawn in their place
 */
record Figure(
        String title,
        String subtitle,
        String axis,
        List<String> notes,
        String alternative,
        List<Pane> panes,
        Bars bars,
        Optional<Canvas> canvas) {

    private static final int LONGEST = 400;
    private static final int LONGEST_ALTERNATIVE = 4000;

    Figure {
        title = printable(title);
        subtitle = printable(subtitle);
        axis = printable(axis);
        notes = notes.stream().map(Figure::printable).toList();
        alternative = printable(alternative, LONGEST_ALTERNATIVE);
        panes = List.copyOf(panes);
    }

    /** Plots over time. */
    Figure(String title, String subtitle, String axis, List<String> notes, String alternative, List<Pane> panes) {
        this(title, subtitle, axis, notes, alternative, panes, Bars.NONE, Optional.empty());
    }

    /** Bars. */
    Figure(String title, String subtitle, String axis, List<String> notes, String alternative, Bars bars) {
        this(title, subtitle, axis, notes, alternative, List.of(), bars, Optional.empty());
    }

    /** Something else. */
    Figure(String title, String subtitle, String axis, List<String> notes, String alternative, Canvas canvas) {
        this(title, subtitle, axis, notes, alternative, List.of(), Bars.NONE, Optional.of(canvas));
    }

    /** In what the labels of all axes of values count. */
    Magnitude magnitude() {
        return Magnitude.of(panes.stream().map(Pane::shown).mapToDouble(ValueRange::largest), axis);
    }

    /** Without the characters that no document may hold, and not endless. */
    static String printable(String text) {
        return printable(text, LONGEST);
    }

    private static String printable(String text, int most) {
        StringBuilder kept = new StringBuilder();
        PrimitiveIterator.OfInt characters = text.codePoints().iterator();
        for (int n = 0; characters.hasNext(); n++) {
            if (n == most) {
                return kept.append('…').toString();
            }
            kept.appendCodePoint(printable(characters.nextInt()));
        }
        return kept.toString().strip();
    }

    private static int printable(int character) {
        if (Character.isWhitespace(character)) {
            return ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT -> 0xFFFD;
            default -> character;
        };
    }

    /** With the first letter as a capital. */
    static String sentence(String words) {
        if (words.isEmpty()) {
            return words;
        }
        int end = words.offsetByCodePoints(0, 1);
        return words.substring(0, end).toUpperCase(Locale.ROOT) + words.substring(end);
    }
}
