package org.migrationimpact.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a cell, once for each that differs. */
final class Utf8 {

    private Utf8() {}

    /**
     * Requires text of at most {@link Limits#CELL_CHARACTERS}.
     *
     * @throws Unusual where it is no UTF-8, has a NUL or is longer
     */
    static void require(byte[] bytes, int from, int to) {
        boolean ascii = true;
        for (int at = from; at < to; at++) {
            ascii &= bytes[at] > 0;
        }
        int characters = ascii ? to - from : text(bytes, from, to).length();
        if (characters > Limits.CELL_CHARACTERS) {
            throw new Unusual();
        }
    }

    /**
     * The text of these bytes.
     *
     * @throws Unusual where it is no UTF-8 or has a NUL
     */
    static String text(byte[] bytes, int from, int to) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            if (text.chars().anyMatch(c -> c == 0)) {
                throw new Unusual();
            }
            return text.toString();
        } catch (CharacterCodingException malformed) {
            throw new Unusual();
        }
    }
}
