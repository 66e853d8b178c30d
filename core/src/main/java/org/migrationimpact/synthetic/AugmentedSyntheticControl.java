package org.migrationimpact.synthetic;

import java.io.Serializable;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Scale;

/**
 * What would have become of the treated, by a synthetic control whose miss before the measure is made good by a ridge regression? The weights still sum
 * to one, but may be below 0: where no mean of the donors reaches the treated, the ridge extrapolates, the less so the larger its penalty.
 *
 * <pre>{@code
 * AugmentedSyntheticControlFit fit = AugmentedSyntheticControl.of(panel).treated("California").from(Period.year(1989)).fit();
 * }</pre>
 *
 * <p>With A the donors' outcomes before, about their mean by period, w the weights of the synthetic control and r what it misses of the treated,
 * the weights are {@code w + A (A'A + λ I)⁻¹ r}. All λ come from one eigendecomposition of A'A. Of 21 values from its largest eigenvalue down to
 * 1e-8 of it, the largest is taken whose error in predicting single periods before, left out of both steps, is within one standard error of the
 * smallest. Several treated units have one date and stand for their mean.
 *
 * <p>Defaults: on the scale of the series; all periods of the treated series; no covariates; conformal intervals (the test of no effect asks
 * how many runs of periods have gaps as large as those after), for the mean effect and for each period, at 50, 80, 90, 95 and 99 %, λ held
 * fixed.
 *
 * <p>Source: Ben-Michael, Feller and Rothstein (2021), doi:10.1080/01621459.2021.1929245; conformal intervals: Chernozhukov, Wüthrich and Zhu (2021),
 * doi:10.1080/01621459.2021.1920957.
 */
public final class AugmentedSyntheticControl implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Panel panel;
    private final Adopters adopters;
    private final AugmentedOptions options;

    private AugmentedSyntheticControl(Panel panel, Adopters adopters, AugmentedOptions options) {
        this.panel = panel;
        this.adopters = adopters;
        this.options = options;
    }

    /** Of these units, of which {@link #treated} names the treated and {@link #from(Period)} the date. */
    public static AugmentedSyntheticControl of(Panel panel) {
        return new AugmentedSyntheticControl(panel, Adopters.NONE, AugmentedOptions.DEFAULT);
    }

    /**
     * With this unit as a treated one; several share one date.
     *
     * @throws org.migrationimpact.data.InputException E-PANEL-004 where there is none of this name
     */
    public AugmentedSyntheticControl treated(String unit) {
        return new AugmentedSyntheticControl(panel, adopters.with(panel, unit), options);
    }

    /** Treated from this period on. */
    public AugmentedSyntheticControl from(Period firstTreated) {
        return new AugmentedSyntheticControl(panel, adopters.from(firstTreated), options);
    }

    /** Treated by this measure, from the first period that lies wholly in its time. */
    public AugmentedSyntheticControl from(Measure measure) {
        return from(measure.firstTreated(panel.series().get(0).frequency()));
    }

    /** With the periods from the first to the last, both included, and no others. */
    public AugmentedSyntheticControl within(Period first, Period last) {
        return with(options.with(new Span(first, last)));
    }

    /** On natural logarithms: effects are factors. Needs values above zero. */
    public AugmentedSyntheticControl onLog() {
        return with(options.with(Scale.LOG));
    }

    /** With this penalty of the ridge, above 0, in squared units of the outcome, and no search. */
    public AugmentedSyntheticControl withPenalty(double penalty) {
        if (!(penalty > 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException("a penalty is finite and above 0, got " + penalty);
        }
        return with(options.withPenalty(penalty));
    }

    /** Conformal intervals. */
    public AugmentedSyntheticControl withConformal() {
        return with(options.with(AugmentedOptions.Kind.CONFORMAL, Resampling.NONE));
    }

    /** Intervals from leaving each period before out (jackknife+). */
    public AugmentedSyntheticControl withJackknifePlus() {
        return with(options.with(AugmentedOptions.Kind.JACKKNIFE_PLUS, Resampling.NONE));
    }

    /**
     * Errors from never treated units in the place of the treated, λ held fixed: each in turn for one treated unit and no more others than draws,
     * else so many draws.
     */
    public AugmentedSyntheticControl withPlacebos(int draws, long seed) {
        return with(
                options.with(AugmentedOptions.Kind.PLACEBO, Resampling.drawn(Resampling.Kind.PLACEBO, draws, seed)));
    }

    /** Without errors. */
    public AugmentedSyntheticControl withoutErrors() {
        return with(options.with(AugmentedOptions.Kind.NONE, Resampling.NONE));
    }

    /** With intervals of this confidence among those found. */
    public AugmentedSyntheticControl withConfidence(double level) {
        return with(options.withConfidence(Interval.requireLevel(level)));
    }

    private AugmentedSyntheticControl with(AugmentedOptions changed) {
        return new AugmentedSyntheticControl(panel, adopters, changed);
    }

    /** The design's name in a study file. */
    public String design() {
        return "augmented-synthetic-control";
    }

    /**
     * The effect, its intervals and the weights.
     *
     * @throws org.migrationimpact.data.InputException E-ADOPT-001 without a treated unit, E-ADOPT-002 without a date, E-ADOPT-003 where the
     *     date has another frequency
     * @throws org.migrationimpact.data.DataException E-ADOPT-004 for a date outside the periods, E-ADOPT-005 for missing cells, E-ADOPT-009 for
     *     the logarithm of 0, E-ASCM-001 for several dates, E-ASCM-002 with fewer than 2 donors, E-ASCM-003 with fewer than 3 periods before,
     *     E-ADOPT-006 where placebos cannot be had
     */
    public AugmentedSyntheticControlFit fit() {
        return new AugmentedEstimation(
                        design(), AdoptionRows.of(panel, adopters, options.scale(), options.within()), options)
                .fit();
    }

    /** The design and every option, as they would be used. */
    @Override
    public String toString() {
        return design() + " of " + adopters + ", " + options;
    }
}
