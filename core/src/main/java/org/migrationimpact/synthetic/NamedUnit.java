package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationimpact.data.Corridor;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Route;
import org.migrationimpact.measure.RouteInventory;

/** The countries and routes for which the name of a unit stands. */
record NamedUnit(String name, List<Country> countries, List<String> routes) {

    static NamedUnit of(String name) {
        List<String> parts = Stream.concat(Stream.of(name), Arrays.stream(name.split(",")))
                .map(String::strip)
                .distinct()
                .toList();
        List<Country> countries = new ArrayList<>();
        List<String> routes = new ArrayList<>();
        for (String part : parts) {
            route(part).ifPresentOrElse(routes::add, () -> countries.addAll(places(part)));
        }
        return new NamedUnit(name, countries.stream().distinct().toList(), routes);
    }

    boolean isUnknown() {
        return countries.isEmpty() && routes.isEmpty();
    }

    private static Optional<String> route(String part) {
        return RouteInventory.standard().all().stream()
                .filter(route -> route.id().equals(part) || route.name().equalsIgnoreCase(part))
                .map(Route::id)
                .findFirst();
    }

    private static List<Country> places(String part) {
        Optional<Country> country = Country.find(part);
        if (country.isPresent()) {
            return List.of(country.get());
        }
        try {
            Corridor corridor = Corridor.parse(part);
            return List.of(corridor.origin(), corridor.destination());
        } catch (InputException neither) {
            return List.of();
        }
    }
}
