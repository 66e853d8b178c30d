package org.migrationimpact.did;

import java.util.stream.IntStream;

/**
 * Sums of multiplier times influence, for every draw and column. Eight units at a time: all 256 sums that their multipliers can make are
 * tabled once, and a draw adds the one that its bits name, so that a draw costs an eighth of an addition a unit.
 *
 * <p>The bits of a draw come from a stream of its own, counted on from seed and draw (SplitMix64: Steele, Lea and Flood 2014,
 * doi:10.1145/2714064.2660195), and every sum is taken in the order of the units: threads change nothing.
 */
final class MultiplierDraws {

    private static final int OCTET = 8;
    private static final int MASKS = 1 << OCTET;
    private static final int CHUNK = 8; // columns at a time: their table stays in the first-level cache
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final MultiplierBootstrap bootstrap;
    private final int draws;
    private final byte[] bits; // by octet of units, then by draw

    private MultiplierDraws(MultiplierBootstrap bootstrap, int units) {
        this.bootstrap = bootstrap;
        this.draws = bootstrap.draws();
        int words = (units + Long.SIZE - 1) / Long.SIZE;
        this.bits = new byte[Math.multiplyExact(words * Long.BYTES, draws)];
        long[] streams = IntStream.range(0, draws)
                .mapToLong(draw -> stream(bootstrap, draw))
                .toArray();
        IntStream.range(0, words).parallel().forEach(word -> fill(word, streams));
    }

    private static long stream(MultiplierBootstrap bootstrap, int draw) {
        return mixed(bootstrap.seed() + GOLDEN * (draw + 1L));
    }

    /** One row of sums for each column. */
    static double[][] of(Influence influence, MultiplierBootstrap bootstrap) {
        MultiplierDraws multipliers = new MultiplierDraws(bootstrap, influence.units());
        double[][] sums = new double[influence.columns()][];
        int chunks = (influence.columns() + CHUNK - 1) / CHUNK;
        IntStream.range(0, chunks).parallel().forEach(chunk -> multipliers.sum(influence, chunk * CHUNK, sums));
        return sums;
    }

    private void fill(int word, long[] streams) {
        boolean fair = bootstrap.multiplier().chanceOfHigh() == 0.5;
        for (int draw = 0; draw < draws; draw++) {
            long sixtyFour = fair ? mixed(streams[draw] + GOLDEN * (word + 1L)) : biased(streams[draw], word);
            for (int octet = 0; octet < Long.BYTES; octet++) {
                bits[(word * Long.BYTES + octet) * draws + draw] = (byte) (sixtyFour >>> (octet * OCTET));
            }
        }
    }

    private long biased(long stream, int word) {
        long mask = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            double uniform = (mixed(stream + GOLDEN * ((long) word * Long.SIZE + bit + 1)) >>> 11) * 0x1.0p-53;
            mask |= uniform < bootstrap.multiplier().chanceOfHigh() ? 1L << bit : 0;
        }
        return mask;
    }

    /** Whether a unit has the high multiplier in a draw. */
    static boolean isHigh(MultiplierBootstrap bootstrap, int unit, int draw) {
        long stream = stream(bootstrap, draw);
        if (bootstrap.multiplier().chanceOfHigh() == 0.5) {
            return (mixed(stream + GOLDEN * (unit / Long.SIZE + 1L)) >>> (unit % Long.SIZE) & 1) == 1;
        }
        double uniform = (mixed(stream + GOLDEN * (unit + 1L)) >>> 11) * 0x1.0p-53;
        return uniform < bootstrap.multiplier().chanceOfHigh();
    }

    private static long mixed(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    /** Fills the sums of up to eight columns. */
    private void sum(Influence influence, int from, double[][] sums) {
        int width = Math.min(CHUNK, influence.columns() - from);
        double[][] columns = new double[CHUNK][];
        double[] total = new double[CHUNK];
        for (int j = 0; j < CHUNK; j++) {
            columns[j] = j < width ? influence.dense(from + j) : new double[influence.units()];
            for (double value : columns[j]) {
                total[j] += value;
            }
        }
        double[] high = new double[draws * CHUNK]; // sums over the units with the high multiplier
        double[] table = new double[MASKS * CHUNK];
        for (int octet = 0; octet * OCTET < influence.units(); octet++) {
            if (tabled(columns, octet * OCTET, influence.units(), table)) {
                add(high, table, octet * draws);
            }
        }
        double step = bootstrap.multiplier().high() - bootstrap.multiplier().low();
        for (int j = 0; j < width; j++) {
            double[] sum = new double[draws];
            for (int draw = 0; draw < draws; draw++) {
                sum[draw] = bootstrap.multiplier().low() * total[j] + step * high[draw * CHUNK + j];
            }
            sums[from + j] = sum;
        }
    }

    /** Tables the sums of every subset of eight units; says whether any of them is other than 0. */
    private static boolean tabled(double[][] columns, int first, int units, double[] table) {
        boolean any = false;
        for (int bit = 0; bit < OCTET; bit++) {
            int half = 1 << bit;
            for (int j = 0; j < CHUNK; j++) {
                double value = first + bit < units ? columns[j][first + bit] : 0;
                any |= value != 0;
                table[half * CHUNK + j] = value;
            }
            for (int mask = half + 1; mask < 2 * half; mask++) {
                for (int j = 0; j < CHUNK; j++) {
                    table[mask * CHUNK + j] = table[half * CHUNK + j] + table[(mask - half) * CHUNK + j];
                }
            }
        }
        return any;
    }

    private void add(double[] high, double[] table, int offset) {
        for (int draw = 0; draw < draws; draw++) {
            int at = (bits[offset + draw] & (MASKS - 1)) * CHUNK;
            int to = draw * CHUNK;
            high[to] += table[at];
            high[to + 1] += table[at + 1];
            high[to + 2] += table[at + 2];
            high[to + 3] += table[at + 3];
            high[to + 4] += table[at + 4];
            high[to + 5] += table[at + 5];
            high[to + 6] += table[at + 6];
            high[to + 7] += table[at + 7];
        }
    }
}
