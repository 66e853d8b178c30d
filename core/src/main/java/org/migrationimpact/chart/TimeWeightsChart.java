package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationimpact.data.Period;
import org.migrationimpact.synthetic.CohortTwin;
import org.migrationimpact.synthetic.TimeWeight;

/** Which periods before the measure are those after it compared with? The weight of every period before, as a step a period wide. */
public final class TimeWeightsChart extends Chart {

    private static final double LITTLE = 5e-4;
    private static final int SHOWN_IN_WORDS = 12;

    private final CohortTwin twin;

    private TimeWeightsChart(CohortTwin twin) {
        this.twin = Objects.requireNonNull(twin);
    }

    /**
     * The time weights of those first treated in one period.
     *
     * @throws IllegalArgumentException where no level before is set aside, so that no period has a weight
     */
    public static TimeWeightsChart of(CohortTwin twin) {
        if (twin.timeWeights().stream().noneMatch(weight -> weight.weight() > 0)) {
            throw new IllegalArgumentException(
                    "the twin of those treated from " + twin.firstTreated() + " has no time weights to draw");
        }
        return new TimeWeightsChart(twin);
    }

    @Override
    Figure figure() {
        List<TimeWeight> all = twin.timeWeights();
        List<TimeWeight> some =
                all.stream().filter(weight -> weight.weight() >= LITTLE).toList();
        String words = some.size() + " of " + all.size() + " periods before " + twin.firstTreated()
                + " have a weight of 0.0005 or more.";
        String who = twin.treated().size() == 1
                ? twin.treated().get(0)
                : twin.treated().size() + " units treated from " + twin.firstTreated();
        return new Figure(
                who + ": weights of the periods before",
                words,
                "weight",
                List.of("Weights are 0 or more and sum to one."),
                "Step chart of the weights of the periods before " + twin.firstTreated() + ". " + words + " "
                        + named(some),
                List.of(pane(all)));
    }

    private static String named(List<TimeWeight> some) {
        String shown = some.stream()
                .limit(SHOWN_IN_WORDS)
                .map(weight -> String.format(Locale.ROOT, "%s %.3f", weight.period(), weight.weight()))
                .collect(Collectors.joining(", "));
        return shown + (some.size() > SHOWN_IN_WORDS ? " and more." : ".");
    }

    private Pane pane(List<TimeWeight> all) {
        Period first = all.get(0).period();
        TimeAxis time = new TimeAxis(first, twin.firstTreated());
        List<Pane.Dot> steps = new ArrayList<>();
        List<Pane.Band> bands = new ArrayList<>();
        for (TimeWeight weight : all) {
            double from = TimeAxis.start(weight.period());
            double to = TimeAxis.start(weight.period().plus(1));
            steps.add(new Pane.Dot(from, weight.weight()));
            steps.add(new Pane.Dot(to, weight.weight()));
            bands.add(new Pane.Band(
                    Ink.FITTED,
                    List.of(new Pane.Edge(from, 0, weight.weight()), new Pane.Edge(to, 0, weight.weight()))));
        }
        steps.add(new Pane.Dot(TimeAxis.start(twin.firstTreated()), 0));
        double start = TimeAxis.start(twin.firstTreated());
        return new Pane(
                "",
                time,
                bands,
                List.of(new Pane.Trace("Weight", Ink.FITTED, steps)),
                List.of(new Pane.Mark("Treated from " + twin.firstTreated(), Ink.IN_FORCE, start, start)),
                Optional.empty(),
                Optional.empty());
    }
}
