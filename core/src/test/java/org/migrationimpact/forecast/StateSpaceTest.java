package org.migrationimpact.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationimpact.Close;
import org.migrationimpact.forecast.Filter.Keep;

/** Filter, smoother, forecast and score against the slow twin that writes everything out. */
class StateSpaceTest {

    private static final int SEASONS = 4;
    private static final int N = 34;
    private static final int HORIZON = 6;
    private static final Cycle CYCLE = new Cycle(5, 20);

    private enum Model {
        LEVEL,
        DUMMIES,
        WAVES_AND_COLUMN,
        EVERYTHING
    }

    private final Random random = new Random(7);
    private final double[][] column = new double[N + HORIZON][1];
    private final double[] y = new double[N];

    {
        for (int t = 0; t < N + HORIZON; t++) {
            column[t][0] = t < 9 ? 0 : random.nextGaussian();
        }
        for (int t = 0; t < N; t++) {
            y[t] = 3 + 0.2 * t + Math.sin(t * Math.PI / 2) + random.nextGaussian();
        }
        for (int t : new int[] {0, 3, 4, 17, 18, 19, 20, 21}) {
            y[t] = Double.NaN;
        }
    }

    private StateSpace space(Model model) {
        StateSpace.Builder builder = new StateSpace.Builder().level(Component.STOCHASTIC);
        if (model != Model.LEVEL) {
            builder.slope(Component.STOCHASTIC);
        }
        if (model == Model.DUMMIES || model == Model.EVERYTHING) {
            builder.dummies(SEASONS, Component.STOCHASTIC);
        }
        if (model == Model.WAVES_AND_COLUMN) {
            builder.waves(2, SEASONS, Component.STOCHASTIC);
        }
        if (model == Model.WAVES_AND_COLUMN || model == Model.EVERYTHING) {
            builder.regressors(column);
        }
        builder.endOfDiffuse();
        if (model == Model.EVERYTHING) {
            builder.cycle();
        }
        return builder.build();
    }

    private Objective objective(Model model) {
        return new Objective(space(model), y, model == Model.EVERYTHING ? Optional.of(CYCLE) : Optional.empty());
    }

    private static double[] parameters(Model model) {
        double[] all = {0.9, 0.4, 0.1, 0.3, 0.5, 1.2, -0.4};
        return Arrays.copyOf(
                all,
                switch (model) {
                    case LEVEL -> 2;
                    case DUMMIES, WAVES_AND_COLUMN -> 4;
                    case EVERYTHING -> 7;
                });
    }

    /** The rows of signal and level in each period, and of y with its noise. */
    private final class Rows {
        final List<double[]> signal = new ArrayList<>();
        final List<double[]> level = new ArrayList<>();
        final List<double[]> y = new ArrayList<>();
        private final int starts;
        private int next;
        private final int width;

        Rows(Model model, double[] x, Objective objective) {
            int total = N + HORIZON;
            boolean slopes = model != Model.LEVEL;
            boolean dummies = model == Model.DUMMIES || model == Model.EVERYTHING;
            boolean waves = model == Model.WAVES_AND_COLUMN;
            boolean columns = waves || model == Model.EVERYTHING;
            starts = 1 + (slopes ? 1 : 0) + (dummies || waves ? 3 : 0) + (columns ? 1 : 0);
            width = starts + 9 * total + 2;
            next = starts;
            double[] mu = start(0);
            double[] nu = slopes ? start(1) : new double[width];
            List<double[]> season = new ArrayList<>();
            for (int i = 0; i < 3 && (dummies || waves); i++) {
                season.add(start(2 + i));
            }
            double[] beta = columns ? start(starts - 1) : new double[width];
            double[] cycle = new double[width];
            double[] beside = new double[width];
            double rho = objective.damping(x);
            double angle = 2 * Math.PI / objective.length(x);
            if (model == Model.EVERYTHING) {
                cycle = drawn(x[4] / Math.sqrt(1 - rho * rho));
                beside = drawn(x[4] / Math.sqrt(1 - rho * rho));
            }
            for (int t = 0; t < total; t++) {
                double[] s = new double[width];
                if (dummies) {
                    s = season.get(0);
                } else if (waves) {
                    s = sum(season.get(0), 1, season.get(2), 1);
                }
                double[] all = sum(sum(mu, 1, s, 1), 1, sum(beta, column[t][0], cycle, 1), 1);
                signal.add(all);
                level.add(mu);
                y.add(sum(all, 1, drawn(x[0]), 1));
                mu = sum(sum(mu, 1, nu, 1), 1, drawn(x[1]), 1);
                if (slopes) {
                    nu = sum(nu, 1, drawn(x[2]), 1);
                }
                if (dummies) {
                    double[] fresh = drawn(x[3]);
                    for (double[] one : season) {
                        fresh = sum(fresh, 1, one, -1);
                    }
                    season.add(0, fresh);
                    season.remove(3);
                } else if (waves) {
                    double[] first = season.get(0);
                    double[] second = season.get(1);
                    season.set(0, sum(second, 1, drawn(x[3]), 1));
                    season.set(1, sum(first, -1, drawn(x[3]), 1));
                    season.set(2, sum(season.get(2), -1, drawn(x[3]), 1));
                }
                if (model == Model.EVERYTHING) {
                    double[] before = cycle;
                    cycle = sum(sum(before, rho * Math.cos(angle), beside, rho * Math.sin(angle)), 1, drawn(x[4]), 1);
                    beside = sum(sum(before, -rho * Math.sin(angle), beside, rho * Math.cos(angle)), 1, drawn(x[4]), 1);
                }
            }
        }

        private double[] start(int i) {
            double[] row = new double[width];
            row[i] = 1;
            return row;
        }

        private double[] drawn(double deviation) {
            double[] row = new double[width];
            row[next++] = deviation;
            return row;
        }

        private static double[] sum(double[] a, double x, double[] b, double y) {
            double[] sum = new double[a.length];
            Arrays.setAll(sum, i -> x * a[i] + y * b[i]);
            return sum;
        }
    }

    private DenseTwin twin(Rows rows) {
        DenseTwin twin = new DenseTwin(rows.starts);
        for (int t = 0; t < N; t++) {
            if (!Double.isNaN(y[t])) {
                twin.observe(rows.y.get(t), y[t]);
            }
        }
        twin.solve();
        return twin;
    }

    @ParameterizedTest
    @EnumSource
    void theLikelihoodIsThatOfTheWholeCovarianceMatrixWithStartsByGls(Model model) {
        double[] x = parameters(model);
        Rows rows = new Rows(model, x, objective(model));
        Close.relative(twin(rows).logLikelihood(), objective(model).value(x), 1e-10, "log likelihood");
    }

    @ParameterizedTest
    @EnumSource
    void smoothedStatesAndForecastsAreThoseOfTheTwin(Model model) {
        double[] x = parameters(model);
        Objective objective = objective(model);
        Rows rows = new Rows(model, x, objective);
        DenseTwin twin = twin(rows);
        double[] longer = Arrays.copyOf(y, N + HORIZON);
        Arrays.fill(longer, N, N + HORIZON, Double.NaN);
        Filter filter = Filter.run(objective.space(x), longer, objective.noise(x), Keep.STATES);
        Smoothed smoothed = Smoothed.of(filter);
        int[] level = {0};
        double[] one = {1};
        for (int t = 0; t < N + HORIZON; t++) {
            String when = " in " + t;
            int[] places = filter.space.places(t);
            double[] weights = filter.space.weights(t);
            assertEquals(twin.mean(rows.level.get(t)), smoothed.mean(t, level, one), 1e-9, "level" + when);
            assertEquals(
                    twin.covarianceGivenAll(rows.level.get(t), rows.level.get(t)),
                    smoothed.variance(t, level, one),
                    1e-8,
                    "its variance" + when);
            assertEquals(twin.mean(rows.signal.get(t)), smoothed.mean(t, places, weights), 1e-9, "signal" + when);
            assertEquals(
                    twin.covarianceGivenAll(rows.signal.get(t), rows.signal.get(t)),
                    smoothed.variance(t, places, weights),
                    1e-8,
                    "its variance" + when);
        }
        Horizon horizon = Horizon.after(objective.filter(x, Keep.LIKELIHOOD), objective.noise(x), HORIZON);
        for (int h = 0; h < HORIZON; h++) {
            assertEquals(twin.mean(rows.y.get(N + h)), horizon.mean[h], 1e-9, "forecast " + h);
            for (int k = 0; k < HORIZON; k++) {
                Close.relative(
                        twin.covarianceGivenAll(rows.y.get(N + h), rows.y.get(N + k)),
                        horizon.covariance[h][k],
                        1e-9,
                        "covariance " + h + ", " + k);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSumsCarriedAlongAreThoseOfTheCovarianceMatrix(Model model) {
        double[] x = parameters(model);
        Objective objective = objective(model);
        Filter filter = objective.filter(x, Keep.LIKELIHOOD);
        Horizon horizon = Horizon.after(filter, objective.noise(x), HORIZON);
        boolean[] counted = {true, false, true, true, false, true};
        Ahead ahead = Ahead.of(filter, objective.noise(x), counted, new Random(1));
        for (int h = 0; h < HORIZON; h++) {
            double sum = 0;
            for (int i = 0; i <= h; i++) {
                for (int j = 0; j <= h; j++) {
                    sum += counted[i] && counted[j] ? horizon.covariance[i][j] : 0;
                }
            }
            Close.relative(sum, ahead.sumVariance[h], 1e-12, "sum to " + h);
            Close.relative(horizon.covariance[h][h], ahead.variance[h], 1e-12, "variance " + h);
            Close.relative(horizon.mean[h], ahead.mean[h], 1e-12, "mean " + h);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theScoreIsTheSlopeOfTheLikelihood(Model model) {
        double[] x = parameters(model);
        Objective objective = objective(model);
        double[] gradient = objective.gradient(x);
        for (int i = 0; i < x.length; i++) {
            double[] up = x.clone();
            double[] down = x.clone();
            up[i] += 1e-5;
            down[i] -= 1e-5;
            double slope = (objective.value(up) - objective.value(down)) / 2e-5;
            assertEquals(slope, gradient[i], 1e-6 * Math.max(1, Math.abs(slope)), "parameter " + i);
        }
    }

    @Test
    void aLocalLevelIsTheRecursionOfTheTextbook() {
        double[] values = {2, 5, 3, 4};
        StateSpace space = new StateSpace.Builder()
                .level(Component.STOCHASTIC)
                .endOfDiffuse()
                .build();
        Filter filter = Filter.run(space, values, new double[] {2, 0.5}, Keep.GAINS);
        double a = values[0];
        double p = 2 + 0.5;
        double logs = 0;
        for (int t = 1; t < values.length; t++) {
            double f = p + 2;
            double v = values[t] - a;
            assertEquals(v, filter.innovations[t], 1e-14);
            assertEquals(f, filter.variances[t], 1e-14);
            logs += Math.log(2 * Math.PI) + Math.log(f) + v * v / f;
            a += p / f * v;
            p = p * 2 / f + 0.5;
        }
        assertEquals(-logs / 2, filter.logLikelihood(), 1e-13);
        assertEquals(a, filter.a[0], 1e-14);
        assertEquals(p, filter.p[0], 1e-14);
    }

    @Test
    void theSteadyStateChangesNothing() {
        StateSpace space = new StateSpace.Builder()
                .level(Component.STOCHASTIC)
                .slope(Component.STOCHASTIC)
                .dummies(SEASONS, Component.STOCHASTIC)
                .endOfDiffuse()
                .build();
        double[] noise = {0.5, 0.7, 0.3, 0.9};
        for (int n = 600; n < 604; n++) {
            double[] values = new Random(n).doubles(n).toArray();
            values[7] = Double.NaN;
            Filter steady = Filter.run(space, values, noise, Keep.GAINS);
            Filter full = Filter.run(space, values, noise, Keep.STATES);
            assertTrue(steady.steadyFrom() > 0 && steady.steadyFrom() < 300, "from " + steady.steadyFrom());
            assertEquals(-1, full.steadyFrom());
            Close.relative(full.logLikelihood(), steady.logLikelihood(), 1e-12, "likelihood");
            for (int i = 0; i < full.p.length; i++) {
                assertEquals(full.p[i], steady.p[i], 1e-11, "variance " + i);
            }
            double[] score = Score.of(steady);
            double[] slow = Score.of(full);
            for (int i = 0; i < score.length; i++) {
                Close.relative(slow[i], score[i], 1e-9, "score " + i);
            }
        }
    }
}
