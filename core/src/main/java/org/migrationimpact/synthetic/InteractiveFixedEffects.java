package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Scale;
import org.migrationimpact.synthetic.Resampling.Kind;

/**
 * What would the treated have shown, if the same few unseen factors move all units, each as strongly as its own loadings say? Factors are those of
 * the never treated; loadings of a treated unit are read from its periods before.
 *
 * <pre>{@code
 * InteractiveFixedEffectsFit fit = InteractiveFixedEffects.of(panel).treated("Kyrgyzstan").from(Period.year(2016)).fit();
 * }</pre>
 *
 * <p>The model is {@code Y_it = α_i + ξ_t + λ_i'f_t + error} (generalised synthetic control). Of never treated units cells may be missing, dates may
 * differ, treatment lasts. The number of factors, 0 to 5 unless given, is the one with the smallest mean squared error of the treated units'
 * periods before, each predicted from the others; of equals the smallest.
 *
 * <p>Defaults: on the scale of the series; all periods of the treated series; errors from a parametric bootstrap of 200 draws from seed 1 with the
 * number of factors held fixed. Intervals are normal.
 *
 * <p>Source: Xu (2017), doi:10.1017/pan.2016.2; Bai (2009), doi:10.3982/ECTA6135.
 */
public final class InteractiveFixedEffects implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DRAWS = 200;
    private static final int MOST_FACTORS = 5;

    private final Panel panel;
    private final Adopters adopters;
    private final CompletionOptions options;

    private InteractiveFixedEffects(Panel panel, Adopters adopters, CompletionOptions options) {
        this.panel = panel;
        this.adopters = adopters;
        this.options = options;
    }

    /** Of these units, of which {@link #treated} names the treated and {@link #from(Period)} the date. */
    public static InteractiveFixedEffects of(Panel panel) {
        return new InteractiveFixedEffects(
                panel, Adopters.NONE, CompletionOptions.withErrors(Resampling.drawn(Kind.PARAMETRIC, DRAWS, 1)));
    }

    /**
     * With this unit as a treated one; the date that is named next is that of all units named since the last date.
     *
     * @throws org.migrationimpact.data.InputException E-PANEL-004 where there is none of this name
     */
    public InteractiveFixedEffects treated(String unit) {
        return new InteractiveFixedEffects(panel, adopters.with(panel, unit), options);
    }

    /** Treated from this period on. */
    public InteractiveFixedEffects from(Period firstTreated) {
        return new InteractiveFixedEffects(panel, adopters.from(firstTreated), options);
    }

    /** Treated by this measure, from the first period that lies wholly in its time. */
    public InteractiveFixedEffects from(Measure measure) {
        return from(measure.firstTreated(panel.series().get(0).frequency()));
    }

    /** With the periods from the first to the last, both included, and no others. */
    public InteractiveFixedEffects within(Period first, Period last) {
        return with(options.with(new Span(first, last)));
    }

    /** On natural logarithms: effects are factors. Needs values above zero. */
    public InteractiveFixedEffects onLog() {
        return with(options.with(Scale.LOG));
    }

    /** With so many factors, 0 or more, and no search. */
    public InteractiveFixedEffects withFactors(int factors) {
        if (factors < 0) {
            throw new IllegalArgumentException("factors are 0 or more, got " + factors);
        }
        return with(options.with(factors));
    }

    /** Errors from so many draws of data like these without an effect. Not where cells are missing. */
    public InteractiveFixedEffects withParametricBootstrap(int draws, long seed) {
        return with(options.with(Resampling.drawn(Kind.PARAMETRIC, draws, seed)));
    }

    /** Errors from never treated units in the place of the treated: each in turn for one treated unit and no more others than draws, else
     * so many draws. */
    public InteractiveFixedEffects withPlacebos(int draws, long seed) {
        return with(options.with(Resampling.drawn(Kind.PLACEBO, draws, seed)));
    }

    /** Errors from leaving each unit out. Not for one treated unit. */
    public InteractiveFixedEffects withJackknife() {
        return with(options.with(Resampling.JACKKNIFE));
    }

    /** Errors from so many draws of as many units, with replacement. Not for one treated unit. */
    public InteractiveFixedEffects withBootstrap(int draws, long seed) {
        return with(options.with(Resampling.drawn(Kind.BOOTSTRAP, draws, seed)));
    }

    /** Without errors. */
    public InteractiveFixedEffects withoutErrors() {
        return with(options.with(Resampling.NONE));
    }

    private InteractiveFixedEffects with(CompletionOptions changed) {
        return new InteractiveFixedEffects(panel, adopters, changed);
    }

    /** The design's name in a study file. */
    public String design() {
        return "interactive-fixed-effects";
    }

    /**
     * The effect, its errors, and the search for the number of factors.
     *
     * @throws org.migrationimpact.data.InputException E-ADOPT-001 without a treated unit, E-ADOPT-002 without a date, E-ADOPT-003 where the
     *     date has another frequency
     * @throws org.migrationimpact.data.DataException E-ADOPT-004 for a date outside the periods, E-ADOPT-009 for the logarithm of 0,
     *     E-ADOPT-010 where no treated outcome is observed, E-FACTOR-003 with too few units or periods for the factors, E-COMPLETE-001 and
     *     E-COMPLETE-002 where effects of units and periods are not determined; E-ADOPT-006, E-ADOPT-007 and E-FACTOR-002 where the errors asked
     *     for cannot be had
     * @throws org.migrationimpact.data.EstimationException E-COMPLETE-003 where the factors do not settle, E-FACTOR-001 where the periods before
     *     do not determine the loadings of a treated unit
     */
    public InteractiveFixedEffectsFit fit() {
        AdoptionPanel data = AdoptionRows.of(panel, adopters, options.scale(), options.within())
                .withHoles();
        int most = require(data);
        List<Penalty> search = options.given().isEmpty() ? search(data, most) : List.of();
        int factors = options.given().stream()
                .findFirst()
                .orElseGet(() -> PenaltySearch.best(search))
                .intValue();
        FactorModel model = FactorModel.of(data, FactorModel.start(data), factors);
        double[][] predicted = FactorCounterfactuals.predicted(data, model);
        ReplicatedErrors errors = errors(data, model, factors, new EffectMeans(data).of(data, predicted));
        Impact impact = new EffectReport(data, predicted, errors.errors())
                .impact(design(), conventions(data, factors, errors), errors, List.of());
        return new InteractiveFixedEffectsFit(impact, factors, search);
    }

    private int require(AdoptionPanel data) {
        int never = data.never().length;
        int before = FactorCounterfactuals.fewestBefore(data);
        int wanted = options.given().stream().findFirst().orElse(0.0).intValue();
        int most = Math.min(before - 2, never - 2);
        if (most < wanted) {
            throw new DataException(
                    "E-FACTOR-003",
                    wanted + " factors need " + (wanted + 2)
                            + " never treated units and as many periods before; there are " + never + " and " + before
                            + "; choose fewer factors or other periods");
        }
        UntreatedCells.require(data.rows(data.never()));
        return Math.min(most, MOST_FACTORS);
    }

    private static List<Penalty> search(AdoptionPanel data, int most) {
        Completion completion = FactorModel.start(data);
        List<Penalty> errors = new ArrayList<>();
        for (int rank = 0; rank <= most; rank++) {
            FactorModel model = FactorModel.of(data, completion, rank);
            List<double[]> squares = Arrays.stream(data.treated())
                    .mapToObj(i -> model.leftOut(data.values()[i], data.starts()[i]))
                    .toList();
            if (squares.stream().allMatch(one -> one.length > 0)) {
                double mean = squares.stream()
                        .flatMapToDouble(Arrays::stream)
                        .average()
                        .orElseThrow();
                errors.add(new Penalty(rank, mean));
            }
        }
        return errors;
    }

    private ReplicatedErrors errors(AdoptionPanel data, FactorModel model, int factors, double[] estimate) {
        Resampling how = options.errors();
        if (how.kind() == Kind.PARAMETRIC) {
            ParametricBootstrap.require(data);
            return new ParametricBootstrap(data, model, factors).errors(how.draws(), how.seed());
        }
        return ReplicatedErrors.refitted(how, data, new FactorCounterfactuals(factors), estimate);
    }

    private List<Convention> conventions(AdoptionPanel data, int factors, ReplicatedErrors errors) {
        String how = options.given().isEmpty() ? "the treated units' periods before, each left out" : "given";
        return List.of(
                new Convention("effects", "of units and of periods"),
                new Convention("factors", factors + " of " + data.never().length + " never treated units, " + how),
                new Convention("covariance", errors.words()),
                new Convention("interval", "normal"));
    }

    /** The design and every option, as they would be used. */
    @Override
    public String toString() {
        return design() + " of " + adopters + ", factors " + options;
    }
}
