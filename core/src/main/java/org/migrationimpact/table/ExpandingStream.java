package org.migrationimpact.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.migrationimpact.data.InputException;

/** Counts what a compressed file expands to, and stops a file that expands out of all proportion. */
final class ExpandingStream extends FilterInputStream {

    private final String file;
    private final long packed;
    private long expanded;

    ExpandingStream(InputStream in, String file, long packed) {
        super(in);
        this.file = file;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count(Math.max(0, got));
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        expanded += bytes;
        boolean tooLarge = expanded > Limits.EXPANDED_BYTES;
        boolean tooDense = expanded > Limits.RATIO_FROM_BYTES && expanded / Limits.EXPANSION_RATIO > packed;
        if (tooLarge || tooDense) {
            throw InputException.in(
                    "E-FILE-006",
                    file,
                    "the compressed file of " + packed + " bytes expands to more than " + (expanded >> 20)
                            + " MiB; the limit is " + (Limits.EXPANDED_BYTES >> 20) + " MiB and "
                            + Limits.EXPANSION_RATIO
                            + " times its size; unpack it yourself if you trust it, and filter or split it");
        }
    }
}
