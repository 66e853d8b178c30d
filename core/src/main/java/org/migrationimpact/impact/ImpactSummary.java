package org.migrationimpact.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.regression.Coefficient;

/** The printed summary of a result: a statistician accepts it, a minister understands its first two lines. */
final class ImpactSummary {

    private static final double LEVEL = 0.95;

    private ImpactSummary() {}

    static String of(Impact impact) {
        StringBuilder text = new StringBuilder();
        text.append(impact.design()).append(": ").append(impact.subject()).append('\n');
        text.append(impact.effect().sentence(LEVEL)).append('\n');
        text.append('\n')
                .append(line(
                        "%-14s %13s %12s %10s %9s   %s",
                        "term", "estimate", "std.error", "statistic", "p.value", "95 % interval"));
        impact.terms().forEach(term -> text.append(row(term)));
        impact.path().sums().forEach(sum -> text.append(row(sum)));
        impact.breakdown().aggregates().forEach(aggregate -> text.append(rows(aggregate)));
        text.append(weights(impact.breakdown().weights()));
        text.append('\n').append(impact.sample()).append('\n');
        impact.conventions().forEach(c -> text.append(c).append('\n'));
        impact.diagnostics().forEach(d -> text.append(d).append('\n'));
        impact.warnings().forEach(w -> text.append(w).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String rows(Aggregate aggregate) {
        return aggregate.rows().stream()
                .map(row -> row(
                        aggregate.by() == Aggregate.By.NOTHING
                                ? aggregate.name()
                                : aggregate.name() + " " + row.label(),
                        row.coefficient()))
                .collect(Collectors.joining());
    }

    /** The weights that are not 0, the largest first. */
    private static String weights(List<Weight> weights) {
        return weights.stream()
                .filter(weight -> weight.weight() > 5e-4)
                .sorted(Comparator.comparingDouble(Weight::weight).reversed().thenComparing(Weight::unit))
                .map(weight -> line("%-14s %13s", weight.unit(), String.format(Locale.ROOT, "%.3f", weight.weight())))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(), lines -> lines.isEmpty() ? "" : "\nweights\n" + lines));
    }

    private static String row(Coefficient term) {
        return row(term.term(), term);
    }

    private static String row(String name, Coefficient term) {
        Interval interval = term.interval(LEVEL);
        return line(
                "%-14s %13s %12s %10s %9s   %s to %s",
                name,
                number(term.estimate()),
                number(term.standardError()),
                number(term.statistic()),
                pValue(term.pValue()),
                end(interval.low()),
                end(interval.high()));
    }

    static String line(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(diagnostic.name());
        if (!Double.isNaN(diagnostic.statistic())) {
            text.append(' ').append(number(diagnostic.statistic()));
        }
        if (!Double.isNaN(diagnostic.pValue())) {
            text.append(", p = ").append(pValue(diagnostic.pValue()));
        }
        return text.append(": ").append(diagnostic.reason()).toString();
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).stripTrailing() + "\n";
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.5g", value);
    }

    private static String end(double value) {
        return Double.isInfinite(value) ? "-" : number(value);
    }

    private static String pValue(double p) {
        return Double.isNaN(p) ? "-" : p < 0.0001 ? "<0.0001" : String.format(Locale.ROOT, "%.4f", p);
    }
}
