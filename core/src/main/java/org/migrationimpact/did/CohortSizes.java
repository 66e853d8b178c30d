package org.migrationimpact.did;

/** How much each unit weighs, at its first row, and the cohorts with them. */
final class CohortSizes {

    private CohortSizes() {}

    static double[] unitWeights(AdoptionPanel panel) {
        double[] weight = new double[panel.units().size()];
        for (int row = panel.size() - 1; row >= 0; row--) {
            weight[panel.unitOf(row)] = panel.weight(row);
        }
        return weight;
    }

    static double[] of(AdoptionPanel panel) {
        double[] unitWeight = unitWeights(panel);
        double[] size = new double[panel.cohorts().size()];
        for (int unit = 0; unit < unitWeight.length; unit++) {
            if (panel.cohortOf(unit) >= 0) {
                size[panel.cohortOf(unit)] += unitWeight[unit];
            }
        }
        return size;
    }
}
