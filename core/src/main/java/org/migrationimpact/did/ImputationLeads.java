package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.inference.PanelScores;
import org.migrationimpact.model.Factor;
import org.migrationimpact.panel.Absorption;
import org.migrationimpact.panel.PanelFit;

/** The effects before treatment of {@link Imputation}: a regression of the untreated rows on the last event times before treatment. */
final class ImputationLeads {

    static final int AS_DATA_ALLOW = -1;
    private static final int MOST_BY_DEFAULT = 5;

    private final AdoptionPanel panel;
    private final RegressionOptions options;
    private final Timing timing;
    private final int[] untreated;

    ImputationLeads(AdoptionPanel panel, RegressionOptions options, Timing timing, int[] untreated) {
        this.panel = panel;
        this.options = options;
        this.timing = timing;
        this.untreated = untreated;
    }

    /**
     * Event times, estimates, and how much each cluster moved them, with the factors of CR1.
     *
     * @param events descending from the last before treatment
     */
    @SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
    record Found(List<Integer> events, double[] estimates, double[][] influence) {
        static final Found NONE = new Found(List.of(), new double[0], new double[0][]);
    }

    /** So many leads, or as many as there are periods before less one, up to 5. */
    private List<Integer> events(int asked) {
        int[] seen = IntStream.of(untreated)
                .map(timing::event)
                .filter(event -> event != Timing.NEVER)
                .distinct()
                .sorted()
                .toArray();
        int most = asked == AS_DATA_ALLOW ? Math.min(MOST_BY_DEFAULT, seen.length - 1) : asked;
        return IntStream.range(0, Math.max(0, most))
                .map(i -> timing.reference() - i)
                .filter(event -> Arrays.binarySearch(seen, event) >= 0)
                .boxed()
                .toList();
    }

    Found find(int asked) {
        List<Integer> events = events(asked);
        if (events.isEmpty()) {
            return Found.NONE;
        }
        PanelRegression regression = new PanelRegression(panel, options, untreated);
        for (int event : events) {
            regression.column(
                    EventColumns.name(event),
                    IntStream.of(untreated)
                            .mapToDouble(row -> timing.event(row) == event ? 1 : 0)
                            .toArray());
        }
        return fit(regression, asked)
                .map(fit -> found(
                        fit,
                        events.stream()
                                .filter(event -> !fit.dropped().contains(EventColumns.name(event)))
                                .toList()))
                .orElse(Found.NONE);
    }

    /** Of every row that the imputation uses; by default without leads that the rows do not tell apart, and with none where they tell none. */
    private Optional<PanelFit> fit(PanelRegression regression, int asked) {
        Set<String> never = asked == AS_DATA_ALLOW ? Set.of() : Set.copyOf(regression.columnNames());
        try {
            return Optional.of(regression.leastSquares(
                    regression.table(),
                    Absorption.standard().keepSingletons(),
                    never,
                    AdoptionRows.UNIT,
                    AdoptionRows.PERIOD));
        } catch (EstimationException | DataException notTold) {
            if (asked == AS_DATA_ALLOW) {
                return Optional.empty();
            }
            throw notTold;
        }
    }

    private Found found(PanelFit fit, List<Integer> events) {
        double[] estimates = events.stream()
                .mapToDouble(event -> fit.coefficient(EventColumns.name(event)).estimate())
                .toArray();
        List<double[]> influence = new ArrayList<>();
        for (int event : events) {
            influence.add(influence(fit, EventColumns.name(event)));
        }
        return new Found(events, estimates, influence.toArray(double[][]::new));
    }

    private double[] influence(PanelFit fit, String name) {
        PanelScores scores = fit.scores();
        double[] bread = scores.bread()[scores.names().indexOf(name)];
        Factor clusters = scores.group(AdoptionRows.cluster(panel));
        double[] sums = new double[panel.clusters()];
        double[] plain = new double[clusters.levels()];
        int[] rows = fit.rows();
        for (int i = 0; i < rows.length; i++) {
            double value = 0;
            for (int j = 0; j < bread.length; j++) {
                value += bread[j] * scores.score(i, j);
            }
            sums[panel.clusterOf(panel.unitOf(untreated[rows[i]]))] += value;
            plain[clusters.code(i)] += value;
        }
        double scale = fit.errors().standardError(name) / Math.sqrt(Spd.dot(plain, plain));
        return Arrays.stream(sums).map(value -> value * scale).toArray();
    }
}
