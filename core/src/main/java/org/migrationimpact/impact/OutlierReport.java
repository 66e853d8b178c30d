package org.migrationimpact.impact;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.InterruptedTimeSeries.Outliers;
import org.migrationimpact.model.Term;
import org.migrationimpact.regression.Outlier;
import org.migrationimpact.regression.OutlierSearch;

/** The outliers of a series beside the terms of its design, and whether one lies near an intervention. */
record OutlierReport(Outliers choice, double critical, List<Outlier> found) {

    /** A series longer than this is not searched. */
    private static final int LONGEST = 2000;

    static OutlierReport of(SegmentOptions options, double[] values, List<Period> periods, List<Term> terms) {
        double critical = OutlierSearch.criticalValue(periods.size());
        int columns = terms.stream().mapToInt(term -> term.names().size()).sum();
        boolean searched =
                options.outliers != Outliers.UNEXAMINED && periods.size() <= LONGEST && periods.size() > columns + 2;
        if (!searched) {
            return new OutlierReport(Outliers.UNEXAMINED, critical, List.of());
        }
        double[] scaled = options.errors.areCounts()
                ? IntStream.range(0, values.length)
                        .mapToDouble(t -> Math.sqrt(values[t]))
                        .toArray()
                : values;
        return new OutlierReport(options.outliers, critical, OutlierSearch.find(scaled, periods, terms, critical));
    }

    /** Those within a quarter of a cycle of seasons, but at least one period, of an intervention. */
    List<Outlier> near(Interventions interventions, Frequency frequency) {
        long reach = Math.max(1, frequency.seasons() / 4);
        return found.stream()
                .filter(outlier -> interventions.starts().stream()
                        .anyMatch(start -> Math.abs(start.until(outlier.period())) <= reach))
                .toList();
    }

    Optional<Diagnostic> diagnostic(Interventions interventions, Frequency frequency) {
        if (choice == Outliers.UNEXAMINED) {
            return Optional.empty();
        }
        double largest = found.stream()
                .mapToDouble(outlier -> Math.abs(outlier.statistic()))
                .max()
                .orElse(Double.NaN);
        return Optional.of(new Diagnostic(
                String.format(Locale.ROOT, "outliers, critical value %.2f", critical),
                largest,
                Double.NaN,
                near(interventions, frequency).isEmpty() ? Status.PASSED : Status.FAILED,
                found.isEmpty()
                        ? "none was found"
                        : inWords(found)
                                + (choice == Outliers.AS_TERMS
                                        ? "; each has a term of its own"
                                        : "; all are kept in the sample as they are")));
    }

    static String inWords(List<Outlier> outliers) {
        return outliers.stream().map(Outlier::toString).collect(Collectors.joining(", "));
    }
}
