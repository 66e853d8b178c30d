package org.migrationimpact.measure;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.data.BorderType;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Route;
import org.migrationimpact.data.Spelling;

/** The routes along which people and money move, and which of them are neighbours. */
public final class RouteInventory implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<Route> routes;

    RouteInventory(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** The 27 routes that come with this library. */
    public static RouteInventory standard() {
        return RouteTable.STANDARD;
    }

    /** The routes. */
    public List<Route> all() {
        return routes;
    }

    /**
     * The route of this id, such as {@code CIRC-ALGR}.
     *
     * @throws InputException E-ROUTE-001 if there is none, naming those with a similar id
     */
    public Route get(String id) {
        return routes.stream()
                .filter(route -> route.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private InputException unknown(String id) {
        List<String> ids = routes.stream().map(Route::id).toList();
        return new InputException(
                "E-ROUTE-001",
                Spelling.quoted(id) + " is no route; the nearest ids are "
                        + String.join(", ", Spelling.nearest(id, ids)));
    }

    /**
     * The neighbours of a route, in their order. {@link Route#neighbours()} says which of them count the same persons again
     * (downstream, upstream).
     */
    public List<Route> neighbours(Route route) {
        return route.neighbours().stream()
                .map(neighbour -> get(neighbour.id()))
                .distinct()
                .toList();
    }

    /**
     * The route of a line in the monthly detections of Frontex, whose label is spelt in several ways ({@code Eastern Borders Route},
     * {@code Eastern Land Borders}). The label alone does not do: the Eastern Mediterranean has a route by land and one by sea. Empty
     * for {@code Other}, for a border type that the route does not have, and for labels that are not known.
     */
    public Optional<Route> ofFrontexSeries(String label, BorderType borderType) {
        return routes.stream()
                .filter(route -> FrontexLine.of(route).stream().anyMatch(line -> line.matches(label, borderType)))
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RouteInventory inventory && routes.equals(inventory.routes);
    }

    @Override
    public int hashCode() {
        return routes.hashCode();
    }

    /** How many routes, then one a line. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(routes.size() + " routes"), routes.stream().map(Route::toString))
                .collect(Collectors.joining("\n"));
    }
}
