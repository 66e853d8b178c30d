package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.Breakdown;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Status;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/** A {@link GroupTimeFit} as an {@link Impact}. */
final class GroupTimeImpact {

    static final int FEW_GROUPS = 40;
    private static final int SMALL_COHORT = 5;

    private final GroupTimeFit fit;
    private final AdoptionPanel panel;
    private final GroupTimeOptions options;

    GroupTimeImpact(GroupTimeFit fit) {
        this.fit = fit;
        this.panel = fit.panel();
        this.options = fit.options();
    }

    Impact impact() {
        Coefficient headline = fit.overall(options.headline());
        String estimand = options.headline() + ", treated against " + options.control();
        EffectPath path = new EffectPath(
                panel.name(),
                panel.unit(),
                Scale.LEVEL,
                headline.degreesOfFreedom(),
                fit.estimatedCohorts().get(0),
                List.of());
        return new Impact(
                "group-time",
                panel.name(),
                new Effect(estimand, panel.unit(), Scale.LEVEL, headline),
                Arrays.stream(Aggregation.values()).map(fit::overall).toList(),
                path,
                sample(),
                conventions(),
                List.of(preTest()),
                warnings(),
                new Breakdown(List.of(), fit.effects(), aggregates()));
    }

    private List<Aggregate> aggregates() {
        return Arrays.stream(Aggregation.values()).map(fit::aggregate).toList();
    }

    private SampleAudit sample() {
        int rows = 0;
        for (int row = 0; row < panel.size(); row++) {
            Optional<Period> first = panel.firstTreated(panel.unitOf(row));
            rows += first.isPresent() && fit.withoutBase().contains(first.get()) ? 1 : 0;
        }
        return panel.sample().drop("of cohorts without a period before treatment", rows);
    }

    private List<Convention> conventions() {
        List<Convention> list = new ArrayList<>();
        list.add(new Convention("estimator", "group-time effects (Callaway and Sant'Anna 2021)"));
        list.add(new Convention("controls", options.control().toString()));
        list.add(new Convention("adjustment", adjustment()));
        list.add(new Convention("base", options.base().toString()));
        list.add(new Convention("anticipation", options.anticipation() + " periods"));
        list.add(new Convention("unbalanced", unbalanced()));
        list.add(new Convention("covariance", covariance()));
        list.add(new Convention("degrees of freedom", "t(" + (fit.errors().groups() - 1) + "), groups − 1"));
        list.add(new Convention("weights of aggregates", "sizes of cohorts, estimated with the effects"));
        if (options.crossSections() != CrossSectionErrors.DERIVED) {
            list.add(new Convention(
                    "errors of cross-sections", options.crossSections().toString()));
        }
        if (options.balancedTo() != GroupTimeOptions.UNBALANCED_EVENTS) {
            list.add(new Convention("event times", "balanced up to " + options.balancedTo()));
        }
        list.add(new Convention("uniform bands", options.bootstrap() + ", " + 100 * options.confidence() + " %"));
        return list;
    }

    private String adjustment() {
        return options.covariates().isEmpty()
                ? "none, there are no covariates"
                : options.adjustment() + " for " + String.join(", ", options.covariates());
    }

    private String unbalanced() {
        if (panel.sampling() == Sampling.REPEATED_CROSS_SECTIONS) {
            return "repeated cross-sections: each row is a unit";
        }
        if (panel.isBalanced()) {
            return "does not arise, the panel is balanced";
        }
        long absent = fit.cellEffects().stream().mapToLong(CellEffect::absent).sum();
        return options.unbalanced() == Unbalanced.POOLED
                ? options.unbalanced().toString()
                : options.unbalanced() + "; left out " + absent + " times";
    }

    private String covariance() {
        String groups = panel.clusterName().isEmpty() ? "by unit" : "by " + panel.clusterName();
        return String.format(
                Locale.ROOT,
                "%s, %s, %d groups, factor %s",
                options.errors(),
                groups,
                fit.errors().groups(),
                fit.errors().factor() == 1 ? "1" : "G/(G−1)");
    }

    private Diagnostic preTest() {
        String name = "joint test of the effects before treatment";
        return fit.preTest()
                .map(test -> new Diagnostic(
                        name,
                        test.statistic(),
                        test.pValue(),
                        test.pValue() < 0.05 ? Status.FAILED : Status.PASSED,
                        test.degreesOfFreedom() + " effects, chi-squared; "
                                + (test.pValue() < 0.05
                                        ? "they differ from 0: treated and controls went different ways before"
                                        : "no difference was found, which does not show that there is none")))
                .orElseGet(() -> new Diagnostic(
                        name,
                        Double.NaN,
                        Double.NaN,
                        Status.NOT_APPLICABLE,
                        "there are no effects before treatment, or more than the units can tell apart"));
    }

    private List<Warning> warnings() {
        List<Warning> list = new ArrayList<>();
        if (!fit.withoutBase().isEmpty()) {
            list.add(new Warning(
                    "W-DID-001",
                    "the cohorts " + Listing.of(fit.withoutBase()) + " have no period before treatment"
                            + (options.anticipation() > 0 ? " and its anticipation" : "")
                            + " in the data and are in no effect"));
        }
        if (!fit.notEstimated().isEmpty()) {
            list.add(new Warning(
                    "W-DID-002",
                    fit.notEstimated().size() + " of " + fit.cellEffects().size()
                            + " effects by cohort and period could not be estimated and are in no aggregate: "
                            + String.join(
                                    "; ", fit.notEstimated().stream().limit(3).toList())));
        }
        if (fit.errors().groups() < FEW_GROUPS) {
            list.add(new Warning("W-DID-003", fewGroups()));
        }
        long trimmed = fit.cellEffects().stream().mapToLong(CellEffect::trimmed).sum();
        if (trimmed > 0) {
            list.add(new Warning(
                    "W-DID-004",
                    trimmed + " times a control got no weight, its propensity score being " + Propensity.TRIMMED
                            + " or more"));
        }
        smallCohorts().ifPresent(list::add);
        return list;
    }

    private String fewGroups() {
        return "the errors rest on " + fit.errors().groups() + " "
                + (panel.clusterName().isEmpty() ? "units" : "clusters by " + panel.clusterName())
                + "; with so few, 95 % intervals hold the truth less often than they say (docs/COVERAGE.md)";
    }

    private Optional<Warning> smallCohorts() {
        List<String> small = new ArrayList<>();
        for (int c = 0; c < panel.cohorts().size(); c++) {
            int cohort = c;
            Period first = panel.cohorts().get(c);
            long clusters = java.util.stream.IntStream.range(0, panel.units().size())
                    .filter(unit -> panel.cohortOf(unit) == cohort)
                    .map(panel::clusterOf)
                    .distinct()
                    .count();
            if (clusters < SMALL_COHORT && fit.estimatedCohorts().contains(first)) {
                small.add(first + " (" + clusters + ")");
            }
        }
        return small.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "W-DID-005",
                        "few "
                                + (panel.clusterName().isEmpty() ? "units" : "clusters")
                                + " are in the cohorts " + Listing.of(small)
                                + "; the errors of their effects are too small"));
    }
}
