package org.migrationimpact.examples.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Series;

/**
 * The units of a panel that have a logarithm in every period.
 *
 * @param panel these units, over the same periods
 * @param dropped which others there were, in a sentence
 */
record Positive(Panel panel, Optional<String> dropped) {

    static Positive of(Panel panel, String treated) {
        Series subject = panel.unit(treated);
        List<Series> kept = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        for (Series one : panel.series()) {
            Series same = one.between(subject.start(), subject.end());
            if (same.size() == subject.size() && Arrays.stream(same.values()).allMatch(value -> value > 0)) {
                kept.add(same);
            } else {
                dropped.add(one.name());
            }
        }
        if (dropped.contains(treated) || kept.size() < 3) {
            throw new DataException(
                    "E-CASE-004",
                    "logarithms need figures above 0 in every period from " + subject.start() + " to " + subject.end()
                            + " of " + treated + " and of two others at least; without them are "
                            + String.join(", ", dropped));
        }
        return new Positive(
                new Panel(kept),
                dropped.isEmpty()
                        ? Optional.empty()
                        : Optional.of("Without a logarithm in some period, so not compared: "
                                + String.join(", ", dropped) + "."));
    }
}
