package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;
import static org.migrationimpact.table.Given.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Shared;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Rows;

class TidyTest {

    private static final Tidy GEO = Tidy.columns().dimensions("geo");

    private static Observation only(String cell) {
        return Tidy.columns().read(text("time;value\n2015;" + cell + "\n")).get(0);
    }

    @Test
    void readsTheRegionalTableWithAllItsRows() {
        Observations wdi = Tidy.columns()
                .time("t")
                .value("v")
                .dimensions("geo", "var")
                .read(Shared.file("data", "iom_gdidata", "wdi_selected.csv"));
        assertEquals(55_628, wdi.size());
        assertEquals(7, wdi.codes("var").size());
        assertThat(wdi.duplicates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void theDelimiterIsTakenFromTheHeader(String delimiter) {
        String table = "geo,time,value\nNA,2015,1.5\n\"a, b; c\td\",2016,2\n".replace(",", delimiter);
        Observations read = GEO.read(text(table.replace("a" + delimiter, "a,")));
        assertEquals(List.of("NA", "a, b; c\td"), read.codes("geo"));
        assertEquals(1.5, read.get(0).value());
    }

    @Test
    void namibiaIsACodeAndNotAMissingValue() {
        Observations read = GEO.read(text("geo,time,value\nNA,2015,NA\nNA,2016,3\n"));
        assertEquals(List.of("NA"), read.codes("geo"));
        assertEquals(Set.of(Flag.NOT_AVAILABLE), read.get(0).flags());
        assertEquals(3, read.get(1).value());
    }

    @ParameterizedTest
    @CsvSource({
        "'',NOT_AVAILABLE",
        "NA,NOT_AVAILABLE",
        "NaN,NOT_AVAILABLE",
        ":,NOT_AVAILABLE",
        "..,NOT_AVAILABLE",
        "#N/A,NOT_AVAILABLE",
        ".,NOT_AVAILABLE",
        "*,SUPPRESSED",
        "c,SUPPRESSED",
        ": c,SUPPRESSED",
        ": z,NOT_APPLICABLE"
    })
    void theReasonForAMissingValueIsKept(String cell, Flag reason) {
        assertEquals(Double.NaN, only(cell).value());
        assertEquals(Set.of(reason), only(cell).flags());
    }

    @Test
    void flagsStandBehindTheNumberOrTheColon() {
        assertEquals(123, only("123 be").value());
        assertEquals(Set.of(Flag.BREAK, Flag.ESTIMATED), only("123 be").flags());
        assertEquals(
                Set.of(Flag.NOT_AVAILABLE, Flag.LOW_RELIABILITY), only(": u").flags());
        assertEquals(Set.of(Flag.NOT_AVAILABLE, Flag.BREAK), only(":b").flags());
    }

    @Test
    void flagsStandInColumnsOfTheirOwn() {
        Observations read = Tidy.columns()
                .time("TIME_PERIOD")
                .value("OBS_VALUE")
                .flags("OBS_FLAG")
                .confidentiality("CONF_STATUS")
                .read(
                        text(
                                "TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS\n2015,1,p,\n2016,,c,\n2017,,,C\n2018,,NA,N\n2019,,,\n"));
        assertEquals(
                List.of(
                        Set.of(Flag.PROVISIONAL),
                        Set.of(Flag.SUPPRESSED),
                        Set.of(Flag.SUPPRESSED),
                        Set.of(Flag.NOT_FOR_PUBLICATION),
                        Set.of(Flag.NOT_AVAILABLE)),
                read.stream().map(Observation::flags).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1e308,1e308",
        "-0.5,-0.5",
        "+3,3",
        ".5,0.5",
        "5.,5",
        "1E-3,0.001",
        "0.1,0.1",
        "12345678901234567890,12345678901234567890",
        "9007199254740993,9007199254740993",
        "0.30000000000000004,0.30000000000000004"
    })
    void numbersAreRoundedAsJavaRoundsThem(String cell, String number) {
        assertEquals(Double.parseDouble(number), only(cell).value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.5|has commas between thousands; write 1234.5",
                "1.234,5|has points between thousands and a decimal comma; write 1234.5",
                "1,234|may be thousands with commas or a decimal comma; write 1234 or 1.234",
                "12,5|has a decimal comma; write 12.5",
                "18 715|has blanks or apostrophes between thousands; write the digits without them",
                "Inf|is infinite or too large for a double; a finite number is needed",
                "-Infinity|is infinite or too large for a double; a finite number is needed",
                "1e309|is infinite or too large for a double; a finite number is needed",
                "0x1F|is hexadecimal; write it in decimal digits",
                "12%|has a percent sign; leave it out and say so in the unit",
                "1d|is no number; write digits with a decimal point, or leave the cell empty (or NA, NaN, :, .., .) where there is no figure,"
                        + " * or c where it is suppressed",
            })
    void whatIsNoNumberIsRefusedAndNeverGuessed(String cell, String fault) {
        assertEquals("E-CELL-001 t.csv:2:2: '" + cell + "' " + fault, refusal(() -> only(cell)));
    }

    @Test
    void anUnknownFlagIsRefusedWhereItStands() {
        assertEquals(
                "E-FLAG-001 t.csv:3:3: 'x' in 'x' is no flag; known are b c d e f i m n p r s u z : *",
                refusal(() -> Tidy.columns().flags("f").read(text("time,value,f\n2015,1,b\n2016,1,x\n"))));
        assertEquals(
                "E-FLAG-002 t.csv:2:3: 'x' is no confidentiality status; known are C, N, P, S, F and empty",
                refusal(() -> Tidy.columns().confidentiality("f").read(text("time,value,f\n2015,1,x\n"))));
        assertEquals(
                "E-FLAG-001 t.csv:2:2: 'x' in 'x' is no flag; known are b c d e f i m n p r s u z : *",
                refusal(() -> only("12 x")));
    }

    @Test
    void commentLinesBeforeTheHeaderBecomeTheSource() {
        Observations read = Tidy.columns()
                .read(
                        text(
                                "# source: Someone\n#vintage: 2020-07-07\n\n# terms: free\n# unit: persons\n# prose\ntime,value\n2015,1\n"));
        assertEquals("Someone", read.source().title());
        assertEquals("2020-07-07", read.source().vintage());
        assertEquals("free", read.source().terms());
        assertEquals("t.csv", read.source().file());
        assertEquals("persons", read.unit());
        assertEquals(8, read.get(0).line());
    }

    @Test
    void aHashAfterTheHeaderIsData() {
        assertEquals(
                List.of("#1"), GEO.read(text("geo,time,value\n#1,2015,1\n")).codes("geo"));
    }

    @Test
    void lineEndsByteOrderMarkTrailingDelimitersAndBlankRowsDoNotMatter() {
        Observations plain = GEO.read(text("geo,time,value\nA,2015,1\nB,2015,2\n"));
        Observations odd = GEO.read(text("\ufeffgeo,time,value,\r\nA,2015,1,\r\n\r\n,,,\r\n\"B\",2015,2,\r\n\r\n"));
        assertEquals(
                plain.stream().map(Observation::codes).toList(),
                odd.stream().map(Observation::codes).toList());
        assertEquals("3 rows read, 2 used; 1 without any content", odd.audit().toString());
        assertEquals(5, odd.get(1).line());
    }

    @Test
    void gzipIsUnpackedAndTheHashIsThatOfTheFile() {
        byte[] packed = Given.gzip("time,value\n2015,1\n".getBytes(StandardCharsets.UTF_8));
        InputFile file = Given.bytes("t.csv.gz", packed);
        assertEquals(1, Tidy.columns().read(file).size());
        assertEquals(file.sha256(), Tidy.columns().read(file).source().sha256());
        assertThat(file.sha256()).isNotEqualTo(text("time,value\n2015,1\n").sha256());
    }

    @Test
    void theHashIsTheOneThatEveryToolPrints() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                text("abc").sha256());
    }

    @Test
    void severalQuantitiesComeFromOneReading(@TempDir Path folder) throws Exception {
        Path file =
                Files.writeString(folder.resolve("smoking.csv"), "state,year,sales,price\nX,1970,10,1\nX,1971,9,NA\n");
        Rows rows = Rows.read(file);
        Tidy tidy = Tidy.columns().time("year").dimensions("state");
        assertEquals(
                9,
                tidy.value("sales")
                        .unit("packs")
                        .read(rows)
                        .where("state", "X")
                        .series()
                        .at(Period.year(1971)));
        assertEquals(1, tidy.value("price").read(rows).get(1).flags().size());
        assertEquals("X", rows.text(0, "state"));
        assertEquals(List.of("1", "NA"), rows.texts("price"));
        assertEquals("smoking.csv, 2 rows: state, year, sales, price", rows.toString());
        assertEquals(
                "tidy table: time year, value price, dimensions state",
                tidy.value("price").toString());
    }

    @Test
    void withoutDimensionsAPeriodThatOccursTwiceGivesNoSeries() {
        Observations read = Tidy.columns().read(text("geo,time,value\nA,2015,1\nB,2015,2\n"));
        assertThat(refusal(read::series)).startsWith("E-OBS-006").contains("lines 2 and 3");
    }

    @Test
    void theReaderContractTakesPathsAndStreams(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.csv"), "time,value\n2015,1\n");
        ObservationsReader reader = Tidy.columns();
        try (var stream = Files.newInputStream(file)) {
            assertEquals(
                    reader.read(file).source(), reader.read("x.csv", stream).source());
        }
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        assertEquals(
                "E-FILE-005 t.csv: the file is empty; a table with a header line is needed", refusal(() -> text("")));
        assertEquals(
                "E-ROWS-005 t.csv: there is a header (time, value) but no row below it; a table with rows is needed",
                refusal(() -> Rows.read(text("time,value\n"))));
        assertEquals(
                "E-ROWS-005 t.csv: there is no header line; the first line must name the columns",
                refusal(() -> Rows.read(text("# only a comment\n"))));
        assertEquals(
                "E-ROWS-001 t.csv:1:3: the header names 'a' twice, in columns 1 and 3; rename one of them",
                refusal(() -> Rows.read(text("a,b,a\n1,2,3\n"))));
        assertEquals(
                "E-ROWS-002 t.csv:3: the row has 2 cells, the header has 3; mend the row: a delimiter may be missing, or stand in a"
                        + " cell without quotes",
                refusal(() -> Rows.read(text("a,b,c\n1,2,3\n1,2\n"))));
        assertEquals(
                "E-ROWS-002 t.csv:2: the row has at least 4 cells, the header has 3; mend the row: a delimiter may be missing, or stand"
                        + " in a cell without quotes",
                refusal(() -> Rows.read(text("a,b,c\n1,2,3,4\n"))));
        assertEquals(
                "E-ROWS-003 t.csv:3: the quotes of the row that begins here do not match; close them, and double a quote inside a"
                        + " quoted cell",
                refusal(() -> Rows.read(text("a,b\n1,2\n3,\"4\n5,6\n"))));
        assertEquals(
                "E-ROWS-006 t.csv: there is no column 'value'; the columns are a, time",
                refusal(() -> Tidy.columns().read(text("a,time\n1,2015\n"))));
        assertEquals(
                "E-ROWS-007 t.csv:3:1: the cell of 'geo' is empty; every row needs a code there (NA is one)",
                refusal(() -> GEO.read(text("geo,time,value\nA,2015,1\n ,2015,2\n"))));
        assertEquals(
                "E-ROWS-008 one column cannot be used twice: time [time], dimensions [time], value 'value'",
                refusal(() -> Tidy.columns().dimensions("time").read(text("time,value\n2015,1\n"))));
    }

    @Test
    void whatIsNoTextIsRefusedWithItsPlace() {
        assertEquals(
                "E-TEXT-001 t.csv:2:3: the byte 0xe3 is not UTF-8; save the file as UTF-8, it may be Windows-1252 or ISO-8859-1",
                refusal(() ->
                        Rows.read(Given.bytes("t.csv", "a,b\nS,\u00e3o\n".getBytes(StandardCharsets.ISO_8859_1)))));
        assertEquals(
                "E-TEXT-002 t.csv: the text is UTF-16; save it as UTF-8 (in Excel: 'CSV UTF-8')",
                refusal(() -> Rows.read(Given.bytes("t.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)))));
        assertEquals(
                "E-TEXT-003 t.csv:2:2: there is a NUL byte, so this is no text; a UTF-8 text is needed",
                refusal(() -> Rows.read(text("a,b\n1\0,2\n"))));
    }

    @Test
    void charactersOutsideTheBasicPlaneAndLongTablesPassUnharmed() {
        StringBuilder table = new StringBuilder("geo,time,value\n");
        for (int i = 0; i < 20_000; i++) {
            table.append("\ud83c\uddf3\ud83c\udde6 ")
                    .append(i % 7)
                    .append(",2015,")
                    .append(i)
                    .append('\n');
        }
        Observations read = GEO.read(text(table.toString()));
        assertEquals(20_000, read.size());
        assertEquals("\ud83c\uddf3\ud83c\udde6 0", read.codes("geo").get(0));
        assertEquals(19_999, read.get(19_999).value());
    }

    @Test
    void limitsAreRefusedWithTheirNumber() {
        assertEquals(
                "E-ROWS-004 t.csv:2: the table has more than 32767 characters in a cell, which is the limit; filter or split it",
                refusal(() -> Rows.read(text("a,b\n" + "x".repeat(32_768) + ",1\n"))));
        assertEquals(
                "E-ROWS-004 t.csv:1: the table has more than 16384 columns, which is the limit; filter or split it",
                refusal(() -> Rows.read(text("a,".repeat(16_384) + "b\n1\n"))));
        assertEquals(
                "E-ROWS-009 t.csv:131072: the comment lines before the header have more than 262144 characters; shorten them",
                refusal(() -> Rows.read(text("#\n".repeat(200_000) + "a,b\n"))));
    }
}
