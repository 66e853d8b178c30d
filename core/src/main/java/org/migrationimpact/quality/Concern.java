package org.migrationimpact.quality;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;

/**
 * One thing about the figures that must be known before anything is compared with them.
 *
 * @param code a stable code such as {@code W-COVERAGE-001}
 * @param series the name of the series; for a table of several, the name of the quantity
 * @param found what was found, in words that follow the name: {@code has a suppressed figure}
 * @param periods where it was found; empty where it concerns the whole
 * @param meaning what it means for a comparison of before and after
 */
public record Concern(String code, String series, String found, List<Period> periods, String meaning)
        implements Serializable {

    private static final int SHOWN = 6;

    public Concern {
        periods = List.copyOf(periods);
    }

    /** The same as a warning beside a result. */
    public Warning warning() {
        return new Warning(code, series + " " + found + where() + "; " + meaning);
    }

    /** The same in those of its periods that are among these. */
    Concern in(Set<Period> others) {
        return new Concern(
                code, series, found, periods.stream().filter(others::contains).toList(), meaning);
    }

    private String where() {
        if (periods.isEmpty()) {
            return "";
        }
        String shown = periods.stream().limit(SHOWN).map(Period::toString).collect(Collectors.joining(", "));
        String more = periods.size() > SHOWN ? " and " + (periods.size() - SHOWN) + " more" : "";
        return " in " + periods.get(0).frequency().count(periods.size()) + ": " + shown + more;
    }

    @Override
    public String toString() {
        return warning().toString();
    }
}
