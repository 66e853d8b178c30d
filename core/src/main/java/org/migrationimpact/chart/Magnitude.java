package org.migrationimpact.chart;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** In what the labels of an axis count, so that they stay short. */
enum Magnitude {
    /** Single ones. */
    ONES(1, ""),
    /** Millions. */
    MILLIONS(1e6, "millions"),
    /** Thousands of millions. */
    BILLIONS(1e9, "billions");

    private final double size;
    private final String word;

    Magnitude(double size, String word) {
        this.size = size;
        this.word = word;
    }

    /** What suits axes that end at these values; a unit that counts in millions already is left as it is. */
    static Magnitude of(DoubleStream ends, String unit) {
        double least = ends.filter(end -> end > 0).min().orElse(0);
        boolean counted = unit.toLowerCase(Locale.ROOT).matches(".*\\b(thousand|million|billion)s?\\b.*");
        if (counted || least < 1e6 || least >= 1e15) {
            return ONES;
        }
        return least < 2e9 ? MILLIONS : BILLIONS;
    }

    double size() {
        return size;
    }

    /** The caption with what the labels count in: {@code US$ (millions)}. */
    String caption(String text) {
        return word.isEmpty() ? text : text + " (" + word + ")";
    }
}
