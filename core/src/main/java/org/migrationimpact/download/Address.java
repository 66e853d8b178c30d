package org.migrationimpact.download;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;

/** Builds an address from a publisher's base, a path and parameters; whatever a user wrote is checked and encoded. */
final class Address {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");

    private final StringBuilder text;
    private final List<String> parameters = new ArrayList<>();

    private Address(String text) {
        this.text = new StringBuilder(text);
    }

    /** Begins with the base of an API; of a user's own server only https will do, apart from this machine. */
    static Address at(URI base) {
        return new Address(String.valueOf(base).replaceAll("/+$", ""));
    }

    /** Checks the base of an API. */
    static URI requireSafe(URI base) {
        if (!isSafe(base) || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "a base must be an https address without query (http only on this machine), got " + base);
        }
        return base;
    }

    /** Whether nobody in between can read or change what comes from there. */
    static boolean isSafe(URI address) {
        String scheme = String.valueOf(address.getScheme());
        String host = String.valueOf(address.getHost());
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && (scheme.equals("https")
                        || (scheme.equals("http") && LOOPBACK.matcher(host).matches()));
    }

    Address path(String... parts) {
        for (String part : parts) {
            text.append('/').append(encoded(part));
        }
        return this;
    }

    /** A parameter; a value is one text, encoded apart from the signs that these APIs write between several values. */
    Address with(String name, String value) {
        parameters.add(encoded(name) + "="
                + encoded(value).replace("%2C", ",").replace("%3A", ":").replace("%2B", "+"));
        return this;
    }

    URI uri() {
        return URI.create(text + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%24", "$")
                .replace("%3B", ";");
    }

    /**
     * A code that a user wrote, checked before it becomes part of an address.
     *
     * @param what it is, for the message: {@code a dataset code}
     * @throws InputException E-DOWNLOAD-001 where it holds other signs, is empty or longer than 64
     */
    static String code(String what, String text, String signs) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9" + signs + "]{0,63}")) {
            throw new InputException(
                    "E-DOWNLOAD-001",
                    "'" + Words.of(text) + "' is no " + what
                            + "; it begins with a letter or digit and has at most 64 letters"
                            + (signs.isEmpty() ? " and digits" : ", digits and " + signs.replace("\\", "")));
        }
        return text;
    }
}
