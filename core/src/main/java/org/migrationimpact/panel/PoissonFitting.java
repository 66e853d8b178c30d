package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.Likelihood;
import org.migrationimpact.model.Factor;

/** One fit of counts, from the table to the result. */
final class PoissonFitting {

    private final PanelModel model;
    private final PanelRows rows;
    private final List<Factor> effects;
    private final PanelSample sample;

    PoissonFitting(PanelModel model, PanelRows rows) {
        this.model = model;
        this.rows = rows;
        this.effects = model.factors(rows);
        requireCounts(rows);
        sample = PanelSample.complete(rows, model.columns());
    }

    private static void requireCounts(PanelRows rows) {
        double[] y = rows.sharedOutcome();
        for (int i = 0; i < y.length; i++) {
            if (y[i] < 0) {
                throw new InputException(
                        "E-PPML-001",
                        rows.outcomeName() + " is " + y[i] + " in row " + i
                                + " (the first row is 0); Poisson counts are 0 or more");
            }
        }
    }

    PpmlFit fit() {
        while (true) {
            sample.dropSeparated(
                    effects, rows.sharedOutcome(), model.absorption().singletons());
            Layout layout = Layout.of(effects, sample.used(), rows.read(model.columns()));
            Sweep sweep = new Sweep(layout, prior(layout));
            PoissonState state =
                    new PoissonState(sweep, layout.gather(rows.sharedOutcome()), sweep.weights(), offset(layout));
            List<Column> columns = model.columns().stream()
                    .map(name -> Column.inPlace(layout.gather(rows.shared(name)), layout.small()))
                    .toList();
            PoissonSearch search = new PoissonSearch(model, sweep, state, columns);
            PoissonSearch.Choice choice = search.run();
            if (search.separated().length == 0) {
                return fitted(sweep, state, search, choice);
            }
            int[] order = layout.order();
            int[] found =
                    Arrays.stream(search.separated()).map(place -> order[place]).toArray();
            sample.dropSeparated(found, "separated by a combination of columns and effects");
        }
    }

    private double[] prior(Layout layout) {
        if (rows.sharedWeights().length > 0) {
            return layout.gather(rows.sharedWeights());
        }
        double[] ones = new double[layout.rows()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double[] offset(Layout layout) {
        return rows.sharedOffset().length > 0 ? layout.gather(rows.sharedOffset()) : new double[layout.rows()];
    }

    private PpmlFit fitted(Sweep sweep, PoissonState state, PoissonSearch search, PoissonSearch.Choice choice) {
        List<Warning> warnings = new ArrayList<>(choice.warnings());
        if (sample.separated().length > 0) {
            warnings.add(
                    new Warning(
                            "W-PPML-001",
                            sample.separated().length + " zeros of " + rows.outcomeName()
                                    + " are separated: effects or columns predict them perfectly; they are dropped and listed"));
        }
        Finished finished = new Finished(model, rows, sweep, effects, sample, Likelihood.POISSON);
        Estimated estimated = finished.estimated(
                search.estimates(),
                search.bread(),
                search.own(),
                state.working,
                choice.kept(),
                warnings,
                search.report());
        PpmlFit.Counts counts =
                new PpmlFit.Counts(state.y, state.prior, offset(sweep.layout()), state.exactDeviance(), search.steps());
        return new PpmlFit(
                "Poisson counts of " + rows.outcomeName() + ", absorbing " + model.effectNames(), estimated, counts);
    }
}
