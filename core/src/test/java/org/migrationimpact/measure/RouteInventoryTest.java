package org.migrationimpact.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.BorderType;
import org.migrationimpact.data.Confidence;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Route;

class RouteInventoryTest {

    private static final RouteInventory STANDARD = RouteInventory.standard();

    @Test
    void thereAre27RoutesAndEveryNeighbourExists() {
        assertThat(STANDARD.all()).hasSize(27).extracting(Route::id).doesNotHaveDuplicates();
        assertThat(STANDARD.all()).allSatisfy(route -> {
            assertThat(STANDARD.neighbours(route)).isNotEmpty().doesNotContain(route);
            assertThat(route.origins().countries()).isNotEmpty();
        });
    }

    @Test
    void theCircularRouteIsThere() {
        Route route = STANDARD.get("CIRC-ALGR");
        assertEquals("CIRC-ALGR Circular route Albania-Greece", route.toString());
        assertEquals("circular irregular labour mobility", route.kind());
        assertEquals(
                List.of(Country.of("AL"), Country.of("XK"), Country.of("MK")),
                route.origins().countries());
        assertEquals(List.of(Country.of("AL")), route.transit().countries());
        assertEquals(List.of(Country.of("GR")), route.destinations().countries());
        assertEquals(
                "Circular Route from Albania to Greece / Land", route.measured().frontexSeries());
        assertEquals("2009-01..2025-04", route.measured().dataWindow());
        assertEquals(Confidence.CONFIRMED, route.evidence().confidence());
        assertThat(route.evidence().caveats()).startsWith("break at 2011-01");
        assertThat(STANDARD.neighbours(route)).extracting(Route::id).containsExactly("WBR", "EMR-L");
    }

    @Test
    void groupsAreKeptAsText() {
        assertEquals(List.of("EU"), STANDARD.get("SILK").destinations().others());
        assertEquals("ES (Canary Islands)", STANDARD.get("WAR").destinations().text());
        assertEquals(
                List.of(Country.of("ES")), STANDARD.get("WAR").destinations().countries());
        assertThat(STANDARD.get("EMR-S").neighbours()).contains(new Route.Neighbour("WBR", "downstream"));
    }

    @ParameterizedTest
    @CsvSource({
        "Eastern Mediterranean Route,SEA,EMR-S",
        "Eastern Mediterranean Route,LAND,EMR-L",
        "Eastern Mediterranean,LAND,EMR-L",
        "Western Balkan Route,LAND,WBR",
        "Western Balkans,LAND,WBR",
        "Circular Route from Albania to Greece,LAND,CIRC-ALGR",
        "Circular route from Albania to Greece,LAND,CIRC-ALGR",
        "Central Mediterranean Route,SEA,CMR",
        "Central Mediterranean,SEA,CMR",
        "Western Mediterranean Route,LAND,WMR",
        "Western Mediterranean Route,SEA,WMR",
        "Western African Route,SEA,WAR",
        "Western African,SEA,WAR",
        "Western African Atlantic Route,SEA,WAR",
        "Eastern Borders Route,LAND,EBR",
        "Eastern Land Borders,LAND,EBR",
        "Black Sea Route,SEA,BLS",
        "Black Sea,SEA,BLS"
    })
    void everyLineOfTheDetectionsFindsItsRoute(String label, BorderType type, String id) {
        assertThat(STANDARD.ofFrontexSeries(label, type)).map(Route::id).contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "Other,LAND",
        "Other,SEA",
        "Western Balkan Route,SEA",
        "Black Sea Route,LAND",
        "none,LAND",
        "Nowhere,SEA"
    })
    void aLineThatBelongsToNoRouteFindsNone(String label, BorderType type) {
        assertThat(STANDARD.ofFrontexSeries(label, type)).isEmpty();
    }

    @Test
    void anUnknownIdIsRefusedWithTheNearestOnes() throws Exception {
        InputException refusal = assertThrows(InputException.class, () -> STANDARD.get("EMR"));
        assertEquals("E-ROUTE-001", refusal.code());
        assertEquals("'EMR' is no route; the nearest ids are CMR, EBR, WMR", refusal.getMessage());
        assertEquals(STANDARD, Serialized.copy(STANDARD));
        assertEquals(STANDARD.hashCode(), ((RouteInventory) Serialized.copy(STANDARD)).hashCode());
        assertThat(STANDARD.toString()).startsWith("27 routes\nEMR-S Eastern Mediterranean, sea\n");
    }
}
