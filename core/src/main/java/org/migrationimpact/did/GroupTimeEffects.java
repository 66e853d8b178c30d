package org.migrationimpact.did;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;

/**
 * The effect on each cohort in each period, and what these come to together: right where effects differ between cohorts and change with
 * time, where a regression with two-way fixed effects is not.
 *
 * <p>{@code ATT(g, t)} is the change of the outcome of cohort g from its base period to t, less that of units that were not treated
 * between them. Defaults: compared with the never treated, a universal base (the last period before treatment), no anticipation, doubly
 * robust where there are covariates, errors from the influence function by unit (or cluster), uniform bands from 1,000 multiplier draws of
 * seed 1, 95 % confidence.
 *
 * <p>A cohort that is first treated after the end of the data, anticipation included, counts as never treated. Covariates and weights of a
 * comparison are those of its base period (of both periods, in repeated cross-sections). Cohorts weigh in aggregates by the weights of
 * their units, each at its first row.
 *
 * <p>Source: Callaway and Sant'Anna (2021), doi:10.1016/j.jeconom.2020.12.001.
 */
public final class GroupTimeEffects implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final GroupTimeOptions options;

    private GroupTimeEffects(AdoptionPanel panel, GroupTimeOptions options) {
        this.panel = panel;
        this.options = options;
    }

    /** Of these rows, with the defaults. */
    public static GroupTimeEffects of(AdoptionPanel panel) {
        return new GroupTimeEffects(panel, GroupTimeOptions.DEFAULTS);
    }

    /** Compared with units that are never treated: the default. */
    public GroupTimeEffects neverTreated() {
        return new GroupTimeEffects(panel, options.with(ControlGroup.NEVER_TREATED));
    }

    /** Compared with units that are not treated yet in either period, the never treated among them. */
    public GroupTimeEffects notYetTreated() {
        return new GroupTimeEffects(panel, options.with(ControlGroup.NOT_YET_TREATED));
    }

    /** Holding these covariates equal. */
    public GroupTimeEffects adjustedFor(String... covariates) {
        List.of(covariates).forEach(panel::column);
        return new GroupTimeEffects(panel, options.adjustedFor(List.of(covariates)));
    }

    /** How covariates are held equal. */
    public GroupTimeEffects with(Adjustment adjustment) {
        return new GroupTimeEffects(panel, options.with(adjustment));
    }

    /** The measure was felt so many periods before it began. */
    public GroupTimeEffects anticipated(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("anticipation is 0 periods or more, got " + periods);
        }
        return new GroupTimeEffects(panel, options.anticipated(periods));
    }

    /** What effects are measured from. */
    public GroupTimeEffects with(BasePeriod base) {
        return new GroupTimeEffects(panel, options.with(base));
    }

    /** What becomes of units that are not seen in every period. */
    public GroupTimeEffects with(Unbalanced unbalanced) {
        return new GroupTimeEffects(panel, options.with(unbalanced));
    }

    /** Which aggregate is the headline. */
    public GroupTimeEffects headline(Aggregation aggregation) {
        return new GroupTimeEffects(panel, options.with(aggregation));
    }

    /** Effects by event time only up to this one, and only of cohorts that are seen that long: the same cohorts at each of them. */
    public GroupTimeEffects balancedTo(int event) {
        if (event < 0) {
            throw new IllegalArgumentException("event times are balanced up to 0 or more, got " + event);
        }
        return new GroupTimeEffects(panel, options.balanced(event));
    }

    /** How the draws behind uniform bands are made. */
    public GroupTimeEffects with(MultiplierBootstrap bootstrap) {
        return new GroupTimeEffects(panel, options.with(bootstrap));
    }

    /** Where standard errors come from. */
    public GroupTimeEffects with(StandardErrors errors) {
        return new GroupTimeEffects(panel, options.with(errors));
    }

    /** The confidence of the uniform bands, between 0 and 1. */
    public GroupTimeEffects confidence(double level) {
        return new GroupTimeEffects(panel, options.confident(Interval.requireLevel(level)));
    }

    /**
     * The choices of R's did 2.3.0, to compare with it: a varying base, and in repeated cross-sections the errors of its DRDID 1.2.3, in
     * which the regression of the controls before treatment enters with the other sign than in the derivative of the estimate. Degrees of
     * freedom stay groups − 1 where did takes the normal distribution.
     */
    public GroupTimeEffects likeDid() {
        return new GroupTimeEffects(panel, options.with(BasePeriod.VARYING).with(CrossSectionErrors.DRDID));
    }

    /**
     * The effects.
     *
     * @throws DataException E-DID-011 where nobody is treated within the data, or not late enough to be compared with a time before;
     *     E-DID-012 where no comparison can be made for lack of controls or overlap; E-DID-013 where no cohort is seen as long as {@link
     *     #balancedTo} asks; E-DID-016 where {@link StandardErrors#JACKKNIFE} was asked for and a cohort is one group
     */
    public GroupTimeFit fit() {
        CellPlan plan = new CellPlan(panel, options);
        if (plan.cells().isEmpty()) {
            throw new DataException("E-DID-011", nobodyTreated(plan));
        }
        List<CellEffect> effects = new CellEstimation(panel, options).estimate(plan.cells());
        Aggregator aggregator =
                new Aggregator(panel, plan.cells(), effects, CohortSizes.of(panel), options.balancedTo());
        if (!aggregator.hasTreated()) {
            throw new DataException("E-DID-012", "no effect can be estimated: " + firstReason(plan, effects));
        }
        if (aggregator.rows(Aggregation.DYNAMIC).stream().noneMatch(row -> Long.parseLong(row.label()) >= 0)) {
            throw new DataException(
                    "E-DID-013",
                    "no cohort is seen " + options.balancedTo() + " periods after treatment began; the data end in "
                            + last() + ": balance event times up to fewer");
        }
        return GroupTimeFit.of(
                panel,
                options,
                plan,
                effects,
                aggregator,
                Influence.of(effects, panel, CohortSizes.unitWeights(panel)));
    }

    private String firstReason(CellPlan plan, List<CellEffect> effects) {
        for (int k = 0; k < effects.size(); k++) {
            if (!effects.get(k).isEstimated()) {
                Cell cell = plan.cells().get(k);
                return "for the cohort of " + panel.cohorts().get(cell.cohort()) + " in "
                        + panel.periods().get(cell.period()) + ", "
                        + effects.get(k).reason() + " (controls are the "
                        + options.control() + "): take other controls or fewer covariates";
            }
        }
        return "no period from the first treated one on is compared with one before";
    }

    private String nobodyTreated(CellPlan plan) {
        return plan.withoutBase().isEmpty()
                ? "no unit of " + panel.name() + " is treated by " + last() + "; there is no effect to estimate"
                : "the cohorts " + Listing.of(plan.withoutBase()) + " have no period before treatment"
                        + (options.anticipation() > 0 ? " and its anticipation" : "") + "; the data begin in "
                        + panel.periods().get(0) + ": hand in earlier periods";
    }

    private Period last() {
        return panel.periods().get(panel.periods().size() - 1);
    }
}
