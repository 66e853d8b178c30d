package org.migrationimpact.did;

import java.util.List;
import java.util.stream.Collectors;

/** Names in a message, not more than a reader can take in. */
final class Listing {

    private static final int SHOWN = 10;

    private Listing() {}

    static String of(List<?> names) {
        String shown = names.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }
}
