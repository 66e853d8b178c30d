package org.migrationimpact.inference;

import java.util.Arrays;
import org.migrationimpact.data.DataException;

/** The rows of every unit, one a period. */
final class UnitRows {

    private final int[][] rows;

    private UnitRows(int[][] rows) {
        this.rows = rows;
    }

    static UnitRows of(PanelScores.Calendar calendar) {
        UnitRows units = new UnitRows(Absorption.rowsOf(calendar.unit()));
        for (int u = 0; u < units.rows.length; u++) {
            requireOneAPeriod(calendar, units.rows[u]);
        }
        return units;
    }

    private static void requireOneAPeriod(PanelScores.Calendar calendar, int... rows) {
        long[] places = Arrays.stream(rows)
                .mapToLong(i -> calendar.places()[i])
                .sorted()
                .toArray();
        for (int t = 1; t < places.length; t++) {
            if (places[t] == places[t - 1]) {
                throw new DataException(
                        "E-CLUSTER-006",
                        calendar.unit().label(calendar.unit().code(rows[0])) + " stands in more than one row of place "
                                + places[t]
                                + " of the calendar; lags of a unit need one row a period; name the finer unit, or take PanelDriscollKraay");
            }
        }
    }

    int units() {
        return rows.length;
    }

    int[] rows(int unit) {
        return rows[unit];
    }
}
