package org.migrationimpact.download;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** What a server answered: its status, its headers, its bytes as they came. The bytes are not copied, because they may be many. */
final class Reply {

    private static final int SHORT = 1 << 16;

    private final URI address;
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    Reply(URI address, int status, HttpHeaders headers, byte[] body) {
        this.address = address;
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    URI address() {
        return address;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    String header(String name) {
        return headers.firstValue(name).orElse("").strip();
    }

    String encoding() {
        return header("Content-Encoding").toLowerCase(Locale.ROOT);
    }

    /** What the publisher says which issue this is. */
    Version version() {
        return new Version(header("ETag"), header("Last-Modified"));
    }

    boolean isUnchanged() {
        return status == 304;
    }

    /** Whether asking again later may help. */
    boolean isPassing() {
        return status == 429 || status / 100 == 5;
    }

    boolean isRedirect() {
        return status / 100 == 3 && status != 304 && !header("Location").isEmpty();
    }

    /** The text of a short reply, which may be a message; empty for a long one, which is none. */
    String message() {
        return body.length > SHORT ? "" : new String(Packed.head(body, SHORT), StandardCharsets.UTF_8);
    }

    /** The same reply without a version: what was made for one question has none that could be asked for again. */
    Reply withoutVersion() {
        return with(body);
    }

    /** Other bytes in place of these, made of several replies, and so without a version. */
    Reply with(byte[] other) {
        return new Reply(address, status, HttpHeaders.of(Map.of(), (name, value) -> true), other);
    }
}
