package org.migrationimpact.data;

/** The data are well formed but cannot answer the question: too few periods, no variation, two values for one month. */
public final class DataException extends ImpactException {

    private static final long serialVersionUID = 1L;

    /** A refusal whose message names the series, the period, what was found and what is needed. */
    public DataException(String code, String message) {
        super(code, message);
    }
}
