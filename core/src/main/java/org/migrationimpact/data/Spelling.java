package org.migrationimpact.data;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared: without case, accents, kinds of apostrophe and footnote marks; and which known names come near to a text. */
public final class Spelling {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern FOOTNOTES = Pattern.compile("[*^\\s\\u00a0]+$");
    private static final int LONGEST = 120;

    private Spelling() {}

    /** The text without blanks around it and without {@code *} and {@code ^} behind it. */
    public static String trimmed(String text) {
        return FOOTNOTES.matcher(text).replaceFirst("").strip();
    }

    /** What two spellings of one name have in common: {@code Côte d’Ivoire*} and {@code cote d'ivoire} give the same. */
    public static String key(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(trimmed(name), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        plain = ACCENTS.matcher(plain).replaceAll("");
        return BLANKS.matcher(plain)
                .replaceAll(" ")
                .replace('\u2019', '\'')
                .replace('\u0131', 'i')
                .replace('\u00f8', 'o')
                .replace('\u0142', 'l')
                .replace("\u00df", "ss");
    }

    /** The text in quotes, shortened where it is too long for a message. */
    public static String quoted(String text) {
        return "'" + (text.length() <= 60 ? text : text.substring(0, 60) + "...") + "'";
    }

    /** Up to three known names that come nearest to the text, nearest first, equal ones in alphabetical order. */
    public static List<String> nearest(String text, Collection<String> known) {
        String key = shortened(key(text));
        return known.stream()
                .distinct()
                .sorted(Comparator.comparingInt((String name) -> distance(key, shortened(key(name))))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** The number of letters to insert, drop or change (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
