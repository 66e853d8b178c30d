package org.migrationimpact.inference;

import java.util.ArrayList;
import java.util.List;
import org.migrationimpact.model.Factor;

/**
 * Robust to errors that depend on each other in any way within a cluster, one way or several: {@code B [Σ_g u_g u_g'] B}, B = (X̃'WX̃)⁻¹,
 * u_g the sum of the scores of cluster g. Several ways are added and their overlaps taken away: firm + year − firm^year.
 *
 * <p>Default CR1: times G/(G−1), G being the smallest number of clusters, and (N−1)/(N−K), K without the effects nested in a cluster;
 * Student's t with G−1 degrees of freedom. Negative eigenvalues of several ways are set to 0 with a warning.
 *
 * <p>Sources: Liang and Zeger (1986), doi:10.1093/biomet/73.1.13; several ways: Cameron, Gelbach and Miller (2011),
 * doi:10.1198/jbes.2010.07136.
 *
 * @param by the names of one to four groups
 * @param groups the factor for the number of clusters
 * @param correction the factor for K
 * @param count how effects enter K
 */
public record Clustered(List<String> by, GroupFactor groups, Correction correction, EffectCount count)
        implements PanelCovariance {

    private static final int MOST_WAYS = 4;
    static final String REMEDY = "take BiasReduced (CR2) or WildClusterBootstrap";

    /** The factor G/(G−1) for the number of clusters. */
    public enum GroupFactor {
        /** G is the smallest number of clusters of all ways, for every term. */
        SMALLEST,
        /** Each term has that of its own clusters. */
        EACH,
        /** None: CR0. */
        NONE
    }

    public Clustered {
        by = List.copyOf(by);
        if (by.isEmpty() || by.size() > MOST_WAYS || by.stream().distinct().count() != by.size()) {
            throw new IllegalArgumentException("errors are clustered by 1 to 4 different groups, got " + by);
        }
    }

    /** CR1 by these groups; {@code origin^year} names the pairs of two. */
    public static Clustered by(String... groups) {
        return new Clustered(
                List.of(groups), GroupFactor.SMALLEST, Correction.N_MINUS_1_OVER_N_MINUS_K, EffectCount.NOT_NESTED);
    }

    /** The same without any factor: CR0. */
    public Clustered withoutFactors() {
        return new Clustered(by, GroupFactor.NONE, Correction.NONE, count);
    }

    /** The same with this factor for the number of clusters. */
    public Clustered with(GroupFactor other) {
        return new Clustered(by, other, correction, count);
    }

    /** The same with this factor for K. */
    public Clustered with(Correction other) {
        return new Clustered(by, groups, other, count);
    }

    /** The same with effects counted so. */
    public Clustered with(EffectCount other) {
        return new Clustered(by, groups, correction, other);
    }

    @Override
    public Clustered like(PanelPreset preset) {
        return switch (preset) {
            case FIXEST ->
                new Clustered(by, GroupFactor.SMALLEST, Correction.N_MINUS_1_OVER_N_MINUS_K, EffectCount.NOT_NESTED);
            case STATA ->
                new Clustered(by, GroupFactor.SMALLEST, Correction.LEAST_SQUARES_ONLY, EffectCount.NOT_NESTED);
            case PLM -> new Clustered(by, GroupFactor.NONE, Correction.NONE, EffectCount.ALL);
            case SANDWICH -> new Clustered(by, GroupFactor.EACH, Correction.N_MINUS_1_OVER_N_MINUS_K, EffectCount.ALL);
            case LINEARMODELS ->
                new Clustered(by, GroupFactor.NONE, Correction.N_OVER_N_MINUS_K, EffectCount.UNLESS_ONE_NESTED);
        };
    }

    @Override
    public PanelErrors of(PanelScores scores) {
        List<Factor> ways = by.stream().map(scores::group).toList();
        ways.forEach(FewClusters::requireTwo);
        Assembly assembly = Assembly.of(scores);
        ways.forEach(way -> tell(assembly, scores, way));
        int k = count.coefficients(scores, ways);
        assembly.correct(correction, k, count.meaning(scores));
        int smallest = ways.stream().mapToInt(Factor::levels).min().orElseThrow();
        if (groups == GroupFactor.SMALLEST) {
            assembly.factor(
                    "G/(G-1)", smallest / (smallest - 1.0), "for " + smallest + " clusters, the fewest of all ways");
        }
        return assembly.clippedSandwich(describe(), meat(scores, ways), smallest - 1);
    }

    private static void tell(Assembly assembly, PanelScores scores, Factor way) {
        FewClusters.Weight weight = FewClusters.weight(scores, way);
        assembly.count("G(" + way.name() + ")", way.levels(), "clusters of " + way.name());
        assembly.count(
                "G*(" + way.name() + ")",
                weight.effective(),
                "clusters of equal weight in '" + weight.coefficient() + "', where they are fewest");
        assembly.warn(FewClusters.warnings(way, weight, REMEDY));
    }

    /** Every non-empty set of ways, sets of an odd number added and those of an even number taken away. */
    private double[][] meat(PanelScores scores, List<Factor> ways) {
        int k = scores.slopes();
        double[][] meat = new double[k][k];
        for (int set = 1; set < 1 << ways.size(); set++) {
            Factor cells = cells(ways, set);
            double weight = (Integer.bitCount(set) % 2 == 1 ? 1 : -1) * ownFactor(cells);
            double[][] squares = ClusterSums.meat(scores, cells);
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    meat[i][j] += weight * squares[i][j];
                }
            }
        }
        return meat;
    }

    private double ownFactor(Factor cells) {
        return groups == GroupFactor.EACH ? cells.levels() / (cells.levels() - 1.0) : 1;
    }

    private static Factor cells(List<Factor> ways, int set) {
        List<Factor> chosen = new ArrayList<>();
        for (int way = 0; way < ways.size(); way++) {
            if ((set >> way & 1) == 1) {
                chosen.add(ways.get(way));
            }
        }
        return chosen.stream().reduce(Factor::crossed).orElseThrow();
    }

    @Override
    public String describe() {
        boolean bare = groups == GroupFactor.NONE && correction == Correction.NONE;
        return "clustered by " + String.join(" and ", by) + (bare ? ", CR0" : ", CR1");
    }
}
