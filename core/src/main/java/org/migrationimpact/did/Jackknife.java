package org.migrationimpact.did;

import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;

/**
 * Leaves out one unit or cluster after the other and estimates again: errors that do not lean on the residuals of a regression that has
 * seen them, and are therefore not too small where groups are few. The variance is {@code (G−1)/G Σ (θ_j − mean θ)²}.
 *
 * <p>Source: Efron and Stein (1981), doi:10.1214/aos/1176345462; for clusters, as CR3, Cameron and Miller (2015),
 * doi:10.3368/jhr.50.2.317.
 */
final class Jackknife {

    private final AdoptionPanel panel;
    private final GroupTimeOptions options;
    private final List<Cell> cells;
    private final List<CellEffect> effects;

    Jackknife(AdoptionPanel panel, GroupTimeOptions options, List<Cell> cells, List<CellEffect> effects) {
        this.panel = panel;
        this.options = options;
        this.cells = cells;
        this.effects = effects;
    }

    /** One row a group, of which the sum of squares of a column is the variance. */
    Influence influence() {
        int groups = panel.clusters();
        double[][] without = new double[groups][];
        IntStream.range(0, groups).parallel().forEach(group -> without[group] = without(group));
        double shrink = Math.sqrt((groups - 1.0) / groups);
        int columns = without[0].length;
        double[][] value = new double[columns][groups];
        for (int k = 0; k < columns; k++) {
            double mean = 0;
            for (double[] one : without) {
                mean += one[k] / groups;
            }
            for (int group = 0; group < groups; group++) {
                value[k][group] = shrink * (mean - without[group][k]);
            }
        }
        return Influence.dense(value);
    }

    /** Effects of the cells and sizes of the cohorts without one group. */
    private double[] without(int group) {
        boolean[] kept = new boolean[panel.units().size()];
        for (int unit = 0; unit < kept.length; unit++) {
            kept[unit] = panel.clusterOf(unit) != group;
        }
        AdoptionSubset subset = new AdoptionSubset(panel.data(), kept);
        AdoptionPanel rest = subset.size() == 0 ? panel : subset.because("left out in turn");
        boolean same = subset.size() > 0
                && rest.cohorts().equals(panel.cohorts())
                && rest.periods().equals(panel.periods());
        if (!same) {
            throw vanished(group);
        }
        List<CellEffect> again = new CellEstimation(rest, options).estimate(cells);
        double[] sizes = CohortSizes.of(rest);
        double[] all = new double[cells.size() + sizes.length];
        for (int k = 0; k < cells.size(); k++) {
            if (effects.get(k).isEstimated() && !again.get(k).isEstimated()) {
                throw vanished(group);
            }
            all[k] = effects.get(k).isEstimated() ? again.get(k).estimate() : 0;
        }
        System.arraycopy(sizes, 0, all, cells.size(), sizes.length);
        return all;
    }

    private DataException vanished(int group) {
        String name = panel.clusterName().isEmpty() ? panel.units().get(group) : panel.clusterNameOf(group);
        return new DataException(
                "E-DID-016",
                "without " + name
                        + " not every effect can be estimated; errors that leave out one group after the other"
                        + " need at least two in each cohort and among the controls: take those of the influence function");
    }
}
