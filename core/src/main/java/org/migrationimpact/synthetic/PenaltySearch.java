package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Cross-validation of the penalty: the untreated cells are dealt into folds from a seed; each fold in turn is hidden and predicted along a
 * falling sequence of penalties, each begun where the last one ended, until the error has risen twice in a row.
 */
final class PenaltySearch {

    private static final int PENALTIES = 24;
    private static final double SMALLEST = 1e-3;
    private static final int RISES = 2;
    private static final double TOLERANCE = 1e-4;
    static final int MOST_STEPS = 20_000;

    private final UntreatedCells cells;
    private final List<boolean[]> folds;
    private final double largest;

    PenaltySearch(UntreatedCells cells, int count, long seed) {
        this.cells = cells;
        this.folds = folds(cells, count, seed);
        double rounding = Completion.ROUNDING * cells.spread() * Math.sqrt(cells.count());
        this.largest = 2 * Math.max(Completion.ofEffects(cells).largestMiss(), rounding) / cells.count();
    }

    /** The penalty from which on nothing is left but effects of units and periods. */
    double largest() {
        return largest;
    }

    private static List<boolean[]> folds(UntreatedCells cells, int count, long seed) {
        int all = cells.units() * cells.periods();
        int[] deck = IntStream.range(0, all).filter(cells::isSeen).toArray();
        RandomGenerator random = Replicates.streams(1, seed)[0];
        List<boolean[]> folds = new ArrayList<>();
        IntStream.range(0, count).forEach(f -> folds.add(new boolean[all]));
        for (int k = 0; k < deck.length; k++) {
            int other = k + random.nextInt(deck.length - k);
            int card = deck[other];
            deck[other] = deck[k];
            deck[k] = card;
            folds.get(k % count)[card] = true;
        }
        return folds;
    }

    /** The errors by penalty, from the largest on. */
    List<Penalty> errors() {
        double[][] squares = folds.stream().parallel().map(this::path).toArray(double[][]::new);
        int reached = IntStream.range(0, PENALTIES)
                .filter(k -> IntStream.range(0, squares.length).allMatch(f -> !Double.isNaN(squares[f][k])))
                .max()
                .orElse(0);
        return IntStream.rangeClosed(0, reached)
                .mapToObj(k -> new Penalty(penalty(k), mean(squares, k)))
                .toList();
    }

    static double best(List<Penalty> errors) {
        return errors.stream()
                .min(Comparator.comparingDouble(Penalty::meanSquaredError))
                .orElseThrow()
                .value();
    }

    private double mean(double[][] squares, int k) {
        double sum = 0;
        for (double[] fold : squares) {
            sum += fold[k];
        }
        return sum / cells.count();
    }

    private double penalty(int k) {
        return largest * Math.pow(SMALLEST, (double) k / (PENALTIES - 1));
    }

    private double[] path(boolean[] hidden) {
        UntreatedCells shown = cells.hiding(hidden);
        Completion completion = Completion.ofEffects(shown);
        double[] squares = new double[PENALTIES];
        Arrays.fill(squares, Double.NaN);
        double best = Double.POSITIVE_INFINITY;
        int rises = 0;
        for (int k = 0; k < PENALTIES && rises < RISES; k++) {
            completion.solve(threshold(penalty(k), shown), TOLERANCE, MOST_STEPS);
            squares[k] = squares(completion.fitted(), hidden);
            rises = squares[k] > best ? rises + 1 : 0;
            best = Math.min(best, squares[k]);
        }
        return squares;
    }

    private double squares(double[] fitted, boolean[] hidden) {
        double sum = 0;
        for (int cell = 0; cell < hidden.length; cell++) {
            sum += hidden[cell] ? Math.pow(cells.value(cell) - fitted[cell], 2) : 0;
        }
        return sum;
    }

    /** The penalty is on the mean square, the threshold on half the sum of squares. */
    static double threshold(double penalty, UntreatedCells cells) {
        return penalty * cells.count() / 2;
    }
}
