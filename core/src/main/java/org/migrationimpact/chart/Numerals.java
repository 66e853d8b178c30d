package org.migrationimpact.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as a reader wants them: {@code 12 345}, {@code 0.25}; the same in picture and text alternative. */
final class Numerals {

    private Numerals() {}

    /** With so many decimals, thousands apart. */
    static String fixed(double value, int decimals) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' ');
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String text = format.format(value);
        return text.matches("-[0. ]*") ? text.substring(1) : text;
    }

    /** About three digits, none lost before the decimal point; very large and very small ones by a power of ten. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (Double.isInfinite(value) || size >= 1e15 || (size > 0 && size < 1e-4)) {
            return String.format(Locale.ROOT, "%.3g", value);
        }
        return fixed(value, value == Math.rint(value) ? 0 : decimals(size));
    }

    private static int decimals(double size) {
        return size >= 100 ? 0 : Math.min(6, 2 - (int) Math.floor(Math.log10(size)));
    }

    /** In per cent, one decimal. */
    static String percent(double value) {
        return Math.abs(value) < 1e15 ? fixed(value, 1) : plain(value);
    }
}
