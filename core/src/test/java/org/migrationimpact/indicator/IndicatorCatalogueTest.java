package org.migrationimpact.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.Shared;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Lowering;
import org.migrationimpact.measure.Objective;

class IndicatorCatalogueTest {

    private static final IndicatorCatalogue ALL = IndicatorCatalogue.standard();

    @Test
    void everyIndicatorSaysWhatItsRowSays() throws IOException {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Shared.file("domain", "indicators.csv"))) {
            List<NamedCsvRecord> all = rows.stream().toList();
            assertEquals(all.size(), ALL.size());
            all.forEach(row -> {
                Indicator indicator = ALL.get(row.getField("id"));
                assertEquals(row.getField("name"), indicator.name());
                assertEquals(row.getField("paragraphs"), String.join(";", indicator.paragraphs()));
                assertEquals(row.getField("formula"), indicator.definition().formula());
                assertEquals(row.getField("unit"), indicator.definition().unit());
                assertEquals(row.getField("source"), indicator.publication().publishers());
                assertEquals(row.getField("frequency"), indicator.publication().frequency());
                assertEquals(row.getField("transform"), indicator.reading().transform());
                assertEquals(row.getField("desired_sign"), indicator.reading().desiredSign());
                assertEquals(row.getField("caveat"), indicator.reading().caveat());
                assertEquals(row.getField("confidence"), indicator.confidence().toString());
            });
        }
    }

    @Test
    void everyObjectiveHasAnIndicatorAndEveryParagraphIsOne() {
        assertThat(Objective.values())
                .allMatch(objective -> ALL.objective(objective).size() > 0);
        assertThat(ALL.all().stream().flatMap(indicator -> indicator.paragraphs().stream()))
                .allMatch(code -> ALL.paragraph(code).size() > 0);
        assertEquals(149, ALL.size());
    }

    @Test
    void questionsNarrowTheCatalogue() {
        assertThat(ALL.objective(Objective.J7).counted(Counted.FLOW).all().stream()
                        .map(Indicator::id))
                .containsExactly("J11", "J15", "J16", "J17", "J18");
        assertThat(ALL.dataset("migr_eirtn").all().stream().map(Indicator::id)).containsExactly("G04", "G19");
        assertThat(ALL.dataset("PA.NUS.FCRF").all().stream().map(Indicator::id)).containsExactly("J15", "J17");
        assertThat(ALL.dataset("migr_ressw").all().stream().map(Indicator::id)).containsExactly("H06");
        assertThat(ALL.publisher("eurojust").all().stream().map(Indicator::id)).containsExactly("F06");
        assertThat(ALL.counted(Counted.STOCK).all().stream().map(Indicator::id)).containsExactly("X08", "F25");
        assertEquals(0, ALL.publisher("nobody").size());
    }

    @Test
    void aFlowIsSummedAndAStockTakenLast() {
        assertEquals(
                Optional.of(Lowering.SUM), ALL.get("N01").definition().counted().lowering());
        assertEquals(
                Optional.of(Lowering.LAST),
                ALL.get("X08").definition().counted().lowering());
        assertEquals(Optional.empty(), ALL.get("G04").definition().counted().lowering());
    }

    @Test
    void anIndicatorIsOneLine() {
        assertThat(ALL.get("J11"))
                .hasToString(
                        "J11 Personal remittances received, paid [USD], flow; World Bank; IMF BOP; central banks; beware: BPM6 change, informal"
                                + " channels, own funds 2022 (unconfirmed)");
        assertThat(ALL.dataset("PA.NUS.PPP").toString()).startsWith("1 indicator\nJ18 PPP value [intl USD], flow;");
    }

    @Test
    void unknownIdsAndTwinsAreRefused() {
        Refusal.of(
                InputException.class,
                "E-INDICATOR-001 'J99' is no indicator of this catalogue of 149; the nearest ids are J09, J19, J29",
                () -> ALL.get("J99"));
        Refusal.of(
                InputException.class,
                "E-INDICATOR-002 two indicators have the id J11; give one of them another id",
                () -> ALL.with(ALL.get("J11")));
    }

    @Test
    void theCatalogueSurvivesSerialization() throws Exception {
        assertEquals(ALL, Serialized.copy(ALL));
    }
}
