package org.migrationimpact.did;

import java.util.Optional;

/**
 * Comparisons of changes between the same treated and controls: the estimators of Sant'Anna and Zhao (2020) for panels and their influence
 * functions, doi:10.1016/j.jeconom.2020.06.003. What does not depend on the outcome is computed once.
 */
final class PanelComparison {

    private final CellRows rows;
    private final Adjustment adjustment;
    private final double[][] x;
    private final double[] treatedWeight;
    private final double[] controlWeight; // of the plain controls
    private double[] oddsWeight = new double[0]; // of the controls, weighted to be like the treated
    private double[] scoreError = new double[0]; // weight times treated less propensity score
    private double[][] scoreCovariance = new double[0][];
    private double[][] controlInverse = new double[0][];
    private double[] treatedMean = new double[0];
    private double[] oddsMean = new double[0];
    private long trimmed;
    private String reason = "";

    PanelComparison(CellRows rows, Adjustment adjustment) {
        this.rows = rows;
        this.x = rows.x();
        this.adjustment = x.length == 1 ? Adjustment.REGRESSION : adjustment; // all three are the same then
        this.treatedWeight = new double[rows.size()];
        this.controlWeight = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            treatedWeight[i] = rows.weight()[i] * rows.treated()[i];
            controlWeight[i] = rows.weight()[i] * (1 - rows.treated()[i]);
        }
        prepare();
    }

    private void prepare() {
        long treated = rows.treatedCount();
        if (treated == 0 || treated == rows.size()) {
            reason = treated == 0 ? "no treated unit is seen in both periods" : "no control is seen in both periods";
            return;
        }
        treatedMean = mean(treatedWeight);
        if (adjustment != Adjustment.INVERSE_PROBABILITY) {
            Optional<double[][]> inverse = Spd.inverse(Spd.gram(x, controlWeight));
            inverse.ifPresentOrElse(
                    found -> controlInverse = found,
                    () -> reason = "the covariates of its controls are collinear, or there are too few controls");
        }
        if (adjustment != Adjustment.REGRESSION && reason.isEmpty()) {
            weigh();
        }
    }

    private void weigh() {
        Optional<Propensity> fitted = Propensity.fit(x, rows.treated(), rows.weight());
        if (fitted.isEmpty() || fitted.get().largest() >= Propensity.NO_OVERLAP) {
            reason = "the covariates tell treated and controls apart: there is no overlap";
            return;
        }
        double[] score = fitted.get().score();
        scoreCovariance = fitted.get().covariance();
        oddsWeight = new double[score.length];
        scoreError = new double[score.length];
        for (int i = 0; i < score.length; i++) {
            boolean trim = rows.treated()[i] == 0 && score[i] >= Propensity.TRIMMED;
            trimmed += trim ? 1 : 0;
            oddsWeight[i] = trim ? 0 : controlWeight[i] * score[i] / (1 - score[i]);
            scoreError[i] = rows.weight()[i] * (rows.treated()[i] - score[i]);
        }
        oddsMean = mean(oddsWeight);
    }

    /** The mean of the covariates under these weights. */
    private double[] mean(double[] weight) {
        double[] mean = Spd.transposeTimes(x, weight);
        double sum = sum(weight);
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= sum;
        }
        return mean;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** The effect on these changes of the outcome, one a row. */
    CellEffect effect(double[] change) {
        if (!reason.isEmpty()) {
            return CellEffect.none(reason);
        }
        return switch (adjustment) {
            case REGRESSION -> byRegression(residuals(change));
            case INVERSE_PROBABILITY -> byWeights(change, new double[0]);
            case DOUBLY_ROBUST -> byWeights(residuals(change), regressionPull(oddsMean));
        };
    }

    /** Changes less what the regression of the controls says. */
    private double[] residuals(double[] change) {
        double[] product = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double sum = 0;
            for (int i = 0; i < change.length; i++) {
                sum += controlWeight[i] * x[j][i] * change[i];
            }
            product[j] = sum;
        }
        double[] residuals = Spd.fitted(x, Spd.times(controlInverse, product));
        for (int i = 0; i < change.length; i++) {
            residuals[i] = change[i] - residuals[i];
        }
        return residuals;
    }

    /** How much a control's residual pulls at the estimate through the regression, by unit of its covariates. */
    private double[] regressionPull(double[] controlsMean) {
        double[] difference = treatedMean.clone();
        for (int j = 0; j < controlsMean.length; j++) {
            difference[j] -= controlsMean[j];
        }
        return Spd.times(controlInverse, difference);
    }

    private CellEffect byRegression(double[] residual) {
        double size = sum(treatedWeight);
        double effect = Spd.dot(treatedWeight, residual) / size;
        double[] pull = Spd.fitted(x, regressionPull(new double[0]));
        double[] influence = new double[residual.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = treatedWeight[i] * (residual[i] - effect) / size - controlWeight[i] * residual[i] * pull[i];
        }
        return result(effect, influence);
    }

    private CellEffect byWeights(double[] value, double[] regressionPull) {
        double treatedSize = sum(treatedWeight);
        double oddsSize = sum(oddsWeight);
        double treated = Spd.dot(treatedWeight, value) / treatedSize;
        double controls = Spd.dot(oddsWeight, value) / oddsSize;
        double[] slope = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            double sum = 0;
            for (int i = 0; i < value.length; i++) {
                sum += oddsWeight[i] * (value[i] - controls) * x[j][i];
            }
            slope[j] = sum / oddsSize;
        }
        double[] scorePull = Spd.fitted(x, Spd.times(scoreCovariance, slope));
        double[] influence = new double[value.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = treatedWeight[i] * (value[i] - treated) / treatedSize
                    - oddsWeight[i] * (value[i] - controls) / oddsSize
                    - scoreError[i] * scorePull[i];
        }
        if (regressionPull.length > 0) {
            double[] pull = Spd.fitted(x, regressionPull);
            for (int i = 0; i < influence.length; i++) {
                influence[i] -= controlWeight[i] * value[i] * pull[i];
            }
        }
        return result(treated - controls, influence);
    }

    private CellEffect result(double effect, double[] influence) {
        long treated = rows.treatedCount();
        return new CellEffect(effect, rows.owner(), influence, treated, rows.size() - treated, trimmed, 0, "");
    }
}
