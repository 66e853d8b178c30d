package org.migrationimpact.download;

import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;
import org.migrationimpact.data.DataException;

/** The waits for an answer that a publisher prepares apart from the request: each longer than the one before, together no longer than allowed. */
final class Preparation {

    private final Courier courier;
    private final URI address;
    private final SplittableRandom chance;
    private Duration waited = Duration.ZERO;
    private int waits;

    Preparation(Courier courier, URI address) {
        this.courier = courier;
        this.address = address;
        this.chance = new SplittableRandom(courier.settings().retries().seed());
    }

    /** Waits once more, unless that would be too long. */
    void await() {
        Retries retries = courier.settings().retries();
        waits++;
        Duration next = retries.wait(waits, chance);
        waited = waited.plus(next);
        if (waited.compareTo(retries.preparing()) > 0) {
            throw new DataException(
                    "E-DOWNLOAD-017",
                    address + ": the publisher still prepares the answer after " + Timeouts.told(retries.preparing())
                            + "; ask again later, ask for less, or " + courier.byHand());
        }
        courier.settings().sleep(address, next);
    }
}
