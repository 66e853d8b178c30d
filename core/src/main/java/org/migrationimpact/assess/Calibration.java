package org.migrationimpact.assess;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.migrationimpact.data.DataException;
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
 * Does a design keep its promises on this series: does it find an effect where there is none in 5 % of cases, and do its 95 % intervals
 * contain the truth in 95 %? Where its errors do not allow for how the periods depend on each other, it finds far more.
 *
 * <p>Two answers from the periods before the measure. At placebo dates: the same design at every date there with so many periods on each
 * side (6 by default). No model is needed, but the dates are few and share their data, so the answer is rough; its interval counts only as
 * many independent dates as the autocorrelation of neighbouring statistics leaves. On drawn series: level, trend and season of the periods
 * before, carried on over the whole window, with deviations like theirs ({@link Noise}; normal AR(1) errors by default), missing where the
 * series is; the design itself, at its own date, on 400 of them by default. Those are as good as the model of the deviations, whose
 * uncertainty is not in the interval.
 *
 * <p>As a check it fails where more than 10 % of the drawn series show an effect at the 5 % level; where none can be drawn, where more than
 * 10 % of the placebo dates do and the 95 % interval of that share lies above 5 %. A failure costs one step.
 *
 * <p>One seed gives the same answer on any number of threads. What it cannot tell: whether something else happened at the date. Designs
 * that compare with other series are calibrated at placebo dates; on drawn series their comparison stays what it was, so that part says
 * too little of them.
 */
public final class Calibration implements Check, Serializable {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "calibration";
    private static final int FEWEST_DATES = 5;

    private final long seed;
    private final int draws;
    private final int margin;
    private final Noise noise;
    private final List<Named> others;

    private record Named(String name, Method method) implements Serializable {}

    private Calibration(long seed, int draws, int margin, Noise noise, List<Named> others) {
        this.seed = seed;
        this.draws = draws;
        this.margin = margin;
        this.noise = noise;
        this.others = List.copyOf(others);
    }

    /** With 400 draws from this seed, AR(1) errors, and 6 periods on each side of a placebo date. */
    public static Calibration seeded(long seed) {
        return new Calibration(seed, 400, 6, Noise.autoregressive(), List.of());
    }

    /** With so many drawn series, 0 to 100000; none leaves the placebo dates. */
    public Calibration withDraws(int number) {
        if (number < 0 || number > 100_000) {
            throw new IllegalArgumentException("draws are 0 to 100000, got " + number);
        }
        return new Calibration(seed, number, margin, noise, others);
    }

    /** With deviations drawn in this way. */
    public Calibration with(Noise deviations) {
        return new Calibration(seed, draws, margin, deviations, others);
    }

    /** With so many periods at least on each side of a placebo date. */
    public Calibration withMargin(int periods) {
        if (periods < 1 || periods > 10_000) {
            throw new IllegalArgumentException("a margin has 1 to 10000 periods, got " + periods);
        }
        return new Calibration(seed, draws, periods, noise, others);
    }

    /**
     * Seeing, where the design finds too much, whether this one does better on the same drawn series; of several, in the order in which
     * they were named, until one finds effects in no more than 8 % of them. They are tried on the first half of the drawn series.
     */
    public Calibration comparedWith(String name, Method method) {
        List<Named> all = new ArrayList<>(others);
        all.add(new Named(name, method));
        return new Calibration(seed, draws, margin, noise, all);
    }

    /**
     * What the promises of this design come to on this series.
     *
     * @throws DataException where the design cannot answer for the series at all
     */
    public Calibrated measure(Method method, Series series) {
        EffectPath path = method.fit(series).path();
        Period first = path.points().get(0).period();
        Period last = path.points().get(path.points().size() - 1).period();
        Series before = series.between(first, path.firstTreated().plus(-1));
        Optional<Realised> dates = atDates(method, before, path.firstTreated());
        if (draws == 0) {
            return new Calibrated(path.firstTreated(), "no series were asked for", dates, Optional.empty(), List.of());
        }
        NullModel model;
        try {
            model = NullModel.of(before, path.scale(), noise);
        } catch (DataException | EstimationException cannot) {
            return new Calibrated(
                    path.firstTreated(), String.valueOf(cannot.getMessage()), dates, Optional.empty(), List.of());
        }
        return drawn(method, path.firstTreated(), dates, new Drawn(model, series.between(first, last)));
    }

    private Calibrated drawn(Method method, Period start, Optional<Realised> dates, Drawn drawn) {
        Optional<Realised> own = drawn.by(method, draws);
        String words =
                own.isPresent() ? drawn.model().words() : "the design could not answer for most of the drawn series";
        Calibrated calibrated = new Calibrated(start, words, dates, own, List.of());
        if (own.isEmpty() || !calibrated.findsTooMuch()) {
            return calibrated;
        }
        List<Calibrated.Alternative> tried = new ArrayList<>();
        for (Named other : others) {
            drawn.by(other.method(), (draws + 1) / 2)
                    .ifPresent(realised -> tried.add(new Calibrated.Alternative(other.name(), realised)));
            if (tried.stream().anyMatch(Calibrated.Alternative::keepsItsLevel)) {
                break;
            }
        }
        return new Calibrated(start, words, dates, own, tried);
    }

    /** Series from the model over the window, missing where the series is. */
    private final class Drawn {

        private final NullModel model;
        private final Series window;
        private final double[] expected;

        Drawn(NullModel model, Series window) {
            this.model = model;
            this.window = window;
            expected = model.expected(window.start(), window.end());
            for (int i = 0; i < expected.length; i++) {
                expected[i] = Double.isNaN(window.value(i)) ? Double.NaN : expected[i];
            }
        }

        NullModel model() {
            return model;
        }

        Optional<Realised> by(Method method, int number) {
            Method bare = method.bare();
            return Realised.ofIndependent(Draws.of(seed, number, random -> Trial.of(bare, series(random))));
        }

        private Series series(RandomGenerator random) {
            return model.series(window.start(), expected, model.deviations(random, expected.length));
        }
    }

    private Optional<Realised> atDates(Method method, Series before, Period start) {
        Window window = Window.between(before.start(), start.plus(-1));
        List<Optional<Impact>> trials = new ArrayList<>();
        Period last = before.end().plus(1L - margin);
        for (Period date = before.start().plus(margin); !last.isBefore(date); date = date.plus(1)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new EstimationException(
                        "E-CALIBRATION-005", "interrupted after " + trials.size() + " placebo dates");
            }
            trials.add(Trial.of(method.bare().startingAt(date).within(window), before));
        }
        return trials.size() < FEWEST_DATES ? Optional.empty() : Realised.ofNeighbours(trials);
    }

    @Override
    public CheckResult check(Method method, Series series) {
        Calibrated calibrated = measure(method, series);
        Optional<Realised> used = calibrated.onDrawnSeries().or(calibrated::atPlaceboDates);
        if (used.isEmpty()) {
            return CheckResult.notApplicable(
                    NAME,
                    "no series could be drawn (" + calibrated.noise()
                            + "), and too few dates before the measure allow a" + " placebo");
        }
        boolean failed = calibrated.findsTooMuch();
        String reason = calibrated.diagnostics().stream()
                .filter(finding -> finding.status() != Status.NOT_APPLICABLE)
                .map(Diagnostic::reason)
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
        return new CheckResult(
                new Diagnostic(
                        NAME,
                        used.get().falsePositives().share(),
                        Double.NaN,
                        failed ? Status.FAILED : Status.PASSED,
                        reason),
                failed ? 1 : 0,
                List.of());
    }

    /** How many are drawn, from what, and where the placebo dates lie. */
    @Override
    public String toString() {
        return "calibration by " + draws + " drawn series from seed " + seed + " and placebo dates with " + margin
                + " periods on each side";
    }
}
