package org.migrationimpact.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.Confidence;
import org.migrationimpact.data.Corridor;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;

class ShockCalendarTest {

    private static final ShockCalendar STANDARD = ShockCalendar.standard();

    private static List<String> ids(ShockCalendar calendar) {
        return calendar.all().stream().map(Shock::id).toList();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void theCalendarHolds22Shocks() {
        assertEquals(22, STANDARD.size());
        assertThat(ids(STANDARD)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theGreekCrisisIsThere() {
        Shock crisis = STANDARD.get("S22");
        assertEquals(
                "S22 Greek financial crisis; 2010-05 to 2013-12; affects AL;GE;BG to GR; economic (unconfirmed)",
                crisis.toString());
        assertEquals("Greek financial crisis", crisis.name());
        assertEquals("economic", crisis.kind());
        assertEquals("labour demand falls in the same months as Albanian visa waiver", crisis.effect());
        assertEquals(Confidence.UNCONFIRMED, crisis.confidence());
        assertThat(crisis.affected().countries())
                .containsExactly(Country.of("AL"), Country.of("GE"), Country.of("BG"), Country.of("GR"));
    }

    @Test
    void shocksAroundTheAlbanianWaiverAreFound() {
        assertEquals(
                List.of("S01", "S22"),
                ids(STANDARD.affecting(Country.of("AL")).during(day("2010-01-01"), day("2011-12-31"))));
        assertEquals(
                List.of("S01", "S04"),
                ids(STANDARD.affecting(RouteInventory.standard().get("CIRC-ALGR"))
                        .during(day("2010-01-01"), day("2011-12-31"))));
    }

    @Test
    void aGroupStandsForItsMembersAndEverywhereForAll() {
        assertThat(ids(STANDARD.affecting(Country.of("FR")))).containsExactly("S01", "S02", "S13", "S15", "S19");
        assertThat(ids(STANDARD.affecting(Country.of("AU")))).containsExactly("S01", "S13");
    }

    @Test
    void aCorridorIsAffectedAtEitherEnd() {
        assertThat(ids(STANDARD.affecting(Corridor.parse("KG-RU")))).contains("S07", "S17", "S18", "S21");
        assertThat(ids(STANDARD.affecting(Corridor.parse("KZ-RU")))).contains("S07", "S17", "S18");
    }

    @Test
    void aShockWithoutAnEndLasts() {
        assertThat(STANDARD.get("S16").end()).isEmpty();
        assertThat(ids(STANDARD.during(day("2030-01-01"), day("2030-12-31"))))
                .contains("S04", "S16")
                .doesNotContain("S22");
        assertThat(STANDARD.get("S16").toString()).contains("; 2022-02-24, no end known; ");
    }

    @Test
    void shocksThatBeginInARangeAreFound() {
        assertEquals(List.of("S03", "S04"), ids(STANDARD.between(day("2011-01-15"), day("2011-02-01"))));
        assertThrows(IllegalArgumentException.class, () -> STANDARD.between(day("2011-02-01"), day("2011-01-01")));
        assertThrows(IllegalArgumentException.class, () -> STANDARD.during(day("2011-02-01"), day("2011-01-01")));
    }

    @Test
    void anUnknownIdIsRefusedWithTheNearestOnes() {
        InputException refusal = assertThrows(InputException.class, () -> STANDARD.get("S23"));
        assertEquals("E-SHOCK-001", refusal.code());
        assertEquals(
                "'S23' is no shock of this calendar of 22; the nearest ids are S03, S13, S20", refusal.getMessage());
    }

    @Test
    void everyRouteThatAShockNamesExists() throws Exception {
        assertThat(STANDARD.all().stream().flatMap(shock -> shock.affected().routes().stream()))
                .isNotEmpty()
                .allSatisfy(
                        id -> assertEquals(id, RouteInventory.standard().get(id).id()));
        assertEquals(STANDARD, Serialized.copy(STANDARD));
        assertEquals(STANDARD.hashCode(), ((ShockCalendar) Serialized.copy(STANDARD)).hashCode());
        assertEquals(STANDARD.get("S22").hashCode(), ((Shock) Serialized.copy(STANDARD.get("S22"))).hashCode());
        assertThat(STANDARD.toString())
                .startsWith("22 shocks\nS01 Global financial crisis; 2008-09 to 2010-12; affects all;");
        assertThat(STANDARD.affecting(Country.of("XK"))
                        .during(day("2014-10-01"), day("2014-10-02"))
                        .toString())
                .startsWith("1 shock\nS08 ");
    }
}
