package org.migrationimpact.assess;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Status;

/** What the promises of a design, 5 % false alarms and 95 % coverage, come to on one series. Made by {@link Calibration}. */
public final class Calibrated implements Serializable {

    private static final long serialVersionUID = 1L;

    static final double NOMINAL = 0.05;
    static final double ALARM = 0.10;
    private static final double KEPT = 0.08;

    private final Period start;
    private final String noise;
    private final List<Realised> placebo; // none or one: an Optional cannot be serialised
    private final List<Realised> drawn;
    private final List<Alternative> alternatives;

    /**
     * Another design on the same drawn series.
     *
     * @param name what a reader would ask for: {@code errors: prais-winsten}
     * @param realised what it did
     */
    public record Alternative(String name, Realised realised) implements Serializable {

        /** Whether it found effects in no more than 8 % of the series, which have none. */
        public boolean keepsItsLevel() {
            return realised.falsePositives().share() <= KEPT;
        }

        @Override
        public String toString() {
            return name + " " + realised.falsePositives();
        }
    }

    Calibrated(
            Period start,
            String noise,
            Optional<Realised> placebo,
            Optional<Realised> drawn,
            List<Alternative> alternatives) {
        this.start = start;
        this.noise = noise;
        this.placebo = placebo.stream().toList();
        this.drawn = drawn.stream().toList();
        this.alternatives = List.copyOf(alternatives);
    }

    /** What the design did at dates before the measure, on the series itself; empty where too few dates allow it. */
    public Optional<Realised> atPlaceboDates() {
        return placebo.stream().findFirst();
    }

    /** What it did on series drawn from a model of the periods before; empty where no such model could be fitted. */
    public Optional<Realised> onDrawnSeries() {
        return drawn.stream().findFirst();
    }

    /** Which deviations were drawn, or why none were. */
    public String noise() {
        return noise;
    }

    /** What other designs did on the first half of the drawn series: tried where this one finds too much, in order, until one keeps its level. */
    public List<Alternative> alternatives() {
        return alternatives;
    }

    /** The first alternative that kept its level. */
    public Optional<Alternative> better() {
        return alternatives.stream().filter(Alternative::keepsItsLevel).findFirst();
    }

    /**
     * Whether the design finds more than one effect in ten where there is none: on the drawn series; where there are none, at the placebo
     * dates, if even the lower end of their 95 % interval lies above 5 %.
     */
    public boolean findsTooMuch() {
        return onDrawnSeries()
                .map(realised -> realised.falsePositives().share() > ALARM)
                .orElseGet(() -> atPlaceboDates()
                        .map(Realised::falsePositives)
                        .filter(rate ->
                                rate.share() > ALARM && rate.interval(0.95).low() > NOMINAL)
                        .isPresent());
    }

    /** The findings, drawn series first. */
    public List<Diagnostic> diagnostics() {
        Diagnostic simulated = onDrawnSeries()
                .map(r -> diagnostic(
                        "calibration, drawn series",
                        r,
                        r.falsePositives().share() > ALARM ? Status.FAILED : Status.PASSED,
                        drawnWords(r)))
                .orElseGet(() -> absent("calibration, drawn series", noise));
        Diagnostic dates = atPlaceboDates()
                .map(r -> diagnostic("calibration, placebo dates", r, placeboStatus(r), placeboWords(r)))
                .orElseGet(() -> absent("calibration, placebo dates", "too few dates before " + start + " allow it"));
        return List.of(simulated, dates);
    }

    private static Status placeboStatus(Realised realised) {
        Rate rate = realised.falsePositives();
        return rate.share() > ALARM && rate.interval(0.95).low() > NOMINAL ? Status.FAILED : Status.PASSED;
    }

    private static Diagnostic diagnostic(String name, Realised realised, Status status, String reason) {
        return new Diagnostic(name, realised.falsePositives().share(), Double.NaN, status, reason);
    }

    private static Diagnostic absent(String name, String reason) {
        return new Diagnostic(name, Double.NaN, Double.NaN, Status.NOT_APPLICABLE, reason);
    }

    private String drawnWords(Realised realised) {
        return "of " + realised.falsePositives().trials() + " series without an effect, drawn from the periods before "
                + start + " (level, trend, season and " + noise + "), " + realised.falsePositives()
                + " show one at the 5 % level, and " + percent(realised.coverage()) + " of the 95 % intervals contain 0"
                + refused(realised);
    }

    private String placeboWords(Realised realised) {
        Rate rate = realised.falsePositives();
        return "of " + rate.trials() + " dates before " + start
                + ", which share most of their data and are worth about "
                + String.format(Locale.ROOT, "%.0f", rate.effective()) + " independent ones, " + rate
                + " show an effect at the 5 % level, and " + percent(realised.coverage())
                + " of the 95 % intervals contain 0" + refused(realised);
    }

    private static String refused(Realised realised) {
        return realised.refused() == 0
                ? ""
                : "; " + realised.refused() + " more could not be answered and are left out";
    }

    static String percent(Rate rate) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * rate.share());
    }

    /** W-CALIBRATION-001 where the design finds too much, with what to take instead. */
    public Optional<Warning> warning() {
        if (!findsTooMuch()) {
            return Optional.empty();
        }
        String found = onDrawnSeries()
                .map(this::drawnWords)
                .orElseGet(() ->
                        placebo.stream().findFirst().map(this::placeboWords).orElseThrow());
        return Optional.of(new Warning(
                "W-CALIBRATION-001",
                "the p-value is too small and the interval too narrow on this series: " + found + "; " + instead()));
    }

    private String instead() {
        if (alternatives.isEmpty()) {
            return "read the effect as less certain than its interval says";
        }
        String tried = alternatives.stream().map(Alternative::toString).collect(Collectors.joining(", "));
        return better().map(alternative -> "take " + alternative.name()
                        + ", which kept its level on the first half of the same series (" + tried + ")")
                .orElse("none of those tried kept its level on the first half of the same series either (" + tried
                        + "), so read the effect as less certain than its interval says");
    }

    /** The result with both findings among its diagnostics, and the warning where there is one. */
    public Impact addedTo(Impact impact) {
        return new Impact(
                impact.design(),
                impact.subject(),
                impact.effect(),
                impact.terms(),
                impact.path(),
                impact.sample(),
                impact.conventions(),
                Stream.concat(impact.diagnostics().stream(), diagnostics().stream())
                        .toList(),
                Stream.concat(impact.warnings().stream(), warning().stream()).toList(),
                impact.breakdown());
    }

    /** Both findings, a line each, and what other designs did. */
    @Override
    public String toString() {
        String tried = alternatives.isEmpty()
                ? ""
                : "\non the first half of the drawn series: "
                        + alternatives.stream().map(Alternative::toString).collect(Collectors.joining(", "));
        return diagnostics().stream()
                        .map(finding -> finding.name() + ": " + finding.reason())
                        .collect(Collectors.joining("\n"))
                + tried;
    }
}
