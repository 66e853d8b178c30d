package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The estimate repeated on units drawn, left out or treated for show. Each replicate has a random stream of its own, split in order from one
 * seed, so that the number of threads changes no bit.
 */
final class Replicates {

    private static final int LEAST_DONORS = 2;

    private final AdoptionPanel data;
    private final EffectMeans means;
    private final Counterfactuals method;

    Replicates(AdoptionPanel data, Counterfactuals method) {
        this.data = data;
        this.means = new EffectMeans(data);
        this.method = method;
    }

    /**
     * Untreated units in the place of the treated, who are left out: with one treated unit and no more others than
     * draws each of them in turn, otherwise so many draws.
     */
    double[][] placebos(int draws, long seed) {
        int[] never = data.never();
        int[] starts = Arrays.stream(data.treated()).map(i -> data.starts()[i]).toArray();
        if (isEnumerated(data, draws)) {
            return each(never.length, b -> one(placebo(never, new int[] {b}, starts)));
        }
        RandomGenerator[] streams = streams(draws, seed);
        return each(draws, b -> one(placebo(never, chosen(never.length, starts.length, streams[b]), starts)));
    }

    static boolean isEnumerated(AdoptionPanel data, int draws) {
        return data.treated().length == 1 && data.never().length <= draws;
    }

    private AdoptionPanel placebo(int[] never, int[] chosen, int[] starts) {
        int[] assigned = new int[never.length];
        Arrays.fill(assigned, data.periods());
        for (int k = 0; k < chosen.length; k++) {
            assigned[chosen[k]] = starts[k];
        }
        return data.rows(never, assigned);
    }

    private static int[] chosen(int of, int count, RandomGenerator random) {
        int[] deck = IntStream.range(0, of).toArray();
        for (int k = 0; k < count; k++) {
            int other = k + random.nextInt(of - k);
            int card = deck[other];
            deck[other] = deck[k];
            deck[k] = card;
        }
        return Arrays.copyOf(deck, count);
    }

    /** As many units drawn with replacement as there are; again where too few of either kind are among them. */
    double[][] bootstrap(int draws, long seed) {
        RandomGenerator[] streams = streams(draws, seed);
        return each(draws, b -> one(data.rows(drawn(streams[b]))));
    }

    private int[] drawn(RandomGenerator random) {
        int n = data.starts().length;
        while (true) {
            int[] rows =
                    IntStream.range(0, n).map(k -> random.nextInt(n)).sorted().toArray();
            long treated = Arrays.stream(rows).filter(data::isTreated).count();
            long donors = Arrays.stream(rows)
                    .filter(i -> !data.isTreated(i))
                    .distinct()
                    .count();
            if (treated > 0 && donors >= LEAST_DONORS) {
                return rows;
            }
        }
    }

    /** Without each unit in turn. */
    double[][] jackknife() {
        return each(data.starts().length, b -> one(data.rows(others(b))));
    }

    int[] others(int left) {
        return IntStream.range(0, data.starts().length).filter(i -> i != left).toArray();
    }

    private double[] one(AdoptionPanel replicate) {
        return means.of(replicate, method.of(replicate));
    }

    static double[][] each(int count, IntFunction<double[]> replicate) {
        return IntStream.range(0, count).parallel().mapToObj(replicate).toArray(double[][]::new);
    }

    static RandomGenerator[] streams(int count, long seed) {
        SplittableGenerator root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom")
                .create(seed);
        return Stream.generate(root::split).limit(count).toArray(RandomGenerator[]::new);
    }
}
