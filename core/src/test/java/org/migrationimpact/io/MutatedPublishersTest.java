package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.WorkbookBytes;

/** Publishers' layouts cut off, or changed at random by bytes or by cells, are read or refused; nothing else ever comes out. */
class MutatedPublishersTest {

    private static final int TIMES = 400;
    private static final String LETTERS = "\"{}[]:,0159.-e\n";
    private static final List<Object> CELLS =
            List.of("", "..", "-", "x", "World", "2019e", 2019, 1e308, -5, "Total", "(thousand USD)", "1,5", "Albania");

    private static final String DATABANK = """
            Country Name,Country Code,Series Name,Series Code,2011Q1 [YR2011Q1],2011Q3 [YR2011Q3]
            Russian Federation,RUS,Cost (%),A.B,2.5,..
            ,,,,,
            Last Updated: 12/07/2020,,,,,
            """;
    private static final String REPLY = """
            [{"page":1,"pages":1,"per_page":"50","total":1,"lastupdated":"2020-03-18"},
            [{"indicator":{"id":"A.B","value":"Cost (%)"},"country":{"id":"1A"},"countryiso3code":"ARB","date":"2013","value":1.5}]]
            """;
    private static final String DATASET = """
            {"version":"2.0","class":"dataset","label":"L","value":{"0":1,"3":0.5},"status":{"1":":","3":"bp"},
            "id":["geo","time"],"size":[2,2],"dimension":{"geo":{"category":{"index":{"EL":0,"UK":1}}},
            "time":{"category":{"index":["2013","2014"]}}}}
            """;

    private static int answers(Supplier<Object> reading) {
        try {
            assertThat(reading.get()).isNotNull();
        } catch (ImpactException refusal) {
            assertThat(refusal.line()).matches("(?s)E-[A-Z]+-\\d{3} \\S.*");
        }
        return 1;
    }

    private static void readOrRefuse(String text, long seed, ObservationsReader reader) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int answers = 0;
        for (int i = 0; i < TIMES; i++) {
            byte[] mutated =
                    random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(1, bytes.length)) : bytes.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutated[random.nextInt(mutated.length)] = (byte)
                        (random.nextBoolean() ? random.nextInt(256) : LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            InputFile file = Given.bytes("m", mutated);
            answers += answers(() -> reader.read(file))
                    + answers(() -> Inspection.of(file).toString());
        }
        assertEquals(2 * TIMES, answers);
    }

    private static void readOrRefuse(List<List<Object>> table, long seed, ObservationsReader reader) {
        SplittableRandom random = new SplittableRandom(seed);
        int answers = 0;
        for (int i = 0; i < TIMES / 4; i++) {
            List<List<Object>> rows = new ArrayList<>();
            table.forEach(row -> rows.add(new ArrayList<>(row)));
            for (int change = random.nextInt(4); change >= 0; change--) {
                mutate(rows, random);
            }
            InputFile file =
                    Given.bytes("m", new WorkbookBytes().sheet("Table 1", rows).bytes());
            answers += answers(() -> reader.read(file))
                    + answers(() -> Inspection.of(file).toString());
        }
        assertEquals(TIMES / 2, answers);
    }

    private static void mutate(List<List<Object>> rows, SplittableRandom random) {
        List<Object> row = rows.get(random.nextInt(rows.size()));
        switch (random.nextInt(4)) {
            case 0 -> row.clear();
            case 1 -> Collections.swap(rows, random.nextInt(rows.size()), random.nextInt(rows.size()));
            case 2 -> row.add(CELLS.get(random.nextInt(CELLS.size())));
            default -> {
                if (!row.isEmpty()) {
                    row.set(random.nextInt(row.size()), CELLS.get(random.nextInt(CELLS.size())));
                }
            }
        }
    }

    @Test
    void dataBankTables() {
        readOrRefuse(DATABANK, 1, DataBank::read);
    }

    @Test
    void repliesOfTheWorldBank() {
        readOrRefuse(REPLY, 2, WorldBankJson::read);
    }

    @Test
    void jsonStat() {
        readOrRefuse(DATASET, 3, JsonStat::read);
    }

    @Test
    void workbooksOfTheWorldBank() {
        readOrRefuse(
                List.of(
                        List.of("Data Source", "World Development Indicators"),
                        List.of("Last Updated Date", "2021-09-15"),
                        List.of(),
                        List.of("Country Name", "Country Code", "Indicator Name", "Indicator Code", "2019", "2020"),
                        List.of("Namibia", "NAM", "Remittances (US$)", "BM.TRF", "", 1.5)),
                4,
                WorldBank::read);
    }

    @Test
    void remittanceFlows() {
        readOrRefuse(
                List.of(
                        List.of("Remittance inflows (US$ million)", "2018", "2019e", "% of GDP"),
                        List.of("Albania", 1, 2, 3),
                        List.of("World", 1, ".."),
                        List.of(),
                        List.of("Date: April 2020")),
                5,
                KnomadFlows::read);
    }

    @Test
    void bilateralMatrices() {
        readOrRefuse(
                List.of(
                        List.of("Bilateral Remittance Estimates for 2017 (millions of US$)"),
                        List.of("receiving (across) / sending (down)", "Albania", "Armenia", "WORLD"),
                        List.of("Albania", 0, 1, "-"),
                        List.of("WORLD", 1, 2, 3),
                        List.of(),
                        List.of("Notes:")),
                6,
                KnomadMatrix::read);
    }

    @Test
    void migrantStocks() {
        String stock = "International migrant stock at mid-year ";
        readOrRefuse(
                List.of(
                        List.of(
                                "Country or area",
                                "Notes",
                                "Code",
                                "Type of data",
                                stock + "(both sexes)",
                                stock + "(male)"),
                        List.of("", "", "", "", 2015, 2015),
                        List.of("WORLD", "", 900, "", 10, 5),
                        List.of("Albania", 1, 8, "I", "..", 5)),
                7,
                UnMigrantStock::read);
    }

    @Test
    void moneyTransfers() {
        readOrRefuse(
                List.of(
                        List.of("Total money transfers of individuals in USD"),
                        List.of("(thousand USD)", 2013),
                        List.of("", "January", "", "of which non-commercial"),
                        List.of("", "Inflow", "Outflow", "Inflow"),
                        List.of("USA", 1, 2, 3),
                        List.of("Total", 1, 2, 3)),
                8,
                ArmeniaTransfers::read);
    }
}
