package org.migrationimpact.synthetic;

import java.io.Serializable;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Scale;
import org.migrationimpact.synthetic.Resampling.Kind;

/**
 * By how much did the treated change more than weighted others, from weighted periods before to those after? Units weighted so that they go
 * the same way before, with a free difference of level; periods weighted so that they stand for those after; then difference-in-differences.
 *
 * <pre>{@code
 * SyntheticDidFit fit = SyntheticDifferenceInDifferences.of(panel).treated("California").from(Period.year(1989)).fit();
 * }</pre>
 *
 * <p>With controls i, periods before t, N1 treated units and T1 periods after, the effect is
 * {@code mean(Y treated, after) − Σ λ_t mean(Y treated, t) − Σ ω_i (mean(Y_i, after) − Σ λ_t Y_it)}. Unit weights ω minimise {@code Σ_t (ω0 + Σ ω_i
 * Y_it − mean of treated_t)² + ζ² T0 Σ ω²} with {@code ζ = (N1 T1)^(1/4) σ} and σ the standard deviation of the controls' first differences
 * before; time weights λ likewise with {@code ζ = 1e-6 σ}. Both are solved exactly ({@link SimplexWeights}); programs that stop a
 * Frank–Wolfe search early have other digits. With several first treated periods, each cohort has weights of its own against the never
 * treated, and its effect counts by its treated unit-periods.
 *
 * <p>Defaults: both weights; on the scale of the series; all periods of the treated series; no covariates; placebo errors, each never
 * treated unit in turn where one unit is treated, otherwise 200 draws from seed 1. Intervals are normal.
 *
 * <p>Source: Arkhangelsky, Athey, Hirshberg, Imbens and Wager (2021), doi:10.1257/aer.20190159; several dates: Clarke, Pailañir, Athey and Imbens
 * (2024), doi:10.1177/1536867X241297184.
 */
public final class SyntheticDifferenceInDifferences implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DRAWS = 200;

    private final Panel panel;
    private final Adopters adopters;
    private final SdidOptions options;

    private SyntheticDifferenceInDifferences(Panel panel, Adopters adopters, SdidOptions options) {
        this.panel = panel;
        this.adopters = adopters;
        this.options = options;
    }

    /** Of these units, of which {@link #treated} names the treated and {@link #from(Period)} the date. */
    public static SyntheticDifferenceInDifferences of(Panel panel) {
        return new SyntheticDifferenceInDifferences(
                panel, Adopters.NONE, SdidOptions.withErrors(Resampling.drawn(Kind.PLACEBO, DRAWS, 1)));
    }

    /**
     * With this unit as a treated one; the date that is named next is that of all units named since the last date.
     *
     * @throws org.migrationimpact.data.InputException E-PANEL-004 where there is none of this name
     */
    public SyntheticDifferenceInDifferences treated(String unit) {
        return new SyntheticDifferenceInDifferences(panel, adopters.with(panel, unit), options);
    }

    /** Treated from this period on. */
    public SyntheticDifferenceInDifferences from(Period firstTreated) {
        return new SyntheticDifferenceInDifferences(panel, adopters.from(firstTreated), options);
    }

    /** Treated by this measure, from the first period that lies wholly in its time. */
    public SyntheticDifferenceInDifferences from(Measure measure) {
        return from(measure.firstTreated(panel.series().get(0).frequency()));
    }

    /** With the periods from the first to the last, both included, and no others. */
    public SyntheticDifferenceInDifferences within(Period first, Period last) {
        return with(options.with(new Span(first, last)));
    }

    /** On natural logarithms: effects are factors. Needs values above zero. */
    public SyntheticDifferenceInDifferences onLog() {
        return with(options.with(Scale.LOG));
    }

    /** With these weights. */
    public SyntheticDifferenceInDifferences with(SdidWeighting weighting) {
        return with(options.with(weighting));
    }

    /**
     * Without what this explains of the outcome: its coefficient is that of a regression of the never treated on it, with effects of units
     * and periods, and the weights are of what is left.
     */
    public SyntheticDifferenceInDifferences withCovariate(String name, Panel covariate) {
        return with(options.and(new PanelCovariate(name, covariate)));
    }

    /** Errors from never treated units in the place of the treated: each in turn for one treated unit, otherwise so many draws. */
    public SyntheticDifferenceInDifferences withPlacebos(int draws, long seed) {
        return with(options.with(Resampling.drawn(Kind.PLACEBO, draws, seed)));
    }

    /** Errors from leaving each unit out, weights held fixed. Not for one treated unit, and not for synthetic control. */
    public SyntheticDifferenceInDifferences withJackknife() {
        return with(options.with(Resampling.JACKKNIFE));
    }

    /** Errors from so many draws of as many units, with replacement, weights searched for anew. Not for one treated unit. */
    public SyntheticDifferenceInDifferences withBootstrap(int draws, long seed) {
        return with(options.with(Resampling.drawn(Kind.BOOTSTRAP, draws, seed)));
    }

    /** Without errors. */
    public SyntheticDifferenceInDifferences withoutErrors() {
        return with(options.with(Resampling.NONE));
    }

    private SyntheticDifferenceInDifferences with(SdidOptions changed) {
        return new SyntheticDifferenceInDifferences(panel, adopters, changed);
    }

    /** The design's name in a study file. */
    public String design() {
        return "synthetic-difference-in-differences";
    }

    /**
     * The effect, its errors and the weights.
     *
     * @throws org.migrationimpact.data.InputException E-ADOPT-001 without a treated unit, E-ADOPT-002 without a date, E-ADOPT-003 where the
     *     date has another frequency
     * @throws org.migrationimpact.data.DataException E-ADOPT-004 for a date outside the periods, E-ADOPT-005 for missing cells, E-ADOPT-009 for
     *     the logarithm of 0, E-SDID-001 with fewer than 2 never treated units, E-SDID-002 with fewer than 2 periods before, E-SDID-003 for
     *     covariates that cannot be told apart; E-ADOPT-006, E-ADOPT-007, E-ADOPT-008 and E-SDID-004 where the errors asked for cannot be had
     */
    public SyntheticDidFit fit() {
        return new SdidEstimation(
                        design(), AdoptionRows.of(panel, adopters, options.scale(), options.within()), options)
                .fit();
    }

    /** The design and every option, as they would be used. */
    @Override
    public String toString() {
        return design() + " of " + adopters + ", " + options;
    }
}
