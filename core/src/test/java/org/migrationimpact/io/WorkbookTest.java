package org.migrationimpact.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.migrationimpact.table.Given.refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Observations;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Rows;
import org.migrationimpact.table.WorkbookBytes;
import org.migrationimpact.table.WorkbookBytes.Date;
import org.migrationimpact.table.WorkbookBytes.Raw;

class WorkbookTest {

    private static final List<Object> HEADER = List.of("geo", "time", "value");

    private static InputFile file(WorkbookBytes book) {
        return Given.bytes("b.xlsx", book.bytes());
    }

    private static InputFile one(List<List<Object>> rows) {
        return file(new WorkbookBytes().sheet("Data", rows));
    }

    private static Observations read(List<List<Object>> rows) {
        return Tidy.columns().dimensions("geo").read(one(rows));
    }

    @Test
    void textsNumbersDatesAndEmptyCellsAreReadAsACsvWouldHaveThem() {
        Observations read = read(List.of(
                List.of("# source: Someone"),
                List.of("A title above the table"),
                HEADER,
                List.of("NA", new Date(42_370), 0.1),
                List.of("004", new Date(42_736), ""),
                List.of("", "", ""),
                List.of("B", new Date(42_736), "12 b")));
        assertEquals(List.of("NA", "004", "B"), read.codes("geo"));
        assertEquals("[2016, 2017]", read.periods().toString());
        assertEquals(0.1, read.get(0).value());
        assertEquals(5, read.get(1).line());
        assertEquals("[NOT_AVAILABLE]", read.get(1).flags().toString());
        assertEquals(12, read.get(2).value());
        assertEquals("Someone", read.source().title());
        assertEquals("4 rows read, 3 used; 1 without any content", read.audit().toString());
    }

    @Test
    void formulasTruthsAndErrorsAreTheirText() {
        Rows rows = Rows.read(one(List.of(
                List.of("a", "b", "c"),
                List.of(
                        new Raw("<c r=\"A2\"><f>1+1</f><v>2</v></c>"),
                        new Raw("<c r=\"B2\" t=\"b\"><v>1</v></c>"),
                        new Raw("<c r=\"C2\" t=\"e\"><v>#N/A</v></c>")))));
        assertEquals("2", rows.text(0, "a"));
        assertEquals("TRUE", rows.text(0, "b"));
        assertEquals("#N/A", rows.text(0, "c"));
    }

    @Test
    void theSheetIsTheNamedOneOrTheFirstWithTheColumns() {
        WorkbookBytes book = new WorkbookBytes()
                .sheet("Notes", List.of(List.of("prose"), List.of("more", "prose")))
                .sheet("One", List.of(HEADER, List.of("A", 2015, 1)))
                .sheet("Two", List.of(HEADER, List.of("A", 2015, 2)));
        Tidy tidy = Tidy.columns().dimensions("geo");
        assertEquals(1, tidy.read(file(book)).get(0).value());
        assertEquals(2, tidy.sheet("Two").read(file(book)).get(0).value());
        assertEquals(
                "E-XLSX-002 b.xlsx: the workbook has no sheet named 'Three'; its sheets are Notes, One, Two; name the sheet, or the columns"
                        + " as they stand in it",
                refusal(() -> tidy.sheet("Three").read(file(book))));
        assertEquals(
                "E-XLSX-002 b.xlsx: the workbook has no sheet with the columns time, x; its sheets are Notes, One, Two; name the sheet, or"
                        + " the columns as they stand in it",
                refusal(() -> Tidy.columns().value("x").read(file(book))));
        assertThat(refusal(() -> Tidy.columns().value("x").sheet("One").read(file(book))))
                .startsWith("E-ROWS-006");
    }

    @Test
    void gzipOfAWorkbookIsAWorkbook() {
        byte[] book = new WorkbookBytes()
                .sheet("Data", List.of(HEADER, List.of("A", 2015, 1)))
                .bytes();
        assertEquals(
                1,
                Tidy.columns().read(Given.bytes("b.xlsx.gz", Given.gzip(book))).size());
    }

    @Test
    void aDamagedWorkbookIsRefusedInOneLine() {
        byte[] book = new WorkbookBytes()
                .sheet("Data", List.of(HEADER, List.of("A", 2015, 1)))
                .bytes();
        assertThat(refusal(() -> Rows.read(Given.bytes("b.xlsx", java.util.Arrays.copyOf(book, book.length / 2)))))
                .matches("E-(XLSX|FILE)-\\d{3} b\\.xlsx: the .*");
    }

    @Test
    void anEntityIsNotExpandedAndAnAddressOutsideOfAnySheetIsRefused() {
        InputFile entity = one(
                List.of(HEADER, List.of(new Raw("<c r=\"A2\" t=\"inlineStr\"><is><t>&xxe;</t></is></c>"), 2015, 1)));
        assertThat(refusal(() -> Rows.read(entity)))
                .startsWith("E-XLSX-001 b.xlsx: the workbook is damaged or is no XLSX");
        InputFile address = one(List.of(HEADER, List.of(new Raw("<c r=\"ZZZZZZZ2\"><v>1</v></c>"))));
        assertEquals(
                "E-XLSX-003 b.xlsx: the workbook has a cell in a column that no worksheet has; save the one sheet you need as CSV",
                refusal(() -> Rows.read(address)));
    }

    @Test
    void filesThatExpandOutOfProportionAreRefused() {
        byte[] zeros = new byte[40 << 20];
        assertThat(refusal(() -> Rows.read(Given.bytes("bomb.gz", Given.gzip(zeros)))))
                .startsWith("E-TEXT-003");
        java.util.Arrays.fill(zeros, (byte) '\n');
        assertThat(refusal(() -> Rows.read(Given.bytes("bomb.gz", Given.gzip(zeros)))))
                .startsWith("E-ROWS-009");
        java.util.Arrays.fill(zeros, (byte) 'a');
        zeros[0] = '\n';
        assertThat(refusal(() -> Rows.read(Given.bytes("bomb.gz", Given.gzip(zeros)))))
                .matches("E-(FILE-006|ROWS-004|ROWS-003) .*");
        List<List<Object>> rows = new ArrayList<>(List.of(HEADER));
        rows.addAll(Collections.nCopies(1, List.of("x".repeat(30 << 20), 2015, 1)));
        assertThat(refusal(() -> Rows.read(one(rows))))
                .startsWith("E-FILE-006 b.xlsx: the compressed file of ")
                .endsWith("times its size; unpack it yourself if you trust it, and filter or split it");
    }

    @Test
    void aWorkbookWhoseSheetExpandsOutOfAllProportionIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }
        assertThat(refusal(() -> Rows.read(Given.bytes("bomb.xlsx", bytes.toByteArray()))))
                .startsWith("E-FILE-006 bomb.xlsx: the compressed file of ");
    }
}
