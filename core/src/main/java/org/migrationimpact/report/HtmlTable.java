package org.migrationimpact.report;

import org.migrationimpact.impact.Status;
import tech.tablesaw.api.Table;

/** A table in a page: its name as caption, heads with scope, numbers rounded for the eye with all digits beside them for programs. */
final class HtmlTable {

    private HtmlTable() {}

    static void write(Html page, Table table) {
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", table.name());
        page.open("table").element("caption", table.name()).open("thead").open("tr");
        for (int column = 0; column < table.columnCount(); column++) {
            head(page, table, column);
        }
        page.close("tr").close("thead").open("tbody");
        for (int row = 0; row < table.rowCount(); row++) {
            row(page, table, row);
        }
        page.close("tbody").close("table").close("div");
    }

    private static void head(Html page, Table table, int column) {
        String side = Cells.isNumeric(table.column(column)) ? "number" : "words";
        page.element("th", table.column(column).name(), "scope", "col", "class", side);
    }

    private static void row(Html page, Table table, int row) {
        page.open("tr");
        page.element("th", Cells.rounded(table, row, 0), "scope", "row");
        for (int column = 1; column < table.columnCount(); column++) {
            cell(page, table, row, column);
        }
        page.close("tr");
    }

    private static void cell(Html page, Table table, int row, int column) {
        String shown = Cells.rounded(table, row, column);
        if (!Cells.isNumeric(table.column(column))) {
            page.element("td", shown);
        } else if (shown.isEmpty()) {
            page.element("td", "–", "class", "number");
        } else {
            page.open("td", "class", "number")
                    .open("data", "value", Cells.exact(table, row, column))
                    .text(shown)
                    .own("</data></td>\n");
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
