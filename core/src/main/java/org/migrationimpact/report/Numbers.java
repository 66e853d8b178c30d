package org.migrationimpact.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The two ways in which this package writes a number: exact for programs, rounded for people. Both are empty where there is none. */
final class Numbers {

    private static final MathContext SEVENTEEN = new MathContext(17, RoundingMode.HALF_EVEN);

    /** How many significant digits people are shown. */
    static final int SHOWN = 5;

    private Numbers() {}

    /**
     * With up to 17 significant digits, as C's {@code %.17g}: reads back to the same bits. Always has a point, so that every reader
     * takes it for a floating-point number, in exponent form too ({@code 1.0e-07}).
     */
    static String exact(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        if (value == 0) {
            return Double.toString(value);
        }
        BigDecimal digits = new BigDecimal(value).round(SEVENTEEN).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        return exponent < -4 || exponent >= 17 ? scientific(digits, exponent) : pointed(digits.toPlainString());
    }

    private static String pointed(String plain) {
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String scientific(BigDecimal digits, int exponent) {
        String sign = exponent < 0 ? "-" : "+";
        int size = Math.abs(exponent);
        return pointed(digits.movePointLeft(exponent).stripTrailingZeros().toPlainString()) + "e" + sign
                + (size < 10 ? "0" : "") + size;
    }

    /** To five significant digits, whole parts in full with commas: {@code -1.6799}, {@code 2,936.2}, {@code 1,234,567}, {@code 1.2e-07}. */
    static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return grouped(new BigDecimal(value).toPlainString());
        }
        BigDecimal exact = new BigDecimal(value);
        int exponent = exponent(value);
        if (exponent < -4 || exponent >= 15) {
            BigDecimal digits =
                    exact.round(new MathContext(SHOWN, RoundingMode.HALF_EVEN)).stripTrailingZeros();
            return scientific(digits, digits.precision() - digits.scale() - 1);
        }
        int decimals = Math.max(0, SHOWN - 1 - exponent);
        return grouped(exact.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString());
    }

    /** To so many decimals, whole parts with commas. */
    static String rounded(double value, int decimals) {
        return Double.isFinite(value)
                ? grouped(new BigDecimal(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString())
                : "";
    }

    /** The power of ten of the first digit: 3 for 2,936, -2 for 0.019; 0 for 0 and for what is no number. */
    static int exponent(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        BigDecimal digits = new BigDecimal(value);
        return digits.precision() - digits.scale() - 1;
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = end - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** A p-value to four decimals, or {@code <0.0001}. */
    static String pValue(double p) {
        return p < 0.0001 ? "<0.0001" : rounded(p, 4);
    }

    /** A confidence level as people write it: {@code 95 %}. */
    static String percent(double level) {
        return new BigDecimal(Double.toString(level))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }
}
