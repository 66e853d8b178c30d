package org.migrationimpact.model;

import java.io.Serializable;

/** What the levels of a factor are called; long lists of pairs are put into words only where one is asked for. */
sealed interface FactorLabels extends Serializable {

    int size();

    String of(int code);

    /** Whether both have the same labels in the same order. */
    default boolean sameAs(FactorLabels other) {
        if (size() != other.size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (!of(i).equals(other.of(i))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Words(String[] words) implements FactorLabels {
        @Override
        public int size() {
            return words.length;
        }

        @Override
        public String of(int code) {
            return words[code];
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Numbers(long[] numbers) implements FactorLabels {
        @Override
        public int size() {
            return numbers.length;
        }

        @Override
        public String of(int code) {
            return Long.toString(numbers[code]);
        }
    }

    /** Pair {@code keys[code]} is {@code first · width + second}. */
    @SuppressWarnings("ArrayRecordComponent")
    record Pairs(FactorLabels first, FactorLabels second, long width, long[] keys) implements FactorLabels {
        @Override
        public int size() {
            return keys.length;
        }

        @Override
        public String of(int code) {
            return first.of((int) (keys[code] / width)) + "^" + second.of((int) (keys[code] % width));
        }
    }

    /** Some of the labels of another factor. */
    @SuppressWarnings("ArrayRecordComponent")
    record Some(FactorLabels all, long[] kept) implements FactorLabels {
        @Override
        public int size() {
            return kept.length;
        }

        @Override
        public String of(int code) {
            return all.of((int) kept[code]);
        }
    }
}
