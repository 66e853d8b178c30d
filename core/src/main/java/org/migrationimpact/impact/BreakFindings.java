package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationimpact.breaks.BreakDate;
import org.migrationimpact.breaks.Breakpoints;
import org.migrationimpact.breaks.TimeRegression;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.regression.Coefficient;

/**
 * When a series changed, found without being told a date.
 *
 * @param series the series that was searched
 * @param search the best dates for every number of breaks
 * @param breaks the dates of the number that was chosen, ascending; empty where there is no break
 * @param terms the coefficients of every regime: {@code intercept@1871} in the one that begins in 1871
 * @param sample how many periods were read, used and dropped
 * @param conventions the choices on which the numbers depend, in order
 * @param diagnostics tests for breaks at unknown dates, and of the residuals
 * @param warnings what a reader must know
 */
public record BreakFindings(
        Series series,
        Breakpoints search,
        List<BreakDate> breaks,
        List<Coefficient> terms,
        SampleAudit sample,
        List<Convention> conventions,
        List<Diagnostic> diagnostics,
        List<Warning> warnings)
        implements Result {

    public BreakFindings {
        breaks = List.copyOf(breaks);
        terms = List.copyOf(terms);
        conventions = List.copyOf(conventions);
        diagnostics = List.copyOf(diagnostics);
        warnings = List.copyOf(warnings);
    }

    /** The same findings with one more diagnostic for each of these dates: does the series break where something began? */
    public BreakFindings near(List<Period> firstTreated) {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        firstTreated.forEach(first -> all.add(near(first)));
        return new BreakFindings(series, search, breaks, terms, sample, conventions, all, warnings);
    }

    private Diagnostic near(Period first) {
        String name = "break near " + first;
        boolean near = breaks.stream().anyMatch(date -> date.isNear(first));
        return new Diagnostic(
                name,
                Double.NaN,
                Double.NaN,
                near ? Status.PASSED : breaks.isEmpty() ? Status.NOT_APPLICABLE : Status.FAILED,
                near
                        ? "a break that was found without being told the date lies there"
                        : breaks.isEmpty()
                                ? "no break was found at all, which says little about changes smaller than the scatter"
                                : "the series breaks elsewhere only");
    }

    @Override
    public String question() {
        return "When did " + subject() + " change?";
    }

    @Override
    public BreakFindings with(SampleAudit counted) {
        return new BreakFindings(series, search, breaks, terms, counted, conventions, diagnostics, warnings);
    }

    @Override
    public BreakFindings with(List<Warning> known) {
        return new BreakFindings(series, search, breaks, terms, sample, conventions, diagnostics, known);
    }

    @Override
    public String design() {
        return "breakpoints";
    }

    @Override
    public String subject() {
        return series.name();
    }

    /**
     * What the regime of this period fits to it.
     *
     * @throws IllegalArgumentException where the period has no value
     */
    public double fitted(Period period) {
        TimeRegression all = search.regression();
        int row = all.periods().indexOf(period);
        if (row < 0) {
            throw new IllegalArgumentException(subject() + " has no value in " + period);
        }
        int regime = (int) breaks.stream()
                .filter(date -> !period.isBefore(date.firstOfNew()))
                .count();
        double sum = 0;
        for (int j = 0; j < all.columns(); j++) {
            sum += all.design().get(row, j)
                    * terms.get(regime * all.columns() + j).estimate();
        }
        return sum;
    }

    /** How many breaks there are and when, in one sentence. */
    public String headline() {
        if (breaks.isEmpty()) {
            return "No break is found in " + subject();
        }
        return (breaks.size() == 1 ? "One break is found in " : breaks.size() + " breaks are found in ") + subject()
                + ": " + breaks.stream().map(BreakDate::toString).collect(Collectors.joining("; "));
    }

    /** The headline, every regime, every test and every warning. */
    @Override
    public String toString() {
        return headline() + ".\n"
                + terms.stream().map(term -> "  " + term + "\n").collect(Collectors.joining())
                + diagnostics.stream().map(d -> "  " + d + "\n").collect(Collectors.joining())
                + conventions.stream().map(c -> "  " + c + "\n").collect(Collectors.joining())
                + warnings.stream().map(w -> "  " + w + "\n").collect(Collectors.joining());
    }
}
