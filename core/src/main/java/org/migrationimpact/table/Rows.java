package org.migrationimpact.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Source;

/**
 * A table as it stands in a file: a header and rows of texts, nothing interpreted. Read it once, and draw several observations
 * from it: the outcome, its covariates, a weight.
 *
 * <p>Blanks around a cell are not part of it. Rows in which every cell is empty are counted as {@link #blank()} and left out.
 */
public final class Rows {

    private final InputFile file;
    private final Preamble preamble;
    private final List<String> header;
    private final List<CellColumn> columns;
    private final int[] lines;
    private final int blank;
    private final int above;
    private final int headerLine;

    Rows(
            InputFile file,
            Preamble preamble,
            List<String> header,
            List<CellColumn> columns,
            int[] lines,
            RowsBuilder.Left left) {
        this.file = file;
        this.preamble = preamble;
        this.header = header;
        this.columns = columns;
        this.lines = lines;
        this.blank = left.blank();
        this.above = left.above();
        this.headerLine = left.headerLine();
    }

    /** The table in a CSV, TSV or XLSX file, or a gzip of one; of a workbook the first sheet that has a table. */
    public static Rows read(Path path) {
        return read(InputFile.of(path));
    }

    /** The table in a file; of a workbook the first sheet that has a table. */
    public static Rows read(InputFile file) {
        return read(file, SheetChoice.FIRST);
    }

    /** The table of a text whose header is the first row like this; the rows above it are counted as {@link #above()}. */
    public static Rows below(InputFile file, Predicate<List<String>> isHeader) {
        FileKind.requireTable(file);
        RowsBuilder rows = new RowsBuilder(file);
        HeaderSearch search = new HeaderSearch(rows, isHeader);
        Preamble preamble = Delimited.read(file, search);
        search.finish();
        return rows.above(search.above()).build(preamble);
    }

    /** The table in a file; of a workbook the sheet that is chosen. */
    public static Rows read(InputFile file, SheetChoice sheet) {
        return read(file, StandardCharsets.UTF_8, sheet);
    }

    /** The table in a text of which the charset is known. */
    public static Rows read(InputFile file, Charset charset) {
        return read(file, charset, SheetChoice.FIRST);
    }

    private static Rows read(InputFile file, Charset charset, SheetChoice sheet) {
        boolean workbook = FileKind.requireTable(file) == FileKind.WORKBOOK;
        RowsBuilder rows = new RowsBuilder(file);
        return rows.build(workbook ? Workbook.read(file, sheet, rows) : Delimited.read(file, charset, rows));
    }

    /** The names of the columns, in order; a column may have an empty name, then it cannot be asked for. */
    public List<String> header() {
        return header;
    }

    /** The number of rows, blank ones not counted. */
    public int size() {
        return lines.length;
    }

    /** The number of rows without any content, which are left out. */
    public int blank() {
        return blank;
    }

    /** The number of rows above the header. */
    public int above() {
        return above;
    }

    /** The line of the text, or the row of the worksheet, of the header. */
    public int headerLine() {
        return headerLine;
    }

    /** The line of the text, or the row of the worksheet, in which this row stands; from 1. */
    public int line(int row) {
        return lines[row];
    }

    /**
     * The text of a cell.
     *
     * @param row from 0
     * @throws InputException E-ROWS-006 where there is no such column; the message lists those that there are
     */
    public String text(int row, String column) {
        return column(column).text(row);
    }

    /**
     * The different texts of a column, in order of appearance.
     *
     * @throws InputException as {@link #text} does
     */
    public List<String> texts(String column) {
        return column(column).coded().dictionary();
    }

    /**
     * The column of this name.
     *
     * @throws InputException as {@link #text} does
     */
    public CellColumn column(String name) {
        return columns.get(position(name) - 1);
    }

    /** The column with this number, from 0; also one without a name. */
    public CellColumn column(int index) {
        return columns.get(index);
    }

    /**
     * The number of a column, from 1.
     *
     * @throws InputException as {@link #text} does
     */
    public int position(String name) {
        int at = name.isEmpty() ? -1 : header.indexOf(name);
        if (at < 0) {
            throw InputException.in(
                    "E-ROWS-006",
                    file.name(),
                    "there is no column '" + name + "'; the columns are " + Names.some(header));
        }
        return at + 1;
    }

    /**
     * Where a cell stands.
     *
     * @throws InputException as {@link #text} does
     */
    public Place place(int row, String column) {
        return new Place(file.name(), lines[row], position(column));
    }

    /** The file. */
    public InputFile file() {
        return file;
    }

    /** What the comment lines before the header say. */
    public Preamble preamble() {
        return preamble;
    }

    /** Where the table comes from, as far as its own comment lines say. */
    public Source source() {
        return file.source(preamble.get("source"), preamble.get("vintage"), preamble.get("terms"));
    }

    /** Every row used; the blank ones and those above the header counted. */
    public SampleAudit audit() {
        return audit(size());
    }

    /** The same for a table whose rows made so many observations. */
    public SampleAudit audit(int observations) {
        return new SampleAudit(
                observations + blank + above,
                observations,
                List.of(
                        new SampleAudit.Dropped("above the header", above),
                        new SampleAudit.Dropped("without any content", blank)));
    }

    @Override
    public String toString() {
        return file.name() + ", " + size() + " rows: " + Names.some(header);
    }
}
