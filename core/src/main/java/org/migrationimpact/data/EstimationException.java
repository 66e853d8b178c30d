package org.migrationimpact.data;

/** The numbers failed: collinear columns, a singular matrix, an iteration that did not converge. */
public final class EstimationException extends ImpactException {

    private static final long serialVersionUID = 1L;

    /** A failure whose message names the columns, or the iterations run. */
    public EstimationException(String code, String message) {
        super(code, message);
    }
}
