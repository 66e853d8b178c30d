package org.migrationimpact.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One of the library's own tables: CSV in UTF-8, comma, {@code #} for comment lines, exactly the columns asked for. Read strictly: a
 * column too many or too few, or a row of another length, is refused with its line.
 */
public final class ResourceTable {

    private ResourceTable() {}

    /** One row. A cell is the text as written; an empty cell is the empty text. */
    public static final class Row {
        private final String table;
        private final NamedCsvRecord cells;

        private Row(String table, NamedCsvRecord cells) {
            this.table = table;
            this.cells = cells;
        }

        /** The text in a column. */
        public String text(String column) {
            return cells.getField(column);
        }

        /** The non-empty parts of a cell, stripped, in their order. */
        public List<String> list(String column, char separator) {
            return Arrays.stream(text(column).split(Pattern.quote(String.valueOf(separator)), -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        /** A refusal that names the table and the line of this row. */
        public InputException refusal(String code, String message) {
            return InputException.in(code, table, cells.getStartingLineNumber(), message);
        }
    }

    /**
     * The rows of a table that lies beside the class.
     *
     * @throws InputException E-TABLE-001 if the columns are others, E-TABLE-002 if a row has another length
     */
    public static List<Row> read(Class<?> owner, String name, String... columns) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the table " + name + " is missing beside " + owner.getName());
            }
            return parse(name, new InputStreamReader(stream, StandardCharsets.UTF_8), columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Row> parse(String name, Reader reader, String... columns) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records =
                CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord row : records) {
                requireColumns(name, row, columns);
                rows.add(ofWholeLength(new Row(name, row)));
            }
        } catch (CsvParseException e) {
            throw InputException.in("E-TABLE-002", name, "a row has another length: " + e.getMessage());
        }
        return List.copyOf(rows);
    }

    private static void requireColumns(String name, NamedCsvRecord row, String... columns) {
        if (!row.getHeader().equals(List.of(columns))) {
            throw InputException.in(
                    "E-TABLE-001",
                    name,
                    "the columns are " + row.getHeader() + "; needed are exactly " + List.of(columns)
                            + ", in this order");
        }
    }

    private static Row ofWholeLength(Row row) {
        int found = row.cells.getFieldCount();
        int needed = row.cells.getHeader().size();
        if (found != needed) {
            throw row.refusal(
                    "E-TABLE-002", "a row has another length: " + found + " cells under a header of " + needed);
        }
        return row;
    }
}
