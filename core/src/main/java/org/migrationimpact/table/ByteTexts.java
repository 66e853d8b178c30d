package org.migrationimpact.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The different texts of a column, numbered in order of appearance, as bytes that nobody has decoded yet. An array that is looked up must
 * have {@link Word#BYTES} bytes behind the text.
 */
final class ByteTexts {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private byte[] pool = new byte[256];
    private int[] ends = new int[32];
    private long[] heads = new long[32];
    private int[] slots = new int[64];
    private int size;
    private long lastHead;
    private int lastLength = -1;
    private int last;

    int size() {
        return size;
    }

    /** The number of this text; a new text gets the next number. */
    int number(byte[] bytes, int from, int to) {
        long head = head(bytes, from, to);
        int slot = slot(bytes, from, to, head);
        int known = slots[slot];
        return known != 0 ? known - 1 : add(slot, bytes, from, to, head);
    }

    /** The same for a text of at most eight bytes, which are this word. */
    int number(long head, byte[] bytes, int from, int length) {
        if (head == lastHead && length == lastLength) {
            return last;
        }
        int known = slots[(int) (hash(head, length) >>> 32) & (slots.length - 1)];
        boolean same = known != 0 && heads[known - 1] == head && ends[known - 1] - start(known - 1) == length;
        last = same ? known - 1 : number(bytes, from, from + length);
        lastHead = head;
        lastLength = length;
        return last;
    }

    /** The text's first word, zero behind its end. */
    private static long head(byte[] bytes, int from, int to) {
        return Word.head(Word.at(bytes, from), to - from);
    }

    private int slot(byte[] bytes, int from, int to, long head) {
        int mask = slots.length - 1;
        int slot = (int) (hash(bytes, from, to, head) >>> 32) & mask;
        while (slots[slot] != 0 && !same(slots[slot] - 1, bytes, from, to, head)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static long hash(byte[] bytes, int from, int to, long head) {
        long hash = hash(head, to - from);
        for (int at = from + Word.BYTES; at < to; at += Word.BYTES) {
            hash = (hash ^ (hash >>> 29) ^ head(bytes, at, to)) * MIX;
        }
        return hash;
    }

    private static long hash(long head, int length) {
        return (head ^ length ^ (head >>> 29)) * MIX;
    }

    private boolean same(int number, byte[] bytes, int from, int to, long head) {
        int start = start(number);
        int length = to - from;
        return heads[number] == head
                && ends[number] - start == length
                && (length <= Word.BYTES || Arrays.equals(pool, start, ends[number], bytes, from, to));
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private int add(int slot, byte[] bytes, int from, int to, long head) {
        int start = start(size);
        int end = Math.addExact(start, to - from);
        if (end + Word.BYTES > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(end + Word.BYTES, (int)
                    Math.min(pool.length * 2L, Integer.MAX_VALUE - 8)));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            heads = Arrays.copyOf(heads, size * 2);
        }
        System.arraycopy(bytes, from, pool, start, to - from);
        ends[size] = end;
        heads[size] = head;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(pool, start(number), ends[number], heads[number])] = number + 1;
        }
    }

    /** For each of these texts the number that it has in another dictionary, in which it is from now on. */
    int[] into(ByteTexts all) {
        int[] numbers = new int[size];
        for (int number = 0; number < size; number++) {
            numbers[number] = all.number(pool, start(number), ends[number]);
        }
        return numbers;
    }

    /** The text with this number. */
    String get(int number) {
        return new String(pool, start(number), ends[number] - start(number), StandardCharsets.UTF_8);
    }

    /** How long all texts are together. */
    int bytes() {
        return start(size);
    }
}
