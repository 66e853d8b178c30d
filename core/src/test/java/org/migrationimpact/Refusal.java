package org.migrationimpact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.migrationimpact.data.ImpactException;

/** A refusal, compared as a whole. */
public final class Refusal {

    private Refusal() {}

    /** Fails unless the action is refused with this class, and with this code and message in one line. */
    public static void of(Class<? extends ImpactException> kind, String line, Executable action) {
        ImpactException refused = assertThrows(kind, action);
        assertEquals(line, refused.code() + " " + refused.getMessage());
    }

    /** Fails unless the argument is refused with this message. */
    public static void argument(String message, Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
