package org.migrationimpact.covariance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;

class PlaceboRankTest {

    private static final List<Interval> BOTH = List.of(new Interval(-3, 9, 0.95), new Interval(-1, 5, 0.8));

    @Test
    void thePValueCountsTheTreatedItself() {
        PlaceboRank rank = new PlaceboRank(4, 1, 19, List.of());
        assertEquals(0.1, rank.pValue(2), 1e-15);
        assertEquals(0.05, rank.resolution(), 1e-15);
        assertEquals(4, rank.statistic(2));
        assertTrue(Double.isNaN(rank.standardError()) && Double.isNaN(rank.degreesOfFreedom()));
        assertTrue(Double.isNaN(new PlaceboRank(Double.POSITIVE_INFINITY, 0, 9, List.of()).statistic(1)));
    }

    @Test
    void aLevelIsAnsweredByTheNextHigherOneThatIsKnown() {
        for (Uncertainty known : List.of(new PlaceboRank(4, 1, 19, BOTH), new Conformal(0.2, 0.05, BOTH))) {
            assertEquals(new Interval(-1, 5, 0.8), known.interval(2, 0.8));
            assertEquals(new Interval(-3, 9, 0.9), known.interval(2, 0.9));
            assertTrue(Double.isInfinite(known.interval(2, 0.99).low()));
        }
    }

    @Test
    void aConformalTestHasNoErrorAndNoStatistic() {
        Conformal test = new Conformal(0.2, 0.05, BOTH);
        assertEquals(0.2, test.pValue(2));
        assertTrue(Double.isNaN(test.statistic(2)) && Double.isNaN(test.standardError()));
        assertTrue(Double.isNaN(test.degreesOfFreedom()));
        PooledRanks pooled = new PooledRanks(List.of(new PlaceboRank(4, 1, 19, BOTH)));
        assertTrue(Double.isInfinite(pooled.interval(2, 0.5).width()));
        assertTrue(Double.isNaN(pooled.statistic(2)) && Double.isNaN(pooled.standardError()));
        assertTrue(Double.isNaN(pooled.degreesOfFreedom()));
    }

    @Test
    void theySurviveSerialization() throws IOException, ClassNotFoundException {
        for (Uncertainty one : List.of(
                new PlaceboRank(4, 1, 19, BOTH),
                new Conformal(0.2, 0.05, BOTH),
                new PooledRanks(List.of(new PlaceboRank(4, 1, 19, BOTH))))) {
            assertEquals(one, Serialized.copy(one));
        }
    }

    @Test
    void badNumbersAreRefused() {
        Refusal.argument(
                "0 to 9 placebos are as extreme as the treated, got 10", () -> new PlaceboRank(1, 10, 9, List.of()));
        Refusal.argument("a p-value is above 0 and at most 1, got 0.0", () -> new Conformal(0, 0.1, List.of()));
        Refusal.argument("at least one rank, got none", () -> new PooledRanks(List.of()));
    }
}
