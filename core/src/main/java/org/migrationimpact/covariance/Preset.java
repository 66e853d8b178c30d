package org.migrationimpact.covariance;

import org.migrationimpact.covariance.NeweyWest.Factor;
import org.migrationimpact.covariance.NeweyWest.Prewhitening;

/**
 * The errors that other software gives an ordinary regression, by the name of the software: to reproduce a published table, or to see how
 * much of a difference is convention. For one series of 120 months with autocorrelation 0.5 they differ by a factor of two.
 *
 * <p>All but {@link #CALENDAR} count lags by row, as that software does: where periods are missing, the default of this library, {@link
 * NeweyWest#automatic()}, differs. In the calls, {@code m} is the fitted regression, {@code L = ⌊4 (T/100)^(2/9)⌋} the lags that a user of
 * that rule would give; {@link #withLags} sets others.
 */
public enum Preset {
    /** R's {@code lm}, Stata's {@code regress}, statsmodels' {@code nonrobust}: one variance, no correlation. */
    REGRESSION,
    /** Stata's {@code regress, vce(robust)}, statsmodels' {@code HC1}, R's {@code sandwich::vcovHC(m, type = "HC1")}. */
    STATA_ROBUST,
    /** R's {@code sandwich::vcovHC(m)}, which is HC3. */
    SANDWICH_ROBUST,
    /** R's {@code sandwich::NeweyWest(m)}: prewhitened, lags by Newey and West (1994), no factor. */
    SANDWICH,
    /** R's {@code sandwich::NeweyWest(m, prewhite = FALSE)}: lags by Newey and West (1994), no factor. */
    SANDWICH_WITHOUT_PREWHITENING,
    /** R's {@code sandwich::vcovHAC(m)}: quadratic spectral kernel with Andrews' bandwidth, factor T/(T−K). */
    SANDWICH_ANDREWS,
    /** R's {@code sandwich::kernHAC(m)}: the same, prewhitened. */
    SANDWICH_KERNEL,
    /**
     * statsmodels' {@code cov_type="HAC", cov_kwds={"maxlags": L}}, no factor; R's {@code NeweyWest(m, lag = L, prewhite = FALSE)}. Its
     * tests use the normal distribution, those here Student's t.
     */
    STATSMODELS,
    /** Stata's {@code newey, lag(L)}, factor T/(T−K); R's {@code NeweyWest(m, lag = L, prewhite = FALSE, adjust = TRUE)}. */
    STATA,
    /** {@code ⌊T^(1/4)⌋} lags, the rule of R's fixest and of pyfixest, with the factor T/(T−K). */
    FOURTH_ROOT,
    /** A kernel with no lags and no factor, White's HC0: what is left of Newey–West where lags are set to 0, as itsaperm does. */
    ITSAPERM,
    /** Twelve lags, a year of months, no factor: statsmodels' {@code maxlags=12}. Too narrow in short series. */
    YEAR_OF_MONTHS,
    /** As {@link #STATA}, with lags that are periods of the calendar: the default of this library. */
    CALENDAR;

    private static Covariance neweyWest(Lags lags, Factor factor, Prewhitening prewhitening) {
        return new NeweyWest(lags, factor, prewhitening, Counting.ROWS);
    }

    private static Covariance kernel(Prewhitening prewhitening) {
        return new QuadraticSpectral(Bandwidth.andrews(), Factor.T_OVER_T_MINUS_K, prewhitening, Counting.ROWS);
    }

    /** The errors. */
    public Covariance covariance() {
        return switch (this) {
            case REGRESSION -> new Classical();
            case STATA_ROBUST -> Robust.HC1;
            case SANDWICH_ROBUST -> Robust.HC3;
            case SANDWICH -> neweyWest(Lags.plugIn(), Factor.NONE, Prewhitening.VAR_1);
            case SANDWICH_WITHOUT_PREWHITENING -> neweyWest(Lags.plugIn(), Factor.NONE, Prewhitening.NONE);
            case SANDWICH_ANDREWS -> kernel(Prewhitening.NONE);
            case SANDWICH_KERNEL -> kernel(Prewhitening.VAR_1);
            case STATSMODELS -> neweyWest(Lags.automatic(), Factor.NONE, Prewhitening.NONE);
            case STATA -> neweyWest(Lags.automatic(), Factor.T_OVER_T_MINUS_K, Prewhitening.NONE);
            case FOURTH_ROOT -> neweyWest(Lags.fourthRoot(), Factor.T_OVER_T_MINUS_K, Prewhitening.NONE);
            case ITSAPERM -> neweyWest(Lags.fixed(0), Factor.NONE, Prewhitening.NONE);
            case YEAR_OF_MONTHS -> neweyWest(Lags.fixed(12), Factor.NONE, Prewhitening.NONE);
            case CALENDAR -> NeweyWest.automatic();
        };
    }

    /**
     * The same with so many lags, where the software lets its user choose.
     *
     * @throws IllegalArgumentException for errors without lags
     */
    public Covariance withLags(int lags) {
        if (covariance() instanceof NeweyWest kernel) {
            return kernel.with(Lags.fixed(lags));
        }
        throw new IllegalArgumentException(name() + " has no lags to choose, got " + lags);
    }
}
