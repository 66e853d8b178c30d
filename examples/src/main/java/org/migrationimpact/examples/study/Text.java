package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Spelling;

/** A scalar, with the very characters of the file. */
record Text(Place place, String text) implements Node {

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    @Override
    public String kind() {
        return text.isEmpty() ? "empty" : "the text " + Spelling.quoted(text);
    }

    /** Whether it is a whole number. */
    boolean isWhole() {
        return WHOLE.matcher(text).matches();
    }

    /** A whole number between two bounds, both included. */
    long whole(String key, long least, long greatest) {
        if (!isWhole()) {
            throw wrongNumber(key, "a whole number");
        }
        long number = Long.parseLong(text);
        if (number < least || number > greatest) {
            String range = greatest == Long.MAX_VALUE ? least + " or more" : least + " to " + greatest;
            throw outOfRange(key + " must be " + range + ", got " + text);
        }
        return number;
    }

    /** A number between two bounds, both included. */
    double number(String key, double least, double greatest) {
        if (!DECIMAL.matcher(text).matches()) {
            throw wrongNumber(key, "a number");
        }
        double number = Double.parseDouble(text);
        if (number < least || number > greatest) {
            throw outOfRange(key + " must be " + least + (greatest == Double.MAX_VALUE ? " or more" : " to " + greatest)
                    + ", got " + text);
        }
        return number;
    }

    /** A share: a number between 0 and 1, both excluded. */
    double share(String key) {
        if (!DECIMAL.matcher(text).matches()) {
            throw wrongNumber(key, "a number");
        }
        double number = Double.parseDouble(text);
        if (!(number > 0 && number < 1)) {
            String remedy = number > 1 && number < 100 ? "; for " + text + " % write " + number / 100 : "";
            throw outOfRange(key + " must lie between 0 and 1, got " + text + remedy);
        }
        return number;
    }

    private InputException wrongNumber(String key, String wanted) {
        return place.refusal("E-STUDY-015", key + " is " + kind() + "; " + wanted + " is needed");
    }

    private InputException outOfRange(String message) {
        return place.refusal("E-STUDY-016", message);
    }

    /** One of these values, written as {@link #label} says. */
    <E extends Enum<E>> E choice(String key, List<E> allowed) {
        return allowed.stream()
                .filter(value -> label(value).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        unknownValue(key, allowed.stream().map(Text::label).toList()));
    }

    private InputException unknownValue(String key, List<String> allowed) {
        return place.refusal(
                "E-STUDY-014",
                "unknown value " + Spelling.quoted(text) + " of " + key + "; allowed are " + String.join(", ", allowed)
                        + nearest(text, allowed));
    }

    /** A constant as a study file writes it: {@code NEWEY_WEST} is {@code newey-west}. */
    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The end of a message that lists names: which of them comes nearest. */
    static String nearest(String text, List<String> known) {
        return known.size() < 3
                ? ""
                : "; the nearest is '" + Spelling.nearest(text, known).get(0) + "'";
    }

    /** The first twelve of many names, and how many more there are. */
    static String some(List<String> names) {
        String shown = String.join(
                ", ",
                names.stream()
                        .limit(12)
                        .map(name -> Spelling.quoted(name).replace("'", ""))
                        .toList());
        return names.size() > 12 ? shown + " and " + (names.size() - 12) + " more" : shown;
    }
}
