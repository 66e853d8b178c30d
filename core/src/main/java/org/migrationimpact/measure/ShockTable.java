package org.migrationimpact.measure;

import java.util.List;
import java.util.stream.Stream;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Confidence;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.ResourceTable;

/** The shocks of {@code shocks.csv}, read once when first asked for. */
final class ShockTable {

    static final ShockCalendar STANDARD =
            new ShockCalendar(rows().stream().map(ShockTable::shock).toList());

    private ShockTable() {}

    private static List<ResourceTable.Row> rows() {
        return ResourceTable.read(
                ShockTable.class,
                "shocks.csv",
                "id",
                "name",
                "start",
                "end",
                "affected",
                "countries",
                "groups",
                "routes",
                "kind",
                "effect_on_series",
                "confidence");
    }

    private static Shock shock(ResourceTable.Row row) {
        String end = row.text("end");
        return new Shock(
                row.text("id"),
                row.text("name"),
                new Shock.Span(PartialDate.parse(row.text("start")), end.isEmpty() ? null : PartialDate.parse(end)),
                affected(row),
                new Shock.Nature(
                        row.text("kind"), row.text("effect_on_series"), Confidence.of(row.text("confidence"))));
    }

    private static Affected affected(ResourceTable.Row row) {
        List<String> groups = row.list("groups", ';');
        Affected.Reach reach = groups.contains("ALL") ? Affected.Reach.EVERYWHERE : Affected.Reach.LISTED;
        Stream<Country> members = groups.stream()
                .filter(group -> !group.equals("ALL"))
                .flatMap(group -> Aggregate.find(group).orElseThrow().members().stream());
        Stream<Country> named = row.list("countries", ';').stream().map(Country::of);
        return new Affected(
                row.text("affected"), reach, Stream.concat(named, members).toList(), row.list("routes", ';'));
    }
}
