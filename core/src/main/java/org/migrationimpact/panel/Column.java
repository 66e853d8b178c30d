package org.migrationimpact.panel;

import java.util.Arrays;

/** A column on its way to being absorbed, by place. */
final class Column {

    final double[] values;

    /** What is left after the moves taken so far; the values themselves, overwritten, where they are not needed again. */
    final double[] residual;

    /** The next move of the coefficients of the small side; taken, and 0 again, with the next pass over the rows. */
    final double[] move;

    /** Weighted sums of the residual by level of the small side: 0 where the column is absorbed. */
    final double[] score;

    /** Σ w e². */
    double squares;

    /** The size that rounding is measured by: √(Σ w x²) of the values. */
    double scale;

    private boolean begun;

    private Column(double[] values, double[] residual, int small) {
        this.values = values;
        this.residual = residual;
        this.move = new double[small];
        this.score = new double[small];
    }

    /** A column that is overwritten by what is left of it. */
    static Column inPlace(double[] values, int small) {
        return new Column(values, values, small);
    }

    /** A column whose values stay, so that it can begin again when they have changed. */
    static Column beside(double[] values, int small) {
        return new Column(values, new double[values.length], small);
    }

    /** Begins again from the values. */
    void restart() {
        begun = false;
    }

    boolean hasBegun() {
        return begun;
    }

    /** What the next pass takes its move from. */
    double[] source() {
        return begun ? residual : values;
    }

    /** The move is taken. */
    void moved() {
        begun = true;
        Arrays.fill(move, 0);
    }
}
