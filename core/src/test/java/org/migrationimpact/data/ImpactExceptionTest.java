package org.migrationimpact.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;

class ImpactExceptionTest {

    @Test
    void aRefusalCarriesItsCodeAndIsPrintedInOneLine() {
        DataException refusal = new DataException("E-TEST-001", "too few\n  periods");
        assertEquals("E-TEST-001", refusal.code());
        assertEquals("too few\n  periods", refusal.getMessage());
        assertEquals("E-TEST-001 too few periods", refusal.line());
        assertEquals("E-TEST-002 singular", new EstimationException("E-TEST-002", "singular").line());
    }

    @Test
    void aPlaceStandsInFrontOfTheMessage() {
        assertEquals("no column", new InputException("E-TEST-001", "no column").getMessage());
        assertEquals(
                "a.csv: no column",
                InputException.in("E-TEST-001", "a.csv", "no column").getMessage());
        assertEquals(
                "a.csv:7: no column",
                InputException.in("E-TEST-001", "a.csv", 7, "no column").getMessage());
        assertEquals(
                "a.csv:7:3: no column",
                InputException.in("E-TEST-001", "a.csv", 7, 3, "no column").getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "E-001", "E-TEST-1", "E-TEST-0001", "e-TEST-001", "E-Test-001", "W-TEST-001"})
    void anErrorCodeHasOneForm(String code) {
        Refusal.argument(
                "a code is E, an area in capitals and three digits with hyphens between, got " + code,
                () -> new DataException(code, "message"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "W-TEST-1", "E-TEST-001"})
    void aWarningCodeHasOneForm(String code) {
        Refusal.argument(
                "a code is W, an area in capitals and three digits with hyphens between, got " + code,
                () -> new Warning(code, "message"));
    }

    @Test
    void warningsAndRefusalsSurviveSerialization() throws IOException, ClassNotFoundException {
        Warning warning = new Warning("W-TEST-001", "few periods");
        assertEquals(warning, Serialized.copy(warning));
        assertEquals("W-TEST-001 few periods", warning.toString());
        DataException copy = (DataException) Serialized.copy(new DataException("E-TEST-001", "few"));
        assertEquals("E-TEST-001 few", copy.line());
        assertEquals(Source.named("figures"), Serialized.copy(Source.named("figures")));
        assertEquals("", Source.named("figures").sha256());
    }
}
