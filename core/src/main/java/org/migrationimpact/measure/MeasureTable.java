package org.migrationimpact.measure;

import java.util.List;
import org.migrationimpact.data.Confidence;
import org.migrationimpact.data.ResourceTable;

/** The measures of {@code measures.csv}, read once when first asked for. */
final class MeasureTable {

    static final MeasureInventory STANDARD =
            MeasureInventory.of(rows().stream().map(MeasureTable::measure).toList());

    private MeasureTable() {}

    private static List<ResourceTable.Row> rows() {
        return ResourceTable.read(
                MeasureTable.class,
                "measures.csv",
                "id",
                "title",
                "paragraphs",
                "partners",
                "issuer",
                "announced",
                "adopted",
                "in_force",
                "repealed",
                "source",
                "confidence");
    }

    private static Measure measure(ResourceTable.Row row) {
        Measure measure = Measure.named(row.text("id"), row.text("title"))
                .underParagraphs(row.list("paragraphs", ';').toArray(String[]::new))
                .withPartners(row.list("partners", ';').toArray(String[]::new))
                .issuedBy(row.list("issuer", ';').toArray(String[]::new))
                .withSource(row.text("source"), Confidence.of(row.text("confidence")));
        return dated(measure, row);
    }

    private static Measure dated(Measure measure, ResourceTable.Row row) {
        Measure dated = measure;
        dated = row.text("announced").isEmpty() ? dated : dated.announcedOn(row.text("announced"));
        dated = row.text("adopted").isEmpty() ? dated : dated.adoptedOn(row.text("adopted"));
        dated = row.text("in_force").isEmpty() ? dated : dated.inForceFrom(row.text("in_force"));
        return row.text("repealed").isEmpty() ? dated : dated.repealedOn(row.text("repealed"));
    }
}
