package org.migrationimpact.measure;

import java.util.List;
import org.migrationimpact.data.Confidence;
import org.migrationimpact.data.Places;
import org.migrationimpact.data.ResourceTable;
import org.migrationimpact.data.Route;

/** The routes of {@code routes.csv}, read once when first asked for. */
final class RouteTable {

    static final RouteInventory STANDARD =
            new RouteInventory(rows().stream().map(RouteTable::route).toList());

    private RouteTable() {}

    private static List<ResourceTable.Row> rows() {
        return ResourceTable.read(
                RouteTable.class,
                "routes.csv",
                "id",
                "name",
                "origins",
                "transit",
                "destinations",
                "kind",
                "frontex_series",
                "frontex_labels",
                "data_window",
                "neighbours",
                "caveats",
                "source",
                "confidence");
    }

    private static Route route(ResourceTable.Row row) {
        return new Route(
                row.text("id"),
                row.text("name"),
                row.text("kind"),
                Places.parse(row.text("origins")),
                Places.parse(row.text("transit")),
                Places.parse(row.text("destinations")),
                new Route.Measured(
                        row.text("frontex_series"), row.list("frontex_labels", '|'), row.text("data_window")),
                row.list("neighbours", ';').stream().map(Route.Neighbour::parse).toList(),
                new Route.Evidence(row.text("caveats"), row.text("source"), Confidence.of(row.text("confidence"))));
    }
}
