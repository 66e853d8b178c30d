package org.migrationimpact.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.ArimaErrors;
import org.migrationimpact.forecast.ArimaErrors.Likelihood;
import org.migrationimpact.forecast.ArimaOrder;

/**
 * How often an ARIMA intervention finds, at 5 %, an effect that is not there. The figures stand in docs/COVERAGE.md; where they are not
 * 5 % they are what they are. A share of the draws runs in every build, all of them with -Dslow.
 */
class ArimaSizeTest {

    private static final Logger LOG = System.getLogger(ArimaSizeTest.class.getName());
    private static final Period FIRST = Period.month(2002, 1);
    private static final int[][] SPANS = {{60, 12}, {48, 24}, {120, 36}};
    private static final double[] CORRELATIONS = {0, 0.5, 0.8};

    /** What docs/COVERAGE.md says, in per cent, one row a span and correlation. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Design(String name, ArimaErrors errors, double[][] size) {}

    private static final Design FULL =
            new Design("(1, 0, 0), full", ArimaErrors.of(ArimaOrder.of(1, 0, 0)), new double[][] {
                {7.2, 9.2, 9.6}, {7.2, 8.4, 10.9}, {5.2, 6.1, 7.0}
            });
    private static final Design RESTRICTED =
            new Design("(1, 0, 0), restricted", FULL.errors().with(Likelihood.RESTRICTED), new double[][] {
                {5.9, 7.0, 7.4}, {5.7, 6.2, 7.1}, {4.6, 5.1, 5.5}
            });
    private static final Design AUTOMATIC =
            new Design("automatic, restricted", ArimaErrors.automatic().with(Likelihood.RESTRICTED), new double[][] {
                {7.4, 8.2, 9.4}, {7.8, 9.0, 8.8}, {4.6, 6.0, 7.0}
            });

    private static Series noise(long seed, int n, double correlation) {
        Random random = new Random(seed);
        double[] values = new double[n];
        double error = random.nextGaussian() / Math.sqrt(1 - correlation * correlation);
        for (int t = 0; t < n; t++) {
            error = t == 0 ? error : correlation * error + random.nextGaussian();
            values[t] = 100 + error;
        }
        return Series.of("noise", "persons", FIRST, values);
    }

    /** In per cent; a series without an answer counts as one without an effect. */
    private static double size(ArimaErrors errors, int[] span, double correlation, int draws) {
        ArimaIntervention method = ArimaIntervention.at(FIRST.plus(span[0])).with(errors);
        long found = IntStream.range(0, draws)
                .parallel()
                .filter(i -> significant(method, noise(i, span[0] + span[1], correlation)))
                .count();
        return 100.0 * found / draws;
    }

    private static boolean significant(ArimaIntervention method, Series series) {
        try {
            return method.fit(series).effect().coefficient().pValue() < 0.05;
        } catch (EstimationException none) {
            return false;
        }
    }

    private static void compare(Design design, int draws, double tolerance) {
        List<String> misses = new ArrayList<>();
        for (int i = 0; i < SPANS.length; i++) {
            for (int j = 0; j < CORRELATIONS.length; j++) {
                double size = size(design.errors(), SPANS[i], CORRELATIONS[j], draws);
                String where = design.name() + " " + SPANS[i][0] + "/" + SPANS[i][1] + " AR " + CORRELATIONS[j];
                LOG.log(Level.INFO, String.format(Locale.ROOT, "| %s | %.1f |", where, size));
                if (Math.abs(size - design.size()[i][j]) > tolerance) {
                    misses.add(where + " " + size + ", documented " + design.size()[i][j]);
                }
            }
        }
        assertEquals(List.of(), misses);
    }

    @Test
    void aShareOfTheDrawsHasTheDocumentedSize() {
        compare(RESTRICTED, 100, 7);
    }

    @Test
    @Tag("slow")
    void allDrawsOfAGivenOrderHaveTheDocumentedSize() {
        compare(FULL, 2000, 0.11);
        compare(RESTRICTED, 2000, 0.11);
    }

    @Test
    @Tag("slow")
    void allDrawsOfTheAutomaticOrderHaveTheDocumentedSize() {
        compare(AUTOMATIC, 500, 0.3);
    }
}
