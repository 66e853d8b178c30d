package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.BlockBootstrap;
import org.migrationimpact.impact.Comparison;
import org.migrationimpact.impact.Method;
import org.migrationimpact.model.Scale;

/** The options of {@code before-after}. */
record BeforeAfterStudy(Scale scale, Comparison comparison, WindowChoice window, DonutChoice donut)
        implements SeriesDesign {

    private enum Test {
        NEWEY_WEST,
        WELCH,
        MANN_WHITNEY,
        BLOCK_BOOTSTRAP
    }

    static BeforeAfterStudy of(Block options, long seed) {
        return new BeforeAfterStudy(
                options.text("scale")
                        .map(text -> text.choice("scale", List.of(Scale.LEVEL, Scale.LOG, Scale.PERCENT)))
                        .orElse(Scale.LEVEL),
                comparison(options, seed),
                WindowChoice.of(options),
                DonutChoice.of(options));
    }

    private static Comparison comparison(Block options, long seed) {
        Test test = options.text("test")
                .map(text -> text.choice("test", List.of(Test.values())))
                .orElse(Test.NEWEY_WEST);
        if (test != Test.NEWEY_WEST) {
            Options.refuseIdle(options, "test: newey-west", "lags", "small-sample");
        }
        if (test != Test.BLOCK_BOOTSTRAP) {
            Options.refuseIdle(options, "test: block-bootstrap", "draws", "block");
        }
        return switch (test) {
            case NEWEY_WEST -> Comparison.neweyWest(Options.neweyWest(options));
            case WELCH -> Comparison.welch();
            case MANN_WHITNEY -> Comparison.mannWhitney();
            case BLOCK_BOOTSTRAP -> bootstrap(options, seed);
        };
    }

    private static Comparison bootstrap(Block options, long seed) {
        long draws = options.text("draws")
                .map(text -> text.whole("draws", 99, 1_000_000))
                .orElse(1999L);
        long block = options.text("block")
                .map(text -> text.whole("block", 1, 100_000))
                .orElse(0L);
        return new BlockBootstrap((int) block, (int) draws, seed);
    }

    @Override
    public Method method(Series outcome, Onset onset, List<Series> covariates) {
        return start(onset)
                .with(scale)
                .with(comparison)
                .within(window.in(outcome.frequency()))
                .without(donut.in(outcome.frequency()));
    }

    private static BeforeAfter start(Onset onset) {
        if (onset instanceof Onset.At at && at.periods().size() > 1) {
            throw at.place()
                    .refusal(
                            "E-STUDY-019",
                            "before-after compares before with after one first treated period; name one, or take"
                                    + " interrupted-time-series for several interventions");
        }
        return onset instanceof Onset.At at
                ? BeforeAfter.at(at.periods().get(0))
                : BeforeAfter.of(((Onset.InForce) onset).measure());
    }
}
