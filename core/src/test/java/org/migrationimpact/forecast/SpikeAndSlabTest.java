package org.migrationimpact.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Season;

class SpikeAndSlabTest {

    private static final Period FIRST = Period.month(2010, 1);
    private static final StructuralModel MODEL = StructuralModel.localLevel().with(Season.NONE);

    private static Series series(String name, double... values) {
        return Series.of(name, "units", FIRST, values);
    }

    private static List<Series> columns(int count, int n) {
        Random random = new Random(5);
        return IntStream.range(0, count)
                .mapToObj(j -> series("x" + j, random.doubles(n, -1, 1).toArray()))
                .toList();
    }

    /** A level that moves, and twice x1 and minus once x2. */
    private static Series response(List<Series> columns, int n) {
        Random random = new Random(9);
        double[] y = new double[n];
        double level = 50;
        for (int t = 0; t < n; t++) {
            level += 0.2 * random.nextGaussian();
            y[t] = level + 2 * columns.get(1).value(t) - columns.get(2).value(t) + 0.5 * random.nextGaussian();
        }
        return series("y", y);
    }

    @Test
    void theColumnsThatMadeTheSeriesAreChosen() {
        List<Series> columns = columns(8, 96);
        SpikeAndSlab.Choice choice =
                SpikeAndSlab.seeded(1).choose(MODEL.withRegressors(columns), response(columns, 96));
        assertThat(choice.model().regressors().stream().map(Series::name)).containsExactly("x1", "x2");
        assertEquals(8, choice.inclusions().size());
        assertThat(choice.inclusions().get(1).probability()).isGreaterThan(0.999);
        assertThat(choice.inclusions().get(0).probability()).isLessThan(0.3);
        assertEquals(0, choice.inclusions().get(0).monteCarloError());
        assertThat(choice.rounds()).isBetween(2, 3);
    }

    @Test
    void gibbsSamplingGivesTheProbabilitiesOfGoingThroughEverySet() {
        Random random = new Random(2);
        double[][] x = IntStream.range(0, 8)
                .mapToObj(j -> random.doubles(60, -1, 1).toArray())
                .toArray(double[][]::new);
        x[1] = IntStream.range(0, 60).mapToDouble(t -> x[0][t] + 0.5 * x[1][t]).toArray();
        double[] y = IntStream.range(0, 60)
                .mapToDouble(t -> 0.5 * x[0][t] + 0.4 * x[3][t] + random.nextGaussian())
                .toArray();
        InclusionOdds odds = new InclusionOdds(y, x, 0.25);
        double[] exact = odds.enumerated();
        List<Series> names = columns(8, 3);
        List<Inclusion> drawn = SpikeAndSlab.seeded(3).drawn(names, odds);
        for (int j = 0; j < 8; j++) {
            Inclusion each = drawn.get(j);
            assertTrue(each.monteCarloError() > 0 && each.monteCarloError() < 0.05, each.toString());
            assertEquals(exact[j], each.probability(), 4 * each.monteCarloError() + 1e-4, each.toString());
        }
        assertEquals(drawn, SpikeAndSlab.seeded(3).drawn(names, odds));
    }

    /** The obvious twin of one column: a Bayes factor from the marginal density of a multivariate t, by its covariance matrix. */
    @Test
    void theOddsOfOneColumnAreThoseOfItsMarginalDensity() {
        double[] x = {1, -2, 0.5, 3, -1, 0.2};
        double[] y = {0.8, -1.1, 0.9, 2.2, -1.4, 0.1};
        InclusionOdds odds = new InclusionOdds(y, new double[][] {x}, 0.5);
        double xx = Arrays.stream(x).map(v -> v * v).sum();
        double yy = Arrays.stream(y).map(v -> v * v).sum();
        double xy = IntStream.range(0, 6).mapToDouble(t -> x[t] * y[t]).sum();
        // V = I + 6/xx x x': |V| = 7, y'V⁻¹y = yy − (6/7) xy²/xx
        double quadratic = yy - 6 / 7.0 * xy * xy / xx;
        double small = 0.01 * yy / 6;
        double factor = -0.5 * Math.log(7) - 6.01 / 2 * Math.log((small + quadratic) / (small + yy));
        Close.relative(factor, odds.log(true) - odds.log(false), 1e-12, "log Bayes factor");
    }

    @Test
    void changesOfUnitsAndAConstantLeaveTheProbabilities() {
        List<Series> columns = columns(4, 60);
        Series y = response(columns, 60);
        List<Inclusion> here =
                SpikeAndSlab.seeded(1).choose(MODEL.withRegressors(columns), y).inclusions();
        List<Series> moved = columns.stream()
                .map(x -> series(
                        x.name(),
                        Arrays.stream(x.values()).map(v -> 1000 * v + 7).toArray()))
                .toList();
        Series other =
                series("y", Arrays.stream(y.values()).map(v -> 32 * v + 100).toArray());
        List<Inclusion> there = SpikeAndSlab.seeded(1)
                .choose(MODEL.withRegressors(moved), other)
                .inclusions();
        for (int j = 0; j < 4; j++) {
            assertEquals(here.get(j).probability(), there.get(j).probability(), 1e-6);
        }
    }

    @Test
    void manyColumnsAreDrawnAndTellTheirError() throws Exception {
        List<Series> columns = columns(20, 96);
        SpikeAndSlab.Choice choice =
                SpikeAndSlab.seeded(4).expecting(2).choose(MODEL.withRegressors(columns), response(columns, 96));
        assertThat(choice.model().regressors().stream().map(Series::name)).contains("x1", "x2");
        assertThat(choice.inclusions().stream()
                        .mapToDouble(Inclusion::monteCarloError)
                        .max()
                        .orElseThrow())
                .isBetween(1e-6, 0.05);
        assertEquals(
                choice.inclusions().toString(),
                ((SpikeAndSlab.Choice) Serialized.copy(choice)).inclusions().toString());
    }

    @Test
    void whatCannotBeChosenIsRefused() {
        Series y = response(columns(3, 60), 60);
        Refusal.of(
                InputException.class,
                "E-CHOICE-001 a choice among the columns of y has 0 of them; it takes 1 to 200",
                () -> SpikeAndSlab.seeded(1).choose(MODEL, y));
        double[] same = new double[60];
        Arrays.fill(same, 4);
        Refusal.of(
                EstimationException.class,
                "E-CHOICE-002 four is made of the level, slope and season of the model for y; leave it out",
                () -> SpikeAndSlab.seeded(1).choose(MODEL.withRegressors(List.of(series("four", same))), y));
        Refusal.argument(
                "expected columns are above 0, got 0.0",
                () -> SpikeAndSlab.seeded(1).expecting(0));
    }
}
