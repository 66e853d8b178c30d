package org.migrationimpact.download;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Bytes that may be packed with gzip, told from the bytes: Eurostat sends gzip without saying so. */
final class Packed {

    private Packed() {}

    static boolean isGzip(byte[] bytes) {
        return bytes.length >= 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    /** The bytes unpacked, one after the other. */
    static InputStream open(byte[] bytes) throws IOException {
        InputStream plain = new ByteArrayInputStream(bytes);
        return isGzip(bytes) ? new GZIPInputStream(plain, 1 << 16) : plain;
    }

    /** The first bytes, unpacked; fewer where there are fewer or where the rest is damaged. */
    static byte[] head(byte[] bytes, int count) {
        byte[] head = new byte[count];
        int got = 0;
        try (InputStream in = open(bytes)) {
            for (int more = 0; more >= 0 && got < count; got += Math.max(0, more)) {
                more = in.read(head, got, count - got);
            }
        } catch (IOException damaged) {
            return Arrays.copyOf(head, got);
        }
        return Arrays.copyOf(head, got);
    }
}
