package org.migrationimpact.compare;

import java.util.Arrays;

/** Ranks from the smallest value up, equal values sharing the mean of theirs; doubled, so that they are whole. */
final class Midranks {

    private final int[] doubled;
    private final double ties;

    private Midranks(int[] doubled, double ties) {
        this.doubled = doubled;
        this.ties = ties;
    }

    static Midranks of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int[] doubled = new int[values.length];
        double ties = 0;
        for (int i = 0; i < sorted.length; ) {
            int end = i;
            while (end < sorted.length && sorted[end] == sorted[i]) {
                end++;
            }
            for (int j = 0; j < values.length; j++) {
                doubled[j] = values[j] == sorted[i] ? i + 1 + end : doubled[j];
            }
            double t = end - i;
            ties += t * t * t - t;
            i = end;
        }
        return new Midranks(doubled, ties);
    }

    /** Twice the rank of each value, in the order of the values. */
    int[] doubled() {
        return doubled.clone();
    }

    /** Σ t³ − t over the groups of t equal values. */
    double ties() {
        return ties;
    }
}
