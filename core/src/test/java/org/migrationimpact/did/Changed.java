package org.migrationimpact.did;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;

/** The columns of a panel again, with something changed. */
final class Changed {

    private Changed() {}

    static AdoptionColumns outcome(AdoptionPanel panel, double... y) {
        return rows(panel, y, IntStream.range(0, panel.size()).toArray());
    }

    /** The same rows in this order. */
    static AdoptionColumns order(AdoptionPanel panel, int... order) {
        return rows(panel, RandomPanels.column(panel, panel::outcome), order);
    }

    private static AdoptionColumns rows(AdoptionPanel panel, double[] y, int[] rows) {
        List<String> units = IntStream.of(rows)
                .mapToObj(row -> panel.units().get(panel.unitOf(row)))
                .toList();
        List<Period> periods = IntStream.of(rows)
                .mapToObj(row -> panel.periods().get(panel.periodOf(row)))
                .toList();
        List<Optional<Period>> first = IntStream.of(rows)
                .mapToObj(row -> panel.firstTreated(panel.unitOf(row)))
                .toList();
        AdoptionColumns columns = AdoptionColumns.of(units, periods, AdoptionRows.picked(y, rows), first)
                .named(panel.name(), panel.unit())
                .weight(IntStream.of(rows).mapToDouble(panel::weight).toArray());
        for (String covariate : panel.covariates()) {
            columns = columns.covariate(covariate, AdoptionRows.picked(panel.covariate(covariate), rows));
        }
        return columns;
    }
}
