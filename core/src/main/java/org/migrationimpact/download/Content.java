package org.migrationimpact.download;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.migrationimpact.data.DataException;

/** What a question is answered with. Only the outside is looked at: whether it is that kind of file, and whole. */
enum Content {
    JSON("json", "JSON"),
    TSV("tsv", "tab-separated values"),
    CSV("csv", "comma-separated values");

    private static final int HEAD = 1 << 14;
    private static final long UNPACKED = 1L << 30;
    private static final Set<String> ENCODINGS = Set.of("", "identity", "gzip", "x-gzip");

    private final String extension;
    private final String title;

    Content(String extension, String title) {
        this.extension = extension;
        this.title = title;
    }

    /** The end of a file's name: {@code .json}, {@code .tsv.gz}. */
    String extension(byte[] bytes) {
        return extension() + (Packed.isGzip(bytes) ? ".gz" : "");
    }

    String extension() {
        return "." + extension;
    }

    /** Refuses a reply that is packed in another way than gzip, and one that is not this kind of file. */
    void require(Reply reply, ByHand byHand) {
        if (!ENCODINGS.contains(reply.encoding())) {
            throw notData(
                    reply.address(), "packed as '" + Words.of(reply.encoding()) + "', which was not asked for", byHand);
        }
        require(String.valueOf(reply.address()), reply.body(), byHand);
    }

    /**
     * Refuses bytes that are not this kind of file.
     *
     * @param from where they come from, for the message
     */
    void require(String from, byte[] bytes, ByHand byHand) {
        String head = new String(Packed.head(bytes, HEAD), StandardCharsets.UTF_8)
                .replaceFirst("^\ufeff", "")
                .stripLeading();
        if (head.isEmpty()) {
            throw notData(from, "empty", byHand);
        }
        if (!begins(head)) {
            throw notData(from, "no " + title + " but " + kind(head) + " that begins '" + Words.of(head) + "'", byHand);
        }
        requireWhole(from, bytes, byHand);
    }

    private boolean begins(String head) {
        boolean json = head.startsWith("{") || head.startsWith("[");
        if (this == JSON || json || head.startsWith("<")) {
            return this == JSON && json;
        }
        String first = head.lines().findFirst().orElse("");
        return first.indexOf(this == TSV ? '\t' : ',') >= 0;
    }

    private static String kind(String head) {
        String start = head.substring(0, Math.min(head.length(), 200)).toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html")
                ? "a page of HTML"
                : start.startsWith("<") ? "XML" : start.startsWith("{") || start.startsWith("[") ? "JSON" : "text";
    }

    private void requireWhole(String from, byte[] bytes, ByHand byHand) {
        try (InputStream in = Packed.open(bytes)) {
            if (this == JSON) {
                parse(in);
            } else if (Packed.isGzip(bytes)) {
                unpack(from, in, byHand);
            }
        } catch (IOException damaged) {
            throw cutOff(from, bytes.length, byHand);
        }
    }

    private static void parse(InputStream in) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(in)) {
            while (json.nextToken() != null) {
                json.skipChildren();
            }
        }
    }

    private static void unpack(String from, InputStream in, ByHand byHand) throws IOException {
        byte[] block = new byte[1 << 16];
        long size = 0;
        for (int got = 0; got >= 0; got = in.read(block)) {
            size += got;
            if (size > UNPACKED) {
                throw notData(from, "a file that unpacks to more than " + UNPACKED + " bytes", byHand);
            }
        }
    }

    private static DataException cutOff(String from, int bytes, ByHand byHand) {
        return new DataException(
                "E-DOWNLOAD-012", from + ": the " + bytes + " bytes are damaged or cut off; ask again, or " + byHand);
    }

    private static DataException notData(Object from, String what, ByHand byHand) {
        return new DataException(
                "E-DOWNLOAD-013", from + ": the answer is " + what + "; ask again later, or " + byHand);
    }
}
