package org.migrationimpact.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The worksheets of an XLSX, which the guard has looked at. */
final class XlsxSheets implements Sheets {

    private final ReadableWorkbook book;

    private XlsxSheets(ReadableWorkbook book) {
        this.book = book;
    }

    static XlsxSheets open(InputFile file) throws IOException {
        byte[] bytes = WorkbookGuard.check(file);
        return new XlsxSheets(new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true)));
    }

    @Override
    public List<String> names() {
        return book.getSheets().map(Sheet::getName).toList();
    }

    @Override
    public Stream<Row> rows(String name) throws IOException {
        Sheet sheet = book.getSheets()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return sheet.openStream().map(row -> new Row(row.getRowNum(), cells(row), uncomputed(row)));
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        return IntStream.range(0, Math.min(row.getCellCount(), Limits.COLUMNS + 1))
                .mapToObj(i -> CellText.of(row.getCell(i)).strip())
                .toList();
    }

    private static int uncomputed(org.dhatim.fastexcel.reader.Row row) {
        return 1
                + IntStream.range(0, Math.min(row.getCellCount(), Limits.COLUMNS + 1))
                        .filter(i -> isUncomputed(row.getCell(i)))
                        .findFirst()
                        .orElse(-1);
    }

    private static boolean isUncomputed(@Nullable Cell cell) {
        return cell != null && cell.getType() == CellType.FORMULA && cell.getValue() == null;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
