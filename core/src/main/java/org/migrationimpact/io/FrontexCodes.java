package org.migrationimpact.io;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.BorderType;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Route;
import org.migrationimpact.measure.RouteInventory;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;

/** The publisher's labels of route, border and nationality as codes. What has no code keeps its label; an unknown route is refused. */
final class FrontexCodes {

    /** The tidy extract's code for what the workbook calls Unknown: the figures are the same. */
    private static final Map<String, String> EXTRACT = Map.of("OOO", "UNK");

    private static final String OTHER = "Other";

    private final RouteInventory routes = RouteInventory.standard();
    private final Map<List<String>, String> routeIds = new HashMap<>();
    private final Map<String, String> nationalities = new HashMap<>();
    private final Set<String> unknown;

    /** Nationalities that are neither a country nor an aggregate are put into this set. */
    FrontexCodes(Set<String> unknown) {
        this.unknown = unknown;
    }

    List<String> key(List<String> labels, Place place) {
        if (labels.contains("")) {
            throw place.refuse(
                    "E-FRONTEX-005",
                    "route, border type or nationality is empty (" + Names.some(labels)
                            + "); every series needs all three");
        }
        String border = labels.get(1);
        String route =
                routeIds.computeIfAbsent(List.of(labels.get(0), border), pair -> route(pair.get(0), border, place));
        return List.of(route, border, nationalities.computeIfAbsent(labels.get(2), this::nationality));
    }

    /** The route of label and border; where the label has one route only, that one at any border; otherwise the label. */
    private String route(String label, String border, Place place) {
        List<String> ids = Arrays.stream(BorderType.values())
                .sorted((a, b) -> Boolean.compare(
                        b.toString().equals(border), a.toString().equals(border)))
                .map(type -> routes.ofFrontexSeries(label, type))
                .flatMap(Optional::stream)
                .map(Route::id)
                .distinct()
                .toList();
        boolean known = Arrays.stream(BorderType.values())
                .anyMatch(type -> type.toString().equals(border));
        if (ids.size() == 1 || (known && !ids.isEmpty())) {
            return ids.get(0);
        }
        if (label.equals(OTHER) || !ids.isEmpty()) {
            return label;
        }
        throw unknownRoute(label, place);
    }

    private InputException unknownRoute(String label, Place place) {
        List<String> known = routes.all().stream()
                .filter(route -> Arrays.stream(BorderType.values())
                        .anyMatch(type ->
                                routes.ofFrontexSeries(firstLabel(route), type).isPresent()))
                .map(FrontexCodes::firstLabel)
                .distinct()
                .toList();
        return place.refuse(
                "E-FRONTEX-002",
                "the route '" + Names.quoted(label) + "' is not known; known are " + String.join("; ", known)
                        + "; and Other");
    }

    private static String firstLabel(Route route) {
        return route.measured().frontexSeries().split(" / ", -1)[0];
    }

    private String nationality(String label) {
        String name = EXTRACT.getOrDefault(label, label);
        return Country.find(name)
                .map(Country::iso2)
                .or(() -> Aggregate.find(name).map(Aggregate::code))
                .orElseGet(() -> {
                    unknown.add(label);
                    return label;
                });
    }
}
