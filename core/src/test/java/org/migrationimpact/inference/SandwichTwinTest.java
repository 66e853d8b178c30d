package org.migrationimpact.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Factor;

/** Meats against their definition: the sum over all pairs of rows of a weight times the product of their scores. */
class SandwichTwinTest {

    private static final PanelScores SCORES = SmallPanel.unbalanced().scores();

    /** How much the errors of two rows count as dependent. */
    private interface Dependence {
        double of(int i, int j);
    }

    private static double[][] slow(PanelScores scores, Dependence dependence) {
        int k = scores.slopes();
        double[][] meat = new double[k][k];
        for (int i = 0; i < scores.rows(); i++) {
            for (int j = 0; j < scores.rows(); j++) {
                for (int a = 0; a < k; a++) {
                    for (int b = 0; b < k; b++) {
                        meat[a][b] += dependence.of(i, j) * scores.score(i, a) * scores.score(j, b);
                    }
                }
            }
        }
        return Symmetric.sandwich(scores.bread(), meat, 1);
    }

    private static void same(double[][] expected, PanelCovariance covariance, PanelScores scores) {
        double[][] actual = covariance.of(scores).matrix();
        for (int a = 0; a < expected.length; a++) {
            for (int b = 0; b < expected.length; b++) {
                double scale = Math.sqrt(expected[a][a] * expected[b][b]);
                assertEquals(expected[a][b] / scale, actual[a][b] / scale, 1e-12, covariance.describe());
            }
        }
    }

    @Test
    void threeWaysCountEveryPairThatSharesAGroupOnce() {
        List<Factor> ways = List.of(SCORES.group("unit"), SCORES.group("year"), SCORES.group("region"));
        double[][] slow = slow(SCORES, (i, j) -> ways.stream().anyMatch(way -> way.code(i) == way.code(j)) ? 1 : 0);
        same(slow, Clustered.by("unit", "year", "region").withoutFactors(), SCORES);
    }

    @Test
    void aGroupOfPairsIsMadeOfItsParts() {
        Factor region = SCORES.group("region");
        Factor year = SCORES.group("year");
        double[][] slow =
                slow(SCORES, (i, j) -> region.code(i) == region.code(j) && year.code(i) == year.code(j) ? 1 : 0);
        same(slow, Clustered.by("region^year").withoutFactors(), SCORES);
    }

    @Test
    void driscollAndKraayWeighPairsByTheirDistanceOnTheCalendar() {
        long[] places = SCORES.calendar().places();
        double[][] slow = slow(SCORES, (i, j) -> Math.max(0, 1 - Math.abs(places[i] - places[j]) / 4.0));
        same(slow, PanelDriscollKraay.lags(3).withoutFactor(), SCORES);
    }

    @Test
    void neweyAndWestDoSoWithinUnits() {
        long[] places = SCORES.calendar().places();
        Factor unit = SCORES.group("unit");
        double[][] slow = slow(
                SCORES,
                (i, j) -> unit.code(i) == unit.code(j) ? Math.max(0, 1 - Math.abs(places[i] - places[j]) / 4.0) : 0);
        same(slow, PanelNeweyWest.lags(3).withoutFactor(), SCORES);
    }

    private static PanelScores corridors() {
        Random random = new Random(5);
        List<String> from = new ArrayList<>();
        List<String> to = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            from.add("C" + random.nextInt(50));
            to.add("C" + random.nextInt(50)); // loops among them
        }
        double[][] x = {
            IntStream.range(0, 400).mapToDouble(i -> random.nextGaussian()).toArray(),
            IntStream.range(0, 400).mapToDouble(i -> random.nextGaussian()).toArray()
        };
        double[] y =
                IntStream.range(0, 400).mapToDouble(i -> random.nextGaussian()).toArray();
        Factor origin = Factor.of("origin", from);
        return new PanelFixture(SmallPanel.NAMES, x, y, List.of(origin))
                .ols()
                .groupedBy(List.of(Factor.of("destination", to)));
    }

    @Test
    void dyadicErrorsCountEveryPairOfRowsThatSharesACountryOnce() {
        PanelScores scores = corridors();
        Factor origin = scores.group("origin");
        Factor destination = scores.group("destination");
        double[][] slow = slow(scores, (i, j) -> {
            List<String> ends = List.of(origin.label(origin.code(j)), destination.label(destination.code(j)));
            return ends.contains(origin.label(origin.code(i))) || ends.contains(destination.label(destination.code(i)))
                    ? 1
                    : 0;
        });
        same(slow, Dyadic.of("origin", "destination").withoutFactors(), scores);
        PanelErrors errors = Dyadic.of("origin", "destination").of(scores);
        assertEquals(49, errors.degreesOfFreedom("x1"));
        Close.relative(
                slow[0][0] * 50 / 49 * 399 / (400 - 52),
                errors.matrix()[0][0],
                1e-12,
                "C/(C-1) and (N-1)/(N-K), K = 2 + 50");
    }

    @Test
    void negativeEigenvaluesAreSetToZeroWithAWarning() {
        PanelScores scores = crossed();
        PanelErrors errors = Clustered.by("row", "column").withoutFactors().of(scores);
        assertTrue(errors.warnings().stream().map(Warning::code).toList().contains("W-CLUSTER-003"));
        Symmetric.Eigen eigen = Symmetric.eigen(errors.matrix());
        assertTrue(eigen.values()[0] > 0 && Math.abs(eigen.values()[1]) < 1e-12 * eigen.values()[0]);
        assertEquals(
                "W-CLUSTER-003 the covariance matrix of clustered by row and column, CR0 had negative eigenvalues, which were set to 0; largest"
                        + " change of a variance 1794.4 %",
                errors.warnings().get(errors.warnings().size() - 1).toString());
    }

    /** Scores that sum to 0 along rows and along columns of a table, so that two ways leave minus the sum of squares. */
    private static PanelScores crossed() {
        double[] e = {1, -1, -1, 1, 2, -2, -2, 2};
        double[][] x = {{1, 1, 1, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 1, 1, 1, 2}};
        return PanelScores.of(SmallPanel.NAMES, x, e, new double[][] {{0.25, 0}, {0, 1 / 7.0}})
                .groupedBy(
                        List.of(Factor.of("row", 0, 0, 1, 1, 0, 0, 1, 1), Factor.of("column", 0, 1, 0, 1, 0, 1, 0, 1)));
    }
}
