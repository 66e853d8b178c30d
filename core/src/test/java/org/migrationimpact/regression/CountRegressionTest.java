package org.migrationimpact.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.covariance.Robust;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.model.Design;

/** Reference values: R 4.2.2, glm with epsilon 1e-14, MASS 7.3-58.2 glm.nb, sandwich 3.0-2. */
class CountRegressionTest {

    private static final double[] COUNTS = {
        33, 23, 25, 33, 33, 16, 40, 54, 13, 93, 23, 29, 55, 31, 73, 35, 25, 27, 40, 38, 12, 29, 48, 17, 17, 55, 49, 12,
        28, 44, 28, 10, 19, 38, 15, 46, 7, 16, 22, 13, 7, 19, 12, 13, 29, 41, 19, 41, 28, 9, 9, 32, 55, 35, 40, 26, 3,
        10, 53, 26
    };
    private static final double[] EXPOSURE = {
        31.7, 15.8, 17.5, 18.5, 16.5, 16.6, 23.3, 19.6, 20.7, 31.1, 21.6, 34.6, 31.7, 21.4, 29.3, 22.1, 16.8, 18.9,
        20.1, 24.5, 23.8, 23.1, 26.1, 15.2, 25.9, 20.8, 23.3, 22.6, 16.5, 19, 16.9, 23.2, 20.5, 19.8, 18.5, 17.9, 24.5,
        16.1, 19.5, 21.4, 25.6, 17.5, 19, 15.5, 18.6, 18.5, 26.3, 22.6, 20.5, 24.2, 19.1, 20.1, 21.6, 28.3, 23.2, 22.1,
        14.7, 21.4, 20.8, 16.8
    };

    private static Design design() {
        double[][] rows = new double[60][];
        for (int t = 0; t < 60; t++) {
            rows[t] = new double[] {1, t + 1, t >= 36 ? 1 : 0, Math.max(0, t - 36)};
        }
        return Design.of(List.of("intercept", "trend", "level", "slope"), rows);
    }

    private static void compare(double[] estimates, double[] errors, Fit fit) {
        for (int j = 0; j < 4; j++) {
            Coefficient ours = fit.coefficients().get(j);
            Close.relative(estimates[j], ours.estimate(), 1e-8, ours.term());
            Close.relative(errors[j], ours.standardError(), 1e-6, ours.term() + " error");
        }
    }

    @Test
    void poissonWithExposureHasRsFigures() {
        CountRegression poisson = CountRegression.poisson().with(NeweyWest.lags(3));
        CountFit fit = poisson.fit(COUNTS, design(), EXPOSURE);
        double[] estimates = {0.4821895589057484, -0.00296874091100393, -0.6716332496375083, 0.03750536128578515};
        compare(
                estimates,
                new double[] {0.12025797663521132, 0.005707034074119843, 0.23040211240164, 0.013511430033765516},
                fit.fit());
        Close.relative(430.7029619482808, fit.deviance(), 1e-10, "deviance");
        Close.relative(-366.7733309865004, fit.logLikelihood(), 1e-10, "log likelihood");
        Close.relative(7.372252471104034, fit.dispersion(), 1e-8, "dispersion");
        compare(
                estimates,
                new double[] {0.15885625756300736, 0.00776468592839192, 0.3026759772420375, 0.01877495527362552},
                poisson.with(new Classical()).fit(COUNTS, design(), EXPOSURE).fit());
        compare(
                estimates,
                new double[] {0.16028834548735252, 0.00792556226998966, 0.28339668937245444, 0.01798133647892509},
                poisson.with(Robust.HC1).fit(COUNTS, design(), EXPOSURE).fit());
        compare(
                estimates,
                new double[] {0.16809954481209655, 0.008331105204170868, 0.30209569094748506, 0.019636226199829823},
                poisson.with(Robust.HC3).fit(COUNTS, design(), EXPOSURE).fit());
        assertEquals(Double.POSITIVE_INFINITY, fit.fit().coefficient("level").degreesOfFreedom());
    }

    @Test
    void theNegativeBinomialHasRsFigures() {
        CountRegression negativeBinomial = CountRegression.negativeBinomial().with(new Classical());
        CountFit fit = negativeBinomial.fit(COUNTS, design(), EXPOSURE);
        double[] estimates = {0.468308683386698, -0.002081920885011346, -0.6601380926357792, 0.03485724549396058};
        compare(
                estimates,
                new double[] {0.1731107922950459, 0.008183963077936897, 0.27312974014050234, 0.017479436015204516},
                fit.fit());
        Close.relative(4.39912218570166, fit.theta().orElseThrow(), 1e-8, "theta");
        Close.relative(62.68971996881081, fit.deviance(), 1e-8, "deviance");
        Close.relative(-241.1360246110217, fit.logLikelihood(), 1e-10, "log likelihood");
        compare(
                estimates,
                new double[] {0.10074221702863065, 0.005080572719554359, 0.21327663546960995, 0.01295679503795241},
                negativeBinomial
                        .with(NeweyWest.lags(3))
                        .fit(COUNTS, design(), EXPOSURE)
                        .fit());
    }

    @Test
    void aTenfoldExposureMovesTheInterceptOnly() {
        double[] tenfold = Arrays.stream(EXPOSURE).map(e -> 10 * e).toArray();
        CountFit once = CountRegression.poisson().fit(COUNTS, design(), EXPOSURE);
        CountFit more = CountRegression.poisson().fit(COUNTS, design(), tenfold);
        Close.relative(
                once.fit().coefficient("level").estimate(),
                more.fit().coefficient("level").estimate(),
                1e-9,
                "level");
        assertEquals(
                once.fit().coefficient("intercept").estimate() - Math.log(10),
                more.fit().coefficient("intercept").estimate(),
                1e-9);
    }

    @Test
    void zerosThroughoutOneSideAreRefused() {
        double[] counts = COUNTS.clone();
        Arrays.fill(counts, 36, 60, 0);
        Refusal.of(
                DataException.class,
                "E-COUNT-002 24 of 60 counts are zeros that the columns tell apart exactly (level, slope), so their"
                        + " logarithm runs away to minus infinity; leave those terms out, take a longer window, or take errors:"
                        + " ols",
                () -> CountRegression.poisson().fit(counts, design(), EXPOSURE));
    }

    @Test
    void countsThatVaryLessThanPoissonCountsAreRefusedByTheNegativeBinomial() {
        double[] counts = new double[60];
        Arrays.setAll(counts, t -> 20 + t % 2);
        Refusal.of(
                EstimationException.class,
                "E-COUNT-003 the counts vary no more than Poisson counts do, so theta of the negative binomial grows"
                        + " without bound; take errors: poisson",
                () -> CountRegression.negativeBinomial().fit(counts, design()));
    }

    @Test
    void whatIsNoCountIsRefused() {
        double[] counts = COUNTS.clone();
        counts[2] = -1;
        Refusal.of(
                DataException.class,
                "E-COUNT-001 value 3 is -1.0; a count is 0 or more: take errors: ols for other figures",
                () -> CountRegression.poisson().fit(counts, design(), EXPOSURE));
        double[] exposure = EXPOSURE.clone();
        exposure[0] = 0;
        Refusal.of(
                DataException.class,
                "E-COUNT-005 the exposure of value 1 is 0.0; an exposure is above 0: leave the period out, or the"
                        + " exposure",
                () -> CountRegression.poisson().fit(COUNTS, design(), exposure));
    }
}
