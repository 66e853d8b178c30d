package org.migrationimpact.panel;

import java.util.List;

/** Rows and columns picked from small matrices. */
final class Selected {

    private Selected() {}

    /** The rows and columns of these places. */
    static double[][] of(double[][] square, List<Integer> places) {
        double[][] some = new double[places.size()][places.size()];
        for (int i = 0; i < some.length; i++) {
            for (int j = 0; j < some.length; j++) {
                some[i][j] = square[places.get(i)][places.get(j)];
            }
        }
        return some;
    }

    /** The first column. */
    static double[] column(double[][] matrix) {
        double[] column = new double[matrix.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = matrix[i][0];
        }
        return column;
    }
}
