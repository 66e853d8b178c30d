package org.migrationimpact.inference;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.WildDraws;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.model.Factor;

/**
 * Whether a coefficient of least squares is more than chance where clusters are few: the residuals under the null hypothesis are multiplied,
 * cluster by cluster, with random numbers of mean 0 and variance 1, the model is fitted to each draw, and the statistic with CR1 errors is
 * compared with those of the draws. All of it is done on sums by cluster, so that a draw costs as much as there are clusters.
 *
 * <p>Default: the null imposed, 9,999 draws; Webb's six points below 12 clusters, signs from 12 on; where all signs of G clusters, mirror
 * images left out, are no more than the draws, 2^(G−1) ≤ B, they are gone through instead, without any chance. The p-value is two-sided
 * and symmetric.
 *
 * <p>It does not help where only one or two clusters are treated: with the null imposed it then hardly ever rejects.
 *
 * <p>Sources: Cameron, Gelbach and Miller (2008), doi:10.1162/rest.90.3.414; Roodman, MacKinnon, Nielsen and Webb (2019),
 * doi:10.1177/1536867X19830877.
 */
public final class WildClusterBootstrap implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DRAWS = 9_999;
    private static final int FEWEST_DRAWS = 99;
    private static final int MOST_DRAWS = 10_000_000;
    private static final int ENOUGH_FOR_SIGNS = 12;
    private static final double USEFUL = 0.05;

    private final String by;
    private final long seed;
    private final int draws;
    private final List<Multiplier> multiplier; // none: by the number of clusters
    private final Null imposed;
    private final WildDraws.Count count;

    /** Whether the residuals that are multiplied are those under the null hypothesis. */
    public enum Null {
        /** They are: the restricted bootstrap, which keeps its size better. */
        IMPOSED,
        /** They are those of the fit: the unrestricted bootstrap. */
        NOT_IMPOSED
    }

    private WildClusterBootstrap(
            String by, long seed, int draws, List<Multiplier> multiplier, Null imposed, WildDraws.Count count) {
        this.by = by;
        this.seed = seed;
        this.draws = draws;
        this.multiplier = multiplier;
        this.imposed = imposed;
        this.count = count;
    }

    /** By these clusters, with the random numbers of this seed. */
    public static WildClusterBootstrap by(String group, long seed) {
        return new WildClusterBootstrap(group, seed, DRAWS, List.of(), Null.IMPOSED, WildDraws.Count.AT_LEAST);
    }

    /** The same with these multipliers, whatever the number of clusters. */
    public WildClusterBootstrap with(Multiplier chosen) {
        return new WildClusterBootstrap(by, seed, draws, List.of(chosen), imposed, count);
    }

    /** The same with the null imposed or not. */
    public WildClusterBootstrap with(Null other) {
        return new WildClusterBootstrap(by, seed, draws, multiplier, other, count);
    }

    /** The same with draws counted so; {@code ABOVE} is the convention of {@code boottest} in Stata and of fwildclusterboot in R. */
    public WildClusterBootstrap with(WildDraws.Count other) {
        return new WildClusterBootstrap(by, seed, draws, multiplier, imposed, other);
    }

    /**
     * The same with so many draws.
     *
     * @throws IllegalArgumentException outside 99 to 10,000,000
     */
    public WildClusterBootstrap draws(int number) {
        if (number < FEWEST_DRAWS || number > MOST_DRAWS) {
            throw new IllegalArgumentException(
                    "draws lie between " + FEWEST_DRAWS + " and " + MOST_DRAWS + ", got " + number);
        }
        return new WildClusterBootstrap(by, seed, number, multiplier, imposed, count);
    }

    /** Tests that the coefficient of this name is 0. */
    public WildTest test(PanelScores scores, String coefficient, double estimate) {
        return test(scores, coefficient, estimate, 0);
    }

    /**
     * Tests that the coefficient has the value of the hypothesis.
     *
     * @throws InputException E-CLUSTER-001 where the model does not know the clusters; E-WILD-001 for counts
     * @throws EstimationException E-WILD-002 where the standard error is 0
     */
    public WildTest test(PanelScores scores, String coefficient, double estimate, double hypothesis) {
        requireLeastSquares(scores);
        Factor clusters = scores.group(by);
        PanelErrors errors = Clustered.by(by).of(scores);
        double error = errors.standardError(coefficient);
        requireScatter(error, coefficient);
        int j = scores.names().indexOf(coefficient);
        WildSums sums = WildSums.of(scores, Absorption.of(scores, clusters), j, imposed);
        Plan plan = plan(clusters.levels());
        double factor =
                errors.explanation().value("G/(G-1)") * errors.explanation().value("(N-1)/(N-K)");
        double[][][] parts = sums.draws(plan.count, factor, plan.signs);
        WildDraws drawn = new WildDraws(error, parts[0], parts[1], plan.kind, count);
        return new WildTest(
                coefficient,
                estimate,
                hypothesis,
                drawn,
                smallest(plan, clusters.levels()),
                explanation(errors, plan),
                warnings(scores, clusters, plan));
    }

    private void requireLeastSquares(PanelScores scores) {
        if (scores.likelihood() != Likelihood.GAUSSIAN) {
            throw new InputException(
                    "E-WILD-001",
                    "the wild cluster bootstrap by '" + by
                            + "' is made for least squares, the model is one of counts; take BiasReduced (CR2), or least squares on logarithms");
        }
    }

    private void requireScatter(double error, String coefficient) {
        if (!(error > 0)) {
            throw new EstimationException(
                    "E-WILD-002",
                    "the standard error of '" + coefficient + "' clustered by '" + by
                            + "' is 0, so there is no statistic to compare; check whether the model fits every row exactly");
        }
    }

    /** What is drawn. */
    private record Plan(Multiplier multiplier, int count, WildDraws.Kind kind, WildSums.Signs signs) {}

    /** The observed signs, or their mirror image, come up among the draws by themselves. */
    private double smallest(Plan plan, int clusters) {
        if (count == WildDraws.Count.ABOVE) {
            return 0;
        }
        double mirror = plan.multiplier == Multiplier.RADEMACHER ? Math.pow(2, 1 - clusters) : 0;
        return plan.kind == WildDraws.Kind.ENUMERATED ? 1.0 / plan.count : Math.max(mirror, 1.0 / (1 + plan.count));
    }

    private Plan plan(int clusters) {
        Multiplier chosen = multiplier.stream()
                .findFirst()
                .orElse(clusters < ENOUGH_FOR_SIGNS ? Multiplier.WEBB : Multiplier.RADEMACHER);
        boolean all = chosen == Multiplier.RADEMACHER && clusters <= 24 && 1 << (clusters - 1) <= draws;
        return all
                ? new Plan(chosen, 1 << (clusters - 1), WildDraws.Kind.ENUMERATED, WildClusterBootstrap::sign)
                : new Plan(chosen, draws, WildDraws.Kind.RANDOM, (b, g) -> chosen.of(Counter.bits(seed, b, g)));
    }

    /** The last cluster keeps its sign: the other half are mirror images. */
    private static double sign(int draw, int cluster) {
        return (draw >> cluster & 1) == 1 ? -1 : 1;
    }

    private Explanation explanation(PanelErrors errors, Plan plan) {
        List<Explanation.Part> parts = new ArrayList<>(errors.explanation().parts());
        boolean all = plan.kind == WildDraws.Kind.ENUMERATED;
        parts.add(new Explanation.Part(
                "B",
                plan.count,
                all
                        ? "every choice of signs, mirror images left out"
                        : "random draws of " + plan.multiplier + ", seed " + seed));
        String hypothesis = imposed == Null.IMPOSED ? "null imposed" : "null not imposed";
        return new Explanation("wild cluster bootstrap by " + by + ", " + hypothesis + ", statistic with CR1", parts);
    }

    private List<Warning> warnings(PanelScores scores, Factor clusters, Plan plan) {
        List<Warning> warnings = new ArrayList<>();
        FewClusters.warnings(clusters, FewClusters.weight(scores, clusters), "look at randomisation inference too")
                .stream()
                .filter(warning -> warning.code().equals("W-CLUSTER-002"))
                .forEach(warnings::add);
        double least = smallest(plan, clusters.levels());
        if (least > USEFUL) {
            warnings.add(new Warning(
                    "W-WILD-001",
                    "with " + clusters.levels() + " clusters of " + by + " the signs give no p-value below "
                            + String.format(Locale.ROOT, "%.4g", least) + "; take Multiplier.WEBB"));
        }
        return warnings;
    }
}
