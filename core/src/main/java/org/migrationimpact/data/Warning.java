package org.migrationimpact.data;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * Something a reader of a result must know, with a stable code such as {@code W-SERIES-003}. A warning never replaces a refusal: the
 * number it stands beside is right, its meaning is limited.
 */
public record Warning(String code, String message) implements Serializable {

    private static final Pattern CODE = Pattern.compile("W-[A-Z]+-\\d{3}");

    public Warning {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "a code is W, an area in capitals and three digits with hyphens between, got " + code);
        }
    }

    @Override
    public String toString() {
        return code + " " + message;
    }
}
