package org.migrationimpact.did;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Uncertainty;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/**
 * What {@link GroupTimeEffects} found: the effect on each cohort in each period, the aggregates, and how much each unit moved them.
 *
 * <p>Where a base is universal, the effect in the base period is 0 by construction and has no error.
 */
public final class GroupTimeFit implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AdoptionPanel panel;
    private final GroupTimeOptions options;
    private final List<Cell> cells;
    private final List<CellEffect> effects;
    private final List<Period> withoutBase;
    private final Influence influence;
    private final EffectErrors errors;
    private final Map<Aggregation, List<Combination>> rows = new EnumMap<>(Aggregation.class);
    private final Map<Aggregation, Combination> overall = new EnumMap<>(Aggregation.class);

    private GroupTimeFit(
            AdoptionPanel panel,
            GroupTimeOptions options,
            CellPlan plan,
            List<CellEffect> effects,
            Aggregator aggregator,
            Influence influence) {
        this.panel = panel;
        this.options = options;
        this.cells = List.copyOf(plan.cells());
        this.effects = effects;
        this.withoutBase = List.copyOf(plan.withoutBase());
        this.influence = influence;
        this.errors = errors(panel, options, cells, effects, influence);
        for (Aggregation aggregation : Aggregation.values()) {
            rows.put(aggregation, aggregator.rows(aggregation));
            overall.put(aggregation, aggregator.overall(aggregation));
        }
    }

    private static EffectErrors errors(
            AdoptionPanel panel,
            GroupTimeOptions options,
            List<Cell> cells,
            List<CellEffect> effects,
            Influence influence) {
        int[] estimated = EffectErrors.estimatedColumns(effects);
        if (options.errors() == StandardErrors.JACKKNIFE) {
            return new EffectErrors(new Jackknife(panel, options, cells, effects).influence(), estimated, 1, options);
        }
        double clusters = panel.clusters();
        double factor = panel.clusterName().isEmpty() || clusters < 2 ? 1 : clusters / (clusters - 1);
        return new EffectErrors(influence.byCluster(panel), estimated, factor, options);
    }

    static GroupTimeFit of(
            AdoptionPanel panel,
            GroupTimeOptions options,
            CellPlan plan,
            List<CellEffect> effects,
            Aggregator aggregator,
            Influence influence) {
        return new GroupTimeFit(panel, options, plan, effects, aggregator, influence);
    }

    /** The effect on each cohort in each period that could be estimated, in order of both. */
    public List<GroupTime> effects() {
        return IntStream.range(0, cells.size())
                .filter(k -> effects.get(k).isEstimated())
                .mapToObj(k -> new GroupTime(cohort(k).toString(), period(k).toString(), coefficient(single(k), "att")))
                .toList();
    }

    /** The comparisons that could not be made, each with its reason. */
    public List<String> notEstimated() {
        return IntStream.range(0, cells.size())
                .filter(k -> !effects.get(k).isEstimated())
                .mapToObj(k -> "cohort " + cohort(k) + " in " + period(k) + ": "
                        + effects.get(k).reason())
                .toList();
    }

    /** Effects brought together, with a band that holds the rows of this aggregation together. */
    public Aggregate aggregate(Aggregation aggregation) {
        List<Combination> all = rows.getOrDefault(aggregation, List.of());
        if (aggregation == Aggregation.SIMPLE) {
            return Aggregate.of(overall(aggregation));
        }
        double multiple = errors.uniformMultiple(all);
        List<Aggregate.Row> made = all.stream()
                .map(one ->
                        new Aggregate.Row(one.label(), coefficient(one, one.label()), errors.uniform(one, multiple)))
                .toList();
        return new Aggregate(aggregation.key(), by(aggregation), made);
    }

    static Aggregate.By by(Aggregation aggregation) {
        return switch (aggregation) {
            case SIMPLE -> Aggregate.By.NOTHING;
            case DYNAMIC -> Aggregate.By.EVENT;
            case GROUP -> Aggregate.By.COHORT;
            case CALENDAR -> Aggregate.By.PERIOD;
        };
    }

    /** The one number an aggregation comes to. */
    public Coefficient overall(Aggregation aggregation) {
        return coefficient(combination(aggregation), aggregation.key());
    }

    private Combination combination(Aggregation aggregation) {
        return Optional.ofNullable(overall.get(aggregation)).orElseThrow();
    }

    /** How much each unit moved that number, in the order of {@link AdoptionPanel#units()}: its error is about their sum. */
    public double[] influence(Aggregation aggregation) {
        return influence.combined(combination(aggregation).on());
    }

    /**
     * How much each unit moved one row of an aggregation.
     *
     * @throws IllegalArgumentException where there is no such row; the message lists those there are
     */
    public double[] influence(Aggregation aggregation, String label) {
        List<Combination> all = rows.getOrDefault(aggregation, List.of());
        return all.stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .map(row -> influence.combined(row.on()))
                .orElseThrow(() -> new IllegalArgumentException(aggregation.key() + " has no row '" + label
                        + "'; it has " + all.stream().map(Combination::label).toList()));
    }

    /**
     * The effects by event time with their covariance, for {@link PreTrend} and {@link HonestBounds}. The base period has no error and is
     * left out.
     *
     */
    public EventStudyEstimates eventStudy() {
        List<Combination> all = rows.getOrDefault(Aggregation.DYNAMIC, List.of()).stream()
                .filter(row -> !(errors.of(row) instanceof org.migrationimpact.covariance.PointOnly))
                .toList();
        return new EventStudyEstimates(
                all.stream().mapToInt(row -> Integer.parseInt(row.label())).toArray(),
                all.stream().mapToDouble(Combination::estimate).toArray(),
                errors.covariance(all),
                -1 - options.anticipation(),
                options.base());
    }

    /** The joint test that every effect before treatment is 0; empty where there is none, or too many for the units there are. */
    public Optional<PreTest> preTest() {
        List<Combination> before = IntStream.range(0, cells.size())
                .filter(k -> effects.get(k).isEstimated() && !cells.get(k).isReference())
                .filter(k -> period(k).isBefore(cohort(k)))
                .mapToObj(this::single)
                .toList();
        double[] estimates = before.stream().mapToDouble(Combination::estimate).toArray();
        return Wald.of(estimates, errors.covariance(before))
                .map(wald -> new PreTest(wald.statistic(), wald.degreesOfFreedom(), wald.pValue()));
    }

    /** The same as the one result that every design of this library ends in. */
    public Impact impact() {
        return new GroupTimeImpact(this).impact();
    }

    private Combination single(int k) {
        double[] on = new double[influence.columns()];
        on[k] = 1;
        return new Combination("att", effects.get(k).estimate(), on);
    }

    private Coefficient coefficient(Combination combination, String term) {
        Uncertainty uncertainty = errors.of(combination);
        return new Coefficient(term, combination.estimate(), uncertainty);
    }

    private Period cohort(int k) {
        return panel.cohorts().get(cells.get(k).cohort());
    }

    private Period period(int k) {
        return panel.periods().get(cells.get(k).period());
    }

    AdoptionPanel panel() {
        return panel;
    }

    GroupTimeOptions options() {
        return options;
    }

    EffectErrors errors() {
        return errors;
    }

    List<CellEffect> cellEffects() {
        return effects;
    }

    List<Period> withoutBase() {
        return withoutBase;
    }

    List<Period> estimatedCohorts() {
        List<Period> found = new ArrayList<>();
        for (int k = 0; k < cells.size(); k++) {
            if (effects.get(k).isEstimated() && !found.contains(cohort(k))) {
                found.add(cohort(k));
            }
        }
        return found;
    }

    /** One line for each aggregate. */
    @Override
    public String toString() {
        return impact().summary();
    }
}
