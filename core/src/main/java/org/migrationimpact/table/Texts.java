package org.migrationimpact.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The different texts of a column, numbered in order of appearance; looked up by characters, so that a repeated text costs nothing. */
public final class Texts {

    private final List<String> texts = new ArrayList<>();
    private int[] slots = new int[64];

    /** No text yet. */
    public Texts() {}

    /** The number of this text; a new text gets the next number. */
    public int number(char[] characters, int offset, int length) {
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + characters[i];
        }
        int slot = spread(hash) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (same(texts.get(slots[slot] - 1), characters, offset, length)) {
                return slots[slot] - 1;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return add(slot, new String(characters, offset, length));
    }

    private int add(int slot, String text) {
        texts.add(text);
        slots[slot] = texts.size();
        if (texts.size() * 2 > slots.length) {
            rehash();
        }
        return texts.size() - 1;
    }

    private void rehash() {
        int[] larger = new int[slots.length * 2];
        for (int number = 1; number <= texts.size(); number++) {
            int slot = spread(texts.get(number - 1).hashCode()) & (larger.length - 1);
            while (larger[slot] != 0) {
                slot = (slot + 1) & (larger.length - 1);
            }
            larger[slot] = number;
        }
        slots = larger;
    }

    private static int spread(int hash) {
        return ((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> 3;
    }

    private static boolean same(String text, char[] characters, int offset, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != characters[offset + i]) {
                return false;
            }
        }
        return true;
    }

    /** The text with this number. */
    public String get(int number) {
        return texts.get(number);
    }

    /** How many different texts there are. */
    public int size() {
        return texts.size();
    }

    /** The texts in the order of their numbers; a view that grows. */
    public List<String> list() {
        return Collections.unmodifiableList(texts);
    }

    @Override
    public String toString() {
        return Arrays.toString(texts.toArray());
    }
}
