package org.migrationimpact.download;

import java.time.Duration;

/** How a download waits before it asks again; a program that must not wait hands in its own. */
@FunctionalInterface
public interface Sleeper {

    /**
     * Waits for this time.
     *
     * @throws InterruptedException when the thread is interrupted, which ends the download
     */
    void sleep(Duration time) throws InterruptedException;
}
