package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of the absorbed columns have something of their own: walked through in order, so that of several that say the same the first one
 * stays.
 */
final class Independence {

    /** What is left of a column the effects determine, relative to the column: rounding. */
    private static final double OF_EFFECTS = 1e-9;

    /** What is left of the square of an absorbed column that others determine, relative to it. */
    private static final double OF_COLUMNS = 1e-12;

    private final List<Integer> kept = new ArrayList<>();
    private final List<Integer> byEffects = new ArrayList<>();
    private final List<Integer> byColumns = new ArrayList<>();
    private double closest = 1;

    /**
     * Looks at columns.
     *
     * @param square their cross-products after absorption
     * @param columns with their size before it
     */
    Independence(double[][] square, List<Column> columns) {
        double[][] factor = new double[square.length][square.length];
        for (int j = 0; j < square.length; j++) {
            double own = square[j][j];
            note(own, columns.get(j).scale * columns.get(j).scale);
            if (Math.sqrt(own) <= OF_EFFECTS * columns.get(j).scale) {
                byEffects.add(j);
            } else if (pivot(square, factor, j) <= OF_COLUMNS * own) {
                byColumns.add(j);
            } else {
                kept.add(j);
            }
        }
    }

    private double pivot(double[][] square, double[][] factor, int j) {
        double pivot = square[j][j];
        for (int a = 0; a < kept.size(); a++) {
            int i = kept.get(a);
            double sum = square[j][i];
            for (int b = 0; b < a; b++) {
                sum -= factor[j][kept.get(b)] * factor[i][kept.get(b)];
            }
            factor[j][i] = sum / factor[i][i];
            pivot -= factor[j][i] * factor[j][i];
        }
        factor[j][j] = Math.sqrt(Math.max(0, pivot));
        note(pivot, square[j][j]);
        return pivot;
    }

    private void note(double left, double of) {
        closest = Math.min(closest, of > 0 ? Math.sqrt(Math.max(0, left) / of) : 0);
    }

    /** How near the nearest column came to being determined: 1 where none has anything to do with another, 0 where one is. */
    double closest() {
        return closest;
    }

    List<Integer> kept() {
        return kept;
    }

    /** Those that the effects determine. */
    List<Integer> byEffects() {
        return byEffects;
    }

    /** Those that the effects and earlier columns determine. */
    List<Integer> byColumns() {
        return byColumns;
    }
}
