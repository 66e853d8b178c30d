package org.migrationimpact.measure;

/** Codes of paragraphs of the declaration: an objective such as {@code f11}, or a plain letter. */
final class Paragraphs {

    private Paragraphs() {}

    /** Whether the code is one letter, {@code a} to {@code m}: a paragraph, or a field as a whole, and no objective. */
    static boolean isPlain(String code) {
        return code.length() == 1 && code.charAt(0) >= 'a' && code.charAt(0) <= 'm';
    }
}
