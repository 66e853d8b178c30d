package org.migrationimpact.download;

import java.net.URI;
import java.util.OptionalLong;

/** Is told how far a download is, several times a second on the thread that asked for it, and may end it. */
@FunctionalInterface
public interface Progress {

    /** What is to be done next. */
    enum Answer {
        /** The download goes on. */
        GO_ON,
        /** The download ends with a {@link java.util.concurrent.CancellationException}; the cache stays as it was. */
        STOP
    }

    /**
     * So many bytes of the reply from this address are here.
     *
     * @param address where they come from; a question in pages has several
     * @param bytes how many have arrived
     * @param expected how many the server announced, if it did
     */
    Answer received(URI address, long bytes, OptionalLong expected);
}
