package org.migrationimpact.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of text looked at together, the first of them in the lowest bits. An array that is looked at so must have {@link #BYTES} bytes
 * behind its text, whatever they are.
 */
final class Word {

    /** How many bytes a word has. */
    static final int BYTES = 8;

    private static final VarHandle VIEW = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = EACH << 7;
    private static final long ZEROS = '0' * EACH;
    private static final long BEYOND_NINE = 0x76 * EACH;

    private Word() {}

    /** The eight bytes from here on. */
    static long at(byte[] bytes, int at) {
        return (long) VIEW.get(bytes, at);
    }

    /** The same byte eight times. */
    static long of(int each) {
        return (each & 0xff) * EACH;
    }

    /** A high bit in each byte of the word that is equal; the lowest of them is certain, those above it are not. */
    static long equal(long word, long each) {
        long other = word ^ each;
        return (other - EACH) & ~other & HIGH_BITS;
    }

    /** In which byte the lowest high bit is; 8 where there is none. */
    static int first(long highBits) {
        return Long.numberOfTrailingZeros(highBits) >>> 3;
    }

    /** How many bytes of the word are equal. */
    static int count(long word, long each) {
        long other = word ^ each;
        long low = (other & ~HIGH_BITS) + ~HIGH_BITS;
        return Long.bitCount(~(low | other | ~HIGH_BITS));
    }

    /** The first bytes of the word, and zeros for the others. */
    static long head(long word, int length) {
        return length >= BYTES ? word : word & ~(-1L << (length << 3));
    }

    /** How many digits the word begins with. */
    static int digits(long word) {
        long values = word ^ ZEROS;
        return first(((values + BEYOND_NINE) | values) & HIGH_BITS);
    }

    /** The number that the first digits of the word make; 1 to 8 of them. */
    static long number(long word, int digits) {
        long each = (word ^ ZEROS) << (Long.SIZE - (digits << 3));
        long pairs = (each * 10 + (each >>> 8)) & 0x00ff00ff00ff00ffL;
        long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000ffff0000ffffL;
        return (fours * 10_000 + (fours >>> 32)) & 0xffffffffL;
    }
}
