package org.migrationimpact.assess;

import java.util.Locale;

/** How numbers are written in sentences. */
final class Words {

    private Words() {}

    /** Thousands with commas; one decimal below a thousand, where there is one. */
    static String number(double value) {
        if (Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return Math.abs(value) >= 0.1
                ? String.format(Locale.ROOT, "%.1f", value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    /** {@code = 0.034}, {@code < 0.001}. */
    static String pValue(double p) {
        return p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p);
    }

    /** The text with a capital at its beginning. */
    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
