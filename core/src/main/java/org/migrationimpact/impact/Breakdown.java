package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;

/**
 * What an effect is made of, as far as the design knows: the weights of those compared with, the effects of cohorts in periods, and what
 * these come to together.
 *
 * @param weights of the untreated units, those with none included
 * @param groupTime by cohort and period, in order of both
 * @param aggregates in the order in which a reader wants them
 */
public record Breakdown(List<Weight> weights, List<GroupTime> groupTime, List<Aggregate> aggregates)
        implements Serializable {

    /** Of a design that knows nothing of the kind. */
    public static final Breakdown NONE = new Breakdown(List.of(), List.of(), List.of());

    public Breakdown {
        weights = List.copyOf(weights);
        groupTime = List.copyOf(groupTime);
        aggregates = List.copyOf(aggregates);
    }

    /** The weights of a twin, and nothing else. */
    public static Breakdown ofWeights(List<Weight> weights) {
        return new Breakdown(weights, List.of(), List.of());
    }

    /**
     * The aggregate of exactly this name.
     *
     * @throws IllegalArgumentException where there is none; the message lists those there are
     */
    public Aggregate aggregate(String name) {
        return aggregates.stream()
                .filter(aggregate -> aggregate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no aggregate '" + name + "'; there are "
                        + aggregates.stream().map(Aggregate::name).toList()));
    }
}
