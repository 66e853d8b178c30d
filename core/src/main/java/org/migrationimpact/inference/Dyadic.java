package org.migrationimpact.inference;

import java.util.Arrays;
import java.util.List;
import org.migrationimpact.data.InputException;
import org.migrationimpact.model.Factor;

/**
 * Robust to errors that depend on each other wherever two rows share a country, be it as origin or as destination: corridors from Syria with
 * one another, with corridors to Syria, and with themselves in other periods. {@code B [Σ_c u_c u_c' − Σ_d u_d u_d'] B}, u_c the sum of the
 * scores of all rows that touch country c, u_d of all rows between the same two countries, in either direction, which the first sum has
 * counted twice.
 *
 * <p>Default: times C/(C−1), C countries, and (N−1)/(N−K), K without the effects nested in a pair of countries; Student's t with C−1 degrees
 * of freedom; negative eigenvalues are set to 0 with a warning. Needs many countries: with fewer than 40 it warns.
 *
 * <p>Source: Aronow, Samii and Assenova (2015), doi:10.1093/pan/mpv018, whose estimator has no factors: {@link #withoutFactors}.
 *
 * @param origin the name of the groups of one end
 * @param destination the name of the groups of the other end; countries are the same where their labels are
 * @param groups the factor for the number of countries
 * @param correction the factor for K
 */
public record Dyadic(String origin, String destination, Clustered.GroupFactor groups, Correction correction)
        implements PanelCovariance {

    public Dyadic {
        if (origin.equals(destination)) {
            throw new IllegalArgumentException(
                    "the two ends of a corridor need different names, got '" + origin + "' twice");
        }
        if (groups == Clustered.GroupFactor.EACH) {
            throw new IllegalArgumentException("dyadic errors have the factor SMALLEST or NONE, got EACH");
        }
    }

    /** With C/(C−1) and (N−1)/(N−K). */
    public static Dyadic of(String origin, String destination) {
        return new Dyadic(origin, destination, Clustered.GroupFactor.SMALLEST, Correction.N_MINUS_1_OVER_N_MINUS_K);
    }

    /** The same without factors, as in the source. */
    public Dyadic withoutFactors() {
        return new Dyadic(origin, destination, Clustered.GroupFactor.NONE, Correction.NONE);
    }

    @Override
    public PanelErrors of(PanelScores scores) {
        Ends ends = Ends.of(scores.group(origin), scores.group(destination));
        requireShared(ends);
        int c = ends.countries();
        int k = EffectCount.NOT_NESTED.coefficients(scores, List.of(ends.pairs()));
        Assembly assembly = Assembly.of(scores)
                .count("C", c, "countries, as origin or destination")
                .count("D", ends.pairs().levels(), "pairs of countries, directions together")
                .correct(
                        correction,
                        k,
                        scores.slopes()
                                + " slopes and the absorbed effects that are not nested in a pair of countries");
        if (groups == Clustered.GroupFactor.SMALLEST) {
            assembly.factor("C/(C-1)", c / (c - 1.0), "for the number of countries");
        }
        if (c < FewClusters.ENOUGH) {
            assembly.warn(List.of(
                    FewClusters.few("shared countries", c, "countries", "compare with errors clustered by each end")));
        }
        return assembly.clippedSandwich(describe(), meat(scores, ends), c - 1);
    }

    private void requireShared(Ends ends) {
        if (!ends.isShared()) {
            throw new InputException(
                    "E-CLUSTER-009",
                    "'" + origin + "' and '" + destination
                            + "' have no label in common, so no country is at both ends; write countries the same"
                            + " way in both, or cluster by '" + origin + "' and '" + destination + "'");
        }
    }

    private static double[][] meat(PanelScores scores, Ends ends) {
        int k = scores.slopes();
        double[][] touching = new double[ends.countries()][k];
        for (int i = 0; i < scores.rows(); i++) {
            for (int j = 0; j < k; j++) {
                double score = scores.score(i, j);
                touching[ends.first(i)][j] += score;
                if (ends.first(i) != ends.second(i)) {
                    touching[ends.second(i)][j] += score;
                }
            }
        }
        double[][] meat = ClusterSums.squares(touching, k);
        double[][] pairs = ClusterSums.of(scores, ends.pairs());
        for (int d = 0; d < pairs.length; d++) {
            if (!ends.isLoop(d)) {
                Symmetric.addSquare(meat, pairs[d], -1);
            }
        }
        return meat;
    }

    /** Factors as that software has them for clusters. */
    @Override
    public Dyadic like(PanelPreset preset) {
        Clustered clustered = Clustered.by(origin).like(preset);
        Clustered.GroupFactor factor =
                clustered.groups() == Clustered.GroupFactor.EACH ? Clustered.GroupFactor.SMALLEST : clustered.groups();
        return new Dyadic(origin, destination, factor, clustered.correction());
    }

    @Override
    public String describe() {
        return "dyadic by " + origin + " and " + destination;
    }

    /** The countries at both ends of each row, coded together, and the unordered pair. */
    @SuppressWarnings("ArrayRecordComponent") // private, compared by nobody
    private record Ends(int[] from, int[] to, int countries, Factor pairs, boolean isShared, boolean[] loops) {

        static Ends of(Factor origin, Factor destination) {
            int n = origin.rows();
            String[] labels = new String[2 * n];
            for (int i = 0; i < n; i++) {
                labels[i] = origin.label(origin.code(i));
                labels[n + i] = destination.label(destination.code(i));
            }
            Factor both = Factor.of("country", Arrays.asList(labels));
            int[] from = new int[n];
            int[] to = new int[n];
            long[] keys = new long[n];
            for (int i = 0; i < n; i++) {
                from[i] = both.code(i);
                to[i] = both.code(n + i);
                keys[i] = (long) Math.min(from[i], to[i]) * both.levels() + Math.max(from[i], to[i]);
            }
            Factor pairs = Factor.of("pair of countries", keys);
            boolean[] loops = new boolean[pairs.levels()];
            for (int i = 0; i < n; i++) {
                loops[pairs.code(i)] = from[i] == to[i];
            }
            boolean shared = both.levels() < origin.levels() + destination.levels();
            return new Ends(from, to, both.levels(), pairs, shared, loops);
        }

        int first(int i) {
            return from[i];
        }

        int second(int i) {
            return to[i];
        }

        boolean isLoop(int pair) {
            return loops[pair];
        }
    }
}
