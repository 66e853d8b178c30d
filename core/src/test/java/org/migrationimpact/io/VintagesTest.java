package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Revisions;

/** Two issues of one table, in two layouts, cell by cell. */
class VintagesTest {

    @Test
    void immigrationOf2021And2024HasSeventyFourValuesAndFourteenFlagsRevisedAmongSixHundredAndTenCells() {
        Revisions revised = Revisions.between(
                EurostatTsv.read(Shared.file("data", "eurostat_tsv", "tps00176.tsv")),
                SdmxCsv.read(Shared.file("data", "eurostat_sdmx_csv", "estat_tps00176_en.csv")));
        assertEquals(610, revised.common());
        assertEquals(74, revised.values().size());
        assertEquals(14, revised.flags().size());
        assertEquals(816 - 610, revised.onlyBefore().size());
        assertEquals(848 - 610, revised.onlyAfter().size());
        Revisions.Cell lithuania =
                new Revisions.Cell(List.of("TOTAL", "COMPLET", "TOTAL", "NR", "T", "LT"), Period.year(2017));
        assertThat(revised.values()).anySatisfy(one -> {
            assertEquals(lithuania, one.cell());
            assertEquals(20_368, one.before().value());
            assertEquals(33_305, one.after().value());
        });
        Revisions.Cell germany =
                new Revisions.Cell(List.of("TOTAL", "COMPLET", "TOTAL", "NR", "T", "DE"), Period.year(2019));
        assertThat(revised.flags()).anySatisfy(one -> {
            assertEquals(germany, one.cell());
            assertEquals(Set.of(Flag.BREAK, Flag.ESTIMATED), one.before().flags());
            assertEquals(Set.of(Flag.ESTIMATED), one.after().flags());
        });
    }

    @ParameterizedTest
    @CsvSource({"MD,1", "UA,1", "AL,0", "GE,0", "XK,0"})
    void detectionsOf2020And2025HaveAtMostOneMonthRevised(String nationality, int months) {
        Revisions revised = Revisions.between(
                total(Shared.file("data", "frontex", "Detections_of_IBC_2020_07_07.xlsx"), nationality),
                total(Shared.file("data", "iom_gdidata", "frontex_ibc_monthly_route_nat.csv"), nationality));
        assertEquals(137, revised.common());
        assertEquals(months, revised.values().size());
        assertThat(revised.onlyBefore()).isEmpty();
    }

    /** All routes and borders; the extract leaves out its zeros, the workbook has none to leave out. */
    private static Observations total(java.nio.file.Path file, String nationality) {
        return Frontex.read(file)
                .zeroWhereAbsent()
                .where("nationality", nationality)
                .totalOver("route")
                .totalOver("border");
    }
}
