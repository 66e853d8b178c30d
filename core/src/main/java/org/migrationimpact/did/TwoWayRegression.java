package org.migrationimpact.did;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.inference.PanelScores;
import org.migrationimpact.panel.PanelFit;

/** One regression of {@link TwoWayFixedEffects}. */
final class TwoWayRegression {

    static final String TREATED = "treated";

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final Timing timing;

    TwoWayRegression(AdoptionPanel panel, RegressionOptions options) {
        this.panel = panel;
        this.options = options;
        this.timing = new Timing(panel, options.anticipation());
    }

    TwoWayFit fit() {
        int[] rows = IntStream.range(0, panel.size()).toArray();
        PanelRegression regression = new PanelRegression(panel, options, rows);
        double[] treated = Arrays.stream(rows)
                .mapToDouble(row -> timing.isFelt(row) ? 1 : 0)
                .toArray();
        regression.column(TREATED, treated);
        PanelFit fit = regression.leastSquares(AdoptionRows.UNIT, AdoptionRows.PERIOD);
        return new TwoWayFit(
                panel,
                options,
                new TwoWayFit.Regressed(
                        regression.joint(fit),
                        regression.covariates(regression.joint(fit)),
                        regression.conventions(fit, "two-way fixed effects", "unit and period"),
                        regression.sample(fit, "none"),
                        fit.warnings()),
                weights(fit, treated),
                bacon());
    }

    /** How much each treated row counts in the coefficient: the weights sum to 1, and some may be negative. */
    private static TwoWayFit.RowWeights weights(PanelFit fit, double[] treated) {
        PanelScores scores = fit.scores();
        double[] bread = scores.bread()[scores.names().indexOf(TREATED)];
        int[] rows = fit.rows();
        int count = 0;
        int negative = 0;
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            if (treated[rows[i]] == 1) {
                double weight = 0;
                for (int j = 0; j < bread.length; j++) {
                    weight += scores.weight(i) * bread[j] * scores.x(i, j);
                }
                count++;
                negative += weight < 0 ? 1 : 0;
                sum += Math.min(0, weight);
            }
        }
        return new TwoWayFit.RowWeights(count, negative, sum);
    }

    /** The decomposition, where it is exact: without covariates and anticipation, of a panel that allows it. */
    private Optional<BaconDecomposition> bacon() {
        boolean plain = options.covariates().isEmpty() && options.anticipation() == 0;
        return plain && BaconGroups.reason(panel).isEmpty()
                ? Optional.of(BaconDecomposition.of(panel))
                : Optional.empty();
    }
}
