package org.migrationimpact.gravity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.StudentT;
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
import org.migrationimpact.panel.PpmlFit;
import org.migrationimpact.regression.Coefficient;

/** A fitted gravity equation as a result. */
final class GravityImpact {

    /** Periods below which three effects bias counts noticeably. */
    private static final int SHORT = 10;

    private static final double LEVEL = 0.05;

    private final Gravity gravity;
    private final Flows flows;
    private final MeasureColumns found;
    private final PpmlFit fit;

    GravityImpact(Gravity gravity, Flows flows, MeasureColumns found, PpmlFit fit) {
        this.gravity = gravity;
        this.flows = flows;
        this.found = found;
        this.fit = fit;
    }

    Impact impact() {
        Coefficient total = sum(
                gravity.after().length == 1
                        ? gravity.term(0)
                        : gravity.measure().name() + ".total",
                gravity.after());
        return new Impact(
                "gravity",
                flows.name(),
                new Effect(estimand(), "log points", Scale.LOG, total),
                fit.coefficients(),
                new EffectPath(
                        flows.name(),
                        flows.unit(),
                        Scale.LOG,
                        total.degreesOfFreedom(),
                        gravity.measure().first().orElseThrow(),
                        List.of()),
                fit.sample(),
                conventions(),
                diagnostics(),
                warnings(),
                new Breakdown(List.of(), List.of(), aggregates(total)));
    }

    private String estimand() {
        String lags = gravity.after().length == 1
                ? ""
                : " after "
                        + gravity.after()[gravity.after().length - 1]
                        + (gravity.after()[gravity.after().length - 1] == 1 ? " period" : " periods");
        String what = gravity.removal() == Removal.OWN_EFFECT ? "the introduction of " : "";
        return "effect of " + what + gravity.measure().name() + " on the flow of a corridor that has it" + lags;
    }

    /** The sum of the coefficients of these lags, with its error. */
    private Coefficient sum(String name, int... lags) {
        List<String> names = Arrays.stream(lags).mapToObj(gravity::term).toList();
        return sumOf(name, names);
    }

    private Coefficient sumOf(String name, List<String> names) {
        double[][] covariance = fit.errors().matrix();
        int[] places = names.stream().mapToInt(fit.errors().names()::indexOf).toArray();
        double estimate = names.stream()
                .mapToDouble(one -> fit.coefficient(one).estimate())
                .sum();
        double variance = 0;
        double freedom = Double.POSITIVE_INFINITY;
        for (int i : places) {
            for (int j : places) {
                variance += covariance[i][j];
            }
            freedom = Math.min(
                    freedom, fit.errors().degreesOfFreedom(fit.errors().names().get(i)));
        }
        return new Coefficient(name, estimate, new StudentT(Math.sqrt(Math.max(0, variance)), freedom));
    }

    /** The whole effect, and where there are lags or leads, how it adds up from the first lead on. */
    private List<Aggregate> aggregates(Coefficient total) {
        int[] lags = gravity.lags();
        if (lags.length == 1) {
            return List.of(Aggregate.of(total));
        }
        List<Aggregate.Row> rows = IntStream.range(0, lags.length)
                .mapToObj(i -> new Aggregate.Row(
                        Integer.toString(lags[i]), sum("event." + lags[i], Arrays.copyOf(lags, i + 1))))
                .toList();
        return List.of(Aggregate.of(total), new Aggregate("dynamic", Aggregate.By.EVENT, rows));
    }

    private List<Convention> conventions() {
        List<Convention> all = new ArrayList<>();
        all.add(new Convention("model", "Poisson pseudo maximum likelihood"));
        all.add(new Convention("multilateral resistance", gravity.resistance().describe()));
        all.add(new Convention(
                "removal",
                gravity.removal() == Removal.UNDOES ? "undoes the introduction" : "has an effect of its own"));
        all.add(new Convention("treated rows", Integer.toString(found.treated())));
        all.add(new Convention("covariance", fit.errors().explanation().estimator()));
        all.add(new Convention("absorption", fit.absorption().toString()));
        all.add(new Convention("steps", Integer.toString(fit.steps())));
        return all;
    }

    private List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>();
        Arrays.stream(gravity.lags())
                .filter(lag -> lag < 0)
                .forEach(lag -> all.add(tested(
                        "no anticipation, " + -lag + (lag == -1 ? " period ahead" : " periods ahead"),
                        fit.coefficient(gravity.term(lag)),
                        "flows had changed before the measure began")));
        if (fit.errors().names().contains(gravity.removedTerm())) {
            Coefficient both = sumOf("both", List.of(gravity.term(0), gravity.removedTerm()));
            all.add(tested("removal undoes introduction", both, "removal did not undo the introduction"));
        }
        return all;
    }

    private static Diagnostic tested(String name, Coefficient zero, String otherwise) {
        boolean rejected = zero.pValue() < LEVEL;
        String size = String.format(Locale.ROOT, "%.4g log points, p = %.4g", zero.estimate(), zero.pValue());
        return new Diagnostic(
                name,
                zero.statistic(),
                zero.pValue(),
                rejected ? Status.FAILED : Status.PASSED,
                rejected ? otherwise + ": " + size : size);
    }

    private List<Warning> warnings() {
        List<Warning> all = new ArrayList<>(fit.warnings());
        int periods = flows.periods().size();
        if (gravity.resistance() == Resistance.TIME_VARYING && periods < SHORT) {
            all.add(new Warning(
                    "W-GRAVITY-001",
                    "with " + periods
                            + " periods, counts with three effects are biased noticeably, and their errors too"
                            + " small (Weidner and Zylkin 2021, doi:10.1016/j.jinteco.2021.103513)"));
        }
        if (!flows.hasZero()) {
            all.add(new Warning(
                    "W-GRAVITY-002",
                    "no flow is 0: if corridors without a flow have no row, the effect is that on flows that exist"));
        }
        if (!found.absent().isEmpty()) {
            all.add(new Warning("W-GRAVITY-003", absent()));
        }
        return all;
    }

    private String absent() {
        String corridors = found.absent().stream()
                .limit(5)
                .map(spell -> spell.origin() + " to " + spell.destination())
                .collect(Collectors.joining(", "));
        int count = found.absent().size();
        return count + (count == 1 ? " corridor" : " corridors") + " of "
                + gravity.measure().name() + " have no row among the flows: " + corridors
                + (count > 5 ? " and others" : "");
    }
}
