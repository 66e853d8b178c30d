package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Draws of the parameters about the maximum, each with the logarithm of its weight: likelihood over the density it was drawn from.
 */
final class ParameterDraws {

    private static final double TAILS = 5;

    /** One draw, what comes after at it, and log(likelihood / density). */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Draw(double[] x, Ahead ahead, double logWeight) {}

    private final Objective objective;
    private final double[] centre;
    private final int[] free;
    private final Cholesky curvature;

    private ParameterDraws(Objective objective, double[] centre) {
        this.objective = objective;
        this.centre = centre;
        boolean noCycle = objective.count() > objective.deviations() && centre[objective.deviations() - 1] == 0;
        free = IntStream.range(0, centre.length)
                .filter(i -> !noCycle || i < objective.deviations())
                .toArray();
        curvature = curvature();
    }

    static List<Draw> about(Objective objective, double[] centre, boolean[] counted, int draws, long seed) {
        ParameterDraws about = new ParameterDraws(objective, centre);
        return Streams.of(seed, draws)
                .parallel()
                .map(random -> about.draw(counted, random))
                .toList();
    }

    /** Paths at the parameters as they are, all of one weight. */
    static List<Draw> given(Objective objective, double[] x, boolean[] counted, int paths, long seed) {
        Filter filter = objective.filter(x, Filter.Keep.LIKELIHOOD);
        double[] noise = objective.noise(x);
        return Streams.of(seed, paths)
                .map(random -> new Draw(x, Ahead.of(filter, noise, counted, random), 0))
                .toList();
    }

    /** Minus the second derivatives, a variance of 0 with that of its own; none so flat that it would tell nothing. */
    private Cholesky curvature() {
        Climb climb = Climb.at(objective, centre);
        int[] moving = climb.free();
        double[][] inner = climb.curvature();
        double[] score = objective.score(centre);
        double most = Climb.largest(Arrays.copyOf(centre, objective.deviations()));
        double[][] all = new double[free.length][free.length];
        for (int k = 0; k < free.length; k++) {
            int i = free[k];
            double least = i < objective.deviations() ? 1 / (most * most) : 0.25;
            for (int a = 0; a < moving.length; a++) {
                for (int b = 0; b < moving.length && moving[a] == i; b++) {
                    all[k][Arrays.binarySearch(free, moving[b])] = inner[a][b];
                }
            }
            if (centre[i] == 0 && i < objective.deviations()) {
                all[k][k] = -2 * score[i];
            }
            all[k][k] = Math.max(all[k][k], 0) + least;
        }
        return Cholesky.of(all);
    }

    private Draw draw(boolean[] counted, RandomGenerator random) {
        double[] z = new double[free.length];
        Arrays.setAll(z, k -> random.nextGaussian());
        double chi = 0;
        for (int d = 0; d < TAILS; d++) {
            double g = random.nextGaussian();
            chi += g * g;
        }
        double[] step = curvature.back(z);
        double[] x = centre.clone();
        for (int k = 0; k < free.length; k++) {
            double moved = x[free[k]] + step[k] * Math.sqrt(TAILS / chi);
            x[free[k]] = free[k] < objective.deviations() ? Math.abs(moved) : moved;
        }
        Objective own = objective.copy();
        Filter filter = own.filter(x, Filter.Keep.LIKELIHOOD);
        double logWeight = filter.logLikelihood() + own.flatPrior(x) - logDensity(x);
        return new Draw(
                x,
                Ahead.of(filter, own.noise(x), counted, random),
                Double.isFinite(logWeight) ? logWeight : Double.NEGATIVE_INFINITY);
    }

    /** Of the t distribution folded at 0: the sum over the signs of the standard deviations. */
    private double logDensity(double[] x) {
        int p = objective.deviations();
        double[] logs = new double[1 << p];
        for (int signs = 0; signs < logs.length; signs++) {
            double[] off = new double[free.length];
            for (int k = 0; k < free.length; k++) {
                int i = free[k];
                off[k] = (i < p && (signs >> i & 1) == 1 ? -x[i] : x[i]) - centre[i];
            }
            logs[signs] = -0.5 * (TAILS + free.length) * Math.log1p(curvature.quadratic(off) / TAILS);
        }
        double most = Arrays.stream(logs).max().orElseThrow();
        return most
                + Math.log(Arrays.stream(logs).map(log -> Math.exp(log - most)).sum());
    }

    /** The weights, which sum to 1. */
    static double[] weights(List<Draw> draws) {
        double most = draws.stream().mapToDouble(Draw::logWeight).max().orElseThrow();
        double[] weights =
                draws.stream().mapToDouble(d -> Math.exp(d.logWeight() - most)).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double whole = sum;
        return Arrays.stream(weights).map(weight -> weight / whole).toArray();
    }
}
