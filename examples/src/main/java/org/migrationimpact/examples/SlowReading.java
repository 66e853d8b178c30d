package org.migrationimpact.examples;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Progress;

/** Says on standard error how far the reading of a file is, once it takes longer than two seconds, and every two seconds from then on. */
public final class SlowReading implements Progress {

    private static final long MEBIBYTE = 1 << 20;

    private static final long PATIENCE = 2_000_000_000L;

    private final String file;
    private final PrintStream out;
    private final LongSupplier clock;
    private long next;

    SlowReading(String file, PrintStream out, LongSupplier clock) {
        this.file = file;
        this.out = out;
        this.clock = clock;
        this.next = clock.getAsLong() + PATIENCE;
    }

    /** The same file, whose reading is told on standard error where it is slow. */
    public static InputFile told(InputFile file) {
        return file.watchedBy(new SlowReading(file.name(), System.err, System::nanoTime));
    }

    @Override
    public boolean goesOn(long read, long of) {
        if (clock.getAsLong() - next >= 0) {
            next = clock.getAsLong() + PATIENCE;
            out.println("reading " + file + ": " + 100 * read / Math.max(1, of) + "% of "
                    + ((of + MEBIBYTE - 1) / MEBIBYTE) + " MiB");
        }
        return true;
    }
}
