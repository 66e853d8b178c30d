package org.migrationimpact.table;

import java.io.IOException;
import java.io.InputStream;
import org.migrationimpact.data.InputException;

/** Tells how much of a file was read, and stops where it is not to go on. */
final class WatchedStream extends CountingStream {

    private static final long STEP = 1 << 20;

    private final InputFile file;
    private final Progress progress;
    private long read;
    private long told;

    WatchedStream(InputStream in, InputFile file, Progress progress) {
        super(in);
        this.file = file;
        this.progress = progress;
    }

    /** In steps, so that a long block cannot keep the watcher waiting. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, (int) Math.min(length, STEP));
    }

    @Override
    void count(long bytes) {
        read += bytes;
        if (read - told < STEP && read < file.bytes()) {
            return;
        }
        told = read;
        if (!progress.goesOn(read, file.bytes())) {
            throw InputException.in(
                    "E-FILE-009",
                    file.name(),
                    "the reading was stopped, as was asked, after " + read + " of " + file.bytes()
                            + " bytes; nothing of it is used; read the file again for its figures");
        }
    }
}
