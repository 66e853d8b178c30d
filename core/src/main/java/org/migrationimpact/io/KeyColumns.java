package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Rows;

/**
 * The columns that say what a row is about.
 *
 * @param columns the columns
 * @param codes for each column the code that stands for each of its different texts
 */
record KeyColumns(List<CellColumn.Coded> columns, List<List<String>> codes) {

    /** Columns whose texts are codes. */
    static KeyColumns of(Rows rows, List<String> names) {
        List<CellColumn.Coded> columns =
                names.stream().map(name -> Tidy.key(rows, name)).toList();
        return new KeyColumns(
                columns, columns.stream().map(CellColumn.Coded::dictionary).toList());
    }

    /** The same with the labels of countries as ISO codes; see {@link CodeLabels}. */
    KeyColumns withCountries() {
        return new KeyColumns(columns, codes.stream().map(CodeLabels::codes).toList());
    }

    /** The same with the code alone of each text that has a label behind it: {@code A: Annual}. */
    KeyColumns withoutLabels(int column) {
        List<List<String>> shorter = new ArrayList<>(codes);
        shorter.set(column, codes.get(column).stream().map(SdmxColumns::code).toList());
        return new KeyColumns(columns, shorter);
    }

    /** The codes of a row. */
    List<String> at(int row) {
        String[] key = new String[columns.size()];
        for (int d = 0; d < key.length; d++) {
            key[d] = codes.get(d).get(columns.get(d).code(row));
        }
        return Arrays.asList(key);
    }
}
