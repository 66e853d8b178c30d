package org.migrationimpact.assess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Status;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Scale;

/** From an estimate and its checks to a verdict: steps of the design, less what the checks cost. The rubric is in {@link EvidenceGrade}. */
final class Grading {

    private Grading() {}

    static Verdict of(Measure measure, Impact impact, List<CheckResult> checks) {
        List<Ingredient> ingredients = ingredients(impact, checks);
        int steps = ingredients.stream().mapToInt(Ingredient::steps).sum();
        EvidenceGrade grade = EvidenceGrade.of(steps);
        return new Verdict(
                question(measure, impact), answer(grade, impact, checks), grade, reasons(impact, checks), ingredients);
    }

    private static String question(Measure measure, Impact impact) {
        return "Did " + measure.id() + " " + measure.title()
                + measure.inForce().map(date -> " (in force " + date + ")").orElse("") + " change " + impact.subject()
                + "?";
    }

    private static List<Ingredient> ingredients(Impact impact, List<CheckResult> checks) {
        List<Ingredient> all = new ArrayList<>();
        all.add(ofDesign(impact.design()));
        checks.stream()
                .filter(c -> c.name().equals(SameRouteBreak.NAME) && c.status() == Status.PASSED)
                .forEach(c -> all.add(new Ingredient(c.name(), 1, "the untreated stood the test")));
        checks.stream()
                .filter(c -> c.deduction() > 0)
                .forEach(c -> all.add(new Ingredient(c.name(), -c.deduction(), c.reason())));
        warned(all, impact, "W-SERIES-002", "a break of the series is flagged inside the window");
        warned(all, impact, "W-ITS-001", "few periods on one side");
        warned(all, impact, "W-ARIMA-001", "few periods before");
        warned(all, impact, "W-FORECAST-005", "few periods before");
        return all;
    }

    private static Ingredient ofDesign(String design) {
        return switch (design) {
            case "interrupted-time-series" ->
                new Ingredient(design, 2, "the series is set against its own trend and season");
            case "controlled-interrupted-time-series" ->
                new Ingredient(
                        design, 2, "the series is set against its own trend and season, less those of its controls");
            case "arima-intervention" ->
                new Ingredient(design, 2, "the series is set against a process with its own trend and season");
            case "structural-forecast" ->
                new Ingredient(design, 2, "the series is set against its own level, slope and season, run on");
            default -> new Ingredient(design, 1, "before and after alone, nothing stands for what would have been");
        };
    }

    private static void warned(List<Ingredient> all, Impact impact, String code, String reason) {
        if (impact.warnings().stream().anyMatch(w -> w.code().equals(code))) {
            all.add(new Ingredient(code, -1, reason));
        }
    }

    private static String answer(EvidenceGrade grade, Impact impact, List<CheckResult> checks) {
        Effect effect = impact.effect();
        boolean shown = effect.coefficient().pValue() < 0.05;
        String found = change(effect, impact) + ", p "
                + Words.pValue(effect.coefficient().pValue()) + ")";
        String doubt = doubt(checks);
        if (!shown) {
            return "No effect is shown. " + found + ", which cannot be told from no change"
                    + (doubt.isEmpty() ? "." : "; and " + doubt + ".");
        }
        String start = grade == EvidenceGrade.NOT_CREDIBLE
                ? "Not credible as an effect of the measure alone. "
                : Words.capital(grade.words()) + " of an effect. ";
        return start + found + (doubt.isEmpty() ? "." : ", but " + doubt + ".");
    }

    /** What was found in the comparisons, which come first, or else by the gravest of the other checks; empty where nothing was. */
    private static String doubt(List<CheckResult> checks) {
        return checks.stream()
                .filter(c -> c.status() == Status.FAILED)
                .filter(c -> c.deduction() >= 2 || c.name().equals(ComparisonRange.NAME))
                .findFirst()
                .map(CheckResult::reason)
                .orElse("");
    }

    private static String change(Effect effect, Impact impact) {
        Interval interval = effect.coefficient().interval(0.95);
        String start = impact.path().firstTreated().toString();
        if (effect.scale() == Scale.LEVEL) {
            return String.format(
                    Locale.ROOT,
                    "From %s the level of %s changed by %s %s (95 %% interval %s to %s",
                    start,
                    impact.subject(),
                    Words.number(effect.estimate()),
                    effect.unit(),
                    Words.number(interval.low()),
                    Words.number(interval.high()));
        }
        boolean log = effect.scale() == Scale.LOG;
        return String.format(
                Locale.ROOT,
                "From %s the level of %s changed by %.1f %% (95 %% interval %.1f to %.1f %%",
                start,
                impact.subject(),
                effect.percent(),
                log ? 100 * Math.expm1(interval.low()) : interval.low(),
                log ? 100 * Math.expm1(interval.high()) : interval.high());
    }

    private static List<String> reasons(Impact impact, List<CheckResult> checks) {
        List<String> reasons = new ArrayList<>();
        checks.stream()
                .sorted(Comparator.comparingInt(CheckResult::deduction).reversed())
                .map(CheckResult::toString)
                .map(Words::capital)
                .forEach(reasons::add);
        impact.warnings()
                .forEach(warning -> reasons.add(Words.capital(warning.message()) + " (" + warning.code() + ")"));
        return reasons;
    }
}
