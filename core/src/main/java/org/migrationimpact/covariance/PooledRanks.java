package org.migrationimpact.covariance;

import java.util.Arrays;
import java.util.List;

/**
 * Several treated units, each with its place among placebos of its own: where nothing happened every place is equally likely, and the p-value
 * is the chance that the sum of places, the most extreme being the first, is as small as observed or smaller. It takes the places as
 * independent, which placebos in common make them only nearly.
 *
 * <p>Source: Dube and Zipperer (2015), Pooling multiple case studies using synthetic controls, IZA discussion paper 8944.
 *
 * @param ranks one a treated unit
 */
public record PooledRanks(List<PlaceboRank> ranks) implements Uncertainty {

    private static final long serialVersionUID = 1L;

    public PooledRanks {
        ranks = List.copyOf(ranks);
        if (ranks.isEmpty()) {
            throw new IllegalArgumentException("at least one rank, got none");
        }
    }

    /** The smallest p-value that so many placebos can give. */
    public double resolution() {
        return ranks.stream().mapToDouble(PlaceboRank::resolution).reduce(1, (a, b) -> a * b);
    }

    @Override
    public double standardError() {
        return Double.NaN;
    }

    @Override
    public double degreesOfFreedom() {
        return Double.NaN;
    }

    @Override
    public double statistic(double estimate) {
        return Double.NaN;
    }

    @Override
    public double pValue(double estimate) {
        double[] chance = {1};
        int sum = 0;
        for (PlaceboRank rank : ranks) {
            chance = withOneMore(chance, rank.placebos() + 1);
            sum += rank.beyond();
        }
        return Math.min(1, Arrays.stream(chance, 0, sum + 1).sum());
    }

    /** The chances of sums of places from 0, with one more place among so many. */
    private static double[] withOneMore(double[] chance, int places) {
        double[] more = new double[chance.length + places - 1];
        for (int i = 0; i < chance.length; i++) {
            for (int k = 0; k < places; k++) {
                more[i + k] += chance[i] / places;
            }
        }
        return more;
    }

    /** Without ends: places tell of no interval. */
    @Override
    public Interval interval(double estimate, double level) {
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Interval.requireLevel(level));
    }
}
