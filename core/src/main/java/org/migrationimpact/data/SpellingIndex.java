package org.migrationimpact.data;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From every spelling, code or name, to the one thing it means. Codes are compared without case, names as {@link Spelling#key} does. */
final class SpellingIndex<T> {

    private final Map<String, T> codes = new HashMap<>();
    private final Map<String, T> names = new HashMap<>();

    /** Adds a code. */
    void code(String code, T meaning, ResourceTable.Row row) {
        add(codes, code.toUpperCase(Locale.ROOT), meaning, row);
    }

    /** Adds a name. */
    void name(String name, T meaning, ResourceTable.Row row) {
        add(names, Spelling.key(name), meaning, row);
    }

    private void add(Map<String, T> spellings, String spelling, T meaning, ResourceTable.Row row) {
        T other = spellings.putIfAbsent(spelling, meaning);
        if (other != null && !other.equals(meaning)) {
            throw row.refusal("E-TABLE-003", "'" + spelling + "' means both " + other + " and " + meaning);
        }
    }

    /** What the text means: first as a code, then as a name. */
    Optional<T> find(String text) {
        T byCode = codes.get(Spelling.trimmed(text).toUpperCase(Locale.ROOT));
        return byCode != null ? Optional.of(byCode) : Optional.ofNullable(names.get(Spelling.key(text)));
    }
}
