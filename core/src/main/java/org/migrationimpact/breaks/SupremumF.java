package org.migrationimpact.breaks;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.migrationimpact.covariance.Covariance;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Period;

/**
 * Did the coefficients change at some date, when nobody says which? The largest, the mean and the exponential mean of the Chow statistics
 * {@code k·F} over every date that leaves the trimming on each side: {@code sup F}, {@code ave F}, {@code exp F = ln mean exp(F/2)}.
 *
 * <p>The plain test supposes errors of one variance without correlation. Where residuals are correlated it finds breaks that are not
 * there; {@link #test(TimeRegression, Trimming, Covariance)} takes Wald statistics with a covariance such as Newey–West instead.
 *
 * <p>Source: Andrews (1993), doi:10.2307/2951764; Andrews and Ploberger (1994), doi:10.2307/2951753; p-values of Hansen (1997),
 * doi:10.1080/07350015.1997.10524687.
 */
public final class SupremumF implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TimeRegression regression;
    private final int first;
    private final double[] statistics;
    private final String convention;

    private SupremumF(TimeRegression regression, int first, double[] statistics, String convention) {
        this.regression = regression;
        this.first = first;
        this.statistics = statistics;
        this.convention = convention;
    }

    /**
     * The test with one variance and no correlation.
     *
     * @throws DataException E-BREAK-003 where the trimming leaves no room, E-BREAK-006 where there is no scatter
     */
    public static SupremumF test(TimeRegression regression, Trimming trimming) {
        int first = trimming.of(regression);
        int n = regression.rows();
        SplitSquares squares = SplitSquares.of(regression);
        double[] statistics = new double[n - 2 * first + 1];
        for (int i = 0; i < statistics.length; i++) {
            double separate = squares.separate(first - 1 + i);
            statistics[i] = (squares.whole() - separate) / (separate / (n - 2.0 * regression.columns()));
        }
        return new SupremumF(regression, first, statistics, "one variance, no correlation of errors");
    }

    /**
     * The test with Wald statistics of the change of all coefficients, whose covariance is estimated as this says, at each date anew.
     *
     * @throws DataException E-BREAK-003 where the trimming leaves no room
     * @throws EstimationException E-MODEL-001 where columns are collinear on one side of a date
     */
    public static SupremumF test(TimeRegression regression, Trimming trimming, Covariance covariance) {
        int first = trimming.of(regression);
        double[] statistics = new double[regression.rows() - 2 * first + 1];
        Arrays.setAll(statistics, i -> ChangeWald.statistic(regression, first + i, covariance));
        return new SupremumF(regression, first, statistics, "Wald, " + covariance);
    }

    /** The statistics by date; the first is of a break after the {@code trimming}-th period. */
    public double[] statistics() {
        return statistics.clone();
    }

    /** The last period of the old regime for the i-th of them. */
    public Period lastOfOld(int i) {
        return regression.period(first - 1 + i);
    }

    /** The date of the largest: the last period of the old regime. */
    public Period lastOfOld() {
        return lastOfOld(largest());
    }

    private int largest() {
        int largest = 0;
        for (int i = 1; i < statistics.length; i++) {
            largest = statistics[i] > statistics[largest] ? i : largest;
        }
        return largest;
    }

    /** sup F. */
    public double supremum() {
        return statistics[largest()];
    }

    /** ave F. */
    public double average() {
        return Arrays.stream(statistics).average().orElseThrow();
    }

    /** exp F. */
    public double exponential() {
        double most = supremum() / 2;
        double mean = Arrays.stream(statistics)
                .map(f -> Math.exp(f / 2 - most))
                .average()
                .orElseThrow();
        return most + Math.log(mean);
    }

    /** The p-value of sup F. */
    public double supremumPValue() {
        return pValue(HansenPValue.SUP, supremum());
    }

    /** The p-value of ave F. */
    public double averagePValue() {
        return pValue(HansenPValue.AVE, average());
    }

    /** The p-value of exp F. */
    public double exponentialPValue() {
        return pValue(HansenPValue.EXP, exponential());
    }

    private double pValue(HansenPValue distribution, double statistic) {
        int n = regression.rows();
        return distribution.of(statistic, regression.columns(), first, n - first, n);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "sup F %.5g after %s, p = %.4g; ave F %.5g, p = %.4g; exp F %.5g, p = %.4g (%s)",
                supremum(),
                lastOfOld(),
                supremumPValue(),
                average(),
                averagePValue(),
                exponential(),
                exponentialPValue(),
                convention);
    }
}
