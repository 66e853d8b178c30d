package org.migrationimpact.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;
import org.migrationimpact.impact.Status;
import org.migrationimpact.model.Window;

/**
 * Does the same design find effects at dates at which nothing happened? It is run on the periods before the measure alone, with every date
 * as the start that leaves {@code margin} periods on each side.
 *
 * <p>Fails where more than three placebos in ten are significant at 5 %, or where the effect of the measure is not larger, in standard
 * errors, than nine in ten placebos. Needs {@value #FEWEST} placebos; neighbouring dates share data, so their number says less than it
 * seems, which is why the bound is so far above 5 %. The p-value is the rank of the measure, {@code (1 + #{|t*| ≥ |t|}) / (1 + N)}, never below 1/(1+N). A failure costs one step.
 *
 * @param margin how many periods must lie on each side of a placebo date; 0 for a quarter of the periods before the measure, at
 *     least 6
 */
public record PlaceboInTime(int margin) implements Check {

    private static final String NAME = "placebo in time";
    static final int FEWEST = 8;

    public PlaceboInTime {
        if (margin < 0 || margin == 1) {
            throw new IllegalArgumentException(
                    "a placebo date needs 2 periods or more on each side (0 is automatic), got " + margin);
        }
    }

    /** With a quarter of the periods before the measure on each side, at least 6. */
    public static PlaceboInTime standard() {
        return new PlaceboInTime(0);
    }

    @Override
    public CheckResult check(Method method, Series series) {
        Impact actual = method.fit(series);
        int apart = apart(actual.path());
        List<Impact> placebos = placebos(method, series, actual.path(), apart);
        if (placebos.size() < FEWEST) {
            return CheckResult.notApplicable(
                    NAME,
                    "only " + placebos.size() + " dates before the measure allow a placebo with " + apart
                            + " periods on each side; it takes " + FEWEST);
        }
        double t = Math.abs(actual.effect().coefficient().statistic());
        int n = placebos.size();
        long significant = placebos.stream()
                .filter(p -> p.effect().coefficient().pValue() < 0.05)
                .count();
        long larger = placebos.stream()
                .filter(p -> Math.abs(p.effect().coefficient().statistic()) >= t)
                .count();
        double rank = (1.0 + larger) / (1 + n);
        boolean failed = significant > 0.3 * n || rank > 0.1;
        String reason = String.format(
                Locale.ROOT,
                "of %d dates before the measure at which nothing is known to have happened, %d show a change at the 5 %% level"
                        + " and %d a change as large in standard errors as the measure's (rank p = %.3f, at best %.3f)",
                n,
                significant,
                larger,
                rank,
                1.0 / (1 + n));
        return new CheckResult(
                new Diagnostic(NAME, significant / (double) n, rank, failed ? Status.FAILED : Status.PASSED, reason),
                failed ? 1 : 0,
                placebos);
    }

    private int apart(EffectPath path) {
        long before = path.points().get(0).period().until(path.firstTreated());
        return margin > 0 ? margin : (int) Math.max(6, before / 4);
    }

    private static List<Impact> placebos(Method method, Series series, EffectPath path, int margin) {
        Period first = path.points().get(0).period();
        Period last = path.firstTreated().plus(-1);
        List<Impact> placebos = new ArrayList<>();
        for (Period start = first.plus(margin); start.until(last) + 1 >= margin; start = start.plus(1)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new EstimationException(
                        "E-PLACEBO-001", "interrupted after " + placebos.size() + " placebo dates");
            }
            Trial.of(method.startingAt(start).within(Window.between(first, last)), series)
                    .ifPresent(placebos::add);
        }
        return placebos;
    }
}
