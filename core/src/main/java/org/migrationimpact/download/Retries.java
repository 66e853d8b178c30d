package org.migrationimpact.download;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How often a server is asked again that cannot be reached, is overloaded (429) or in trouble (500 to 599); nothing else is asked twice.
 * The n-th wait lasts a random time between half of {@code first}·2ⁿ⁻¹ and all of it, at most {@code longest}; a server that names a time
 * ({@code Retry-After}) is given it, unless it is longer than {@code longest}.
 *
 * @param attempts how often the server is asked in all, 1 or more
 * @param first the first wait, before chance shortens it
 * @param longest the longest wait
 * @param preparing how long in all an answer may take that the publisher prepares apart from the request
 * @param seed where the random part of the waits begins
 */
public record Retries(int attempts, Duration first, Duration longest, Duration preparing, long seed) {

    /** At least one attempt; all times must be longer than nothing. */
    public Retries {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be 1 or more, got " + attempts);
        }
        Timeouts.requirePositive("first", first);
        Timeouts.requirePositive("longest", longest);
        Timeouts.requirePositive("preparing", preparing);
    }

    /** Five attempts, waits of about 1, 2, 4 and 8 seconds, none longer than 1 minute; 15 minutes for what is prepared; seed 1. */
    public static Retries standard() {
        return new Retries(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(15), 1);
    }

    /** The n-th wait, n from 1. */
    Duration wait(int n, SplittableRandom chance) {
        double whole = (double) first.toMillis() * Math.pow(2, Math.min(n - 1, 30));
        double bounded = Math.min(whole, (double) longest.toMillis());
        return Duration.ofMillis(Math.round(bounded * (0.5 + 0.5 * chance.nextDouble())));
    }
}
