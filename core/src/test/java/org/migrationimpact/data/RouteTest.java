package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTest {

    @Test
    void placesKeepTheirTextAndTellCountriesFromGroups() {
        Places places = Places.parse("EU;TR;ES (Canary Islands)");
        assertEquals(List.of(Country.of("TR"), Country.of("ES")), places.countries());
        assertEquals(List.of("EU"), places.others());
        assertEquals("EU;TR;ES (Canary Islands)", places.toString());
        assertThat(Places.parse("").countries()).isEmpty();
        assertThat(Places.parse("").others()).isEmpty();
    }

    @Test
    void aNeighbourKeepsItsNoteApart() {
        assertEquals(new Route.Neighbour("WBR", "downstream"), Route.Neighbour.parse("WBR(downstream)"));
        assertEquals(new Route.Neighbour("CMR", "for TN"), Route.Neighbour.parse("CMR for TN"));
        assertEquals(new Route.Neighbour("CIRC-ALGR", ""), Route.Neighbour.parse("CIRC-ALGR"));
    }

    @Test
    void borderTypesAreReadInAnyCase() {
        assertEquals(BorderType.LAND, BorderType.of("Land"));
        assertEquals(BorderType.SEA, BorderType.of(" sea"));
        assertEquals("Land", BorderType.LAND.toString());
        assertEquals("Sea", BorderType.SEA.toString());
        InputException refusal = assertThrows(InputException.class, () -> BorderType.of("Inland"));
        assertEquals("E-ROUTE-002", refusal.code());
        assertEquals("'Inland' is no border type; known are Land and Sea", refusal.getMessage());
    }
}
