package org.migrationimpact.data;

import java.util.List;
import java.util.Set;

/**
 * Observations whose codes and periods are numbers into lists already, as a reader of a long table has them: {@link
 * ObservationsBuilder#addAll} takes millions of them without a text or a list for each. Several threads ask at
 * once.
 */
public interface CodedRows {

    /** How many rows there are. */
    int size();

    /** The different codes of a dimension. */
    List<String> dictionary(int dimension);

    /** Which of them a row has. */
    int code(int dimension, int row);

    /** The different periods. */
    List<Period> periods();

    /** Which of them a row has. */
    int period(int row);

    /** The value of a row, {@code NaN} where there is none. */
    double value(int row);

    /** What the row says about its value; for {@code NaN} at least the reason. */
    Set<Flag> flags(int row);

    /** The line of the file in which the row stands. */
    int line(int row);
}
