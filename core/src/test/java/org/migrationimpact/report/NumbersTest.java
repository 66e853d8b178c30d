package org.migrationimpact.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    /** What C's printf("%.17g") writes, with a point where it writes none. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.10000000000000001",
        "0.95, 0.94999999999999996",
        "434, 434.0",
        "-1.5, -1.5",
        "2936.1666666666665, 2936.1666666666665",
        "0.0001, 0.0001",
        "0.00001, 1.0000000000000001e-05",
        "1e16, 10000000000000000.0",
        "1e17, 1.0e+17",
        "1.25e-7, 1.2499999999999999e-07",
        "4.9e-324, 4.9406564584124654e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "-0.0, -0.0",
        "NaN, ''",
        "Infinity, ''"
    })
    void exactNumbersHaveSeventeenDigits(double value, String text) {
        assertEquals(text, Numbers.exact(value));
    }

    @Test
    void exactNumbersReadBackToTheSameBits() {
        for (double value : Made.anyNumbers()) {
            assertEquals(
                    Double.doubleToLongBits(value), Double.doubleToLongBits(Double.parseDouble(Numbers.exact(value))));
        }
    }

    @Test
    void exactNumbersAreNumbersOfJson() {
        for (double value : Made.anyNumbers()) {
            assertTrue(Numbers.exact(value).matches("-?(0|[1-9]\\d*)\\.\\d+(e[+-]\\d{2,3})?"), Numbers.exact(value));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-1.679864122, -1.6799",
        "2936.1666666666665, '2,936.2'",
        "434.16666666666669, 434.17",
        "-1234567, '-1,234,567'",
        "1234567.8, '1,234,568'",
        "-123.456789, -123.46",
        "0.018871884, 0.018872",
        "0.0000123456789, 1.2346e-05",
        "1e20, 1.0e+20",
        "0, 0",
        "NaN, ''"
    })
    void roundedNumbersHaveFiveDigits(double value, String text) {
        assertEquals(text, Numbers.rounded(value));
    }

    @ParameterizedTest
    @CsvSource({"0.03456, 0.0346", "0.00009, <0.0001", "1, 1.0000", "NaN, ''"})
    void aPValueHasFourDecimals(double p, String text) {
        assertEquals(text, Numbers.pValue(p));
    }

    @ParameterizedTest
    @CsvSource({"0.95, 95 %", "0.9, 90 %", "0.995, 99.5 %"})
    void aLevelIsWrittenInPerCent(double level, String text) {
        assertEquals(text, Numbers.percent(level));
    }
}
