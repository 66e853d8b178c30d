package org.migrationimpact.inference;

/** The small-sample factor of errors that follow the calendar. */
public enum PeriodFactor {
    /** T/(T−1) · (N−1)/(N−K), K with all absorbed effects. */
    PERIODS_AND_COEFFICIENTS,
    /** N/(N−K), K with all absorbed effects. */
    N_OVER_N_MINUS_K,
    /** None. */
    NONE;

    static PeriodFactor like(PanelPreset preset) {
        return switch (preset) {
            case FIXEST, STATA -> PERIODS_AND_COEFFICIENTS;
            case LINEARMODELS, SANDWICH -> N_OVER_N_MINUS_K;
            case PLM -> NONE;
        };
    }

    void tell(Assembly assembly, int k, String meaning, int periods) {
        if (this == PERIODS_AND_COEFFICIENTS) {
            assembly.correct(Correction.N_MINUS_1_OVER_N_MINUS_K, k, meaning);
            assembly.factor("T/(T-1)", periods / (periods - 1.0), "for " + periods + " periods");
        } else {
            assembly.correct(this == NONE ? Correction.NONE : Correction.N_OVER_N_MINUS_K, k, meaning);
        }
    }
}
