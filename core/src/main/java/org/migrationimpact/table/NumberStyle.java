package org.migrationimpact.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;

/**
 * How the figures of a table are written. It is declared by whoever knows the table and never guessed, because {@code 1,234} is a
 * thousand in one table and a little more than one in another. A figure that is written otherwise is refused.
 */
public enum NumberStyle {
    /** {@code 1234.5}: a decimal point and nothing between thousands. */
    DECIMAL_POINT("1234.5", "", "\\."),
    /** {@code 1234,5}: a decimal comma and nothing between thousands. */
    DECIMAL_COMMA("1234,5", "", ","),
    /** {@code 1,234.5}: commas between thousands and a decimal point. */
    THOUSANDS_COMMA("1,234.5", ",", "\\."),
    /** {@code 1.234,5}: points between thousands and a decimal comma. */
    THOUSANDS_POINT("1.234,5", "\\.", ","),
    /** {@code 1 234.5}: blanks of any kind between thousands and a decimal point. */
    THOUSANDS_BLANK("1 234.5", "[ \u00a0\u2009\u202f]", "\\."),
    /** {@code 1 234,5}: blanks of any kind between thousands and a decimal comma. */
    THOUSANDS_BLANK_DECIMAL_COMMA("1 234,5", "[ \u00a0\u2009\u202f]", ","),
    /** {@code 1'234.5}: apostrophes between thousands and a decimal point. */
    THOUSANDS_APOSTROPHE("1'234.5", "['\u2019]", "\\.");

    private static final Pattern FLAGGED = Pattern.compile("(.*\\d[.,]?)( [a-z]{1,6})");
    private static final Pattern DIGIT = Pattern.compile("[+-]?[.,]?\\d.*");

    private final String example;
    private final Pattern number;
    private final Pattern separator;

    NumberStyle(String example, String thousands, String decimal) {
        String grouped = thousands.isEmpty() ? "" : "\\d{1,3}(?:" + thousands + "\\d{3})+|";
        this.example = example;
        this.number = Pattern.compile("([+-]?(?:" + grouped + "\\d+))(?:" + decimal + "(\\d*))?");
        this.separator = Pattern.compile(thousands);
    }

    /** {@code 1234,5}. */
    public String example() {
        return example;
    }

    /**
     * Reads a cell whose number, if it has one, is written like this.
     *
     * @throws InputException E-CELL-002 for a number that is written otherwise, E-CELL-001 for a text that is none
     */
    public Figure read(String text, Place place) {
        Matcher flagged = FLAGGED.matcher(text);
        boolean marked = flagged.matches();
        String figure = marked ? flagged.group(1) : text;
        if (!DIGIT.matcher(figure).matches()) {
            return Figure.parse(text, place); // a mark that there is none, or a fault
        }
        Matcher written = number.matcher(figure);
        if (!written.matches()) {
            throw place.refuse(
                    "E-CELL-002",
                    "'" + Names.quoted(text) + "' is not written like " + example
                            + ", as was declared for this table; declare another style or correct the cell");
        }
        String whole = separator.pattern().isEmpty()
                ? written.group(1)
                : separator.matcher(written.group(1)).replaceAll("");
        String decimals = written.group(2);
        return Figure.parse(whole + (decimals == null ? "" : "." + decimals) + (marked ? flagged.group(2) : ""), place);
    }
}
