package org.migrationimpact.table;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.InputException;

/**
 * A value cell: a number with a decimal point, perhaps followed by the publisher's flags ({@code 123 b}, {@code 123 e@N} with the
 * confidentiality behind the {@code @}, {@code 0n}), or a mark that there is none ({@code :}, {@code : c}, {@code : @C}).
 *
 * @param value the number; {@code NaN} where there is none
 * @param flags what the cell says about it; for {@code NaN} at least the reason
 */
public record Figure(double value, Set<Flag> flags) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,9})?");
    private static final Pattern COUNT = Pattern.compile("\\d{1,15}");
    private static final String FLAGS = "([a-z]{0,6})(?:@([A-Z]))?";
    private static final Pattern FLAGGED = Pattern.compile("(\\S+) " + FLAGS);
    private static final Pattern NOTHING = Pattern.compile(": ?" + FLAGS);
    private static final String LESS_THAN_HALF = "0n";
    private static final Set<String> NOT_AVAILABLE = Set.of("", "NA", "NaN", "nan", "..", "#N/A", ".");
    private static final Set<String> SUPPRESSED = Set.of("*", "c");
    private static final Set<Flag> REASONS =
            EnumSet.of(Flag.NOT_AVAILABLE, Flag.SUPPRESSED, Flag.NOT_FOR_PUBLICATION, Flag.NOT_APPLICABLE, Flag.ABSENT);

    /** Flags are copied. */
    public Figure {
        flags = Set.copyOf(flags);
    }

    /** A number without flags. */
    public static Figure of(double value) {
        return new Figure(value, Set.of());
    }

    /** A cell without a number; without any other reason among the flags it is not available. */
    public static Figure missing(Set<Flag> flags) {
        EnumSet<Flag> all = EnumSet.noneOf(Flag.class);
        all.addAll(flags);
        if (flags.stream().noneMatch(REASONS::contains)) {
            all.add(Flag.NOT_AVAILABLE);
        }
        return new Figure(Double.NaN, all);
    }

    /** The same with the flags of a further column, which may also say why there is no number. */
    public Figure with(Set<Flag> more) {
        if (more.isEmpty()) {
            return this;
        }
        EnumSet<Flag> all = EnumSet.copyOf(more);
        all.addAll(flags);
        if (!Double.isNaN(value)) {
            return new Figure(value, all);
        }
        EnumSet<Flag> rest = EnumSet.copyOf(all);
        rest.remove(Flag.NOT_AVAILABLE);
        return rest.stream().anyMatch(REASONS::contains) ? new Figure(value, rest) : missing(all);
    }

    /** Whether the text is a number or a mark that there is none. */
    public static boolean isFigure(String text) {
        return NUMBER.matcher(text).matches()
                || NOT_AVAILABLE.contains(text)
                || SUPPRESSED.contains(text)
                || NOTHING.matcher(text).matches()
                || text.equals(LESS_THAN_HALF)
                || (FLAGGED.matcher(text).matches()
                        && NUMBER.matcher(text.substring(0, text.indexOf(' '))).matches());
    }

    /** Whether the text marks that there is no number. */
    public static boolean isNothing(String text) {
        return NOT_AVAILABLE.contains(text)
                || SUPPRESSED.contains(text)
                || NOTHING.matcher(text).matches();
    }

    /**
     * Reads a cell.
     *
     * @throws InputException E-CELL-001 for anything else, with the reason and the remedy
     */
    public static Figure parse(String text, Place place) {
        if (COUNT.matcher(text).matches()) {
            return of((double) Long.parseLong(text));
        }
        if (NOT_AVAILABLE.contains(text)) {
            return missing(Set.of());
        }
        if (SUPPRESSED.contains(text)) {
            return missing(Set.of(Flag.SUPPRESSED));
        }
        return flagged(text.equals(LESS_THAN_HALF) ? "0 n" : text, place);
    }

    private static Figure flagged(String text, Place place) {
        Matcher nothing = NOTHING.matcher(text);
        if (nothing.matches()) {
            return missing(flags(nothing, 1, place));
        }
        Matcher flagged = FLAGGED.matcher(text);
        if (flagged.matches() && NUMBER.matcher(flagged.group(1)).matches()) {
            return new Figure(number(flagged.group(1), place), flags(flagged, 2, place));
        }
        return of(number(text, place));
    }

    /** The letters of a group, and the confidentiality in the next. */
    private static Set<Flag> flags(Matcher cell, int group, Place place) {
        Set<Flag> flags = place.flags(cell.group(group));
        if (cell.group(group + 1) != null) {
            flags.addAll(place.confidentiality(cell.group(group + 1)));
        }
        return flags;
    }

    private static double number(String text, Place place) {
        if (NUMBER.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (!Double.isInfinite(value)) {
                return value;
            }
        }
        throw place.refuse("E-CELL-001", "'" + Names.quoted(text) + "' " + fault(text));
    }

    private static String fault(String text) {
        String plain = text.replaceFirst("^[+-]", "");
        if (plain.matches("\\d{1,3}(,\\d{3})+\\.\\d*")) {
            return "has commas between thousands; write " + text.replace(",", "");
        }
        if (plain.matches("\\d{1,3}(\\.\\d{3})+,\\d*")) {
            return "has points between thousands and a decimal comma; write "
                    + text.replace(".", "").replace(',', '.');
        }
        if (plain.matches("\\d{1,3}(,\\d{3})+")) {
            return "may be thousands with commas or a decimal comma; write " + text.replace(",", "") + " or "
                    + text.replaceFirst(",", ".");
        }
        if (plain.matches("\\d+,\\d*")) {
            return "has a decimal comma; write " + text.replace(',', '.');
        }
        if (plain.matches("\\d{1,3}([ \u00a0\u202f'’]\\d{3})+([.,]\\d*)?")) {
            return "has blanks or apostrophes between thousands; write the digits without them";
        }
        return otherFault(text, plain.toLowerCase(Locale.ROOT));
    }

    private static String otherFault(String text, String plain) {
        if (plain.startsWith("inf") || plain.equals("∞") || NUMBER.matcher(text).matches()) {
            return "is infinite or too large for a double; a finite number is needed";
        }
        if (plain.startsWith("0x")) {
            return "is hexadecimal; write it in decimal digits";
        }
        if (plain.endsWith("%")) {
            return "has a percent sign; leave it out and say so in the unit";
        }
        return "is no number; write digits with a decimal point, or leave the cell empty (or NA, NaN, :, .., .) where there is no"
                + " figure, * or c where it is suppressed";
    }
}
