package org.migrationimpact.did;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Factor;
import org.migrationimpact.panel.PanelRows;

/** Rows of an {@link AdoptionPanel} as a regression with effects takes them: with factors {@code unit}, {@code period} and the cluster. */
final class AdoptionRows {

    static final String UNIT = "unit";
    static final String PERIOD = "period";

    private AdoptionRows() {}

    static PanelRows of(AdoptionPanel panel, int[] rows, List<String> covariates) {
        List<String> periods = panel.periods().stream().map(Period::toString).toList();
        PanelRows made = PanelRows.of(panel.name(), picked(panel.data().rows().outcome(), rows))
                .with(Factor.coded(UNIT, codes(rows, panel::unitOf), panel.units()))
                .with(Factor.coded(PERIOD, codes(rows, panel::periodOf), periods));
        if (panel.clusterName().isPresent()) {
            made = made.with(Factor.coded(
                    cluster(panel),
                    codes(rows, row -> panel.clusterOf(panel.unitOf(row))),
                    panel.data().units().clusterNames()));
        }
        for (String covariate : covariates) {
            made = made.with(covariate, picked(panel.column(covariate), rows));
        }
        made = made.inCalendar(
                UNIT,
                Arrays.stream(rows)
                        .mapToObj(row -> panel.periods().get(panel.periodOf(row)))
                        .toList());
        double[] weights = picked(panel.data().rows().weight(), rows);
        return Arrays.stream(weights).allMatch(w -> w == 1) ? made : made.weighted(weights);
    }

    /** The name of the groups that errors are clustered by, where nothing else is asked for. */
    static String cluster(AdoptionPanel panel) {
        return panel.clusterName().orElse(UNIT);
    }

    static double[] picked(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static int[] codes(int[] rows, IntUnaryOperator code) {
        return IntStream.of(rows).map(code).toArray();
    }
}
