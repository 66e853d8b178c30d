package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.PlaceboRank;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Status;

/** What the placebos, the donors left out, the other dates and the intervals say of one fit. */
record TwinFindings(SyntheticControlFit fit) {

    private static final double HALF = 0.5;
    private static final double FIVE_PERCENT = 0.05;
    private static final double WELL_FITTED = 2;
    private static final int FEW_PERIODS = 10;

    List<Diagnostic> diagnostics() {
        List<Diagnostic> all = new ArrayList<>(fit.background().shape());
        all.add(space("placebo in space", fit.rank(), "all donors"));
        all.add(space(
                "placebo in space, fitted alike",
                fit.rankAmongFits(WELL_FITTED),
                "donors whose gap before is at most twice that of the treated"));
        all.add(spread("placebo in time", fit.earlierDates(), "earlier dates", this::inTime));
        all.add(spread("leave one donor out", fit.leaveOneOut(), "donors", this::unlike));
        all.add(spread("later beginnings", fit.laterBeginnings(), "beginnings of the match", this::unlike));
        all.add(inclusion());
        all.add(optimum());
        return all;
    }

    private Diagnostic space(String name, PlaceboRank rank, String whose) {
        if (rank.placebos() == 0) {
            return new Diagnostic(name, Double.NaN, Double.NaN, Status.NOT_APPLICABLE, "no placebo among " + whose);
        }
        double p = rank.pValue(fit.effect());
        String reason = String.format(
                Locale.ROOT,
                "%d of %d placebos (%s) have a ratio of gaps after and before at least as large; p can be no smaller than %.4f",
                rank.beyond(),
                rank.placebos(),
                whose,
                rank.resolution());
        Status status = rank.resolution() > FIVE_PERCENT
                ? Status.NOT_APPLICABLE
                : p <= FIVE_PERCENT ? Status.PASSED : Status.FAILED;
        return new Diagnostic(name, rank.statistic(0), p, status, reason);
    }

    private interface Against {
        boolean speaks(double effect);
    }

    private boolean inTime(double effect) {
        return Math.abs(effect) >= HALF * Math.abs(fit.effect());
    }

    private boolean unlike(double effect) {
        return Math.abs(effect - fit.effect()) >= HALF * Math.abs(fit.effect());
    }

    private Diagnostic spread(String name, List<Refit> refits, String what, Against against) {
        if (refits.isEmpty()) {
            return new Diagnostic(
                    name, Double.NaN, Double.NaN, Status.NOT_APPLICABLE, "there are no " + what + " to try");
        }
        Refit lowest =
                refits.stream().min(Comparator.comparingDouble(Refit::effect)).orElseThrow();
        Refit highest =
                refits.stream().max(Comparator.comparingDouble(Refit::effect)).orElseThrow();
        long speaking =
                refits.stream().filter(refit -> against.speaks(refit.effect())).count();
        String reason = String.format(
                Locale.ROOT,
                "%d %s tried: effects from %.4g (%s) to %.4g (%s); %d of them %s the effect of %.4g",
                refits.size(),
                what,
                lowest.effect(),
                lowest.name(),
                highest.effect(),
                highest.name(),
                speaking,
                name.equals("placebo in time") ? "at least half as large as" : "differ by at least half of",
                fit.effect());
        return new Diagnostic(name, Double.NaN, Double.NaN, speaking == 0 ? Status.PASSED : Status.FAILED, reason);
    }

    /** The interval is of an effect that is the same in all periods; where effects differ much it may miss their mean. */
    private Diagnostic inclusion() {
        Interval interval = fit.ofMean().interval(fit.effect(), fit.options().confidence());
        boolean inside = interval.contains(fit.effect());
        return new Diagnostic(
                "conformal interval",
                Double.NaN,
                fit.ofMean().zero(),
                inside ? Status.PASSED : Status.FAILED,
                inside
                        ? "it contains the estimate"
                        : "it does not contain the estimate: effects differ too much from period to period");
    }

    private Diagnostic optimum() {
        return new Diagnostic(
                "optimality of the weights",
                fit.twin().kktResidual(),
                Double.NaN,
                fit.twin().kktResidual() < 1e-8 ? Status.PASSED : Status.FAILED,
                "violation of the conditions of an optimum, relative");
    }

    List<Warning> warnings() {
        List<Warning> all = new ArrayList<>(fit.background().warnings());
        double resolution = fit.rank().resolution();
        int placebos = fit.placebos().size();
        if (resolution > FIVE_PERCENT) {
            all.add(new Warning(
                    "W-SYNTH-001",
                    placebos + " donors cannot reach 5 %: the smallest p-value of a placebo in space is "
                            + String.format(Locale.ROOT, "%.4f", resolution) + "; 19 donors are needed"));
        }
        fit.background().shape().stream()
                .filter(shape -> shape.name().equals("fit before") && shape.status() == Status.FAILED)
                .forEach(shape -> all.add(new Warning(
                        "W-SYNTH-002",
                        "the twin of " + fit.series().name() + " does not fit well before "
                                + fit.twin().firstTreated()
                                + String.format(Locale.ROOT, " (%.3g, where 1 is perfect)", shape.statistic())
                                + "; a gap after it says little")));
        long matched = fit.twin().matchedFrom().until(fit.twin().firstTreated());
        long weighted = fit.weights().stream().filter(w -> w.weight() > 0).count();
        if (weighted >= matched || matched < FEW_PERIODS) {
            all.add(new Warning(
                    "W-SYNTH-003",
                    weighted + " donors are weighted by " + matched
                            + " matched periods; with so few a good fit before may be chance"));
        }
        if (!fit.donors().unknown().isEmpty()) {
            all.add(new Warning(
                    "W-SYNTH-004",
                    "the names of " + String.join(", ", fit.donors().unknown())
                            + " stand for no country and no route, so whether the measure or a neighbouring route reached them was not"
                            + " looked up"));
        }
        Interval interval = fit.ofMean().interval(fit.effect(), fit.options().confidence());
        if (Double.isInfinite(interval.width())) {
            all.add(new Warning(
                    "W-SYNTH-005",
                    "there is no interval of the mean effect at this confidence: the test over "
                            + Math.round(1 / fit.ofMean().resolution())
                            + " periods has no value that it rejects on each side"));
        }
        return all;
    }
}
