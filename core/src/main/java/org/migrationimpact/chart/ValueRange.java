package org.migrationimpact.chart;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;

/** From the lowest to the highest value of an axis; zero always lies inside, so that heights can be compared. */
record ValueRange(double low, double high) {

    private static final double MOST = 2;

    static ValueRange of(DoubleStream values) {
        DoubleSummaryStatistics found =
                values.filter(value -> !Double.isNaN(value)).summaryStatistics();
        return new ValueRange(Math.min(0, found.getMin()), Math.max(0, found.getMax()));
    }

    double span() {
        return high - low;
    }

    /** How far it goes from zero. */
    double largest() {
        return Math.max(high, -low);
    }

    /** As wide as a band needs, but not so wide that it dwarfs the lines, and not below zero where no line goes there. */
    ValueRange widenedTo(ValueRange band) {
        double lowest = low < 0 ? Math.max(band.low, high - MOST * span()) : 0;
        return new ValueRange(lowest, Math.min(band.high, low + MOST * span()));
    }

    /** The value, or the end that it passes. */
    double inside(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
