package org.migrationimpact.download;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/** What all downloads of one cache have in common; {@code largest} is the size of a reply in bytes that is not yet refused. */
record Settings(Timeouts timeouts, Retries retries, long largest, Clock clock, Sleeper sleeper, Progress progress) {

    /** As much as the readers read: 256 MiB. */
    private static final long LARGEST = 256L << 20;

    static Settings standard() {
        return new Settings(
                Timeouts.standard(),
                Retries.standard(),
                LARGEST,
                Clock.systemUTC(),
                time -> Thread.sleep(time.toMillis()),
                (address, bytes, expected) -> Progress.Answer.GO_ON);
    }

    Settings with(Timeouts other) {
        return new Settings(other, retries, largest, clock, sleeper, progress);
    }

    Settings with(Retries other) {
        return new Settings(timeouts, other, largest, clock, sleeper, progress);
    }

    Settings with(Clock other) {
        return new Settings(timeouts, retries, largest, other, sleeper, progress);
    }

    Settings with(Sleeper other) {
        return new Settings(timeouts, retries, largest, clock, other, progress);
    }

    Settings with(Progress other) {
        return new Settings(timeouts, retries, largest, clock, sleeper, other);
    }

    Settings atMost(long bytes) {
        return new Settings(timeouts, retries, bytes, clock, sleeper, progress);
    }

    /** Tells how far a download is, and ends it where that is wanted. */
    void tell(URI address, long bytes, OptionalLong expected) {
        if (progress.received(address, bytes, expected) == Progress.Answer.STOP) {
            throw new CancellationException("the download of " + address + " was stopped after " + bytes + " bytes");
        }
    }

    /** Waits; an interrupt ends the download and stays set. */
    void sleep(URI address, Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException stopped) {
            throw interrupted(address);
        }
    }

    static CancellationException interrupted(URI address) {
        Thread.currentThread().interrupt();
        return new CancellationException("the download of " + address + " was interrupted");
    }
}
