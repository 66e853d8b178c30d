package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;

/**
 * The rows of a file, those only that {@code where} keeps, column by column: for designs that take every row for itself. The names {@code
 * unit} and {@code time} stand for the columns that the block {@code data} calls so, unless the file has columns of these names.
 */
sealed interface RowTable permits TableRows, CubeRows {

    /** How many rows there are. */
    int size();

    /** A column as it is written; an empty cell is refused, for it names nothing. */
    List<String> texts(Text column);

    /** A column of figures; {@code NaN} where there is none. */
    double[] numbers(Text column);

    /** Where a cell stands, for messages. */
    Place place(int row, Text column);

    /** Where the rows come from. */
    Source source();

    /** How many rows were read and kept. */
    SampleAudit audit();

    /** What must be known of how they were read. */
    List<Warning> notes();
}
