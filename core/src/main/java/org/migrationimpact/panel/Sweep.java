package org.migrationimpact.panel;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Passes over all rows, with the weights they have now. The work is cut into the chunks of the layout, which threads may share; each
 * chunk adds up by itself and the sums are added in the order of the chunks, so the number of threads changes no bit.
 */
final class Sweep {

    private final Layout layout;
    private final double[] inverse;
    private final double[] inverseSmall;
    private final double[] small;
    private double[] weights;
    private Kernel kernel;
    private double[][][] parts = new double[0][][];
    private int version;

    Sweep(Layout layout, double[] weights) {
        this.layout = layout;
        this.weights = weights;
        this.inverse = new double[layout.groups()];
        this.small = new double[layout.small()];
        this.inverseSmall = new double[layout.small()];
        this.kernel = new Kernel(layout, weights, inverse);
        reweigh(weights);
    }

    Layout layout() {
        return layout;
    }

    double[] weights() {
        return weights;
    }

    /** Changes with the weights. */
    int version() {
        return version;
    }

    /** 1 over the weight of each level of the primary effect. */
    double[] inverse() {
        return inverse;
    }

    /** The weight of each level of the small side. */
    double[] smallWeights() {
        return small;
    }

    /** 1 over that. */
    double[] inverseSmall() {
        return inverseSmall;
    }

    /** Takes other weights, by place. */
    void reweigh(double[] others) {
        weights = others;
        version++;
        kernel = new Kernel(layout, others, inverse);
        prepare(1);
        each(c -> weigh(c, parts[c][0]));
        collect(0, small);
        for (int l = 0; l < small.length; l++) {
            inverseSmall[l] = small[l] > 0 ? 1 / small[l] : 0;
        }
    }

    private void weigh(int chunk, double[] out) {
        int[] bounds = layout.chunks()[chunk];
        int[] start = layout.start();
        for (int g = bounds[0]; g < bounds[bounds.length - 1]; g++) {
            double sum = 0;
            for (int i = start[g]; i < start[g + 1]; i++) {
                sum += weights[i];
            }
            inverse[g] = sum > 0 ? 1 / sum : 0;
        }
        int from = start[bounds[0]];
        int to = start[bounds[bounds.length - 1]];
        for (int[] code : layout.codes()) {
            for (int i = from; i < to; i++) {
                out[code[i]] += weights[i];
            }
        }
    }

    /** {@code out[k] = S v[k]}, S being the Schur complement of the small side. */
    void products(List<double[]> v, List<double[]> out) {
        prepare(v.size());
        each(c -> blocks(c, (from, to) -> {
            for (int k = 0; k < v.size(); k++) {
                kernel.product(v.get(k), parts[c][k], from, to);
            }
        }));
        for (int k = 0; k < v.size(); k++) {
            collect(k, out.get(k));
        }
    }

    /** Takes the next move of every column and fills its residual and score. */
    void residuals(List<Column> columns) {
        prepare(columns.size());
        double[][] squares = new double[columns.size()][layout.chunks().length];
        each(c -> blocks(c, (from, to) -> {
            for (int k = 0; k < columns.size(); k++) {
                Column one = columns.get(k);
                squares[k][c] += kernel.residual(one.source(), one.move, one.residual, parts[c][k], from, to);
            }
        }));
        for (int k = 0; k < columns.size(); k++) {
            collect(k, columns.get(k).score);
            columns.get(k).squares = sum(squares[k]);
            columns.get(k).moved();
        }
    }

    /** A sum over places, chunk by chunk. */
    double total(PlaceSum part) {
        return totalOf(c -> {
            int[] bounds = layout.chunks()[c];
            return part.of(layout.start()[bounds[0]], layout.start()[bounds[bounds.length - 1]]);
        });
    }

    private double totalOf(IntToDoubleFunction part) {
        double[] sums = new double[layout.chunks().length];
        each(c -> sums[c] = part.applyAsDouble(c));
        return sum(sums);
    }

    /** What each chunk makes of its places, in the order of the chunks. */
    double[][] byChunk(int numbers, PlaceNumbers part) {
        double[][] found = new double[layout.chunks().length][numbers];
        each(c -> {
            int[] bounds = layout.chunks()[c];
            part.into(found[c], layout.start()[bounds[0]], layout.start()[bounds[bounds.length - 1]]);
        });
        return found;
    }

    /** Numbers from the places from {@code from} to before {@code to}. */
    interface PlaceNumbers {
        void into(double[] numbers, int from, int to);
    }

    /** A sum over the places from {@code from} to before {@code to}. */
    interface PlaceSum {
        double of(int from, int to);
    }

    private interface Block {
        void work(int from, int to);
    }

    private void blocks(int chunk, Block block) {
        int[] bounds = layout.chunks()[chunk];
        for (int b = 1; b < bounds.length; b++) {
            block.work(bounds[b - 1], bounds[b]);
        }
    }

    private void each(IntConsumer work) {
        int chunks = layout.chunks().length;
        if (chunks == 1) {
            work.accept(0);
        } else {
            IntStream.range(0, chunks).parallel().forEach(work);
        }
    }

    private void prepare(int columns) {
        if (parts.length == 0 || parts[0].length < columns) {
            parts = new double[layout.chunks().length][columns][layout.small()];
        }
    }

    /** Adds the chunks' sums up and leaves them zero for the next pass. */
    private void collect(int column, double[] out) {
        System.arraycopy(parts[0][column], 0, out, 0, out.length);
        Arrays.fill(parts[0][column], 0);
        for (int c = 1; c < parts.length; c++) {
            double[] part = parts[c][column];
            for (int l = 0; l < out.length; l++) {
                out[l] += part[l];
                part[l] = 0;
            }
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
