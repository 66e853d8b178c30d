package org.migrationimpact.impact;

import java.util.List;
import java.util.stream.Stream;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.regression.Coefficient;

/**
 * What changed when a measure began: the one result of every design. Charts, tables, checks and reports read only this.
 *
 * @param design the design's name in a study file: {@code interrupted-time-series}
 * @param subject the name of the series
 * @param effect the headline
 * @param terms every coefficient that was estimated
 * @param path observed and counterfactual by period
 * @param sample how many periods were read, used and dropped
 * @param conventions the choices on which the numbers depend, in order
 * @param diagnostics what tests of the fit say
 * @param warnings what a reader must know
 * @param breakdown what the effect is made of: weights, cohorts, aggregates
 */
public record Impact(
        String design,
        String subject,
        Effect effect,
        List<Coefficient> terms,
        EffectPath path,
        SampleAudit sample,
        List<Convention> conventions,
        List<Diagnostic> diagnostics,
        List<Warning> warnings,
        Breakdown breakdown)
        implements Result {

    public Impact {
        terms = List.copyOf(terms);
        conventions = List.copyOf(conventions);
        diagnostics = List.copyOf(diagnostics);
        warnings = List.copyOf(warnings);
    }

    /** A result that is not broken down further. */
    public Impact(
            String design,
            String subject,
            Effect effect,
            List<Coefficient> terms,
            EffectPath path,
            SampleAudit sample,
            List<Convention> conventions,
            List<Diagnostic> diagnostics,
            List<Warning> warnings) {
        this(design, subject, effect, terms, path, sample, conventions, diagnostics, warnings, Breakdown.NONE);
    }

    @Override
    public String question() {
        return "What changed in " + subject + " at " + path.firstTreated() + "?";
    }

    @Override
    public Impact with(SampleAudit counted) {
        return new Impact(design, subject, effect, terms, path, counted, conventions, diagnostics, warnings, breakdown);
    }

    @Override
    public Impact with(List<Warning> known) {
        return new Impact(design, subject, effect, terms, path, sample, conventions, diagnostics, known, breakdown);
    }

    /** The same with one convention more. */
    public Impact with(Convention further) {
        List<Convention> all =
                Stream.concat(conventions.stream(), Stream.of(further)).toList();
        return new Impact(design, subject, effect, terms, path, sample, all, diagnostics, warnings, breakdown);
    }

    /**
     * The coefficient of the term with exactly this name.
     *
     * @throws IllegalArgumentException where there is none; the message lists those there are
     */
    public Coefficient term(String name) {
        return terms.stream()
                .filter(term -> term.term().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no term '" + name + "'; there are "
                        + terms.stream().map(Coefficient::term).toList()));
    }

    /** The convention of this name, empty where the design has none. */
    public String convention(String name) {
        return conventions.stream()
                .filter(convention -> convention.name().equals(name))
                .findFirst()
                .map(Convention::value)
                .orElse("");
    }

    /** The result in words and numbers, with the covariance, the sample and every warning. */
    public String summary() {
        return ImpactSummary.of(this);
    }

    @Override
    public String toString() {
        return summary();
    }
}
