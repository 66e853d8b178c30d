package org.migrationimpact.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;

/** Whether yearly figures are the sums of monthly ones, and so in their unit. */
final class ArmeniaYears {

    private static final int MONTHS = 12;
    private static final double TOLERANCE = 1e-6;
    private static final double ROUNDING = (MONTHS + 1) * 0.005; // figures of two decimals

    private record Cell(List<String> codes, Period year) {}

    /** A sum and how many months are in it. */
    private static final class Sum {
        private double sum;
        private double size;
        private int months;

        void add(double value) {
            sum += value;
            size += Math.abs(value);
            months++;
        }
    }

    private ArmeniaYears() {}

    /** Whether every year that has its twelve months, and at least one has, is their sum. */
    static boolean areSums(Observations years, Observations months) {
        Map<Cell, Sum> sums = new HashMap<>();
        months.stream()
                .filter(month -> month.period().frequency() == Frequency.MONTH && !Double.isNaN(month.value()))
                .forEach(month ->
                        sums.computeIfAbsent(cell(month), key -> new Sum()).add(month.value()));
        List<Observation> whole = years.stream()
                .filter(year -> sums.getOrDefault(cell(year), new Sum()).months == MONTHS)
                .toList();
        return !whole.isEmpty()
                && whole.stream().allMatch(year -> fits(year.value(), sums.getOrDefault(cell(year), new Sum())));
    }

    private static Cell cell(Observation observation) {
        return new Cell(
                observation.codes(), Period.containing(observation.period().firstDay(), Frequency.ANNUAL));
    }

    private static boolean fits(double year, Sum sum) {
        return Math.abs(year - sum.sum) <= ROUNDING + TOLERANCE * sum.size;
    }
}
