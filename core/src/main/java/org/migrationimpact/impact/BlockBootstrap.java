package org.migrationimpact.impact;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.migrationimpact.compare.Moments;
import org.migrationimpact.compare.MovingBlocks;
import org.migrationimpact.covariance.Resampled;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/**
 * Difference of means with moving blocks: within each side, blocks of consecutive periods are drawn with replacement, so that dependence
 * inside a block survives. Draws are studentised by the variance of their block means; the interval is the percentile-t one.
 *
 * <p>The standard error is the exact one of the moving-block bootstrap: √(variance of all overlapping block means / number of blocks), on
 * each side. Source: Künsch (1989), doi:10.1214/aos/1176347265; Götze and Künsch (1996), doi:10.1214/aos/1069362303.
 *
 * @param blockLength periods a block; 0 for the automatic ⌈n^(1/3)⌉, n being the shorter side
 * @param draws how many draws, at least 99
 * @param seed one seed gives the same draws on any number of threads
 */
public record BlockBootstrap(int blockLength, int draws, long seed) implements Comparison {

    public BlockBootstrap {
        if (blockLength < 0) {
            throw new IllegalArgumentException("a block has 1 period or more (0 is automatic), got " + blockLength);
        }
        if (draws < 99 || draws > 1_000_000) {
            throw new IllegalArgumentException("draws must be 99 to 1000000, got " + draws);
        }
    }

    @Override
    public Compared compare(TwoSamples samples) {
        if (samples.scale() == Scale.PERCENT) {
            throw new InputException(
                    "E-BOOT-001", "the block bootstrap compares levels or logarithms; take log for relative changes");
        }
        requireNoGaps(samples);
        int shorter = Math.min(samples.before().length, samples.after().length);
        int length = blockLength > 0 ? blockLength : (int) Math.ceil(Math.cbrt(shorter));
        MovingBlocks before = blocks(samples, samples.before(), length);
        MovingBlocks after = blocks(samples, samples.after(), length);
        double change = samples.meanAfter() - samples.meanBefore();
        double error = Math.sqrt(
                variance(before, length, samples.before().length) + variance(after, length, samples.after().length));
        if (error == 0) {
            throw new DataException(
                    "E-BOOT-002",
                    samples.name() + " does not vary between blocks of " + length + "; nothing can be resampled");
        }
        Resampled resampled = new Resampled(error, studentised(before, after));
        return new Compared(
                List.of(new Coefficient("level", change, resampled)),
                List.of(
                        new Convention("test", "moving-block bootstrap of the difference of means, percentile-t"),
                        new Convention("block", length + " periods" + (blockLength > 0 ? "" : " by ⌈n^(1/3)⌉")),
                        new Convention(
                                "draws",
                                String.format(
                                        Locale.ROOT,
                                        "%d from seed %d; Monte Carlo error of the p-value %.4f",
                                        draws,
                                        seed,
                                        resampled.monteCarloError(change)))),
                List.of());
    }

    @Override
    public String toString() {
        return "moving-block bootstrap, blocks of "
                + (blockLength > 0 ? blockLength + " periods" : "⌈n^(1/3)⌉ periods") + ", " + draws
                + " draws from seed " + seed;
    }

    private double[] studentised(MovingBlocks before, MovingBlocks after) {
        SplittableGenerator root = RandomGeneratorFactory.<SplittableGenerator>of("L64X128MixRandom")
                .create(seed);
        SplittableGenerator[] streams =
                Stream.generate(root::split).limit(draws).toArray(SplittableGenerator[]::new);
        return Arrays.stream(streams)
                .parallel()
                .mapToDouble(random -> {
                    Moments first = before.draw(random);
                    Moments second = after.draw(random);
                    double error = Math.sqrt(first.varianceOfMean() + second.varianceOfMean());
                    double off = (second.mean() - after.mean()) - (first.mean() - before.mean());
                    return error == 0 ? Math.copySign(Double.MAX_VALUE, off) : off / error;
                })
                .toArray();
    }

    private static void requireNoGaps(TwoSamples samples) {
        int n0 = samples.before().length;
        for (int i = 1; i < samples.periods().size(); i++) {
            boolean sameSide = i != n0;
            if (sameSide && samples.periods().get(i - 1).until(samples.periods().get(i)) != 1) {
                throw new DataException(
                        "E-BOOT-003",
                        samples.name() + " has nothing between "
                                + samples.periods().get(i - 1) + " and "
                                + samples.periods().get(i)
                                + "; blocks need consecutive periods: choose a window without the gap");
            }
        }
    }

    private static MovingBlocks blocks(TwoSamples samples, double[] values, int length) {
        if (values.length / length < 2) {
            throw new DataException(
                    "E-BOOT-004",
                    samples.name() + " has " + values.length + " periods on one side; two blocks of " + length
                            + " need " + 2 * length + ": take shorter blocks or a longer window");
        }
        return MovingBlocks.of(values, length);
    }

    /** The variance of the mean of one draw, brought to the length of the whole side. */
    private static double variance(MovingBlocks blocks, int length, int values) {
        double error = blocks.standardError();
        return error * error * blocks.perDraw() * length / values;
    }
}
