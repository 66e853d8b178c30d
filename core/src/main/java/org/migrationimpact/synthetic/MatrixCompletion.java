package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Scale;
import org.migrationimpact.synthetic.Resampling.Kind;

/**
 * What would the treated cells of the table of units and periods show, if it is made of few patterns? The untreated cells are fitted by effects
 * of units and periods and a table L of low rank; the treated cells are read from the fit.
 *
 * <pre>{@code
 * MatrixCompletionFit fit = MatrixCompletion.of(panel).treated("Central Mediterranean").from(Period.parse("2016-04")).fit();
 * }</pre>
 *
 * <p>Minimises {@code 1/|O| Σ (Y_it − α_i − ξ_t − L_it)² + λ ||L||*} over the untreated cells O that are there, effects without a penalty. Cells may be
 * missing, dates may differ, treatment lasts. Of λ, 24 values fall from the one that leaves only effects to a thousandth of it; the one is taken
 * that best predicts hidden cells. The optimum is exact to the violation that the result carries.
 *
 * <p>Defaults: on the scale of the series; all periods of the treated series; 5 folds of cells from seed 1; placebo errors with the penalty held
 * fixed, each never treated unit in turn where one unit is treated and there are no more than 200 others, else 200 draws from seed 1. Intervals
 * are normal. The paper gives no errors.
 *
 * <p>Source: Athey, Bayati, Doudchenko, Imbens and Khosravi (2021), doi:10.1080/01621459.2021.1891924.
 */
public final class MatrixCompletion implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DRAWS = 200;
    private static final double TOLERANCE = 1e-10;
    private static final double LARGEST_VIOLATION = 0.01;

    private final Panel panel;
    private final Adopters adopters;
    private final CompletionOptions options;

    private MatrixCompletion(Panel panel, Adopters adopters, CompletionOptions options) {
        this.panel = panel;
        this.adopters = adopters;
        this.options = options;
    }

    /** Of these units, of which {@link #treated} names the treated and {@link #from(Period)} the date. */
    public static MatrixCompletion of(Panel panel) {
        return new MatrixCompletion(
                panel, Adopters.NONE, CompletionOptions.withErrors(Resampling.drawn(Kind.PLACEBO, DRAWS, 1)));
    }

    /**
     * With this unit as a treated one; the date that is named next is that of all units named since the last date.
     *
     * @throws org.migrationimpact.data.InputException E-PANEL-004 where there is none of this name
     */
    public MatrixCompletion treated(String unit) {
        return new MatrixCompletion(panel, adopters.with(panel, unit), options);
    }

    /** Treated from this period on. */
    public MatrixCompletion from(Period firstTreated) {
        return new MatrixCompletion(panel, adopters.from(firstTreated), options);
    }

    /** Treated by this measure, from the first period that lies wholly in its time. */
    public MatrixCompletion from(Measure measure) {
        return from(measure.firstTreated(panel.series().get(0).frequency()));
    }

    /** With the periods from the first to the last, both included, and no others. */
    public MatrixCompletion within(Period first, Period last) {
        return with(options.with(new Span(first, last)));
    }

    /** On natural logarithms: effects are factors. Needs values above zero. */
    public MatrixCompletion onLog() {
        return with(options.with(Scale.LOG));
    }

    /** With this penalty λ, above 0, in units of the outcome, and no search. */
    public MatrixCompletion withPenalty(double penalty) {
        if (!(penalty > 0) || Double.isInfinite(penalty)) {
            throw new IllegalArgumentException("a penalty is finite and above 0, got " + penalty);
        }
        return with(options.with(penalty));
    }

    /** With the untreated cells dealt into so many folds, 2 or more, from this seed. */
    public MatrixCompletion withFolds(int folds, long seed) {
        if (folds < 2) {
            throw new IllegalArgumentException("folds are 2 or more, got " + folds);
        }
        return with(options.withFolds(folds, seed));
    }

    /** Errors from never treated units in the place of the treated; see above. */
    public MatrixCompletion withPlacebos(int draws, long seed) {
        return with(options.with(Resampling.drawn(Kind.PLACEBO, draws, seed)));
    }

    /** Errors from leaving each unit out. Not for one treated unit. */
    public MatrixCompletion withJackknife() {
        return with(options.with(Resampling.JACKKNIFE));
    }

    /** Errors from so many draws of as many units, with replacement. Not for one treated unit. */
    public MatrixCompletion withBootstrap(int draws, long seed) {
        return with(options.with(Resampling.drawn(Kind.BOOTSTRAP, draws, seed)));
    }

    /** Without errors. */
    public MatrixCompletion withoutErrors() {
        return with(options.with(Resampling.NONE));
    }

    private MatrixCompletion with(CompletionOptions changed) {
        return new MatrixCompletion(panel, adopters, changed);
    }

    /** The design's name in a study file. */
    public String design() {
        return "matrix-completion";
    }

    /**
     * The effect, its errors, and the search for the penalty.
     *
     * @throws org.migrationimpact.data.InputException E-ADOPT-001 without a treated unit, E-ADOPT-002 without a date, E-ADOPT-003 where the
     *     date has another frequency
     * @throws org.migrationimpact.data.DataException E-ADOPT-004 for a date outside the periods, E-ADOPT-009 for the logarithm of 0,
     *     E-ADOPT-010 where no treated outcome is observed, E-COMPLETE-001 and E-COMPLETE-002 where effects of units and periods are not
     *     determined; E-ADOPT-006 and E-ADOPT-007 where the errors asked for cannot be had
     * @throws org.migrationimpact.data.EstimationException E-COMPLETE-003 where the table does not settle, E-COMPLETE-004 where the
     *     penalty is too small for an optimum
     */
    public MatrixCompletionFit fit() {
        AdoptionPanel data = AdoptionRows.of(panel, adopters, options.scale(), options.within())
                .withHoles();
        UntreatedCells.require(data);
        UntreatedCells cells = UntreatedCells.of(data);
        PenaltySearch search = new PenaltySearch(cells, options.folds(), options.seed());
        List<Penalty> errors = options.given().isEmpty() ? search.errors() : List.of();
        double penalty = options.given().stream().findFirst().orElseGet(() -> PenaltySearch.best(errors));
        return fit(data, cells, penalty, errors);
    }

    private MatrixCompletionFit fit(AdoptionPanel data, UntreatedCells cells, double penalty, List<Penalty> search) {
        Completion completion = Completion.ofEffects(cells);
        double threshold = PenaltySearch.threshold(penalty, cells);
        completion.solve(threshold, TOLERANCE, PenaltySearch.MOST_STEPS);
        double[][] predicted = UntreatedCells.rows(completion.fitted(), cells.periods());
        double[] estimate = new EffectMeans(data).of(data, predicted);
        ReplicatedErrors errors =
                ReplicatedErrors.refitted(options.errors(), data, new CompletionCounterfactuals(penalty), estimate);
        double violation = requireOptimum(completion.violation(threshold), penalty);
        Impact impact = new EffectReport(data, predicted, errors.errors())
                .impact(design(), conventions(penalty, completion.rank(), errors, violation), errors, List.of());
        return new MatrixCompletionFit(impact, penalty, completion.rank(), search, violation, completion.steps());
    }

    private static double requireOptimum(double violation, double penalty) {
        if (violation <= LARGEST_VIOLATION) {
            return violation;
        }
        throw new EstimationException(
                "E-COMPLETE-004",
                String.format(
                        Locale.ROOT,
                        "with the penalty %.3g the table stands still far from its optimum (KKT residual %.1e): so small a"
                                + " penalty leaves the cells that are hidden undetermined; choose a larger one",
                        penalty,
                        violation));
    }

    private List<Convention> conventions(double penalty, int rank, ReplicatedErrors errors, double violation) {
        String how = options.given().isEmpty()
                ? "cross-validation, " + options.folds() + " folds of cells, seed " + options.seed()
                : "given";
        return List.of(
                new Convention("effects", "of units and of periods, without a penalty"),
                new Convention("penalty", String.format(Locale.ROOT, "%.6g on the nuclear norm, %s", penalty, how)),
                new Convention("rank", "" + rank),
                new Convention("covariance", errors.words()),
                new Convention("interval", "normal"),
                new Convention("table solved", String.format(Locale.ROOT, "KKT residual %.1e", violation)));
    }

    /** The design and every option, as they would be used. */
    @Override
    public String toString() {
        return design() + " of " + adopters + ", penalty " + options;
    }
}
