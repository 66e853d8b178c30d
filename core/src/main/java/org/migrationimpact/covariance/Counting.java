package org.migrationimpact.covariance;

/** What one lag is. It matters only where periods are missing. */
public enum Counting {
    /** One period of the calendar: after a gap the next row is more than one lag away. */
    PERIODS,
    /** One row of the table, as in software that does not know the calendar: after a gap the next row is taken for the next period. */
    ROWS;

    Scores of(Scores scores) {
        return this == ROWS ? scores.byRow() : scores;
    }

    String described() {
        return this == ROWS ? ", lags counted by row" : "";
    }
}
