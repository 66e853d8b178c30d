package org.migrationimpact.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The worksheets of one file, whatever its kind: the XML of an XLSX, or the records of Excel 97 to 2003. */
interface Sheets extends Closeable {

    /**
     * A row as text.
     *
     * @param number of the row in the worksheet, from 1
     * @param cells up to the last one with content
     * @param uncomputed the first column, from 1, with a formula of which the file does not hold the value; 0 where there is none
     */
    record Row(int number, List<String> cells, int uncomputed) {

        /** Without the empty cells at its end. */
        public Row {
            List<String> kept = new ArrayList<>(cells.subList(0, Math.min(cells.size(), Limits.COLUMNS + 1)));
            while (!kept.isEmpty() && kept.get(kept.size() - 1).isEmpty()) {
                kept.remove(kept.size() - 1);
            }
            cells = List.copyOf(kept);
        }

        /** Hands the row to the sink, filled up with empty cells to this width: a worksheet does not store them. */
        void feed(int width, CellSink sink) {
            sink.begin(number);
            cells.forEach(sink::cell);
            for (int i = cells.size(); i < width; i++) {
                sink.cell("");
            }
            sink.end();
        }
    }

    /** The names of the worksheets, in their order. */
    List<String> names() throws IOException;

    /** The rows of the worksheet with this name, one of {@link #names}, as far as they are asked for. */
    Stream<Row> rows(String name) throws IOException;
}
