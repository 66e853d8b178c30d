package org.migrationimpact.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.table.Given;

/** A program that reads files which would fill any heap, and prints their refusals: run with a small one. */
final class SmallHeap {

    /** How many refusals it prints. */
    static final int FILES = 6;

    private static final int BYTES = 1 << 20;

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
        for (byte[] bomb : List.of(
                packed("time,v\n", "2015,1\n", 100),
                packed("time,v\n2015,", "7", 100),
                packed("unit,geo\\time\t2015 \nNR,EL\t", "1 \t", 100),
                packed("{\"version\":\"2.0\",\"class\":\"dataset\",\"value\":[", "1,", 100),
                packed("[{\"page\":1},[", "{\"date\":\"2013\",\"value\":1},", 100),
                packed("", "\u0000", 100))) {
            try {
                out.println(
                        "read: " + Inspection.of(Given.bytes("bomb.gz", bomb)).toString());
            } catch (ImpactException refusal) {
                out.println(refusal.line());
            }
        }
    }

    /** So many megabytes of the same, behind a beginning. */
    private static byte[] packed(String beginning, String again, int megabytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] block = again.repeat(BYTES / again.length()).getBytes(StandardCharsets.UTF_8);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(beginning.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < megabytes; i++) {
                gzip.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
