package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.impact.Breakdown;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Status;

/** An {@link AdoptionFit} as an {@link Impact}. */
final class AdoptionImpact {

    private final AdoptionFit fit;
    private final AdoptionAccount account;

    AdoptionImpact(AdoptionFit fit) {
        this.fit = fit;
        this.account = fit.account();
    }

    Impact impact() {
        EffectPath path = new EffectPath(
                account.subject(),
                account.unit(),
                account.scale(),
                fit.headline().degreesOfFreedom(),
                account.firstTreated(),
                List.of());
        return new Impact(
                account.design(),
                account.subject(),
                new Effect(account.estimand(), account.unit(), account.scale(), fit.headline()),
                fit.terms(),
                path,
                account.sample(),
                conventions(),
                diagnostics(),
                account.warnings(),
                new Breakdown(
                        List.of(),
                        fit.effects(),
                        fit.aggregations().stream().map(fit::aggregate).toList()));
    }

    private List<Convention> conventions() {
        List<Convention> all = new ArrayList<>(account.conventions());
        if (fit.aggregations().stream().anyMatch(aggregation -> aggregation != Aggregation.SIMPLE)) {
            all.add(new Convention(
                    "uniform bands", "sup-t, " + SimultaneousBand.DRAWS + " draws, seed " + SimultaneousBand.SEED));
        }
        return all;
    }

    private List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>();
        if (fit.aggregations().contains(Aggregation.DYNAMIC)) {
            all.add(preTest(fit.preTest()));
        }
        all.addAll(account.diagnostics());
        return all;
    }

    /** The joint test in words. */
    static Diagnostic preTest(Optional<PreTest> preTest) {
        String name = "joint test of the effects before treatment";
        return preTest.map(test -> new Diagnostic(
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
}
