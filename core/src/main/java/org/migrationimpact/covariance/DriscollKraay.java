package org.migrationimpact.covariance;

import java.util.stream.IntStream;
import org.migrationimpact.model.Design;

/**
 * Robust to errors that are correlated over time within a series and between series in the same or a near period: the scores of a stacked
 * regression are added up by period, and Newey and West's kernel is applied to the sums, lags being those of the calendar.
 *
 * <p>Default: lags by the rule of thumb, T being the number of periods; the factor N/(N−K) of the stacked rows. With two series and all
 * columns interacted it gives, for the difference of the two, what {@link NeweyWest} gives for the series of differences.
 *
 * <p>Source: Driscoll and Kraay (1998), doi:10.1162/003465398557825.
 *
 * @param lags how many lags
 * @param factor whether N/(N−K) is applied
 */
public record DriscollKraay(Lags lags, NeweyWest.Factor factor) implements Covariance {

    /** Lags by the rule of thumb, with the factor N/(N−K). */
    public static DriscollKraay automatic() {
        return new DriscollKraay(Lags.automatic(), NeweyWest.Factor.T_OVER_T_MINUS_K);
    }

    /** The same lags and factor as these errors of a single series. */
    public static DriscollKraay like(NeweyWest errors) {
        return new DriscollKraay(errors.lags(), errors.factor());
    }

    @Override
    public double[][] of(Design design, double[] residuals, double[][] bread) {
        Scores periods = Scores.of(design, residuals).addedUpByPlace();
        int number = lags.of(periods);
        int last = (int) Math.min(number, periods.span());
        double[] weights = IntStream.rangeClosed(0, last)
                .mapToDouble(lag -> 1 - lag / (number + 1.0))
                .toArray();
        weights[0] = 0.5;
        double[][] meat = Matrices.plusTranspose(periods.weightedProducts(weights));
        double n = design.rows();
        return Matrices.sandwich(
                bread, factor == NeweyWest.Factor.NONE ? meat : Matrices.times(meat, n / (n - design.columns())));
    }

    /** The number of lags for these residuals. */
    public int lagsFor(Design design, double[] residuals) {
        return lags.of(Scores.of(design, residuals).addedUpByPlace());
    }

    @Override
    public String describe(Design design, double[] residuals) {
        int number = lagsFor(design, residuals);
        return described(number + (number == 1 ? " lag" : " lags") + lags.origin());
    }

    private String described(String howManyLags) {
        return "Driscoll–Kraay, Bartlett, " + howManyLags
                + (factor == NeweyWest.Factor.NONE ? ", no factor" : ", N/(N-K)");
    }

    /** As {@link #describe}, before the number of lags is known. */
    @Override
    public String toString() {
        return described(lags.toString());
    }
}
