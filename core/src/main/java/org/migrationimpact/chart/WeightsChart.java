package org.migrationimpact.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;

/** Whom is the treated unit compared with? The weights of the donors, the largest first; those without one are counted. */
public final class WeightsChart extends Chart {

    private static final int SHOWN_IN_WORDS = 12;

    private final Impact impact;

    private WeightsChart(Impact impact) {
        this.impact = Objects.requireNonNull(impact);
    }

    /**
     * The weights of a result that has some.
     *
     * @throws IllegalArgumentException for a result without weights
     */
    public static WeightsChart of(Impact impact) {
        if (impact.breakdown().weights().isEmpty()) {
            throw new IllegalArgumentException(impact.design() + " of " + impact.subject() + " has no weights to draw");
        }
        return new WeightsChart(impact);
    }

    @Override
    Figure figure() {
        List<Weight> all = impact.breakdown().weights();
        List<Weight> some = all.stream()
                .filter(weight -> weight.weight() != 0)
                .sorted(Comparator.comparingDouble(Weight::weight).reversed())
                .toList();
        String words = some.size() + " of " + all.size() + " donors have a weight.";
        List<Bars.Bar> bars = some.stream()
                .map(weight -> new Bars.Bar(weight.unit(), weight.weight(), number(weight), Ink.TREATED))
                .toList();
        return new Figure(
                "What the twin of " + impact.subject() + " is made of",
                words,
                "weight",
                List.of("Weights are 0 or more and sum to one. Design: " + impact.design() + "."),
                "Bar chart of the weights of the donors of " + impact.subject() + ". " + words + " "
                        + some.stream()
                                .limit(SHOWN_IN_WORDS)
                                .map(weight -> weight.unit() + " " + number(weight))
                                .collect(Collectors.joining(", "))
                        + (some.size() > SHOWN_IN_WORDS ? " and more." : "."),
                new Bars(bars));
    }

    private static String number(Weight weight) {
        return String.format(Locale.ROOT, "%.3f", weight.weight());
    }
}
