package org.migrationimpact.io;

import java.util.List;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;

/**
 * Numbers with a comma or a blank between thousands, decided for a whole column and never cell by cell: {@code 18,420} or {@code 18 715}.
 * A column that mixes the two, or that cannot be told from one with a decimal comma or with points between thousands, is refused.
 *
 * @param pattern the numbers that have something between their thousands
 * @param mark what stands there; empty where nothing does
 */
record GroupedNumbers(Pattern pattern, String mark) {

    private static final String BLANK = "[ \u00a0\u202f]";
    private static final Pattern COMMAS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?");
    private static final Pattern BLANKS = Pattern.compile("[+-]?[1-9]\\d{0,2}(?:" + BLANK + "\\d{3})+(?:\\.\\d+)?");
    private static final Pattern LONG = Pattern.compile("[+-]?\\d{4,}(?:\\.\\d+)?");
    private static final Pattern THREE_DECIMALS = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}");
    private static final Pattern OTHER_DECIMALS = Pattern.compile("[+-]?\\d+\\.(?:\\d{1,2}|\\d{4,})|[+-]?0\\.\\d{3}");

    /**
     * Decides for the different texts of a column.
     *
     * @param places where each text stands first
     * @throws InputException E-EXPLORER-002, E-EXPLORER-003 where they cannot be read in one way
     */
    static GroupedNumbers of(List<String> texts, List<Place> places) {
        int comma = first(texts, COMMAS);
        int blank = first(texts, BLANKS);
        int together = first(texts, LONG);
        if (comma >= 0 && blank >= 0) {
            throw mixed(texts, places, comma, blank, "a comma and a blank");
        }
        int apart = Math.max(comma, blank);
        if (apart >= 0 && together >= 0) {
            throw mixed(texts, places, apart, together, "thousands apart and together");
        }
        if (apart < 0 && together < 0) {
            requireNoPoints(texts, places);
        }
        return comma >= 0 ? new GroupedNumbers(COMMAS, ",") : new GroupedNumbers(BLANKS, blank < 0 ? "" : BLANK);
    }

    private static int first(List<String> texts, Pattern pattern) {
        for (int i = 0; i < texts.size(); i++) {
            if (pattern.matcher(texts.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static InputException mixed(List<String> texts, List<Place> places, int one, int other, String what) {
        int later = Math.max(one, other);
        int earlier = Math.min(one, other);
        return places.get(later)
                .refuse(
                        "E-EXPLORER-002",
                        "'" + Names.quoted(texts.get(later)) + "' and '" + Names.quoted(texts.get(earlier))
                                + "' in line "
                                + places.get(earlier).line() + " mix " + what
                                + " in one column, so none of its numbers is certain; write all without separators of thousands");
    }

    /** {@code 18.420} everywhere, and nothing that shows whether the point is a decimal one. */
    private static void requireNoPoints(List<String> texts, List<Place> places) {
        int three = first(texts, THREE_DECIMALS);
        if (three >= 0 && first(texts, OTHER_DECIMALS) < 0) {
            throw places.get(three)
                    .refuse(
                            "E-EXPLORER-003",
                            "'" + Names.quoted(texts.get(three))
                                    + "' may be a decimal or have a point between thousands, and no number of the column shows which; write it"
                                    + " without separators of thousands, or with another number of decimals");
        }
    }

    /** The text with its thousands together; anything that is no such number stays as it is. */
    String together(String text) {
        return !mark.isEmpty() && pattern.matcher(text).matches() ? text.replaceAll(mark, "") : text;
    }
}
