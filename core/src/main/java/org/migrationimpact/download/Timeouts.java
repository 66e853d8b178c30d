package org.migrationimpact.download;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How long a reply may take.
 *
 * @param connect until there is a connection
 * @param answer from the request to the first line of the reply
 * @param stall between two pieces of the reply
 * @param whole from the request to the last byte
 */
public record Timeouts(Duration connect, Duration answer, Duration stall, Duration whole) {

    /** All four must be longer than nothing. */
    public Timeouts {
        requirePositive("connect", connect);
        requirePositive("answer", answer);
        requirePositive("stall", stall);
        requirePositive("whole", whole);
    }

    /** 20 seconds to connect, 2 minutes to the first line, 1 minute between two pieces, 30 minutes for the whole reply. */
    public static Timeouts standard() {
        return new Timeouts(
                Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMinutes(30));
    }

    static void requirePositive(String name, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than 0, got " + time);
        }
    }

    /** A time in a sentence: {@code 1.5 s}. */
    static String told(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
