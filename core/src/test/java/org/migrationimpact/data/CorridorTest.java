package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Serialized;

class CorridorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "KG-RU;KG-RU",
                "KGZ→RUS;KG-RU",
                "Kyrgyz Republic -> Russian Federation;KG-RU",
                "KG–RU;KG-RU",
                "kg > ru;KG-RU",
                "Guinea-Bissau-Portugal;GW-PT",
                "GW-Timor-Leste;GW-TL",
                "UK-EL;GB-GR"
            })
    void bothEndsAreReadInEverySpelling(String text, String codes) {
        assertEquals(codes, Corridor.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"KG", "KG-", "-RU", "KG-RU-UZ", "KG RU", "", "EU-MD", "KG->RU->UZ"})
    void anythingElseIsRefused(String text) {
        InputException refusal = assertThrows(InputException.class, () -> Corridor.parse(text));
        assertEquals("E-CORRIDOR-001", refusal.code());
        assertEquals(
                "'" + text
                        + "' is no corridor; write two countries with a hyphen or an arrow between them, such as KG-RU",
                refusal.getMessage());
    }

    @Test
    void aCorridorFromACountryToItselfIsRefused() {
        InputException refusal = assertThrows(InputException.class, () -> Corridor.parse("GR-EL"));
        assertEquals("E-CORRIDOR-002", refusal.code());
        assertEquals("'GR-EL' begins and ends in Greece; a corridor joins two countries", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Corridor(Country.of("GR"), Country.of("GR")));
    }

    @Test
    void corridorsSortByOriginThenDestination() throws Exception {
        Corridor first = Corridor.parse("KG-KZ");
        assertThat(first).isLessThan(Corridor.parse("KG-RU")).isLessThan(Corridor.parse("UZ-KG"));
        assertEquals(first, Serialized.copy(first));
        assertThat(first.touches(Country.of("KZ"))).isTrue();
        assertThat(first.touches(Country.of("RU"))).isFalse();
    }
}
