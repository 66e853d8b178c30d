package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationimpact.covariance.Conformal;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.covariance.PlaceboRank;
import org.migrationimpact.covariance.PointOnly;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Breakdown;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Effect;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.model.Scale;
import org.migrationimpact.regression.Coefficient;

/** A fitted twin as the one result of every design. */
final class TwinImpact {

    static final String DESIGN = "synthetic-control";

    private final SyntheticControlFit fit;
    private final Refit twin;
    private final int split;
    private final double factor;

    TwinImpact(SyntheticControlFit fit) {
        this.fit = fit;
        this.twin = fit.twin();
        this.split = (int) twin.first().until(twin.firstTreated());
        int from = (int) twin.first().until(twin.matchedFrom());
        this.factor =
                fit.scale() == Scale.PERCENT ? BalancedFigures.mean(fit.series().values(), from, split) / 100 : 1;
    }

    Impact impact() {
        PlaceboRank rank = fit.rank();
        Coefficient effect = new Coefficient("effect", fit.effect(), rank);
        TwinFindings findings = new TwinFindings(fit);
        return new Impact(
                DESIGN,
                fit.series().name(),
                new Effect(
                        "mean effect on " + fit.series().name() + ", " + twin.firstTreated() + ".."
                                + fit.series().end(),
                        fit.unit(),
                        fit.scale(),
                        effect),
                List.of(effect),
                path(rank),
                fit.background().sample(),
                conventions(),
                findings.diagnostics(),
                findings.warnings(),
                Breakdown.ofWeights(twin.weights()));
    }

    /** In the unit of the series, or on logarithms: per cent of a mean are undone. */
    private EffectPath path(PlaceboRank rank) {
        double[] gaps = twin.gaps();
        List<EffectPath.Point> points = new ArrayList<>();
        List<Coefficient> effects = new ArrayList<>();
        for (int t = 0; t < gaps.length; t++) {
            Period period = twin.first().plus(t);
            double observed = fit.series().value(t);
            double predicted = scale().apply(observed) - factor * gaps[t];
            points.add(
                    new EffectPath.Point(period, observed, t < split ? predicted : Double.NaN, predicted, Double.NaN));
            if (t >= split) {
                effects.add(new Coefficient(
                        period.toString(),
                        factor * gaps[t],
                        scaled(fit.ofPeriods().get(t - split))));
            }
        }
        return new EffectPath(
                fit.series().name(),
                fit.series().unit(),
                scale(),
                Double.NaN,
                twin.firstTreated(),
                points,
                sums(rank, points),
                effects);
    }

    private Scale scale() {
        return fit.scale() == Scale.LOG ? Scale.LOG : Scale.LEVEL;
    }

    private Conformal scaled(Conformal of) {
        return new Conformal(of.zero(), of.resolution(), scaled(of.intervals(), factor));
    }

    private static List<Interval> scaled(List<Interval> intervals, double times) {
        return intervals.stream()
                .map(interval -> new Interval(times * interval.low(), times * interval.high(), interval.level()))
                .toList();
    }

    /** The mean on the scale of the design, the total in the unit of the series; logarithms leave the total without an interval. */
    private List<Coefficient> sums(PlaceboRank rank, List<EffectPath.Point> points) {
        double[] gaps = twin.gaps();
        int after = gaps.length - split;
        double total = points.stream()
                .skip(split)
                .mapToDouble(point -> point.observed() - scale().undo(point.predicted()))
                .sum();
        double times = factor * after;
        Coefficient sum = scale() == Scale.LOG
                ? new Coefficient("effect.total", total, new PointOnly())
                : new Coefficient(
                        "effect.total",
                        total,
                        new PlaceboRank(rank.ratio(), rank.beyond(), rank.placebos(), scaled(rank.intervals(), times)));
        return List.of(new Coefficient("effect.mean", twin.effect(), rank), sum);
    }

    private List<Convention> conventions() {
        TwinOptions options = fit.options();
        List<Convention> all = new ArrayList<>();
        all.add(new Convention("weights", "0 or more, in sum 1; of several equally good ones the smallest"));
        all.add(new Convention("matched", matched(options)));
        if (!options.predictors().isEmpty()) {
            all.add(new Convention(
                    "importance of predictors", options.importance().toString()));
        }
        all.add(new Convention("scale", scaleInWords()));
        all.add(new Convention("own level set aside", options.baseline().toString()));
        all.add(new Convention(
                "window", fit.series().start() + " to " + fit.series().end()));
        all.add(new Convention("donors", fit.donors().toString()));
        all.add(new Convention(
                "p-value",
                "(1 + placebos with a ratio of root mean squared gaps after and before at least that of the treated) / (1 + placebos); the"
                        + " treated is no donor of a placebo"));
        all.add(new Convention("intervals", intervals(options)));
        all.add(new Convention("confidence", Double.toString(options.confidence())));
        return all;
    }

    private String matched(TwinOptions options) {
        String span = twin.matchedFrom() + " to " + twin.firstTreated().plus(-1);
        return options.predictors().isEmpty()
                ? "the outcomes of every period from " + span + ", each counting alike"
                : options.predictors().stream().map(Predictor::name).collect(Collectors.joining(", "))
                        + ", in standard deviations over the units; gaps before are those from " + span;
    }

    private String scaleInWords() {
        return switch (fit.scale()) {
            case LEVEL ->
                "as it is, in " + fit.series().unit() + ": large units count for more; zeros are values like others";
            case PERCENT ->
                "each unit in per cent of its own mean over the matched periods; zeros are values like others";
            case LOG -> "natural logarithms: every value is above 0";
        };
    }

    private static String intervals(TwinOptions options) {
        String how = options.predictors().isEmpty()
                ? "the twin is fitted anew under each effect"
                : "the weights are held, as predictors do not depend on the effect";
        return "conformal: of the mean, an effect that is the same in all treated periods, over moving runs of periods; of a period, over the"
                + " matched periods and that one; " + how;
    }
}
