package org.migrationimpact.data;

import java.io.Serializable;

/**
 * Where observations come from, so that a reader of a result can find the same figures again.
 *
 * @param title what the table is, or the publisher's name for it
 * @param file the file's name, without its folder; empty where there was no file
 * @param sha256 the SHA-256 of the file's bytes, in lower-case hexadecimal; empty where there was no file
 * @param vintage when the publisher last changed it, as far as the file says; empty where it does not
 * @param terms the terms of use, as far as they are known; empty where they are not
 */
public record Source(String title, String file, String sha256, String vintage, String terms) implements Serializable {

    /** Figures that come from no file. */
    public static Source named(String title) {
        return new Source(title, "", "", "", "");
    }

    /** What is known of it, in one line. */
    @Override
    public String toString() {
        return title
                + (file.isEmpty() ? "" : "; file " + file)
                + (vintage.isEmpty() ? "" : "; " + vintage)
                + (terms.isEmpty() ? "" : "; " + terms);
    }
}
