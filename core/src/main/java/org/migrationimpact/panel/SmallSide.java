package org.migrationimpact.panel;

import java.util.List;

/**
 * One way to move the coefficients of the small side so that the scores become 0: to solve {@code S d = score}, S being what is left of
 * the cross-products of the small side when the primary effect is swept out.
 */
interface SmallSide {

    /**
     * Moves the coefficients of every column so that its relative score is at most the tolerance, or as far as it comes.
     *
     * @return how many iterations it took; 1 where there is nothing to iterate
     */
    int improve(Sweep sweep, List<Column> columns, double tolerance, int maxIterations);

    /** What it is, in words. */
    String describe();

    /** Everything balanced: S is diagonal on scores that add up to 0, as they do. */
    record Closed(String describe) implements SmallSide {
        @Override
        public int improve(Sweep sweep, List<Column> columns, double tolerance, int maxIterations) {
            double[] inverse = sweep.inverseSmall();
            for (Column column : columns) {
                for (int l = 0; l < inverse.length; l++) {
                    column.move[l] += column.score[l] * inverse[l];
                }
            }
            return 1;
        }
    }
}
