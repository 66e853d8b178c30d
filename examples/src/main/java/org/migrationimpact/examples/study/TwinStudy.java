package org.migrationimpact.examples.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.chart.WeightsChart;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.synthetic.AugmentedSyntheticControl;
import org.migrationimpact.synthetic.MatrixCompletion;
import org.migrationimpact.synthetic.SyntheticDifferenceInDifferences;

/** The options of {@code augmented-synthetic-control}, {@code synthetic-difference-in-differences} and {@code matrix-completion}. */
record TwinStudy(DesignName name, Optional<Double> ridge, Optional<Text> inference, int draws, long seed)
        implements PanelDesign {

    /** Where errors and intervals come from. */
    enum Inference {
        PLACEBO,
        JACKKNIFE,
        CONFORMAL,
        BOOTSTRAP,
        NONE
    }

    static TwinStudy of(DesignName name, Block options, long seed) {
        options.text("inference").ifPresent(text -> text.choice("inference", allowed(name)));
        return new TwinStudy(
                name,
                options.text("ridge").map(TwinStudy::penalty),
                options.text("inference"),
                options.text("draws")
                        .map(text -> (int) text.whole("draws", 20, 100_000))
                        .orElse(200),
                seed);
    }

    private static double penalty(Text text) {
        double penalty = text.number("ridge", 0, Double.MAX_VALUE);
        if (penalty == 0) {
            throw text.place()
                    .refusal(
                            "E-STUDY-094",
                            "ridge must be above 0, for without a penalty the twin is not determined; leave it out for"
                                    + " cross-validation");
        }
        return penalty;
    }

    private static List<Inference> allowed(DesignName name) {
        return name == DesignName.AUGMENTED_SYNTHETIC_CONTROL
                ? List.of(Inference.CONFORMAL, Inference.JACKKNIFE, Inference.PLACEBO, Inference.NONE)
                : List.of(Inference.PLACEBO, Inference.JACKKNIFE, Inference.BOOTSTRAP, Inference.NONE);
    }

    @Override
    public boolean takesCovariates() {
        return name == DesignName.SYNTHETIC_DIFFERENCE_IN_DIFFERENCES;
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
        if (treated.isEmpty()) {
            throw study.treatment()
                    .start()
                    .place()
                    .refusal(
                            "E-STUDY-093",
                            "no unit is treated; name it with treatment.unit, one of " + Text.some(panel.units()));
        }
        Impact impact = impact(study, reading, begin, panel, treated);
        return Adoption.answer(
                study, reading, impact, charts(study, impact), "Observed, and expected without the measure");
    }

    private static Map<String, Chart> charts(Study study, Impact impact) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        if (!impact.path().points().isEmpty()) {
            charts.put("impact", ImpactChart.of(impact).withConfidence(study.confidence()));
        }
        if (!impact.breakdown().weights().isEmpty()) {
            charts.put("weights", WeightsChart.of(impact));
        }
        return charts;
    }

    private Impact impact(Study study, Reading reading, Begin begin, Panel panel, Map<String, Period> treated) {
        return switch (name) {
            case AUGMENTED_SYNTHETIC_CONTROL ->
                augmented(begun(
                                AugmentedSyntheticControl.of(panel),
                                treated,
                                AugmentedSyntheticControl::treated,
                                AugmentedSyntheticControl::from)
                        .withConfidence(study.confidence()));
            case SYNTHETIC_DIFFERENCE_IN_DIFFERENCES ->
                difference(
                        begun(
                                SyntheticDifferenceInDifferences.of(panel),
                                treated,
                                SyntheticDifferenceInDifferences::treated,
                                SyntheticDifferenceInDifferences::from),
                        study,
                        reading,
                        begin,
                        treated.size());
            case MATRIX_COMPLETION ->
                completion(
                        begun(MatrixCompletion.of(panel), treated, MatrixCompletion::treated, MatrixCompletion::from),
                        treated.size());
            default -> throw new IllegalArgumentException(name + " is no design of this kind");
        };
    }

    private static <D> D begun(
            D bare, Map<String, Period> treated, BiFunction<D, String, D> named, BiFunction<D, Period, D> from) {
        D design = bare;
        for (Map.Entry<String, Period> one : treated.entrySet()) {
            design = from.apply(named.apply(design, one.getKey()), one.getValue());
        }
        return design;
    }

    private Inference chosen(Inference byDefault) {
        return inference.map(text -> text.choice("inference", allowed(name))).orElse(byDefault);
    }

    private Impact augmented(AugmentedSyntheticControl bare) {
        AugmentedSyntheticControl design = ridge.map(bare::withPenalty).orElse(bare);
        return (switch (chosen(Inference.CONFORMAL)) {
                    case JACKKNIFE -> design.withJackknifePlus();
                    case PLACEBO -> design.withPlacebos(draws, seed);
                    case NONE -> design.withoutErrors();
                    default -> design.withConformal();
                })
                .fit()
                .impact();
    }

    /** One treated unit has no jackknife and no bootstrap, and so placebos by default. */
    private Impact difference(
            SyntheticDifferenceInDifferences bare, Study study, Reading reading, Begin begin, int treated) {
        SyntheticDifferenceInDifferences design = bare;
        for (Text column : study.data().covariates()) {
            design = design.withCovariate(
                    column.text(), Figures.panel(reading.figures().column(column), begin.unitColumn()));
        }
        return (switch (chosen(treated == 1 ? Inference.PLACEBO : Inference.JACKKNIFE)) {
                    case JACKKNIFE -> design.withJackknife();
                    case BOOTSTRAP -> design.withBootstrap(draws, seed);
                    case NONE -> design.withoutErrors();
                    default -> design.withPlacebos(draws, seed);
                })
                .fit()
                .impact();
    }

    private Impact completion(MatrixCompletion bare, int treated) {
        MatrixCompletion design = ridge.map(bare::withPenalty).orElse(bare);
        return (switch (chosen(treated == 1 ? Inference.PLACEBO : Inference.BOOTSTRAP)) {
                    case JACKKNIFE -> design.withJackknife();
                    case BOOTSTRAP -> design.withBootstrap(draws, seed);
                    case NONE -> design.withoutErrors();
                    default -> design.withPlacebos(draws, seed);
                })
                .fit()
                .impact();
    }
}
