package org.migrationimpact.did;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;

/**
 * Whether treated and controls went the same way before treatment, and what a test of it could have seen: the slope of a straight
 * difference in trends that the test finds with a given chance. A test that finds nothing where it could have found nothing says nothing.
 *
 * <p>With b the estimates before the reference and V their covariance, the test is {@code b' V⁻¹ b}, chi-squared with as many degrees of
 * freedom as there are. Against a difference of {@code slope × (event − reference)} it is noncentral by {@code slope² t' V⁻¹ t}.
 *
 * <p>Source: Roth (2022), doi:10.1257/aeri.20210236, who looks at the single estimates; here they are tested together.
 */
public final class PreTrend implements Serializable {

    private static final long serialVersionUID = 1L;

    private final EventStudyEstimates study;
    private final double size;
    private final Wald wald;
    private final double information; // t' V⁻¹ t

    private PreTrend(EventStudyEstimates study, double size) {
        this.study = study;
        this.size = size;
        if (study.before() == 0) {
            throw new DataException(
                    "E-TREND-001", "the " + study + " has no estimate before its reference; there is no trend to test");
        }
        this.wald = Wald.of(study.pre(), study.preCovariance()).orElseThrow(() -> singular(study));
        this.information = Wald.of(distance(), study.preCovariance())
                .orElseThrow(() -> singular(study))
                .statistic();
    }

    private static EstimationException singular(EventStudyEstimates study) {
        return new EstimationException(
                "E-TREND-002",
                "the covariance of the " + study.before() + " estimates before treatment is singular; there are too few"
                        + " units or clusters to tell them apart: take a shorter time before");
    }

    /** Of these estimates, at 5 %. */
    public static PreTrend of(EventStudyEstimates study) {
        return new PreTrend(study, 0.05);
    }

    /** The same with a test of this size, between 0 and 1. */
    public PreTrend atLevel(double testSize) {
        return new PreTrend(study, 1 - Interval.requireLevel(1 - testSize));
    }

    private double[] distance() {
        return Arrays.stream(study.events())
                .filter(event -> event < study.reference())
                .mapToDouble(event -> (double) event - study.reference())
                .toArray();
    }

    /** The joint test that all estimates before the reference are 0. */
    public PreTest test() {
        return new PreTest(wald.statistic(), wald.degreesOfFreedom(), wald.pValue());
    }

    /** The chance that the test finds a difference in trends of this slope, in units of the outcome a period. */
    public double power(double slope) {
        return chance(slope * slope * information);
    }

    private double chance(double noncentrality) {
        return Wald.noncentralUpperTail(
                wald.degreesOfFreedom(), noncentrality, Wald.critical(wald.degreesOfFreedom(), size));
    }

    /**
     * The slope that the test finds with this chance, in units of the outcome a period.
     *
     * @param power above the size of the test and below 1
     */
    public double slopeFoundWith(double power) {
        if (!(power > size && power < 1)) {
            throw new IllegalArgumentException(
                    "power lies between the size of the test, " + size + ", and 1, got " + power);
        }
        double high = 1;
        while (chance(high) < power) {
            high *= 2;
        }
        double low = 0;
        for (int step = 0; step < 200 && high - low > 1e-14 * high; step++) {
            double middle = (low + high) / 2;
            if (chance(middle) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt((low + high) / 2 / information);
    }

    /** What a difference in trends of this slope makes of a true effect of nothing at an event time. */
    public double bias(double slope, int event) {
        return slope * (event - study.reference());
    }

    /** Test and detectable slopes, in one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "pre-trend: chi-squared(%d) = %.4g, p = %.4g; a slope of %.4g a period would have been found with 50 %%,"
                        + " of %.4g with 80 %% chance",
                wald.degreesOfFreedom(),
                wald.statistic(),
                wald.pValue(),
                slopeFoundWith(0.5),
                slopeFoundWith(0.8));
    }
}
