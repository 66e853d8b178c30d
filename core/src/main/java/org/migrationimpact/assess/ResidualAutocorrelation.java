package org.migrationimpact.assess;

import java.util.List;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.Status;

/**
 * Are the residuals of the design correlated with their own past, so that its interval is too narrow even with robust errors? By the
 * Ljung–Box test that the design reports; fails below 5 %. A failure costs one step.
 */
public record ResidualAutocorrelation() implements Check {

    private static final String NAME = "residual autocorrelation";

    @Override
    public CheckResult check(Method method, Series series) {
        Impact impact = method.fit(series);
        return impact.diagnostics().stream()
                .filter(d -> d.name().startsWith("Ljung–Box"))
                .findFirst()
                .map(test -> result(test, impact))
                .orElseGet(() ->
                        CheckResult.notApplicable(NAME, method.design() + " has no residuals in time to look at"));
    }

    private static CheckResult result(Diagnostic test, Impact impact) {
        boolean failed = test.status() == Status.FAILED;
        return new CheckResult(
                new Diagnostic(
                        NAME,
                        test.statistic(),
                        test.pValue(),
                        test.status(),
                        test.reason() + (failed ? ", so the interval may be too narrow" : "") + " (" + test.name()
                                + ")"),
                failed ? 1 : 0,
                List.of(impact));
    }
}
