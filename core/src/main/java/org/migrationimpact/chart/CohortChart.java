package org.migrationimpact.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;

/**
 * On whom was the effect, and when?
 *
 * <p>A table of cohorts by periods, coloured by the effect: blue above zero, orange below, paler the nearer to it; the numbers are written
 * where there is room. A framed cell lies in the treated time. An empty cell was not estimated.
 */
public final class CohortChart extends Chart {

    private static final int MOST_SAID = 40;

    private final Impact impact;

    private CohortChart(Impact impact) {
        this.impact = Objects.requireNonNull(impact);
    }

    /**
     * The effects by cohort and period of this result.
     *
     * @throws IllegalArgumentException where it has none
     */
    public static CohortChart of(Impact impact) {
        if (impact.breakdown().groupTime().isEmpty()) {
            throw new IllegalArgumentException("the result of " + impact.design()
                    + " has no effects by cohort and period; group-time, sun-abraham and imputation have");
        }
        return new CohortChart(impact);
    }

    @Override
    Figure figure() {
        List<GroupTime> cells = impact.breakdown().groupTime();
        List<String> cohorts = cells.stream().map(GroupTime::cohort).distinct().toList();
        List<String> periods = cells.stream()
                .map(GroupTime::period)
                .distinct()
                .sorted(HeatMap.inTime())
                .toList();
        double[][] values = new double[cohorts.size()][periods.size()];
        for (double[] row : values) {
            Arrays.fill(row, Double.NaN);
        }
        for (GroupTime cell : cells) {
            values[cohorts.indexOf(cell.cohort())][periods.indexOf(cell.period())] =
                    cell.coefficient().estimate();
        }
        String words = cohorts.size() + " cohorts, " + periods.get(0) + " to " + periods.get(periods.size() - 1) + ".";
        return new Figure(
                "Effect on " + impact.subject() + " by cohort and period",
                words,
                impact.effect().unit() + "; rows: first treated in",
                List.of("Framed: treated. Empty: not estimated. Design: " + impact.design() + "."),
                "Heat map of effects in " + impact.effect().unit() + ". " + words + " " + numbers(cells),
                new HeatMap(cohorts, periods, values));
    }

    private static String numbers(List<GroupTime> cells) {
        List<String> said = cells.stream()
                .limit(MOST_SAID)
                .map(cell -> cell.cohort() + " in " + cell.period() + ": "
                        + Numerals.plain(cell.coefficient().estimate()))
                .toList();
        return String.join("; ", said)
                + (cells.size() > MOST_SAID ? "; and " + (cells.size() - MOST_SAID) + " more." : ".");
    }
}
