package org.migrationimpact.inference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationimpact.model.Factor;

/** The effects nested in clusters: they concern the rows of one cluster at a time. Rows are multiplied by √w. */
final class LocalEffects {

    private static final double DEPENDENT = 1e-10;

    private final PanelScores scores;
    private final List<Factor> effects;

    LocalEffects(PanelScores scores, List<Factor> effects) {
        this.scores = scores;
        this.effects = effects;
    }

    /** Takes from these columns of z, one row for each of {@code rows}, their projection on the effects. */
    void clear(int[] rows, double[][] z, int... columns) {
        for (double[] direction : basis(rows)) {
            for (int column : columns) {
                double along = 0;
                for (int r = 0; r < rows.length; r++) {
                    along += direction[r] * z[r][column];
                }
                for (int r = 0; r < rows.length && along != 0; r++) {
                    z[r][column] -= along * direction[r];
                }
            }
        }
    }

    /** The diagonal of the projection on the effects. */
    double[] leverage(int... rows) {
        double[] leverage = new double[rows.length];
        for (double[] direction : basis(rows)) {
            for (int r = 0; r < rows.length; r++) {
                leverage[r] += direction[r] * direction[r];
            }
        }
        return leverage;
    }

    /** Orthonormal directions; the dummies of one effect are orthogonal as they are. */
    private List<double[]> basis(int[] rows) {
        List<double[]> basis = new ArrayList<>();
        for (Factor effect : effects) {
            for (double[] dummy : dummies(effect, rows)) {
                add(basis, dummy);
            }
        }
        return basis;
    }

    private List<double[]> dummies(Factor effect, int[] rows) {
        Map<Integer, double[]> byLevel = new LinkedHashMap<>();
        for (int r = 0; r < rows.length; r++) {
            byLevel.computeIfAbsent(effect.code(rows[r]), level -> new double[rows.length])[r] =
                    Math.sqrt(scores.weight(rows[r]));
        }
        return List.copyOf(byLevel.values());
    }

    private void add(List<double[]> basis, double[] dummy) {
        double before = Symmetric.dot(dummy, dummy);
        if (effects.size() > 1) {
            clearOf(basis, dummy);
            clearOf(basis, dummy); // once more, for what rounding left
        }
        double left = Symmetric.dot(dummy, dummy);
        if (left > DEPENDENT * before) {
            double root = Math.sqrt(left);
            for (int r = 0; r < dummy.length; r++) {
                dummy[r] /= root;
            }
            basis.add(dummy);
        }
    }

    private static void clearOf(List<double[]> basis, double[] dummy) {
        for (double[] direction : basis) {
            double along = Symmetric.dot(direction, dummy);
            for (int r = 0; r < dummy.length; r++) {
                dummy[r] -= along * direction[r];
            }
        }
    }
}
