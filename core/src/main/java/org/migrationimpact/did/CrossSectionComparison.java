package org.migrationimpact.did;

import java.util.Arrays;
import java.util.Optional;

/**
 * One comparison of two periods in which other units were seen, or the same ones in part: the estimators for repeated cross-sections and
 * their influence functions. The doubly robust one is the locally efficient one, equation 3.4 of Sant'Anna and Zhao (2020),
 * doi:10.1016/j.jeconom.2020.06.003.
 */
final class CrossSectionComparison {

    private final CellRows rows;
    private final boolean[] after;
    private final double[] outcome;
    private final double[][] x;
    private final int n;
    private double[] odds = new double[0]; // weights of the controls, like the treated; 0 for the treated
    private double[] scoreError = new double[0];
    private double[][] scoreCovariance = new double[0][];
    private long trimmed;

    CrossSectionComparison(CellRows rows, boolean[] after, double[] outcome) {
        this.rows = rows;
        this.after = after;
        this.outcome = outcome;
        this.x = rows.x();
        this.n = rows.size();
    }

    CellEffect effect(Adjustment adjustment, CrossSectionErrors errors) {
        for (int side = 0; side < 4; side++) {
            if (sum(select(side >= 2, side % 2 == 1)) == 0) {
                return CellEffect.none((side >= 2 ? "none of its treated" : "none of its controls")
                        + (side % 2 == 1 ? " is seen in the period" : " is seen in the base period"));
            }
        }
        if (adjustment != Adjustment.REGRESSION && !weigh()) {
            return CellEffect.none("the covariates tell treated and controls apart: there is no overlap");
        }
        Line[] lines = new Line[4]; // controls before, controls after, treated before, treated after
        for (int side = 0; side < 4; side++) {
            boolean needed =
                    side < 2 ? adjustment != Adjustment.INVERSE_PROBABILITY : adjustment == Adjustment.DOUBLY_ROBUST;
            Optional<Line> line =
                    !needed ? Optional.of(Line.zero(n)) : Line.of(x, select(side >= 2, side % 2 == 1), outcome);
            if (line.isEmpty()) {
                return CellEffect.none("the covariates of " + (side >= 2 ? "the treated" : "its controls")
                        + " are collinear in one period, or there are too few of them");
            }
            lines[side] = line.get();
        }
        return switch (adjustment) {
            case REGRESSION -> regression(lines);
            case INVERSE_PROBABILITY -> weighted(lines, false, errors);
            case DOUBLY_ROBUST -> weighted(lines, true, errors);
        };
    }

    /** Weights of one group in one period, 0 elsewhere. */
    private double[] select(boolean treated, boolean isAfter) {
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            weight[i] = (rows.treated()[i] == 1) == treated && after[i] == isAfter ? rows.weight()[i] : 0;
        }
        return weight;
    }

    private double[] selectOdds(boolean isAfter) {
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            weight[i] = after[i] == isAfter ? odds[i] : 0;
        }
        return weight;
    }

    private double[] treatedWeight() {
        double[] weight = new double[n];
        for (int i = 0; i < n; i++) {
            weight[i] = rows.weight()[i] * rows.treated()[i];
        }
        return weight;
    }

    private boolean weigh() {
        Optional<Propensity> fitted = Propensity.fit(x, rows.treated(), rows.weight());
        if (fitted.isEmpty() || fitted.get().largest() >= Propensity.NO_OVERLAP) {
            return false;
        }
        scoreCovariance = fitted.get().covariance();
        odds = new double[n];
        scoreError = new double[n];
        for (int i = 0; i < n; i++) {
            double score = fitted.get().score()[i];
            boolean trim = rows.treated()[i] == 0 && score >= Propensity.TRIMMED;
            trimmed += trim ? 1 : 0;
            odds[i] = rows.treated()[i] == 1 || trim ? 0 : rows.weight()[i] * score / (1 - score);
            scoreError[i] = rows.weight()[i] * (rows.treated()[i] - score);
        }
        return true;
    }

    /** Change of the treated, less what the controls' regressions say for all of the treated. */
    private CellEffect regression(Line[] lines) {
        double[] influence = new double[n];
        double[] all = treatedWeight();
        double[] treatedMean = mean(all);
        double effect = 0;
        for (int side = 0; side < 2; side++) {
            boolean isAfter = side == 1;
            double sign = isAfter ? 1 : -1;
            effect += sign * addMean(influence, select(true, isAfter), outcome, sign);
            effect -= sign * addMean(influence, all, lines[side].fitted(), -sign);
            lines[side].addPull(influence, treatedMean, -sign);
        }
        return result(effect, influence);
    }

    private CellEffect weighted(Line[] lines, boolean robust, CrossSectionErrors errors) {
        double[] influence = new double[n];
        double[] all = treatedWeight();
        double[] treatedMean = mean(all);
        double[] scoreSlope = new double[x.length];
        double effect = 0;
        for (int side = 0; side < 2; side++) {
            boolean isAfter = side == 1;
            double sign = isAfter ? 1 : -1;
            Line line = lines[side];
            double[] own = select(true, isAfter);
            double[] weights = selectOdds(isAfter);
            double[] residual = minus(outcome, line.fitted());
            double controls = addMean(influence, weights, residual, -sign);
            effect += sign * addMean(influence, own, residual, sign) - sign * controls;
            addSlope(scoreSlope, weights, residual, controls, sign);
            if (robust) {
                double[] ownMean = mean(own);
                double[] gap = minus(lines[side + 2].fitted(), line.fitted());
                effect += sign * addMean(influence, all, gap, sign);
                effect -= sign * addMean(influence, own, gap, -sign);
                line.addPull(influence, minus(mean(weights), ownMean), errors == CrossSectionErrors.DRDID ? 1 : sign);
                line.addPull(influence, minus(ownMean, treatedMean), sign);
                lines[side + 2].addPull(influence, minus(treatedMean, ownMean), sign);
            }
        }
        double[] scorePull = Spd.fitted(x, Spd.times(scoreCovariance, scoreSlope));
        for (int i = 0; i < n; i++) {
            influence[i] -= scoreError[i] * scorePull[i];
        }
        return result(effect, influence);
    }

    /** Adds sign times the influence on this weighted mean, and returns the mean. */
    private static double addMean(double[] influence, double[] weight, double[] value, double sign) {
        double size = sum(weight);
        double mean = Spd.dot(weight, value) / size;
        for (int i = 0; i < influence.length; i++) {
            influence[i] += sign * weight[i] * (value[i] - mean) / size;
        }
        return mean;
    }

    private void addSlope(double[] slope, double[] weight, double[] value, double mean, double sign) {
        double size = sum(weight);
        for (int j = 0; j < slope.length; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += weight[i] * (value[i] - mean) * x[j][i];
            }
            slope[j] += sign * sum / size;
        }
    }

    private double[] mean(double[] weight) {
        double[] mean = Spd.transposeTimes(x, weight);
        double size = sum(weight);
        return Arrays.stream(mean).map(value -> value / size).toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    /** Brings the influence of rows of one unit together. */
    private CellEffect result(double effect, double[] influence) {
        int[] owner = new int[n];
        double[] sums = new double[n];
        int units = 0;
        for (int i = 0; i < n; i++) {
            if (units == 0 || owner[units - 1] != rows.owner()[i]) {
                owner[units++] = rows.owner()[i];
            }
            sums[units - 1] += influence[i];
        }
        long treated = rows.treatedCount();
        return new CellEffect(
                effect, Arrays.copyOf(owner, units), Arrays.copyOf(sums, units), treated, n - treated, trimmed, 0, "");
    }

    /**
     * A regression of one group in one period.
     *
     * @param fitted what it says for every row
     * @param error weight times residual by row of the group, 0 elsewhere
     */
    @SuppressWarnings("ArrayRecordComponent") // private, compared by nobody
    private record Line(double[][] x, double[] fitted, double[] error, double[][] inverse) {

        static Line zero(int n) {
            return new Line(new double[0][], new double[n], new double[n], new double[0][]);
        }

        static Optional<Line> of(double[][] x, double[] weight, double[] outcome) {
            return Spd.inverse(Spd.gram(x, weight)).map(inverse -> {
                double[] weighted = new double[weight.length];
                for (int i = 0; i < weight.length; i++) {
                    weighted[i] = weight[i] * outcome[i];
                }
                double[] fitted = Spd.fitted(x, Spd.times(inverse, Spd.transposeTimes(x, weighted)));
                double[] error = new double[weight.length];
                for (int i = 0; i < weight.length; i++) {
                    error[i] = weight[i] * (outcome[i] - fitted[i]);
                }
                return new Line(x, fitted, error, inverse);
            });
        }

        /** Adds sign times the influence of the coefficients on a value that changes with them by {@code slope}. */
        void addPull(double[] influence, double[] slope, double sign) {
            double[] pull = Spd.fitted(x, Spd.times(inverse, slope));
            for (int i = 0; i < influence.length; i++) {
                influence[i] += sign * error[i] * pull[i];
            }
        }
    }
}
