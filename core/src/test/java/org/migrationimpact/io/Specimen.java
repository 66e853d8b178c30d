package org.migrationimpact.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.migrationimpact.table.Given;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.WorkbookBytes;

/**
 * The smallest file of a format, from which hostile ones are made. One of its figures is {@link #FIGURE}, the last of its last row where
 * the layout allows it, so that a cut shortens it.
 */
sealed interface Specimen {

    /** A figure that can lose digits and stay a figure. */
    String FIGURE = "365";

    Format format();

    byte[] bytes();

    /** The same with another text in place of the figure, quoted where a cell needs it. */
    byte[] withFigure(String text);

    default InputFile file() {
        return Given.bytes("specimen", bytes());
    }

    /** What the reader makes of a file of this format. */
    default Outcome read(InputFile file) {
        return Outcome.of(format(), file);
    }

    /** Whether its columns are found by their names. */
    enum Order {
        FREE,
        FIXED
    }

    /** Separated text: some lines above the rows, the rows, some lines below. */
    record Separated(Format format, char separator, Order order, int above, int below, String text)
            implements Specimen {

        @Override
        public byte[] bytes() {
            return bytes(text);
        }

        private byte[] bytes(String content) {
            return content.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] withFigure(String figure) {
            boolean quotes = figure.indexOf(separator) >= 0 && !text.contains('"' + FIGURE + '"');
            return bytes(text.replace(FIGURE, quotes ? '"' + figure + '"' : figure));
        }

        List<String> lines() {
            return text.lines().toList();
        }

        List<String> rows() {
            return lines().subList(above, lines().size() - below);
        }

        String header() {
            return lines().get(above - 1);
        }

        /** The same with these rows. */
        byte[] with(List<String> rows) {
            return with(header(), rows);
        }

        byte[] with(String header, List<String> rows) {
            List<String> all = new ArrayList<>(lines().subList(0, above - 1));
            all.add(header);
            all.addAll(rows);
            all.addAll(lines().subList(lines().size() - below, lines().size()));
            return bytes(String.join("\n", all) + "\n");
        }

        /** The cells of a line; the specimens have no separator inside quotes. */
        List<String> cells(String line) {
            return Arrays.asList(line.split(String.valueOf(separator), -1));
        }

        String line(List<String> cells) {
            return String.join(String.valueOf(separator), cells);
        }

        @Override
        public String toString() {
            return format.id();
        }
    }

    /** JSON. */
    record Braces(Format format, String text) implements Specimen {
        @Override
        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] withFigure(String figure) {
            return text.replace(FIGURE, figure).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return format.id();
        }
    }

    /** A workbook whose first sheet has some rows above the table and some below. */
    record Book(Format format, int above, int below, Map<String, List<List<Object>>> sheets) implements Specimen {
        @Override
        public byte[] bytes() {
            return withCell(Integer.parseInt(FIGURE));
        }

        @Override
        public byte[] withFigure(String figure) {
            return withCell(figure);
        }

        /** The same with another cell in place of the figure. */
        byte[] withCell(Object cell) {
            WorkbookBytes book = new WorkbookBytes();
            sheets.forEach((name, rows) -> book.sheet(
                    name,
                    rows.stream()
                            .map(row -> row.stream()
                                    .map(old -> FIGURE.equals(old) ? cell : old)
                                    .toList())
                            .toList()));
            return book.bytes();
        }

        List<List<Object>> first() {
            return sheets.values().iterator().next();
        }

        List<List<Object>> rows() {
            return first().subList(above, first().size() - below);
        }

        /** The same with these rows. */
        byte[] with(List<List<Object>> rows) {
            List<List<Object>> all = new ArrayList<>(first().subList(0, above));
            all.addAll(rows);
            all.addAll(first().subList(first().size() - below, first().size()));
            Map<String, List<List<Object>>> changed = new LinkedHashMap<>(sheets);
            changed.put(sheets.keySet().iterator().next(), all);
            return new Book(format, above, below, changed).bytes();
        }

        /** Row and column of the figure, from 1. */
        String address() {
            for (int row = 0; row < first().size(); row++) {
                int column = first().get(row).indexOf(FIGURE);
                if (column >= 0) {
                    return (char) ('A' + column) + String.valueOf(row + 1);
                }
            }
            throw new IllegalStateException("no figure");
        }

        @Override
        public String toString() {
            return format.id();
        }
    }

    /** A format that is told and never read: its first bytes. */
    record Unread(Format format, List<Integer> head) implements Specimen {
        @Override
        public byte[] bytes() {
            byte[] bytes = new byte[head.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = head.get(i).byteValue();
            }
            return bytes;
        }

        @Override
        public byte[] withFigure(String text) {
            return bytes();
        }

        static Unread of(Format format, String head) {
            return new Unread(format, head.chars().boxed().collect(Collectors.toList()));
        }

        @Override
        public String toString() {
            return format.id();
        }
    }
}
