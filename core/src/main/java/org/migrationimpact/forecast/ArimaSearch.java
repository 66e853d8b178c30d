package org.migrationimpact.forecast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;

/** The stepwise search of Hyndman and Khandakar for the order with the smallest AICc. */
final class ArimaSearch {

    private static final int MOST_MODELS = 94;
    private static final double LEAST_ROOT = 1.01;

    /** The steps that are tried from where the search stands, in this order: changes of P, Q, p and q. */
    private static final int[][] STEPS = {
        {-1, 0, 0, 0},
        {0, -1, 0, 0},
        {1, 0, 0, 0},
        {0, 1, 0, 0},
        {-1, -1, 0, 0},
        {-1, 1, 0, 0},
        {1, -1, 0, 0},
        {1, 1, 0, 0},
        {0, 0, -1, 0},
        {0, 0, 0, -1},
        {0, 0, 1, 0},
        {0, 0, 0, 1},
        {0, 0, -1, -1},
        {0, 0, -1, 1},
        {0, 0, 1, -1},
        {0, 0, 1, 1}
    };

    private record Candidate(int p, int q, int seasonalP, int seasonalQ, boolean constant) {}

    private final ArimaData raw;
    private final int season;
    private final int d;
    private final int seasonalD;
    private final int[] most; // of p, q, P, Q
    private final Map<Candidate, Double> tried = new LinkedHashMap<>();
    private final boolean constants; // whether a constant may be in
    private Candidate at; // where the search stands
    private double least = Double.POSITIVE_INFINITY;

    private ArimaSearch(ArimaData data, int season, ArimaErrors.Constant constant) {
        this.raw = data;
        this.season = season;
        double[] level = withoutRegressors();
        int seasonalTimes = StationarityTests.seasonalDifferences(bridged(level), season);
        seasonalD = seasonalTimes == 0 ? 0 : seasonalTimes - spared(seasonalTimes, 0);
        int times = StationarityTests.differences(known(new Differencing(0, seasonalD, season).of(level)));
        d = times == 0 ? 0 : times - spared(seasonalD, times);
        most = most();
        constants = constant != ArimaErrors.Constant.NONE && d + seasonalD < 2;
        at = new Candidate(0, 0, 0, 0, constants);
        search();
    }

    /** The fit of the order with the smallest AICc, of those whose exact fit is regular. */
    static ArimaFit fit(ArimaData data, int season, ArimaErrors.Constant constant, ArimaErrors.Likelihood likelihood) {
        if (data.observed() < 4) {
            throw new DataException(
                    "E-ARIMA-011",
                    data.name() + " has " + data.observed()
                            + " values; an automatic order takes 4 or more, and many more to mean anything");
        }
        ArimaSearch search = new ArimaSearch(data, season, constant);
        List<Candidate> ranked = search.tried.entrySet().stream()
                .filter(entry -> Double.isFinite(entry.getValue()))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        for (Candidate candidate : ranked) {
            Optional<ArimaFit> fit = search.regular(candidate, likelihood);
            if (fit.isPresent()) {
                return fit.get();
            }
        }
        throw new EstimationException(
                "E-ARIMA-010",
                "none of the " + search.tried.size() + " orders tried for " + data.name()
                        + " has a likelihood with a maximum away from a unit root; name an order");
    }

    /** The exact fit, empty where its likelihood has no regular maximum. */
    private Optional<ArimaFit> regular(Candidate candidate, ArimaErrors.Likelihood likelihood) {
        try {
            return Optional.of(ArimaFit.of(problem(candidate, likelihood), tried.size()));
        } catch (EstimationException irregular) {
            return Optional.empty();
        }
    }

    private double[] withoutRegressors() {
        double[] y = raw.response();
        int[] known =
                IntStream.range(0, y.length).filter(t -> !Double.isNaN(y[t])).toArray();
        double[][] columns = new double[raw.names().size() + 1][known.length];
        Arrays.fill(columns[0], 1);
        for (int j = 1; j < columns.length; j++) {
            double[] regressor = raw.regressors()[j - 1];
            columns[j] = Arrays.stream(known).mapToDouble(t -> regressor[t]).toArray();
        }
        double[] left = Arrays.stream(known).mapToDouble(t -> y[t]).toArray();
        Projection projection = Projection.of(columns);
        if (columns.length > 1 && projection.dependent() < 0) {
            left = projection.residuals(left);
        }
        for (int i = 0; i < known.length; i++) {
            y[known[i]] = left[i];
        }
        return y;
    }

    /** As many differences as asked for, less one where that would leave a regressor constant. */
    private int spared(int seasonalTimes, int times) {
        boolean constant = Arrays.stream(new Differencing(times, seasonalTimes, season).of(raw.regressors()))
                .anyMatch(column -> column.length == 0 || StationarityTests.isConstant(column));
        return constant ? 1 : 0;
    }

    private static double[] bridged(double[] values) {
        double[] all = values.clone();
        int before = 0;
        for (int t = 1; t < all.length; t++) {
            if (!Double.isNaN(values[t])) {
                for (int gap = before + 1; gap < t; gap++) {
                    all[gap] = values[before] + (values[t] - values[before]) * (gap - before) / (t - before);
                }
                before = t;
            }
        }
        return all;
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }

    private int[] most() {
        int n = raw.observed();
        int seasonal = season == 1 ? 0 : Math.min(2, n / 3 / season);
        int plain = Math.min(5, n / 3);
        int within = seasonal > 0 ? Math.min(plain, season - 1) : plain;
        return new int[] {within, within, seasonal, seasonal};
    }

    private void search() {
        int start = raw.size() < 10 ? 1 : 2;
        int seasonal = raw.size() < 10 ? 0 : Math.min(1, most[2]);
        consider(new Candidate(Math.min(start, most[0]), Math.min(start, most[1]), seasonal, seasonal, constants));
        consider(new Candidate(0, 0, 0, 0, constants));
        consider(new Candidate(Math.min(1, most[0]), 0, Math.min(1, most[2]), 0, constants));
        consider(new Candidate(0, Math.min(1, most[1]), 0, Math.min(1, most[3]), constants));
        if (constants && consider(new Candidate(0, 0, 0, 0, false))) {
            at = new Candidate(0, 0, 0, 0, true); // the search goes on with the constant, as in forecast 8.20
        }
        boolean better = true;
        while (better && tried.size() < MOST_MODELS) {
            better = improve();
        }
    }

    /** Tries what lies one step away; true as soon as something is better. */
    private boolean improve() {
        for (int[] step : STEPS) {
            Candidate next = new Candidate(
                    at.p() + step[2],
                    at.q() + step[3],
                    at.seasonalP() + step[0],
                    at.seasonalQ() + step[1],
                    at.constant());
            if (allowed(next) && consider(next)) {
                return true;
            }
        }
        return constants && consider(new Candidate(at.p(), at.q(), at.seasonalP(), at.seasonalQ(), !at.constant()));
    }

    private boolean allowed(Candidate c) {
        return c.p() >= 0
                && c.q() >= 0
                && c.seasonalP() >= 0
                && c.seasonalQ() >= 0
                && c.p() <= most[0]
                && c.q() <= most[1]
                && c.seasonalP() <= most[2]
                && c.seasonalQ() <= most[3]
                && tried.size() < MOST_MODELS;
    }

    /** Whether this candidate is new and better than all before; then the search stands there. */
    private boolean consider(Candidate candidate) {
        if (tried.containsKey(candidate)) {
            return false;
        }
        double aicc = aicc(candidate);
        tried.put(candidate, aicc);
        if (aicc < least) {
            least = aicc;
            at = candidate;
            return true;
        }
        return false;
    }

    private double aicc(Candidate candidate) {
        ArimaOrder order = order(candidate);
        int left = raw.observed() - order.lost(season);
        if (left < order.coefficients() + raw.names().size() + 4) {
            return Double.POSITIVE_INFINITY;
        }
        ArimaOptimum found = ArimaOptimum.quick(problem(candidate, ArimaErrors.Likelihood.FULL));
        return found.at().exists() && found.at().square() > 0 && found.smallestRoot() >= LEAST_ROOT
                ? found.aicc()
                : Double.POSITIVE_INFINITY;
    }

    private ArimaOrder order(Candidate c) {
        return new ArimaOrder(c.p(), d, c.q(), c.seasonalP(), seasonalD, c.seasonalQ());
    }

    private ArimaProblem problem(Candidate candidate, ArimaErrors.Likelihood likelihood) {
        ArimaErrors.Constant constant =
                candidate.constant() ? ArimaErrors.Constant.MEAN_OR_TREND : ArimaErrors.Constant.NONE;
        return new ArimaProblem(
                ArimaErrors.withConstant(raw, order(candidate), constant), order(candidate), season, likelihood);
    }
}
