package org.migrationimpact.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.InputException;

/** The worksheets of a workbook of Excel 97 to 2003, at most 65,536 rows of 256 columns each. Formulas give the value that was stored. */
final class XlsSheets implements Sheets {

    private final HSSFWorkbook book;

    private XlsSheets(HSSFWorkbook book) {
        this.book = book;
    }

    /**
     * Opens the workbook.
     *
     * @throws InputException E-XLS-001 where it has a password, E-XLS-002 where it is older than Excel 97, E-XLS-003 where it is too large
     */
    static XlsSheets open(InputFile file) throws IOException {
        if (file.bytes() > Limits.XLS_BYTES) {
            throw InputException.in(
                    "E-XLS-003",
                    file.name(),
                    "the workbook has " + file.bytes() + " bytes; of the old format " + Limits.XLS_BYTES
                            + " are read at most: save it as .xlsx, or the one sheet you need as CSV");
        }
        try (InputStream content = file.content()) {
            return new XlsSheets(new HSSFWorkbook(new ByteArrayInputStream(content.readAllBytes())));
        } catch (EncryptedDocumentException locked) {
            throw InputException.in(
                    "E-XLS-001", file.name(), "the workbook has a password; save it without one, as .xlsx or CSV");
        } catch (OldFileFormatException older) {
            throw InputException.in(
                    "E-XLS-002", file.name(), "the workbook is older than Excel 97; save it as .xlsx, or as CSV");
        }
    }

    @Override
    public List<String> names() {
        return IntStream.range(0, book.getNumberOfSheets())
                .mapToObj(book::getSheetName)
                .toList();
    }

    @Override
    public Stream<Row> rows(String name) {
        return StreamSupport.stream(book.getSheet(name).spliterator(), false)
                .map(row -> new Row(row.getRowNum() + 1, cells(row), 0));
    }

    private static List<String> cells(org.apache.poi.ss.usermodel.Row row) {
        return IntStream.range(0, Math.max(0, row.getLastCellNum()))
                .mapToObj(i -> text(row.getCell(i)).strip())
                .toList();
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell);
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    private static String number(Cell cell) {
        if (CellText.isDateFormat(cell.getCellStyle().getDataFormatString())) {
            LocalDateTime date = cell.getLocalDateTimeCellValue();
            return CellText.date(date);
        }
        double value = cell.getNumericCellValue();
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
