package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.Likelihood;
import org.migrationimpact.inference.PanelErrors;
import org.migrationimpact.inference.PanelScores;
import org.migrationimpact.model.Factor;

/** Turns the numbers of a fit into what its reader gets. */
record Finished(
        PanelModel model,
        PanelRows rows,
        Sweep sweep,
        List<Factor> effects,
        PanelSample sample,
        Likelihood likelihood) {

    /** Columns, and levels of the effects less one for every effect but the first. */
    int parameters(int columns) {
        int levels = sweep.layout().groups() + sweep.layout().small();
        return columns + levels - (effects.size() - 1);
    }

    Estimated estimated(
            double[] estimates,
            double[][] bread,
            List<double[]> columns,
            double[] residuals,
            List<Integer> kept,
            List<Warning> warnings,
            AbsorptionReport report) {
        List<String> names = kept.stream().map(model.columns()::get).toList();
        PanelScores bare = PanelScores.of(names, columns.toArray(double[][]::new), residuals, bread);
        boolean equal = likelihood == Likelihood.GAUSSIAN && rows.sharedWeights().length == 0;
        PanelScores scores = scores((equal ? bare : bare.weighted(sweep.weights())).with(likelihood));
        List<String> dropped = IntStream.range(0, model.columns().size())
                .filter(j -> !kept.contains(j))
                .mapToObj(model.columns()::get)
                .toList();
        PanelErrors errors =
                model.covariance().orElseGet(() -> UsualErrors.suiting(scores)).of(scores);
        Estimated.Account account =
                new Estimated.Account(sample.audit(), sweep.layout().order(), sample.singletons(), sample.separated());
        return new Estimated(estimates, scores, errors, account, dropped, warnings, report);
    }

    /** With effects, groups and calendar in the order of the layout. */
    PanelScores scores(PanelScores bare) {
        int[] order = sweep.layout().order();
        PanelScores scores = bare.absorbing(rowsOf(effects, order)).groupedBy(rowsOf(others(), order));
        return rows.place()
                .map(place -> scores.inCalendar(
                        rows.factor(place.unit()).rows(order),
                        IntStream.of(order).mapToLong(i -> place.places()[i]).toArray()))
                .orElse(scores);
    }

    private List<Factor> others() {
        List<Factor> others = new ArrayList<>(rows.factors());
        others.removeIf(factor -> model.effects().contains(factor.name()));
        return others;
    }

    private static List<Factor> rowsOf(List<Factor> factors, int[] order) {
        return factors.stream().map(factor -> factor.rows(order)).toList();
    }
}
