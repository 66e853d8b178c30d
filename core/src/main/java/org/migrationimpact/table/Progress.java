package org.migrationimpact.table;

/**
 * Is told how far the reading of a file has come, and says whether it goes on. It is called now and then, never by two threads at once, but
 * not always by the thread that reads; it must be quick.
 *
 * <pre>{@code
 * InputFile file = InputFile.of(path).watchedBy((read, of) -> !cancelled.get());
 * }</pre>
 */
@FunctionalInterface
public interface Progress {

    /**
     * Whether to go on.
     *
     * @param read how many bytes of the file, as it lies on disk, have been read; a file that is looked at again begins at 0 again
     * @param of how many there are
     * @return false to stop: what reads ends with {@link org.migrationimpact.data.InputException} E-FILE-009
     */
    boolean goesOn(long read, long of);
}
