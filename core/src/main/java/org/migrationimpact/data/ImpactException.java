package org.migrationimpact.data;

import java.util.regex.Pattern;

/**
 * An answer that could not be given, with a stable code. A batch catches this per corridor and goes on.
 *
 * <p>The code, such as {@code E-DATA-012}, never changes its meaning; the message says what was found, where, what is needed and what
 * to do.
 */
public abstract sealed class ImpactException extends RuntimeException
        permits InputException, DataException, EstimationException {

    private static final long serialVersionUID = 1L;
    private static final Pattern CODE = Pattern.compile("E-[A-Z]+-\\d{3}");

    private final String code;

    ImpactException(String code, String message) {
        super(message);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a code is E, an area in capitals and three digits with hyphens between, got " + code);
        }
        this.code = code;
    }

    /** The stable code, such as {@code E-DATA-012}. */
    public final String code() {
        return code;
    }

    /** Code and message in one line, as a batch program prints it. */
    public final String line() {
        return code + " " + String.valueOf(getMessage()).replaceAll("\\s+", " ");
    }
}
