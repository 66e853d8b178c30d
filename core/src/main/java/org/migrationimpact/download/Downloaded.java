package org.migrationimpact.download;

import java.nio.file.Path;
import java.util.List;
import org.migrationimpact.data.Warning;

/**
 * A file as it lies in the cache.
 *
 * @param path where it lies; hand this to a reader
 * @param receipt its SHA-256, its address, what the publisher calls this issue of it, when it was fetched
 * @param origin whether it came over the network this time
 * @param notes what has to be said about it, such as a damaged copy that was replaced
 */
public record Downloaded(Path path, Receipt receipt, Origin origin, List<Warning> notes) {

    /** Where a file came from this time. */
    public enum Origin {
        /** Over the network. */
        FETCHED("fetched"),
        /** From the cache, after the publisher said that nothing has changed. */
        UNCHANGED("unchanged at the publisher, taken from the cache"),
        /** From the cache, without a question to the publisher. */
        CACHED("taken from the cache"),
        /** Fetched by hand and put into the cache. */
        BY_HAND("fetched by hand, taken from the cache");

        private final String words;

        Origin(String words) {
            this.words = words;
        }

        /** The origin in a sentence. */
        public String words() {
            return words;
        }
    }

    /** The notes are copied. */
    public Downloaded {
        notes = List.copyOf(notes);
    }

    /** The SHA-256 of the file's bytes, in lower-case hexadecimal. */
    public String sha256() {
        return receipt.sha256();
    }

    @Override
    public String toString() {
        return path.getFileName() + ", " + receipt.bytes() + " bytes, SHA-256 " + sha256() + ", " + origin.words();
    }
}
