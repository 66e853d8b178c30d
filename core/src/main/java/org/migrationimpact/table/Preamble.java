package org.migrationimpact.table;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a table says about itself in comment lines before its header: {@code # source: …}, {@code # vintage: …}, {@code # terms: …},
 * {@code # unit: …}. Other comment lines are read over.
 *
 * @param entries what stands behind the colon, by the word before it in lower case
 */
public record Preamble(Map<String, String> entries) {

    /** Entries are copied. */
    public Preamble {
        entries = Map.copyOf(entries);
    }

    /** No comment lines. */
    public static final Preamble NONE = new Preamble(Map.of());

    /** The same with one more comment line; what is said twice is joined. */
    public Preamble with(String comment) {
        String text = comment.replaceFirst("^#+", "").strip();
        int colon = text.indexOf(':');
        if (colon < 0) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(entries);
        String key = text.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        more.merge(key, text.substring(colon + 1).strip(), (earlier, later) -> earlier + "; " + later);
        return new Preamble(more);
    }

    /** What is said under this key; empty where nothing is. */
    public String get(String key) {
        return entries.getOrDefault(key, "");
    }
}
