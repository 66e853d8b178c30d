package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.migrationimpact.data.DataException;

/**
 * Errors of a factor model from draws of data like those at hand, without an effect: the never treated are what was fitted with the misses of one
 * of them, over all periods, and the treated what was predicted with the misses of a never treated unit that was predicted from the others as
 * if it were treated. Each draw is fitted anew with the same number of factors.
 *
 * <p>Source: Xu (2017), doi:10.1017/pan.2016.2, algorithm 2, with every never treated unit predicted once in place of draws of them.
 */
final class ParametricBootstrap {

    private final AdoptionPanel data;
    private final FactorModel model;
    private final int rank;
    private final double[][] predicted;

    ParametricBootstrap(AdoptionPanel data, FactorModel model, int rank) {
        this.data = data;
        this.model = model;
        this.rank = rank;
        this.predicted = FactorCounterfactuals.predicted(data, model);
    }

    static void require(AdoptionPanel data) {
        long missing = Arrays.stream(data.values())
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isNaN)
                .count();
        if (missing > 0) {
            throw new DataException(
                    "E-FACTOR-002",
                    "a parametric bootstrap draws whole rows of misses and needs every cell, " + missing
                            + " are missing; take placebo errors");
        }
    }

    ReplicatedErrors errors(int draws, long seed) {
        double[][] misses = model.misses(data);
        int[] cohorts = data.cohorts();
        double[][][] ahead = Arrays.stream(cohorts).mapToObj(this::missesAhead).toArray(double[][][]::new);
        RandomGenerator[] streams = Replicates.streams(draws, seed);
        EffectMeans means = new EffectMeans(data);
        double[][] replicates = Replicates.each(draws, b -> {
            AdoptionPanel drawn = data.with(drawn(misses, ahead, cohorts, streams[b]));
            return means.of(drawn, new FactorCounterfactuals(rank).of(drawn));
        });
        return new ReplicatedErrors(
                Spread.ofDraws(replicates),
                replicates,
                "parametric bootstrap, " + draws + " draws, seed " + seed,
                Optional.empty());
    }

    /** What each never treated unit misses when the others predict it as if it were treated from this column on. */
    private double[][] missesAhead(int start) {
        int[] never = data.never();
        return Replicates.each(never.length, k -> {
            int[] starts = new int[never.length];
            Arrays.fill(starts, data.periods());
            starts[k] = start;
            AdoptionPanel others = data.rows(never, starts);
            double[] expected = new FactorCounterfactuals(rank).of(others)[k];
            double[] misses = data.values()[never[k]].clone();
            for (int t = 0; t < misses.length; t++) {
                misses[t] -= expected[t];
            }
            return misses;
        });
    }

    private double[][] drawn(double[][] misses, double[][][] ahead, int[] cohorts, RandomGenerator random) {
        double[][] values = new double[data.starts().length][];
        int place = 0;
        for (int i = 0; i < values.length; i++) {
            boolean treated = data.isTreated(i);
            double[] base = treated ? predicted[i].clone() : model.fitted(place++);
            double[][] pool = treated ? ahead[Arrays.binarySearch(cohorts, data.starts()[i])] : misses;
            double[] noise = pool[random.nextInt(pool.length)];
            for (int t = 0; t < base.length; t++) {
                base[t] += noise[t];
            }
            values[i] = base;
        }
        return values;
    }
}
