package org.migrationimpact.measure;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationimpact.data.Period;

/**
 * Measures of a common partner that begin closer together than data of this frequency can separate: in the same period or in two that
 * follow each other. Their effects cannot be told apart; only that of the bundle can be asked for.
 *
 * @param measures the measures, by date in force and id
 * @param partners the partners that connect them: each is a partner of at least two of them; where there is only one measure, its
 *     partners
 * @param first the first period that the earliest of them may have treated wholly
 * @param last the same of the latest
 */
public record Bundle(List<Measure> measures, List<Party> partners, Period first, Period last) implements Serializable {

    public Bundle {
        measures = List.copyOf(measures);
        partners = List.copyOf(partners);
    }

    /** Whether there is only one measure in it, so that its effect stands alone. */
    public boolean isSingle() {
        return measures.size() == 1;
    }

    /** Partners, periods and measures, one measure a line. */
    @Override
    public String toString() {
        String who = partners.stream().map(Party::name).collect(Collectors.joining(", "));
        String when = first.equals(last) ? first.toString() : first + " to " + last;
        return measures.stream()
                .map(measure -> "  " + measure)
                .collect(Collectors.joining("\n", who + ", " + when + ":\n", ""));
    }
}
