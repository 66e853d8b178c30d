package org.migrationimpact.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Shared;
import org.migrationimpact.data.ImpactException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Rows;

/** Workbooks of Excel 97 to 2003. */
class XlsTest {

    private static HSSFWorkbook workbook() {
        HSSFWorkbook book = new HSSFWorkbook();
        CellStyle day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        Sheet sheet = book.createSheet("Data");
        Row head = sheet.createRow(0);
        String[] names = {"month", "origin", "persons", "share", "known"};
        for (int i = 0; i < names.length; i++) {
            head.createCell(i).setCellValue(names[i]);
        }
        for (int r = 1; r <= 3; r++) {
            Row row = sheet.createRow(r);
            row.createCell(0).setCellValue(LocalDate.of(2015, r, 1));
            row.getCell(0).setCellStyle(day);
            row.createCell(1).setCellValue(" AL ");
            row.createCell(2).setCellValue(100.0 * r);
            row.createCell(3).setCellValue(r / 3.0);
            row.createCell(4).setCellValue(r == 1);
        }
        return book;
    }

    private static InputFile file(HSSFWorkbook book) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            book.write(bytes);
            return Given.bytes("a.xls", bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cellsAreTheTextThatACsvWouldHave() {
        Rows rows = Rows.read(file(workbook()));
        assertEquals("2015-01-01", rows.text(0, "month"));
        assertEquals("AL", rows.text(0, "origin"));
        assertEquals("100", rows.text(0, "persons"));
        assertEquals("0.3333333333333333", rows.text(0, "share"));
        assertEquals("1", rows.text(2, "share"));
        assertEquals("TRUE", rows.text(0, "known"));
    }

    @Test
    void observationsAreThoseOfTheCells() {
        Observations read = Tidy.columns()
                .time("month")
                .value("persons")
                .dimensions("origin")
                .read(file(workbook()));
        assertEquals("[100.0, 200.0, 300.0]", Arrays.toString(read.series().values()));
    }

    @Test
    void aFormulaGivesTheValueThatWasStoredAndAnErrorIsNoNumber() {
        HSSFWorkbook book = workbook();
        Row row = book.getSheetAt(0).getRow(2);
        row.createCell(2, CellType.FORMULA).setCellFormula("C2*7");
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        assertEquals("700", Rows.read(file(book)).text(1, "persons"));
        row.createCell(2).setCellErrorValue(FormulaError.DIV0.getCode());
        Refusal.of(
                InputException.class,
                "E-CELL-001 a.xls:3:3: '#DIV/0!' is no number; write digits with a decimal point, or leave the cell empty (or NA, NaN, :, .., .) where there is no figure, * or c where it is suppressed",
                () -> Tidy.columns()
                        .time("month")
                        .value("persons")
                        .dimensions("origin")
                        .read(file(book)));
    }

    @Test
    void aPasswordIsAskedToBeRemoved() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        InputFile locked;
        try {
            locked = file(workbook());
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        Refusal.of(
                InputException.class,
                "E-XLS-001 a.xls: the workbook has a password; save it without one, as .xlsx or CSV",
                () -> Rows.read(locked));
    }

    @Test
    void anotherCompoundFileIsNoWorkbook() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            files.createDocument(new ByteArrayInputStream(new byte[5000]), "WordDocument");
            files.writeFilesystem(bytes);
            InputFile word = Given.bytes("a.doc", bytes.toByteArray());
            Refusal.of(
                    InputException.class,
                    "E-XLSX-001 a.doc: the workbook is damaged or is none (IllegalArgumentException); open it in a spreadsheet program and save it again as .xlsx, or as CSV",
                    () -> Rows.read(word));
        }
    }

    @Test
    void whatIsTooLargeIsRefused() {
        byte[] bytes = new byte[(32 << 20) + 1];
        byte[] begin = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
        System.arraycopy(begin, 0, bytes, 0, 4);
        InputFile large = Given.bytes("a.xls", bytes);
        Refusal.of(
                InputException.class,
                "E-XLS-003 a.xls: the workbook has 33554433 bytes; of the old format 33554432 are read at most: save it as .xlsx, or the one sheet you need as CSV",
                () -> Rows.read(large));
    }

    @Test
    void damagedWorkbooksAreRefusedOrReadAndNothingElse() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        workbook().write(whole);
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] bytes = whole.toByteArray();
            if (i % 3 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                for (int k = 0; k < 1 + i % 20; k++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
            InputFile damaged = Given.bytes("a.xls", bytes);
            try {
                Rows.read(damaged);
            } catch (ImpactException refusal) {
                refused++;
            }
        }
        assertTrue(refused > 100, "refused " + refused);
    }

    @Test
    void theWorldBanksDownloadIsReadAsItsCsvIs() {
        Observations read = WorldBank.read(Shared.file("data", "worldbank/remittance_percentgdp.xls"));
        assertEquals(264, read.codes("country").size());
        assertEquals(15_840, read.audit().read());
        assertEquals("2019-12-20", read.source().vintage());
    }
}
