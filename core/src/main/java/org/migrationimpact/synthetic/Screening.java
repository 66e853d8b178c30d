package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Series;

/**
 * The donors of one treated unit, and the units that are none, each with its reason.
 *
 * @param used the donors, in the order of the panel
 * @param excluded the others
 * @param unknown donors whose names stand for no country and no route, so that rules about these could not be applied
 */
public record Screening(List<String> used, List<Excluded> excluded, List<String> unknown) implements Serializable {

    private static final int FEWEST = 2;
    private static final int SHOWN = 12;

    public Screening {
        used = List.copyOf(used);
        excluded = List.copyOf(excluded);
        unknown = List.copyOf(unknown);
    }

    /** By the rules about names. */
    static Screening of(List<Series> candidates, List<String> otherTreated, Donors rules, TwinOptions.Span span) {
        List<String> used = new ArrayList<>();
        List<Excluded> excluded = new ArrayList<>();
        for (Series candidate : candidates) {
            Optional<Excluded> against = otherTreated.contains(candidate.name())
                    ? Optional.of(new Excluded(candidate.name(), "treated too"))
                    : rules.against(candidate.name(), span.first(), span.last());
            against.ifPresentOrElse(excluded::add, () -> used.add(candidate.name()));
        }
        List<String> unknown = !rules.asksForPlaces()
                ? List.of()
                : used.stream().filter(unit -> NamedUnit.of(unit).isUnknown()).toList();
        return new Screening(used, excluded, unknown);
    }

    /** By the distance from the treated over the matched periods, in standard deviations over all units. */
    Screening near(TwinData data, double farthest) {
        if (Double.isInfinite(farthest)) {
            return this;
        }
        double[] distances = distances(data);
        List<Excluded> more = new ArrayList<>(excluded);
        List<String> left = new ArrayList<>();
        for (int j = 1; j < data.units().size(); j++) {
            if (distances[j] <= farthest) {
                left.add(data.units().get(j));
            } else {
                more.add(new Excluded(
                        data.units().get(j),
                        String.format(
                                Locale.ROOT,
                                "%.3g standard deviations from the treated, more than %.3g",
                                distances[j],
                                farthest)));
            }
        }
        return new Screening(left, more, unknown.stream().filter(left::contains).toList());
    }

    /** The root mean squared distance of every unit from the treated, each period in standard deviations over the units. */
    static double[] distances(TwinData data) {
        double[][] matched = data.matched(data.adjusted());
        int units = matched.length;
        double[] sums = new double[units];
        for (int t = 0; t < matched[0].length; t++) {
            int period = t;
            double[] values = IntStream.range(0, units)
                    .mapToDouble(u -> matched[u][period])
                    .toArray();
            double mean = Arrays.stream(values).sum() / units;
            double variance =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (units - 1);
            for (int u = 0; u < units && variance > 0; u++) {
                sums[u] += (values[u] - values[0]) * (values[u] - values[0]) / variance;
            }
        }
        return Arrays.stream(sums)
                .map(sum -> Math.sqrt(sum / matched[0].length))
                .toArray();
    }

    Screening requireEnough(String treated) {
        if (used.size() < FEWEST) {
            throw new DataException(
                    "E-SYNTH-003",
                    treated + " has " + used.size() + (used.size() == 1 ? " donor" : " donors") + " left; a twin needs "
                            + FEWEST + (excluded.isEmpty() ? "" : "; excluded are " + shown()));
        }
        return this;
    }

    private String shown() {
        String first = excluded.stream().limit(SHOWN).map(Excluded::toString).collect(Collectors.joining(", "));
        return excluded.size() > SHOWN ? first + " and " + (excluded.size() - SHOWN) + " more" : first;
    }

    /** The donors, then the others with their reasons. */
    @Override
    public String toString() {
        return used.size() + " donors: " + String.join(", ", used)
                + (excluded.isEmpty() ? "" : "; excluded: " + shown());
    }
}
