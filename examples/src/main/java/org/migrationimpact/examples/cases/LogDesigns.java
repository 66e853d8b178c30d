package org.migrationimpact.examples.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.migrationimpact.chart.GapChart;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.chart.SmallMultiples;
import org.migrationimpact.chart.TwinChart;
import org.migrationimpact.chart.WeightsChart;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.Weight;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Scale;
import org.migrationimpact.synthetic.AugmentedSyntheticControl;
import org.migrationimpact.synthetic.AugmentedSyntheticControlFit;
import org.migrationimpact.synthetic.SdidWeighting;
import org.migrationimpact.synthetic.SyntheticControl;
import org.migrationimpact.synthetic.SyntheticControlFit;
import org.migrationimpact.synthetic.SyntheticDidFit;
import org.migrationimpact.synthetic.SyntheticDifferenceInDifferences;
import org.migrationimpact.synthetic.TimeWeight;

/** One treated unit against others, on logarithms, by six designs from the simplest on. */
final class LogDesigns {

    /** Placebo errors put untreated units in the place of the treated, and need others beside. */
    private static final int FEWEST_FOR_ERRORS = 3;

    private final Panel panel;
    private final String treated;
    private final Dates dates;
    private final Impact plain;
    private final Impact segmented;
    private final SyntheticDidFit difference;
    private final SyntheticControlFit twin;
    private final AugmentedSyntheticControlFit augmented;
    private final SyntheticDidFit doubly;

    LogDesigns(Panel panel, String treated, Dates dates) {
        this.panel = panel;
        this.treated = treated;
        this.dates = dates;
        Series series = panel.unit(treated);
        this.plain = BeforeAfter.at(dates.start()).with(Scale.LOG).fit(series);
        this.segmented = InterruptedTimeSeries.at(dates.start()).onLog().fit(series);
        this.difference = doubly().with(SdidWeighting.PLAIN_DIFFERENCE).fit();
        this.twin = SyntheticControl.of(panel)
                .treated(treated)
                .from(dates.start())
                .onLog()
                .fit();
        this.augmented = AugmentedSyntheticControl.of(panel)
                .treated(treated)
                .from(dates.start())
                .onLog()
                .fit();
        this.doubly = doubly().fit();
    }

    private SyntheticDifferenceInDifferences doubly() {
        SyntheticDifferenceInDifferences design = SyntheticDifferenceInDifferences.of(panel)
                .treated(treated)
                .from(dates.start())
                .onLog();
        return panel.series().size() > FEWEST_FOR_ERRORS ? design : design.withoutErrors();
    }

    List<Answered> answers() {
        return List.of(
                new Answered(
                        "before and after",
                        plain,
                        "without the measure the mean would have stayed what it was; there is no comparison"),
                new Answered(
                        "interrupted time series",
                        segmented,
                        "its own trend would have gone on in a straight line; the headline is the step at "
                                + dates.start()),
                new Answered(
                        "difference-in-differences",
                        difference.impact(),
                        "it would have moved as the plain mean of the others did"),
                new Answered(
                        "synthetic control",
                        twin.impact(),
                        "a mean of the others that had its level and course before would have kept them"),
                new Answered(
                        "augmented synthetic control",
                        augmented.impact(),
                        "the same, and what the mean misses before may be made good by a ridge regression on the others"),
                new Answered(
                        "synthetic difference-in-differences",
                        doubly.impact(),
                        "it would have moved as the weighted others did, from the weighted periods before; levels may differ"));
    }

    SideBySide.Common common() {
        return new SideBySide.Common(
                "mean gap from " + dates.whole(),
                answers().stream().map(answer -> answer.from(dates.whole())).toList());
    }

    /** Every reason carries the number that shows it. */
    List<String> why() {
        List<String> why = new ArrayList<>();
        double own = plain.effect().estimate();
        double others = own - difference.estimate();
        why.add(said(
                "Before and after (%.2f) takes all that happened for effect. The others changed by %.2f on average over the same"
                        + " periods, and difference-in-differences takes that off: %.2f.",
                own, others, difference.estimate()));
        why.add(said(
                "The interrupted series compares with its own trend, of %.3f a period before. Its headline is the step at %s (%.2f);"
                        + " against the trend carried on, the mean gap is %.2f. The fewer periods before, the more a trend is a guess.",
                segmented.term("trend").estimate(),
                dates.start(),
                segmented.effect().estimate(),
                answers().get(1).from(dates.start())));
        why.add(said(
                "The twin is %s. It misses %s before by %.2f log points in root mean square; the augmented one by %.2f, which moves"
                        + " the estimate by %.2f.",
                heaviest(twin.weights()),
                treated,
                twin.twin().rmspeBefore(),
                missed(augmented.impact().path()),
                augmented.estimate() - twin.effect()));
        why.add(said(
                "Synthetic difference-in-differences lets levels differ and weighs the periods before (%s), so it asks for another base:"
                        + " %.2f.",
                periods(), doubly.estimate()));
        why.add(said(
                "With %d others a placebo test cannot give a p below %.2f, whatever happened.",
                panel.series().size() - 1, 1.0 / panel.series().size()));
        return why;
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String heaviest(List<Weight> weights) {
        return weights.stream()
                .sorted(Comparator.comparingDouble(Weight::weight).reversed())
                .filter(weight -> weight.weight() >= 0.01)
                .limit(4)
                .map(weight -> said("%s %.0f %%", weight.unit(), 100 * weight.weight()))
                .collect(Collectors.joining(", "));
    }

    private String periods() {
        return doubly.cohorts().get(0).timeWeights().stream()
                .filter(time -> time.weight() >= 0.01)
                .sorted(Comparator.comparingDouble(TimeWeight::weight).reversed())
                .limit(4)
                .map(time -> said("%s %.0f %%", time.period(), 100 * time.weight()))
                .collect(Collectors.joining(", "));
    }

    private static double missed(EffectPath path) {
        double squares = path.points().stream()
                .filter(point -> point.period().isBefore(path.firstTreated()))
                .mapToDouble(point -> Math.pow(path.scale().apply(point.observed()) - point.predicted(), 2))
                .average()
                .orElse(Double.NaN);
        return Math.sqrt(squares);
    }

    List<Case.Picture> pictures(String name, Measure measure) {
        return List.of(
                new Case.Picture(
                        name + "-comparison",
                        "The treated unit and those it is compared with",
                        SmallMultiples.of(panel, dates.start()).highlighting(treated)),
                new Case.Picture(
                        name + "-interrupted",
                        "Observed, and expected from its own trend",
                        ImpactChart.of(segmented).with(measure)),
                new Case.Picture(name + "-twin", "The treated unit and its twin", TwinChart.of(twin)),
                new Case.Picture(
                        name + "-gaps",
                        "Treated less twin, and the same for every other unit as if treated",
                        GapChart.of(twin)),
                new Case.Picture(name + "-weights", "What the twin is made of", WeightsChart.of(twin.impact())));
    }
}
