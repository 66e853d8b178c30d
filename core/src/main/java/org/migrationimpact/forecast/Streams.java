package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;

/** Streams of random numbers, one a draw, split in order from one seed: the same on any number of threads. */
final class Streams {

    private Streams() {}

    static Stream<RandomGenerator> of(long seed, int count) {
        SplittableGenerator root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom")
                .create(seed);
        SplittableGenerator[] streams =
                Stream.generate(root::split).limit(count).toArray(SplittableGenerator[]::new);
        return Arrays.stream(streams);
    }
}
