package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;

class PreTrendTest {

    private static EventStudyEstimates study() {
        return new EventStudyEstimates(
                new int[] {-4, -3, -2, 0, 1},
                new double[] {0.3, -0.1, 0.2, 1, 2},
                new double[][] {
                    {0.04, 0.01, 0.005, 0, 0},
                    {0.01, 0.03, 0.01, 0, 0},
                    {0.005, 0.01, 0.02, 0, 0},
                    {0, 0, 0, 0.02, 0.01},
                    {0, 0, 0, 0.01, 0.03}
                },
                -1,
                BasePeriod.UNIVERSAL);
    }

    /** R 4.2.2: {@code V <- matrix(c(.04,.01,.005,.01,.03,.01,.005,.01,.02), 3); b <- c(.3,-.1,.2); w <- b %*% solve(V) %*% b}. */
    @Test
    void theTestIsThatOfTheWholeVector() {
        PreTest test = PreTrend.of(study()).test();
        Close.relative(6.232876712328767, test.statistic(), 1e-12, "Wald");
        Close.relative(0.10081389265166006, test.pValue(), 1e-12, "p");
        assertEquals(3, test.degreesOfFreedom());
    }

    /** R 4.2.2: {@code t <- -3:-1; pchisq(qchisq(.95, 3), 3, ncp = .1^2 * t %*% solve(V) %*% t, lower = FALSE)}, and uniroot. */
    @Test
    void powerIsThatOfANoncentralChiSquared() {
        PreTrend trend = PreTrend.of(study());
        assertEquals(0.262031259841065, trend.power(0.1), 1e-9);
        assertEquals(0.14218653239986656, trend.slopeFoundWith(0.5), 1e-7);
        assertEquals(0.1956113592171851, trend.slopeFoundWith(0.8), 1e-7);
        assertEquals(0.05, trend.power(0), 1e-9);
        assertEquals(0.1, trend.atLevel(0.1).power(0), 1e-9);
        assertEquals(0.2, trend.bias(0.1, 1), 1e-15);
    }

    @Test
    void theShareOfDrawsThatItFindsIsItsPower() {
        double[][] covariance = study().covariance();
        PreTrend trend = PreTrend.of(study());
        double slope = trend.slopeFoundWith(0.8);
        double[][] errors = MomentTest.draws(covariance, 20_000, 5);
        long found = IntStream.range(0, errors.length)
                .filter(i -> {
                    double[] drawn = {errors[i][0] - 3 * slope, errors[i][1] - 2 * slope, errors[i][2] - slope, 1, 1};
                    EventStudyEstimates one =
                            new EventStudyEstimates(study().events(), drawn, covariance, -1, BasePeriod.UNIVERSAL);
                    return PreTrend.of(one).test().pValue() < 0.05;
                })
                .count();
        assertEquals(0.8, found / 20_000.0, 0.01);
    }

    @Test
    void theUnitOfTheOutcomeScalesTheSlope() {
        double[] estimates = study().estimates();
        double[][] covariance = study().covariance();
        for (int i = 0; i < estimates.length; i++) {
            estimates[i] *= 1000;
            for (int j = 0; j < estimates.length; j++) {
                covariance[i][j] *= 1e6;
            }
        }
        EventStudyEstimates grams =
                new EventStudyEstimates(study().events(), estimates, covariance, -1, BasePeriod.UNIVERSAL);
        Close.relative(
                1000 * PreTrend.of(study()).slopeFoundWith(0.5),
                PreTrend.of(grams).slopeFoundWith(0.5),
                1e-10,
                "slope");
        Close.relative(
                PreTrend.of(study()).test().pValue(), PreTrend.of(grams).test().pValue(), 1e-10, "p");
    }

    @Test
    void whatCannotBeTestedIsRefused() {
        EventStudyEstimates after = new EventStudyEstimates(
                new int[] {0}, new double[] {1}, new double[][] {{1}}, -1, BasePeriod.UNIVERSAL);
        Refusal.of(
                DataException.class,
                "E-TREND-001 the event study at [0], reference -1, base universal: the last period before treatment and its"
                        + " anticipation has no estimate before its reference; there is no trend to test",
                () -> PreTrend.of(after));
        EventStudyEstimates singular = new EventStudyEstimates(
                new int[] {-3, -2, 0},
                new double[] {1, 1, 1},
                new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 0, 1}},
                -1,
                BasePeriod.UNIVERSAL);
        Refusal.of(
                EstimationException.class,
                "E-TREND-002 the covariance of the 2 estimates before treatment is singular; there are too few units or"
                        + " clusters to tell them apart: take a shorter time before",
                () -> PreTrend.of(singular));
        assertEquals(
                "power lies between the size of the test, 0.05, and 1, got 0.04",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PreTrend.of(study()).slopeFoundWith(0.04))
                        .getMessage());
        Refusal.of(
                InputException.class,
                "E-DID-014 an event study was handed in with the event times [-2, -2]: they ascend and leave out the"
                        + " reference -1",
                () -> new EventStudyEstimates(
                        new int[] {-2, -2},
                        new double[] {1, 1},
                        new double[][] {{1, 0}, {0, 1}},
                        -1,
                        BasePeriod.UNIVERSAL));
        Refusal.of(
                InputException.class,
                "E-DID-014 an event study was handed in with a covariance of 0.5 and 0.0 of event times -2 and 0: it is"
                        + " symmetric",
                () -> new EventStudyEstimates(
                        new int[] {-2, 0},
                        new double[] {1, 1},
                        new double[][] {{1, 0}, {0.5, 1}},
                        -1,
                        BasePeriod.UNIVERSAL));
    }
}
