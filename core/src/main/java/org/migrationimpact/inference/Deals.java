package org.migrationimpact.inference;

import java.util.Arrays;
import org.migrationimpact.model.Factor;

/** The ways to deal labels to units within groups of units. */
final class Deals {

    private final int[] labels;
    private final int[][] groups;
    private final double count;

    private Deals(int[] labels, int[][] groups, double count) {
        this.labels = labels;
        this.groups = groups;
        this.count = count;
    }

    static Deals of(int[] labels, Factor strata) {
        int[][] groups = Absorption.rowsOf(strata);
        double count = 1;
        for (int[] group : groups) {
            count *= ways(labels, group);
        }
        return new Deals(labels, groups, count);
    }

    /** n! / (m_1! m_2! …), built up as a product of whole numbers. */
    private static double ways(int[] labels, int... group) {
        int[] seen = new int[Arrays.stream(labels).max().orElse(0) + 1];
        double ways = 1;
        int placed = 0;
        for (int unit : group) {
            placed++;
            seen[labels[unit]]++;
            ways = ways * placed / seen[labels[unit]];
        }
        return Math.rint(ways);
    }

    /** How many there are. */
    double count() {
        return count;
    }

    /** A random one, by Fisher and Yates' shuffle within each group. */
    int[] random(long seed, int draw) {
        int[] dealt = labels.clone();
        for (int[] group : groups) {
            for (int left = group.length - 1; left > 0; left--) {
                int other = group[Counter.below(left + 1, seed, draw, group[left])];
                int kept = dealt[group[left]];
                dealt[group[left]] = dealt[other];
                dealt[other] = kept;
            }
        }
        return dealt;
    }

    Walk walk() {
        return new Walk();
    }

    /** Through all of them, in lexical order of the labels within groups. */
    final class Walk {

        private final int[] dealt = labels.clone();
        private boolean begun;

        private Walk() {
            for (int[] group : groups) {
                sort(group);
            }
        }

        private void sort(int... group) {
            int[] sorted =
                    Arrays.stream(group).map(unit -> dealt[unit]).sorted().toArray();
            for (int i = 0; i < group.length; i++) {
                dealt[group[i]] = sorted[i];
            }
        }

        /** The next one; after the last one it begins again. */
        int[] next() {
            if (begun) {
                advance();
            }
            begun = true;
            return dealt.clone();
        }

        private void advance() {
            for (int[] group : groups) {
                if (advance(group)) {
                    return;
                }
                sort(group);
            }
        }

        /** The next permutation of one group; false after its last one. */
        private boolean advance(int... group) {
            int i = group.length - 2;
            while (i >= 0 && dealt[group[i]] >= dealt[group[i + 1]]) {
                i--;
            }
            if (i < 0) {
                return false;
            }
            int j = group.length - 1;
            while (dealt[group[j]] <= dealt[group[i]]) {
                j--;
            }
            swap(group[i], group[j]);
            for (int low = i + 1, high = group.length - 1; low < high; low++, high--) {
                swap(group[low], group[high]);
            }
            return true;
        }

        private void swap(int a, int b) {
            int kept = dealt[a];
            dealt[a] = dealt[b];
            dealt[b] = kept;
        }
    }
}
