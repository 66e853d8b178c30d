package org.migrationimpact.report;

import java.util.stream.IntStream;
import org.migrationimpact.impact.Status;
import tech.tablesaw.api.Table;

/**
 * A table in a page: its name as caption, heads with scope, numbers rounded for the eye with all digits beside them for programs. A table of
 * sentences becomes a list where the screen is narrow, one of numbers scrolls inside its own frame.
 */
final class HtmlTable {

    /** Text longer than this is a sentence, and gets room. */
    private static final int SENTENCE = 30;

    /** A table with more columns is read across, and stays a table on every screen. */
    private static final int FEW = 6;

    private final Html page;
    private final Table table;
    private final Cells cells;

    private HtmlTable(Html page, Table table) {
        this.page = page;
        this.table = table;
        cells = new Cells(table);
    }

    static void write(Html page, Table table) {
        new HtmlTable(page, table).write();
    }

    private void write() {
        String kind = isOfSentences() ? "sentences" : "numbers";
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.name());
        page.open("table", "class", kind, "role", "table").element("caption", table.name());
        page.open("thead", "role", "rowgroup").open("tr", "role", "row");
        IntStream.range(0, table.columnCount()).forEach(this::head);
        page.close("tr").close("thead").open("tbody", "role", "rowgroup");
        IntStream.range(0, table.rowCount()).forEach(this::row);
        page.close("tbody").close("table").close("div");
    }

    private boolean isOfSentences() {
        return table.columnCount() <= FEW
                && IntStream.range(1, table.columnCount())
                        .filter(column -> !cells.isNumeric(column))
                        .anyMatch(column -> IntStream.range(0, table.rowCount())
                                .anyMatch(row -> isSentence(cells.rounded(row, column))));
    }

    private static boolean isSentence(String text) {
        return text.length() > SENTENCE;
    }

    private void head(int column) {
        String kind = cells.isNumeric(column) ? "number" : "words";
        page.element("th", table.column(column).name(), "scope", "col", "role", "columnheader", "class", kind);
    }

    private void row(int row) {
        page.open("tr", "role", "row");
        page.element("th", cells.rounded(row, 0), "scope", "row", "role", "rowheader");
        IntStream.range(1, table.columnCount()).forEach(column -> cell(row, column));
        page.close("tr");
    }

    private void cell(int row, int column) {
        String shown = cells.rounded(row, column);
        String kind = cells.isNumeric(column) ? "number" : isSentence(shown) ? "prose" : "words";
        page.open(
                "td",
                "role",
                "cell",
                "class",
                kind,
                "data-name",
                table.column(column).name());
        if (!cells.isNumeric(column) || shown.isEmpty()) {
            page.text(shown.isEmpty() ? "–" : shown).close("td");
        } else {
            page.open("data", "value", cells.exact(row, column)).text(shown).own("</data></td>\n");
        }
    }

    /** How something ended, in words. */
    static String words(String name) {
        return switch (Status.valueOf(name)) {
            case PASSED -> "passed";
            case FAILED -> "failed";
            case NOT_APPLICABLE -> "not applicable";
        };
    }
}
