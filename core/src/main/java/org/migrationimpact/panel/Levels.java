package org.migrationimpact.panel;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.model.Factor;

/** Which rows are alone in a level, or in levels without a positive count: marked off a set of living rows. */
final class Levels {

    private final List<int[]> codes;
    private final List<Integer> sizes;
    private final boolean[] alive;

    Levels(List<Factor> factors, boolean[] alive) {
        this.codes = factors.stream().map(Factor::codes).toList();
        this.sizes = factors.stream().map(Factor::levels).toList();
        this.alive = alive;
    }

    /** Drops rows that are alone in a level, again and again until none is; returns them in ascending order. */
    int[] dropSingletons() {
        int effects = codes.size();
        int[][] counts = new int[effects][];
        long[][] rowSums = new long[effects][];
        for (int f = 0; f < effects; f++) {
            counts[f] = new int[sizes.get(f)];
            rowSums[f] = new long[sizes.get(f)];
            for (int i = 0; i < alive.length; i++) {
                if (alive[i]) {
                    counts[f][codes.get(f)[i]]++;
                    rowSums[f][codes.get(f)[i]] += i;
                }
            }
        }
        IntStream.Builder dropped = IntStream.builder();
        for (int f = 0; f < effects; f++) {
            for (int l = 0; l < counts[f].length; l++) {
                follow(f, l, counts, rowSums, dropped);
            }
        }
        return dropped.build().sorted().toArray();
    }

    /** Where this level has one row left, which the sum of its rows names, drops it and goes on with the levels that it leaves alone. */
    private void follow(int effect, int level, int[][] counts, long[][] rowSums, IntStream.Builder dropped) {
        ArrayDeque<int[]> open = new ArrayDeque<>(List.of(new int[] {effect, level}));
        while (!open.isEmpty()) {
            int[] next = open.pop();
            if (counts[next[0]][next[1]] != 1) {
                continue;
            }
            int row = (int) rowSums[next[0]][next[1]];
            alive[row] = false;
            dropped.add(row);
            for (int f = 0; f < codes.size(); f++) {
                int l = codes.get(f)[row];
                counts[f][l]--;
                rowSums[f][l] -= row;
                open.push(new int[] {f, l});
            }
        }
    }

    /** Drops the rows of levels in which no row has a positive outcome; returns them in ascending order. */
    int[] dropWithoutPositive(double[] outcome) {
        IntStream.Builder dropped = IntStream.builder();
        for (int f = 0; f < codes.size(); f++) {
            boolean[] positive = new boolean[sizes.get(f)];
            int[] code = codes.get(f);
            for (int i = 0; i < alive.length; i++) {
                positive[code[i]] |= alive[i] && outcome[i] > 0;
            }
            for (int i = 0; i < alive.length; i++) {
                if (alive[i] && !positive[code[i]]) {
                    alive[i] = false;
                    dropped.add(i);
                }
            }
        }
        return dropped.build().sorted().toArray();
    }
}
