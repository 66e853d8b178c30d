package org.migrationimpact.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** A table in Markdown, for people: its name, then the rows; numbers to the right. */
final class MarkdownText {

    private MarkdownText() {}

    static String of(Table table) {
        List<Integer> columns = IntStream.range(0, table.columnCount()).boxed().toList();
        Cells cells = new Cells(table);
        StringBuilder text = new StringBuilder();
        text.append("**").append(plain(table.name())).append("**\n\n");
        text.append(
                line(columns.stream().map(c -> plain(table.column(c).name())).toList()));
        text.append(line(
                columns.stream().map(c -> cells.isNumeric(c) ? "---:" : ":---").toList()));
        for (int i = 0; i < table.rowCount(); i++) {
            int row = i;
            text.append(
                    line(columns.stream().map(c -> plain(cells.rounded(row, c))).toList()));
        }
        return text.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Text that is text: no mark-up, no HTML, no end of a cell. */
    private static String plain(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("([\\\\`*_\\[\\]|])", "\\\\$1")
                .replaceAll("\\R|\\t", " ");
    }
}
