package org.migrationimpact.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into blocks of whole rows. A row ends at a line end before which the block has an even number of quotation marks; a parser
 * that finds itself inside quotes at the end of a block knows that the file has stray ones.
 */
final class BlockReader {

    private static final long QUOTES = Word.of('"');
    private static final int LONGEST = 1 << 26;

    private final InputStream in;
    private byte[] rest = new byte[0];
    private boolean ended;
    private int blocks;

    BlockReader(InputStream in) {
        this.in = in;
    }

    /** A part of the text: its number, and its bytes from 0 to {@code length}, with {@link Word#BYTES} more behind. */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Block(int number, byte[] bytes, int length) {}

    /**
     * The next block, which uses the array where it is large enough; empty at the end.
     *
     * @throws Unusual where no row ends
     */
    synchronized Block next(byte[] buffer) throws IOException {
        byte[] bytes = buffer;
        int length = rest.length;
        if (length + Word.BYTES >= bytes.length / 2) {
            bytes = new byte[4 * (length + Word.BYTES)];
        }
        System.arraycopy(rest, 0, bytes, 0, length);
        while (true) {
            length = fill(bytes, length);
            int cut = ended ? length : cut(bytes, length);
            if (cut > 0 || ended) {
                rest = Arrays.copyOfRange(bytes, cut, length);
                return new Block(blocks++, bytes, cut);
            }
            if (length > LONGEST) {
                throw new Unusual();
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    private int fill(byte[] bytes, int from) throws IOException {
        int room = bytes.length - Word.BYTES - from;
        int got = in.readNBytes(bytes, from, room);
        ended = got < room;
        return from + got;
    }

    /** Behind the last line end outside quotes; 0 where there is none. */
    private static int cut(byte[] bytes, int length) {
        int end = lineEnd(bytes, length);
        long odd = quotes(bytes, end) & 1;
        while (end > 0 && odd == 1) {
            int earlier = lineEnd(bytes, end - 1);
            for (int at = earlier; at < end; at++) {
                odd ^= bytes[at] == '"' ? 1 : 0;
            }
            end = earlier;
        }
        return end;
    }

    /** Behind the last line feed, or the last carriage return that none can follow; 0 where there is neither. */
    private static int lineEnd(byte[] bytes, int length) {
        int at = length;
        while (at > 0 && bytes[at - 1] != '\n' && !(bytes[at - 1] == '\r' && at < length && bytes[at] != '\n')) {
            at--;
        }
        return at;
    }

    private static long quotes(byte[] bytes, int length) {
        long count = 0;
        int at = 0;
        for (; at + Word.BYTES <= length; at += Word.BYTES) {
            count += Word.count(Word.at(bytes, at), QUOTES);
        }
        for (; at < length; at++) {
            count += bytes[at] == '"' ? 1 : 0;
        }
        return count;
    }
}
