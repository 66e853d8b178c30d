package org.migrationimpact.assess;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.migrationimpact.data.EstimationException;

/** Repeated work with a stream of random numbers each, split in order from one seed: the same on any number of threads. */
final class Draws {

    private Draws() {}

    static <T> List<T> of(long seed, int count, Function<RandomGenerator, T> work) {
        SplittableGenerator root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom")
                .create(seed);
        SplittableGenerator[] streams =
                Stream.generate(root::split).limit(count).toArray(SplittableGenerator[]::new);
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> {
                    requireNotStopped(i, count);
                    return work.apply(streams[i]);
                })
                .toList();
    }

    private static void requireNotStopped(int at, int count) {
        if (Thread.currentThread().isInterrupted()) {
            throw new EstimationException("E-CALIBRATION-004", "interrupted at draw " + (at + 1) + " of " + count);
        }
    }
}
