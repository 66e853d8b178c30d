package org.migrationimpact.table;

import java.util.List;

/** Lists of names in messages: long enough to choose from, never endless. */
public final class Names {

    /** How many names a list shows. */
    public static final int SHOWN = 20;

    private static final int LONGEST = 80;

    private Names() {}

    /** The first twenty, and how many more there are. */
    public static String some(List<String> names) {
        String shown =
                String.join(", ", names.stream().limit(SHOWN).map(Names::quoted).toList());
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }

    /** A text from a file on one line, without control characters and of bounded length. */
    public static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
    }
}
