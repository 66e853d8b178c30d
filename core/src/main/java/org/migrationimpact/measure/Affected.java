package org.migrationimpact.measure;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Route;

/**
 * Whom a shock affects.
 *
 * @param text as the table says it: {@code RU corridors}, {@code EMR;WBR}, {@code all}
 * @param reach whether everybody or those listed
 * @param countries the countries, groups of states replaced by their members
 * @param routes the ids of the routes
 */
public record Affected(String text, Reach reach, List<Country> countries, List<String> routes) implements Serializable {

    /** How far a shock reaches. */
    public enum Reach {
        /** Every country and every route. */
        EVERYWHERE,
        /** The countries and routes listed, and no other. */
        LISTED
    }

    public Affected {
        countries = List.copyOf(countries);
        routes = List.copyOf(routes);
    }

    /** Whether the country is among them. */
    public boolean includes(Country country) {
        return reach == Reach.EVERYWHERE || countries.contains(country);
    }

    /** Whether the route is among them. */
    public boolean includes(Route route) {
        return reach == Reach.EVERYWHERE || routes.contains(route.id());
    }

    /** The text of the table. */
    @Override
    public String toString() {
        return text;
    }
}
