package org.migrationimpact.inference;

/**
 * Random bits that are a function of seed, draw and place, and of nothing else: draw 17 is the same on any thread, whatever was drawn
 * before. The mixing function is the one of SplittableRandom, Steele, Lea and Flood (2014), doi:10.1145/2660193.2660195.
 */
final class Counter {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Counter() {}

    static long bits(long seed, long draw, long place) {
        return mix(mix(mix(seed + GOLDEN) + (draw + 1) * GOLDEN) + (place + 1) * GOLDEN);
    }

    /** A whole number from 0 to bound − 1. */
    static int below(int bound, long seed, long draw, long place) {
        return (int) (((bits(seed, draw, place) >>> 32) * bound) >>> 32);
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
