package org.migrationimpact.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource({
        "2936.1666, 2 936",
        "434.1666, 434",
        "73.42, 73.4",
        "1.7083, 1.71",
        "0.08333, 0.0833",
        "1266, 1 266",
        "-0.0001, -0.000100",
        "1e9, 1 000 000 000",
        "1e15, 1.00e+15",
        "2e-5, 2.00e-05",
        "0, 0",
        "-0.0, 0",
        "-12.34, -12.3"
    })
    void aNumberIsWrittenAsAReaderWantsIt(double value, String written) {
        assertEquals(written, Numerals.plain(value));
    }

    @ParameterizedTest
    @CsvSource({"-81.4201, -81.4", "-0.01, 0.0", "12345.6, 12 345.6"})
    void perCentHasOneDecimal(double value, String written) {
        assertEquals(written, Numerals.percent(value));
    }
}
