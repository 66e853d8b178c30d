package org.migrationimpact.compare;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;

/**
 * How uncertain is the mean of values that depend on those near them? All overlapping blocks of consecutive values, of which a draw takes
 * {@code ⌊n/length⌋} with replacement, so that dependence inside a block survives. R: {@code boot::tsboot(values, mean, l = length, sim =
 * "fixed", endcorr = FALSE)}.
 *
 * <p>The mean and error of infinitely many draws are known exactly, so they are not drawn. Source: Künsch (1989),
 * doi:10.1214/aos/1176347265.
 */
public final class MovingBlocks {

    private final double[] means;
    private final int perDraw;
    private final Moments moments;

    private MovingBlocks(double[] means, int perDraw) {
        this.means = means;
        this.perDraw = perDraw;
        this.moments = Moments.of(means);
    }

    /**
     * Blocks of so many consecutive values.
     *
     * @throws DataException E-SAMPLES-009 for fewer than two blocks a draw
     */
    public static MovingBlocks of(double[] values, int length) {
        Sides.requireFinite(values);
        if (length < 1) {
            throw new IllegalArgumentException("a block has 1 value or more, got " + length);
        }
        if (values.length / length < 2) {
            throw new DataException(
                    "E-SAMPLES-009",
                    values.length + " values have not two blocks of " + length + "; take shorter ones");
        }
        double[] means = IntStream.rangeClosed(0, values.length - length)
                .mapToDouble(i ->
                        Moments.of(Arrays.copyOfRange(values, i, i + length)).mean())
                .toArray();
        return new MovingBlocks(means, values.length / length);
    }

    /** The mean of infinitely many draws: that of all block means. It differs a little from the mean of the values. */
    public double mean() {
        return moments.mean();
    }

    /** The standard deviation of infinitely many draws: {@code √(Σ(block mean − mean)² / number of blocks / blocks a draw)}. */
    public double standardError() {
        return Math.sqrt(moments.variance() * (means.length - 1.0) / means.length / perDraw);
    }

    /** How many blocks make up a draw. */
    public int perDraw() {
        return perDraw;
    }

    /** The moments of the block means of one draw: their mean is that of the draw, their variance of the mean its estimated one. */
    public Moments draw(RandomGenerator random) {
        return Moments.of(IntStream.range(0, perDraw)
                .mapToDouble(b -> means[random.nextInt(means.length)])
                .toArray());
    }
}
