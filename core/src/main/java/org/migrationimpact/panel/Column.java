package org.migrationimpact.panel;

/** A column on its way to being absorbed: its values by place, the coefficients of the small side so far, and what they leave. */
final class Column {

    final double[] values;
    final double[] coefficients;
    final double[] residual;

    /** Weighted sums of the residual by level of the small side: 0 where the column is absorbed. */
    final double[] score;

    /** Σ w e². */
    double squares;

    /** The size that rounding is measured by. */
    double scale;

    Column(double[] values, int small) {
        this.values = values;
        this.residual = new double[values.length];
        this.coefficients = new double[small];
        this.score = new double[small];
    }
}
