package org.migrationimpact.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.table.BlockParser.Part;

/** Puts the parts of a table together, in the order of the file: one dictionary and one array a column. */
final class PartsOfRows {

    private final List<Part> parts;
    private final Prelude prelude;
    private final int rows;
    private long characters;

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
        narrowFirst().forEach(i -> columns[i] = column(i));
        if (characters > Limits.TEXT_CHARACTERS) {
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
        parts.replaceAll(Part::withoutLines);
        return lines;
    }

    private boolean isWide(int column) {
        return parts.stream().anyMatch(part -> part.columns()[column].cells().isWide());
    }

    /** The large columns come last, when the memory of the parts of the others is free again. */
    private IntStream narrowFirst() {
        int columns = prelude.header().size();
        return IntStream.concat(
                IntStream.range(0, columns).filter(i -> !isWide(i)),
                IntStream.range(0, columns).filter(this::isWide));
    }

    private CellColumn column(int at) {
        Cells cells = Cells.sized(rows, isWide(at));
        ByteTexts texts = new ByteTexts();
        List<int[]> numbers = parts.stream()
                .map(part -> part.columns()[at].texts().into(texts))
                .toList();
        int[] from = new int[parts.size()];
        for (int i = 1; i < from.length; i++) {
            from[i] = from[i - 1] + parts.get(i - 1).rows();
        }
        IntStream.range(0, from.length).parallel().forEach(i -> {
            ByteColumn[] columns = parts.get(i).columns();
            cells.copy(columns[at].cells(), from[i], numbers.get(i));
            columns[at] = new ByteColumn(new Cells(0)); // its memory is free from here on
        });
        return new CellColumn(cells, decoded(texts));
    }

    private List<String> decoded(ByteTexts texts) {
        if (texts.bytes() / 4 > Limits.TEXT_CHARACTERS) {
            throw new Unusual();
        }
        String[] decoded = new String[texts.size()];
        Arrays.setAll(decoded, texts::get);
        characters += Arrays.stream(decoded).mapToLong(String::length).sum();
        return List.of(decoded);
    }
}
