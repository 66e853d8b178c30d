package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.chart.GapChart;
import org.migrationimpact.chart.LeaveOneOutChart;
import org.migrationimpact.chart.RatioChart;
import org.migrationimpact.chart.TwinChart;
import org.migrationimpact.chart.WeightsChart;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.synthetic.Importance;
import org.migrationimpact.synthetic.Predictor;
import org.migrationimpact.synthetic.SyntheticControl;
import org.migrationimpact.synthetic.SyntheticControlFit;

/** The options of {@code synthetic-control}. */
record SyntheticStudy(
        List<Text> predictors, List<Special> special, Optional<List<Text>> window, Optional<V> v, SyntheticScale scale)
        implements PanelDesign {

    /** How much each predictor counts. */
    enum V {
        EQUAL,
        DATA,
        REGRESSION
    }

    /** The scale of the twin. */
    enum SyntheticScale {
        LEVEL,
        LOG,
        PERCENT
    }

    /** A predictor with a window of its own. */
    record Special(Text column, List<Text> window) {}

    SyntheticStudy {
        predictors = List.copyOf(predictors);
        special = List.copyOf(special);
    }

    static SyntheticStudy of(Block options) {
        List<Text> predictors = options.texts("predictors");
        List<Special> special =
                options.block("special").map(SyntheticStudy::special).orElse(List.of());
        if (predictors.isEmpty() && special.isEmpty()) {
            Options.refuseIdle(options, "predictors", "v");
        }
        Options.isTrue(options, "placebo", Options.Truth.TRUE);
        return new SyntheticStudy(
                predictors,
                special,
                options.get("window").map(node -> ends(Block.texts(node, "window"), node.place())),
                options.text("v").map(text -> text.choice("v", List.of(V.values()))),
                options.text("scale")
                        .map(text -> text.choice("scale", List.of(SyntheticScale.values())))
                        .orElse(SyntheticScale.LEVEL));
    }

    private static List<Special> special(Block block) {
        return block.keys().stream()
                .map(key -> new Special(new Text(block.placeOf(key), key), ends(block.texts(key), block.placeOf(key))))
                .toList();
    }

    /** A first and a last period, as a range, a list of two, or one period that is both. */
    private static List<Text> ends(List<Text> texts, Place place) {
        if (texts.size() == 1) {
            return Calendar.isRange(texts.get(0)) ? Calendar.ends(texts.get(0)) : List.of(texts.get(0), texts.get(0));
        }
        if (texts.size() == 2) {
            return texts;
        }
        throw place.refusal("E-STUDY-088", "a window is a first and a last period: 1960..1969, or [1960, 1969]");
    }

    @Override
    public boolean takesCovariates() {
        return false;
    }

    @Override
    public boolean takesWeight() {
        return false;
    }

    @Override
    public Answer answer(Study study, Reading reading) {
        Observations outcome = reading.figures().outcome();
        Begin begin = new Begin(study.data(), study.treatment(), reading.figures());
        Panel panel = Figures.panel(outcome, begin.unitColumn());
        Map<String, Period> treated = begin.firstTreated(outcome);
        SyntheticControl design = asked(study, panel, treated);
        SyntheticControl whole = matched(
                        design, reading, begin, outcome.periods().get(0).frequency())
                .withConfidence(study.confidence());
        if (treated.size() == 1) {
            SyntheticControlFit fit = whole.fit();
            return Adoption.answer(study, reading, fit.impact(), charts(fit), "Observed, and its weighted twin");
        }
        Impact impact = whole.fitEach().impact();
        return Adoption.answer(
                study,
                reading,
                impact,
                Map.of("weights", WeightsChart.of(impact)),
                "Whom the treated are compared with");
    }

    private SyntheticControl asked(Study study, Panel panel, Map<String, Period> treated) {
        if (treated.isEmpty()) {
            throw study.treatment()
                    .start()
                    .place()
                    .refusal(
                            "E-STUDY-089",
                            "no unit is treated; name it with treatment.unit, one of " + Text.some(panel.units()));
        }
        SyntheticControl design = SyntheticControl.of(panel);
        for (Map.Entry<String, Period> one : treated.entrySet()) {
            design = design.treated(one.getKey());
            design = study.treatment().start() instanceof Treatment.InForce measure
                    ? design.from(measure.measure())
                    : design.from(one.getValue());
        }
        return switch (scale) {
            case LEVEL -> design;
            case LOG -> design.onLog();
            case PERCENT -> design.inPercent();
        };
    }

    /** What the twin shall resemble: predictors, or the outcomes, of the window where there is one. */
    private SyntheticControl matched(SyntheticControl design, Reading reading, Begin begin, Frequency frequency) {
        Optional<List<Period>> span = window.map(ends -> Calendar.range(ends, frequency, "the window"));
        if (predictors.isEmpty() && special.isEmpty()) {
            return span.map(ends -> design.within(ends.get(0), ends.get(1))).orElse(design);
        }
        List<Predictor> all = new ArrayList<>();
        for (Text column : predictors) {
            List<Period> ends = span.orElseThrow(() -> column.place()
                    .refusal(
                            "E-STUDY-090",
                            "predictors are averaged over a window, and there is none; add window: 1960..1969, say"));
            all.add(predictor(reading, begin, column, ends));
        }
        for (Special one : special) {
            all.add(predictor(
                    reading,
                    begin,
                    one.column(),
                    Calendar.range(one.window(), frequency, one.column().text())));
        }
        return design.matching(importance(), all.toArray(Predictor[]::new));
    }

    private Importance importance() {
        return switch (v.orElse(V.DATA)) {
            case EQUAL -> Importance.equal();
            case DATA -> Importance.byData();
            case REGRESSION -> Importance.byRegression();
        };
    }

    private static Predictor predictor(Reading reading, Begin begin, Text column, List<Period> ends) {
        Panel panel = Figures.panel(reading.figures().column(column), begin.unitColumn());
        return Predictor.mean(column.text() + ", " + ends.get(0) + ".." + ends.get(1), panel, ends.get(0), ends.get(1));
    }

    private static Map<String, Chart> charts(SyntheticControlFit fit) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put("twin", TwinChart.of(fit));
        charts.put("gaps", GapChart.of(fit));
        charts.put("weights", WeightsChart.of(fit.impact()));
        charts.put("rmspe-ratios", RatioChart.of(fit));
        charts.put("leave-one-out", LeaveOneOutChart.of(fit));
        return charts;
    }
}
