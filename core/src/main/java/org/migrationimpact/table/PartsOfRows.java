package org.migrationimpact.table;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.migrationimpact.table.BlockParser.Part;

/** Puts the parts of a table together, in the order of the file: one dictionary and one array a column. */
final class PartsOfRows {

    private final List<Part> parts;
    private final Prelude prelude;
    private final int rows;
    private final AtomicLong characters = new AtomicLong();

    PartsOfRows(List<Part> parts, Prelude prelude) {
        this.parts = parts;
        this.prelude = prelude;
        this.rows = Math.toIntExact(parts.stream().mapToLong(Part::rows).sum());
    }

    /**
     * The table.
     *
     * @throws Unusual where there is no row, or where there are too many, or too many characters in different texts
     */
    Rows rows(InputFile file) {
        if (rows == 0 || rows > Limits.ROWS) {
            throw new Unusual();
        }
        int[] lines = lines();
        CellColumn[] columns = new CellColumn[prelude.header().size()];
        IntStream.range(0, columns.length).parallel().forEach(i -> columns[i] = column(i));
        if (characters.get() > Limits.TEXT_CHARACTERS) {
            throw new Unusual();
        }
        int blank = parts.stream().mapToInt(Part::blank).sum();
        return new Rows(
                file,
                prelude.preamble(),
                prelude.header(),
                List.of(columns),
                lines,
                new RowsBuilder.Left(blank, 0, prelude.headerLine()));
    }

    private int[] lines() {
        int[] lines = new int[rows];
        int row = 0;
        int before = 1;
        for (Part part : parts) {
            for (int i = 0; i < part.rows(); i++) {
                lines[row++] = before + part.lines()[i];
            }
            before += part.lineEnds();
        }
        return lines;
    }

    private CellColumn column(int at) {
        boolean wide =
                parts.stream().anyMatch(part -> part.columns()[at].cells().isWide());
        Cells cells = Cells.sized(rows, wide);
        ByteTexts texts = new ByteTexts();
        int row = 0;
        for (Part part : parts) {
            ByteColumn column = part.columns()[at];
            cells.copy(column.cells(), row, column.texts().into(texts));
            row += part.rows();
            part.columns()[at] = new ByteColumn(new Cells(0)); // its memory is free from here on
        }
        return new CellColumn(cells, decoded(texts));
    }

    private List<String> decoded(ByteTexts texts) {
        if (texts.bytes() / 4 > Limits.TEXT_CHARACTERS) {
            throw new Unusual();
        }
        String[] decoded = new String[texts.size()];
        Arrays.setAll(decoded, texts::get);
        characters.addAndGet(Arrays.stream(decoded).mapToLong(String::length).sum());
        return List.of(decoded);
    }
}
