package org.migrationimpact.table;

/**
 * A plain decimal of up to 17 digits in 64 bits, without loss, so that {@code 1.50} stays {@code 1.50}: 57 bits of digits, a sign, 5 bits of
 * scale, and a last bit that is 1.
 */
final class Decimals {

    /** What the digits stay below. */
    static final long DIGITS = 100_000_000_000_000_000L;

    /** How many digits a text may have so that none overflows, a zero before the point not counted. */
    static final int LONGEST = 18;

    private static final int DIGITS_SHIFT = 7;
    private static final long SIGN = 1L << 6;
    private static final int SCALE = 31;
    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = new double[23];

    static {
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private Decimals() {}

    static long pack(long digits, int scale, long minus) {
        return (digits << DIGITS_SHIFT) | (minus * SIGN) | ((long) scale << 1) | 1;
    }

    /** Packs these characters; 0 where they are no plain decimal: a sign of plus, no digit on a side of the point, a zero too many. */
    static long pack(char[] characters, int offset, int length) {
        int end = offset + length;
        int minus = length > 1 && characters[offset] == '-' ? 1 : 0;
        int first = offset + minus;
        int point = -1;
        long digits = 0;
        for (int at = first; at < end; at++) {
            char c = characters[at];
            if (c >= '0' && c <= '9' && at - first <= LONGEST + 1) {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = at;
            } else {
                return 0;
            }
        }
        int whole = (point < 0 ? end : point) - first;
        int scale = point < 0 ? 0 : end - point - 1;
        boolean plain =
                whole > 0 && (point < 0 || scale > 0) && isPlain(digits, whole, scale, characters[first] == '0');
        return plain ? pack(digits, scale, minus) : 0;
    }

    /** Whether so many digits before and behind a point can be packed: no zero too many, and none that overflows. */
    static boolean isPlain(long digits, int whole, int scale, boolean zeroFirst) {
        int leading = zeroFirst ? 1 : 0;
        return whole + scale - leading <= LONGEST && digits < DIGITS && !(zeroFirst && whole > 1);
    }

    static boolean isPacked(long cell) {
        return (cell & 1) == 1;
    }

    private static int scale(long cell) {
        return (int) (cell >>> 1) & SCALE;
    }

    /** The number, correctly rounded. */
    static double value(long cell) {
        double size = quotient(cell >>> DIGITS_SHIFT, scale(cell));
        return (cell & SIGN) == 0 ? size : -size;
    }

    /**
     * The double nearest to digits / 10^scale. Up to 2^53 both are exact and one division rounds once. Beyond, the digits are the sum of two
     * doubles and so is the quotient; only where a change of its small part in the twelfth digit would round to another double is the
     * text read the slow way.
     */
    static double quotient(long digits, int scale) {
        double power = POWERS[scale];
        double high = digits;
        double first = high / power;
        if (digits < EXACT) {
            return first;
        }
        double low = digits - (long) high;
        double rest = (Math.fma(-first, power, high) + low) / power;
        double below = first + rest * (1 - 1e-12);
        double above = first + rest * (1 + 1e-12);
        return below == above ? below : Double.parseDouble(digits + "e-" + scale);
    }

    /** The text as it stood in the file. */
    static String text(long cell) {
        StringBuilder text = new StringBuilder(Long.toString(cell >>> DIGITS_SHIFT));
        int scale = scale(cell);
        if (scale > 0) {
            while (text.length() <= scale) {
                text.insert(0, '0');
            }
            text.insert(text.length() - scale, '.');
        }
        return ((cell & SIGN) == 0 ? "" : "-") + text;
    }

    /** Whether the cell is a whole number that fits into 31 bits together with its mark, or the number of a text. */
    static boolean isNarrow(long cell) {
        return isPacked(cell)
                ? (cell & (SIGN | SCALE << 1)) == 0 && cell >>> DIGITS_SHIFT < 1 << 30
                : cell <= Integer.MAX_VALUE;
    }

    /** The same cell in half the bits. */
    static int narrow(long cell) {
        return isPacked(cell) ? (int) (cell >>> DIGITS_SHIFT) << 1 | 1 : (int) cell;
    }

    /** The cell that was narrowed. */
    static long widen(int narrow) {
        return (narrow & 1) == 1 ? pack(narrow >>> 1, 0, 0) : narrow;
    }
}
