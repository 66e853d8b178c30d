package org.migrationimpact.data;

/**
 * What was handed in is wrong: a file, a column, a cell, an option. The user can mend it; the message says where and how.
 *
 * <p>A place in a file is written in front of the message as {@code file:line:column:}, lines and columns counted from 1.
 */
public final class InputException extends ImpactException {

    private static final long serialVersionUID = 1L;

    /** A problem that has no place in a file. */
    public InputException(String code, String message) {
        super(code, message);
    }

    private InputException(String code, String file, String place, String message) {
        super(code, file + place + ": " + message);
    }

    /** A problem with a file as a whole. */
    public static InputException in(String code, String file, String message) {
        return new InputException(code, file, "", message);
    }

    /** A problem with one line of a file. */
    public static InputException in(String code, String file, long line, String message) {
        return new InputException(code, file, ":" + line, message);
    }

    /** A problem at one place of a file; for a table, {@code column} is the number of the column, for text that of the character. */
    public static InputException in(String code, String file, long line, long column, String message) {
        return new InputException(code, file, ":" + line + ":" + column, message);
    }
}
