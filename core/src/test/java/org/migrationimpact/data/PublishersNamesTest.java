package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Shared;

/** Every country or aggregate that occurs in real files is known as exactly one of the two. */
class PublishersNamesTest {

    @Test
    void everyNationalityInTheDetectionsOfFrontexIsKnown() throws IOException {
        Set<String> names = new TreeSet<>();
        try (InputStream in =
                        Files.newInputStream(Shared.file("data", "frontex", "Detections_of_IBC_2020_07_07.xlsx"));
                ReadableWorkbook book = new ReadableWorkbook(in);
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.skip(1).map(row -> row.getCellText(2)).forEach(names::add);
        }
        assertThat(names).hasSizeGreaterThan(100);
        assertEveryOneIsKnown(names);
    }

    @ParameterizedTest
    @CsvSource({
        "iom_gdidata/frontex_ibc_monthly_route_nat.csv, nat, UTF-8",
        "iom_gdidata/eurostat_tps00191_first_time_asylum_annual.csv, geo, UTF-8",
        "iom_gdidata/eurostat_tps00191_first_time_asylum_annual.csv, nat, UTF-8",
        "iom_gdidata/wdi_selected.csv, geo, UTF-8",
        "eurostat_data_explorer_csv/demo_pjan_1_Data.csv, GEO, windows-1252",
        "eurostat_data_explorer_csv/migr_eirtn_1_Data.csv, GEO, windows-1252",
        "eurostat_data_explorer_csv/migr_asyappctza_allcitizenships.csv, GEO, windows-1252",
        "eurostat_data_explorer_csv/migr_asyappctza_allcitizenships.csv, CITIZEN, windows-1252",
        "eurostat_data_explorer_csv/applications-95-07-y.csv, CITIZEN, windows-1252",
        "eurostat_data_explorer_csv/applications-95-07-y.csv, GEO, windows-1252",
        "eurostat_sdmx_csv/estat_tps00176_en.csv, geo, UTF-8",
        "eurostat_sdmx_csv/migration_permits_issued.csv, geo, UTF-8",
        "eurostat_sdmx_csv/migrants_illegally_present.csv, geo, UTF-8",
        "eurostat_other/migr_asyappctzm.csv, CITIZEN, UTF-8",
        "unhcr/asylum-applications.csv, Country of origin, UTF-8",
        "unhcr/asylum-applications.csv, Country of asylum, UTF-8",
        "unhcr/asylum-applications.csv, Country of asylum (ISO), UTF-8",
        "unhcr/persons_of_concern.csv, Country of Origin, UTF-8",
        "unhcr/persons_of_concern.csv, Country of Origin ISO, UTF-8",
        "regional_derived/refugees_population_region.csv, coo_name, UTF-8",
        "regional_derived/refugees_population_region.csv, coa_name, UTF-8",
        "regional_derived/refugees_countries_codes.csv, name, UTF-8",
        "knomad/ft_remittances_matrix.csv, target, UTF-8",
        "knomad/ft_remittances_matrix.csv, source, UTF-8",
        "oecd/International-migration-database.csv, REF_AREA, UTF-8",
        "oecd/International-migration-database.csv, Reference area, UTF-8",
        "oecd/International-migration-database.csv, CITIZENSHIP, UTF-8",
        "visa_policy/passport-index-tidy__2019-12-17.csv, Passport, UTF-8",
        "abel_cohen/bilat_mig_40_countries.csv, orig, UTF-8",
        "cba_armenia/Remittances_Central_Asia_&_Caucase.csv, country_rus, UTF-8"
    })
    void everyPlaceInAPublishersFileIsKnown(String file, String column, Charset charset) throws IOException {
        assertEveryOneIsKnown(column(Shared.file("data", file.split("/")), column, charset));
    }

    @Test
    void ofThe266RowsOfTheWorldBank216AreCountries() throws IOException {
        Path file = Shared.file("data", "worldbank", "API_BM.TRF.PWKR.CD.DT_DS2_en_csv_v2_3012027.csv");
        Set<String> codes = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        Files.readAllLines(file, StandardCharsets.UTF_8).stream().skip(5).forEach(line -> {
            String[] cells = line.substring(1).split("\",\"", 3);
            names.add(cells[0]);
            codes.add(cells[1]);
        });
        assertEquals(266, codes.size());
        assertEveryOneIsKnown(codes);
        assertEveryOneIsKnown(names);
        assertThat(codes.stream().filter(code -> Country.find(code).isPresent()))
                .hasSize(216);
    }

    @Test
    void theCodesOfUnhcrAreNoAliases() throws IOException {
        for (NamedCsvRecord row :
                rows(Shared.file("data", "regional_derived", "refugees_countries_codes.csv"), StandardCharsets.UTF_8)) {
            Optional<Country> byOwnCode = Country.find(row.getField("unhcr_code"));
            Optional<Country> byIso = Country.find(row.getField("iso_code"));
            boolean iso = byOwnCode.stream().anyMatch(country -> country.iso3().equals(row.getField("unhcr_code")));
            assertThat(byOwnCode.isEmpty() || byOwnCode.equals(byIso) || iso)
                    .as("%s", row)
                    .isTrue();
        }
    }

    private static void assertEveryOneIsKnown(Set<String> names) {
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Country.find(name).isPresent()
                                ^ Aggregate.find(name).isPresent())
                        .as("'%s'", name)
                        .isTrue());
    }

    private static Set<String> column(Path file, String column, Charset charset) throws IOException {
        Set<String> names = new TreeSet<>();
        rows(file, charset).forEach(row -> names.add(row.getField(column)));
        names.remove("");
        return names;
    }

    private static Iterable<NamedCsvRecord> rows(Path file, Charset charset) throws IOException {
        String text = Files.readString(file, charset);
        return CsvReader.builder().ofNamedCsvRecord(text.startsWith("\ufeff") ? text.substring(1) : text);
    }
}
