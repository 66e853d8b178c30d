package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.WorkbookBytes;

class FrontexTest {

    private static final List<Object> HEADER =
            List.of("Route", "Border type or inland", "Nationality", "JAN2009", "FEB2009");

    private static InputFile workbook(List<List<Object>> rows) {
        return Given.bytes(
                "f.xlsx",
                new WorkbookBytes()
                        .sheet("Detections_of_IBC", rows)
                        .sheet("Notes", List.of(List.of("Notes:"), List.of("Source: FRAN data as of 07JUL20")))
                        .bytes());
    }

    private static Path workbook() {
        return Shared.file("data", "frontex", "Detections_of_IBC_2020_07_07.xlsx");
    }

    private static Path extract() {
        return Shared.file("data", "iom_gdidata", "frontex_ibc_monthly_route_nat.csv");
    }

    private static double mean(Observations detections, int from, int to) {
        Series albanians = detections
                .where("route", "CIRC-ALGR")
                .where("nationality", "AL")
                .series();
        return Arrays.stream(albanians
                        .between(Period.month(from, 1), Period.month(to, 12))
                        .values())
                .average()
                .orElseThrow();
    }

    @Test
    void theExtractHasTheAlbanianMeansBeforeAndAfter() {
        Observations detections = Frontex.read(extract());
        assertEquals(34_273, detections.size());
        assertEquals(2_936.17, mean(detections, 2009, 2010), 0.005);
        assertEquals(434.167, mean(detections, 2011, 2012), 0.0005);
        assertThat(detections.duplicates()).isEmpty();
        assertThat(detections.notes()).isEmpty();
    }

    @Test
    void theWorkbookHasTheSameMeansAndAllItsMonths() {
        Observations detections = Frontex.read(workbook());
        assertEquals(806 * 137, detections.size());
        assertEquals(137, detections.periods().size());
        assertEquals(
                3_672_655, detections.stream().mapToDouble(Observation::value).sum());
        assertEquals(2_936.17, mean(detections, 2009, 2010), 0.005);
        assertEquals(434.167, mean(detections, 2011, 2012), 0.0005);
        assertEquals("07JUL20", detections.source().vintage());
        assertThat(detections.duplicates()).isEmpty();
        assertThat(detections.notes()).isEmpty();
    }

    @Test
    void bothLayoutsGiveTheSameCodes() {
        Observations wide = Frontex.read(workbook());
        Observations tidy = Frontex.read(extract());
        assertEquals(wide.dimensions(), tidy.dimensions());
        assertThat(tidy.codes("route")).hasSameElementsAs(wide.codes("route"));
        assertThat(tidy.codes("border")).hasSameElementsAs(wide.codes("border"));
        assertThat(tidy.codes("nationality"))
                .contains("XK", "PS", "UNK", "OOS", "STLS", "NA")
                .doesNotContain("OOO", "THIRD");
        assertThat(wide.codes("nationality")).contains("XK", "PS", "UNK", "OOS", "STLS", "NA", "THIRD");
    }

    @Test
    void aRowAboveTheHeaderAndAFootnoteBelowTheTableAreNoSeries() {
        Observations read = Frontex.read(workbook(List.of(
                List.of("Monthly detections"),
                HEADER,
                List.of("Western Balkan Route", "Land", "Kosovo*", 1, 2),
                List.of("Eastern Land Borders", "Land", "Unspecified sub-Saharan nationals", 0, ""),
                List.of("Eastern Mediterranean Route", "Sea", "Third-country", 5, 6),
                List.of("Other", "Inland", "Atlantis", 7, 8),
                List.of("* without prejudice to positions on status"))));
        assertEquals(
                List.of(
                        List.of("WBR", "Land", "XK"),
                        List.of("EBR", "Land", "OOS"),
                        List.of("EMR-S", "Sea", "THIRD"),
                        List.of("Other", "Inland", "Atlantis")),
                read.stream().map(Observation::codes).distinct().toList());
        assertEquals(0, read.get(2).value());
        assertEquals(java.util.Set.of(Flag.NOT_AVAILABLE), read.get(3).flags());
        assertEquals(4, read.get(3).line());
        assertEquals(
                "9 rows read, 8 used; 1 with a note in place of a series",
                read.audit().toString());
        assertThat(read.notes())
                .hasToString(
                        "[W-FRONTEX-001 these nationalities are no country that is known, and keep the publisher's words: Atlantis]");
        assertEquals("07JUL20", read.source().vintage());
    }

    @Test
    void theExtractIsNotFilledInUntilItIsSaid() {
        Observations read = Frontex.read(Given.text(
                "month,route,type,nat,n\n2009-01,Black Sea Route,Sea,NAM,1\n2009-03,Black Sea Route,Sea,NAM,2\n"));
        assertEquals(List.of("NA"), read.codes("nationality"));
        assertThat(read.series().flags(1)).containsExactly(Flag.ABSENT);
        assertEquals(0, read.zeroWhereAbsent().series().value(1));
    }

    @Test
    void anUnknownRouteIsRefusedAndTheKnownOnesAreListed() {
        assertThat(refusal(() -> Frontex.read(workbook(List.of(HEADER, List.of("Silk Road", "Land", "China", 1, 2))))))
                .startsWith(
                        "E-FRONTEX-002 f.xlsx:2:1: the route 'Silk Road' is not known; known are Eastern Mediterranean Route;")
                .contains("Circular Route from Albania to Greece")
                .endsWith("; and Other");
    }

    @Test
    void whatDoesNotFitTheLayoutIsRefused() {
        assertEquals(
                "E-FRONTEX-001 f.xlsx: this is not the monthly detections: a sheet with the header Route, Border type, Nationality, JAN2009"
                        + " … is needed, or a table with the columns month,route,type,nat,n",
                refusal(() -> Frontex.read(workbook(List.of(List.of("a", "b"), List.of(1, 2))))));
        assertThat(refusal(() -> Frontex.read(Given.text("a,b\n1,2\n")))).startsWith("E-FRONTEX-001 t.csv: ");
        assertEquals(
                "E-FRONTEX-003 f.xlsx:1:5: the header has 2009-01 twice; each month needs one column",
                refusal(() -> Frontex.read(
                        workbook(List.of(List.of("Route", "Border type", "Nationality", "JAN2009", "JAN2009"))))));
        assertEquals(
                "E-FRONTEX-004 f.xlsx:2:6: there is a cell beyond the last month of the header; give its column a month",
                refusal(() -> Frontex.read(workbook(List.of(HEADER, List.of("Other", "Sea", "China", 1, 2, 3))))));
        assertEquals(
                "E-FRONTEX-005 f.xlsx:2:1: route, border type or nationality is empty (Other, , China); every series needs all three",
                refusal(() -> Frontex.read(workbook(List.of(HEADER, List.of("Other", "", "China", 1, 2))))));
        assertThat(refusal(() -> Frontex.read(workbook(List.of(HEADER, List.of("Other", "Sea", "China", "x", 2))))))
                .startsWith("E-CELL-001 f.xlsx:2:4: 'x' is no number");
    }
}
