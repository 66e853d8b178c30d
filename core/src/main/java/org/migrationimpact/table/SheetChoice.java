package org.migrationimpact.table;

import java.util.List;

/**
 * Which sheet of a workbook: the one of this name; where there is no name, the first that has all these columns.
 *
 * @param name the name of the sheet, or empty
 * @param columns the columns that it must have
 */
public record SheetChoice(String name, List<String> columns) {

    /** The first sheet with a table. */
    public static final SheetChoice FIRST = new SheetChoice("", List.of());

    /** Columns are copied. */
    public SheetChoice {
        columns = List.copyOf(columns);
    }
}
