package org.migrationimpact.synthetic;

import java.util.List;
import java.util.stream.DoubleStream;

/** The confidence levels at which intervals are found. */
final class Levels {

    private Levels() {}

    /** 50, 80, 90, 95 and 99 %, and the one asked for, ascending. */
    static List<Double> with(double asked) {
        return DoubleStream.of(0.5, 0.8, 0.9, 0.95, 0.99, asked)
                .sorted()
                .distinct()
                .boxed()
                .toList();
    }
}
