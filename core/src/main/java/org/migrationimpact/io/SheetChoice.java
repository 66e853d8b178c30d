package org.migrationimpact.io;

import java.util.List;

/** Which sheet of a workbook: the one of this name; where there is no name, the first that has all these columns. */
record SheetChoice(String name, List<String> columns) {

    static final SheetChoice FIRST = new SheetChoice("", List.of());

    SheetChoice {
        columns = List.copyOf(columns);
    }
}
