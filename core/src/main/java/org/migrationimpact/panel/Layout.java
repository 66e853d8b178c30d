package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.model.Factor;

/**
 * Rows in the order of {@link RowOrder}, seen from their effects. The effect with most levels comes first; its rows stand together, so
 * that it needs no codes, only where each level begins. The others keep their codes, stacked one after another into one range: the small
 * side.
 */
final class Layout {

    private static final int ROWS_A_CHUNK = 1 << 16;

    /** Levels of the primary effect worked through between one column and the next, so that their rows stay near the processor. */
    private static final int ROWS_A_BLOCK = 1 << 11;

    private final int[] order;
    private final int[] start;
    private final int[][] codes;
    private final int[] offsets;
    private final int[] effects;
    private final int[][] levelOf;
    private final int[][] chunks;

    private Layout(int[] order, int[] effects, int[] start, int[][] codes, int[] offsets, int[][] levelOf) {
        this.order = order;
        this.effects = effects;
        this.start = start;
        this.codes = codes;
        this.offsets = offsets;
        this.levelOf = levelOf;
        this.chunks = chunked(start, chunkCount(order.length, offsets[offsets.length - 1]));
    }

    /** These rows of the factors, at least one factor; {@code values} break ties between rows of one cell. */
    static Layout of(List<Factor> factors, int[] rows, List<double[]> values) {
        int[] effects = IntStream.range(0, factors.size())
                .boxed()
                .sorted(Comparator.comparing(f -> -factors.get(f).levels()))
                .mapToInt(f -> f)
                .toArray();
        List<int[]> all = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        for (int f : effects) {
            all.add(factors.get(f).codes());
            levels.add(factors.get(f).levels());
        }
        int[] order = RowOrder.of(rows, all, levels, values);
        int[][] gathered = new int[effects.length][];
        int[][] levelOf = new int[effects.length][];
        for (int f = 0; f < effects.length; f++) {
            gathered[f] = gather(all.get(f), order);
            levelOf[f] = compact(gathered[f], levels.get(f));
        }
        return new Layout(order, effects, starts(gathered[0]), stack(gathered, levelOf), offsets(levelOf), levelOf);
    }

    private static int[] gather(int[] code, int[] order) {
        int[] gathered = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            gathered[i] = code[order[i]];
        }
        return gathered;
    }

    /** Makes the codes run without gaps; returns the old code of each new one. */
    private static int[] compact(int[] code, int levels) {
        int[] place = new int[levels];
        for (int c : code) {
            place[c] = 1;
        }
        int[] old = new int[levels];
        int used = 0;
        for (int l = 0; l < levels; l++) {
            if (place[l] == 1) {
                old[used] = l;
                place[l] = used++;
            }
        }
        if (used < levels) {
            for (int i = 0; i < code.length; i++) {
                code[i] = place[code[i]];
            }
        }
        return Arrays.copyOf(old, used);
    }

    private static int[] starts(int[] primary) {
        int groups = primary.length == 0 ? 0 : primary[primary.length - 1] + 1;
        int[] start = new int[groups + 1];
        for (int code : primary) {
            start[code + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            start[g + 1] += start[g];
        }
        return start;
    }

    private static int[] offsets(int[][] levelOf) {
        int[] offsets = new int[levelOf.length];
        for (int f = 1; f < levelOf.length; f++) {
            offsets[f] = offsets[f - 1] + levelOf[f].length;
        }
        return offsets;
    }

    private static int[][] stack(int[][] gathered, int[][] levelOf) {
        int[] offsets = offsets(levelOf);
        int[][] codes = new int[gathered.length - 1][];
        for (int f = 1; f < gathered.length; f++) {
            codes[f - 1] = gathered[f];
            for (int i = 0; f > 1 && i < gathered[f].length; i++) {
                codes[f - 1][i] += offsets[f - 1];
            }
        }
        return codes;
    }

    /** How many parts the work is cut into: by the data alone, never by the machine, so that every machine adds up alike. */
    private static int chunkCount(int rows, int small) {
        long bySize = rows / ROWS_A_CHUNK;
        long byMemory = rows / (4L * small + 1);
        return (int) Math.max(1, Math.min(8, Math.min(bySize, byMemory)));
    }

    private static int[][] chunked(int[] start, int chunks) {
        int groups = start.length - 1;
        int[][] bounds = new int[chunks][];
        int from = 0;
        for (int c = 0; c < chunks; c++) {
            long target = (long) start[groups] * (c + 1) / chunks;
            int place = Arrays.binarySearch(start, (int) target);
            int to = c == chunks - 1 ? groups : Math.max(from, place < 0 ? -place - 1 : place);
            bounds[c] = blocks(start, from, to);
            from = to;
        }
        return bounds;
    }

    private static int[] blocks(int[] start, int from, int to) {
        IntStream.Builder bounds = IntStream.builder();
        bounds.add(from);
        int begun = from;
        for (int g = from; g < to; g++) {
            if (start[g + 1] - start[begun] >= ROWS_A_BLOCK || g == to - 1) {
                bounds.add(g + 1);
                begun = g + 1;
            }
        }
        return bounds.build().toArray();
    }

    int rows() {
        return order.length;
    }

    /** The row of the table that stands at each place. */
    int[] order() {
        return order;
    }

    /** The number of levels of the primary effect. */
    int groups() {
        return start.length - 1;
    }

    /** Where each level of the primary effect begins, and after the last one the number of rows. */
    int[] start() {
        return start;
    }

    /** The number of levels of all other effects together. */
    int small() {
        return offsets[offsets.length - 1];
    }

    /** By other effect, the stacked code of each place. */
    int[][] codes() {
        return codes;
    }

    /** Blocks of primary levels by chunk: block b of chunk c holds the levels from {@code chunks()[c][b]} to before {@code [b + 1]}. */
    int[][] chunks() {
        return chunks;
    }

    /** The effects in the order of this layout, as places in the list of factors. */
    int[] effects() {
        return effects;
    }

    /** By effect of this layout, the code in its factor of each level. */
    int[][] levelOf() {
        return levelOf;
    }

    /** Where the levels of an effect of this layout, from 1, begin among the stacked ones. */
    int offset(int effect) {
        return offsets[effect - 1];
    }

    /** A column of the table in the order of this layout. */
    double[] gather(double[] column) {
        double[] gathered = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            gathered[i] = column[order[i]];
        }
        return gathered;
    }

    /** Whether every combination of levels occurs equally often. */
    boolean isBalanced() {
        long cells = groups();
        for (int f = 1; f < levelOf.length; f++) {
            cells *= levelOf[f].length;
            if (cells > order.length) {
                return false;
            }
        }
        return cells > 0 && order.length % cells == 0 && countsUp((int) (order.length / cells));
    }

    private boolean countsUp(int each) {
        for (int i = 0; i < order.length; i++) {
            long digits = i / each;
            for (int f = levelOf.length - 1; f > 0; f--) {
                if (codes[f - 1][i] - offset(f) != digits % levelOf[f].length) {
                    return false;
                }
                digits /= levelOf[f].length;
            }
            int g = (int) digits;
            if (i < start[g] || i >= start[g + 1]) {
                return false;
            }
        }
        return true;
    }
}
