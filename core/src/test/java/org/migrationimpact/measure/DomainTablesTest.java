package org.migrationimpact.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Route;

/** The library's tables say the same as the tables they were compiled from, cell by cell. */
class DomainTablesTest {

    @Test
    void everyMeasureSaysWhatItsRowSays() throws IOException {
        List<NamedCsvRecord> rows = rows("measures.csv");
        assertEquals(rows.size(), MeasureInventory.standard().size());
        rows.forEach(row -> {
            Measure measure = MeasureInventory.standard().get(row.getField("id"));
            assertEquals(row.getField("title"), measure.title());
            assertEquals(row.getField("declaration_paragraph"), String.join(";", measure.paragraphs()));
            assertEquals(row.getField("partners"), parties(measure.partners()));
            assertEquals(row.getField("destination_or_issuer"), parties(measure.issuers()));
            assertEquals(row.getField("adopted"), text(measure.adopted()));
            assertEquals(row.getField("in_force"), text(measure.inForce()));
            assertEquals(row.getField("source"), measure.source());
            assertEquals(row.getField("confidence"), measure.confidence().toString());
        });
    }

    @Test
    void everyShockSaysWhatItsRowSays() throws IOException {
        List<NamedCsvRecord> rows = rows("shocks.csv");
        assertEquals(rows.size(), ShockCalendar.standard().size());
        rows.forEach(row -> {
            Shock shock = ShockCalendar.standard().get(row.getField("id"));
            assertEquals(row.getField("name"), shock.name());
            assertEquals(row.getField("start"), shock.start().toString());
            assertEquals(row.getField("end"), text(shock.end()));
            assertEquals(row.getField("affected"), shock.affected().toString());
            assertEquals(row.getField("kind"), shock.kind());
            assertEquals(row.getField("effect_on_series"), shock.effect());
            assertEquals(row.getField("confidence"), shock.confidence().toString());
        });
    }

    @Test
    void everyRouteSaysWhatItsRowSays() throws IOException {
        List<NamedCsvRecord> rows = rows("routes.csv");
        assertEquals(rows.size(), RouteInventory.standard().all().size());
        rows.forEach(row -> {
            Route route = RouteInventory.standard().get(row.getField("id"));
            assertEquals(row.getField("name"), route.name());
            assertEquals(row.getField("origin"), route.origins().text());
            assertEquals(row.getField("transit"), route.transit().text());
            assertEquals(
                    row.getField("entry_or_destination"), route.destinations().text());
            assertEquals(row.getField("kind"), route.kind());
            assertEquals(row.getField("frontex_series"), route.measured().frontexSeries());
            assertEquals(row.getField("data_window"), route.measured().dataWindow());
            assertEquals(
                    row.getField("neighbours_for_displacement_test").split(";").length,
                    route.neighbours().size());
            assertEquals(row.getField("caveats"), route.evidence().caveats());
            assertEquals(row.getField("source"), route.evidence().source());
            assertEquals(
                    row.getField("confidence"), route.evidence().confidence().toString());
        });
    }

    private static String parties(List<Party> parties) {
        return parties.stream().map(Party::code).collect(Collectors.joining(";"));
    }

    private static String text(Optional<PartialDate> date) {
        return date.map(PartialDate::toString).orElse("");
    }

    private static List<NamedCsvRecord> rows(String name) throws IOException {
        String text = Files.readString(Shared.file("domain", name));
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }
}
