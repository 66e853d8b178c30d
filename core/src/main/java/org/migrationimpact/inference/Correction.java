package org.migrationimpact.inference;

/** The factor for K estimated coefficients in N rows. */
public enum Correction {
    /** (N−1)/(N−K). */
    N_MINUS_1_OVER_N_MINUS_K("(N-1)/(N-K)"),
    /** N/(N−K). */
    N_OVER_N_MINUS_K("N/(N-K)"),
    /** (N−1)/(N−K) for least squares, none for counts. */
    LEAST_SQUARES_ONLY("(N-1)/(N-K)"),
    /** None. */
    NONE("no factor for K");

    private final String symbol;

    Correction(String symbol) {
        this.symbol = symbol;
    }

    /** As written in a formula. */
    String symbol() {
        return symbol;
    }

    double of(PanelScores scores, int k) {
        double n = scores.rows();
        return switch (this) {
            case N_MINUS_1_OVER_N_MINUS_K -> (n - 1) / (n - k);
            case N_OVER_N_MINUS_K -> n / (n - k);
            case LEAST_SQUARES_ONLY -> scores.likelihood() == Likelihood.GAUSSIAN ? (n - 1) / (n - k) : 1;
            case NONE -> 1;
        };
    }
}
