package org.migrationimpact.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** What the publisher's own flags, and rows that are not there, say about a series. */
final class FlagConcerns {

    private static final String OTHER = "before and after may count different things";
    private static final List<Flag> UNSETTLED =
            List.of(Flag.PROVISIONAL, Flag.ESTIMATED, Flag.FORECAST, Flag.IMPUTED, Flag.LOW_RELIABILITY);

    private FlagConcerns() {}

    static List<Concern> in(Series series) {
        List<Concern> found = new ArrayList<>();
        add(found, "W-SERIES-001", series, Flag.ABSENT, "no row, which is not zero", "a comparison leaves it out");
        add(found, "W-SERIES-002", series, Flag.BREAK, "the publisher's flag for a break in the series", OTHER);
        add(
                found,
                "W-SERIES-003",
                series,
                Flag.SUPPRESSED,
                "a suppressed figure",
                "a comparison leaves it out, and errs where figures are suppressed because they are small");
        for (Flag flag : UNSETTLED) {
            add(
                    found,
                    "W-SERIES-004",
                    series,
                    flag,
                    "the publisher's flag '" + flag.meaning() + "'",
                    "such a figure may be revised");
        }
        add(
                found,
                "W-SERIES-005",
                series,
                Flag.DEFINITION_DIFFERS,
                "the publisher's flag for a definition that differs",
                OTHER);
        return found;
    }

    private static void add(List<Concern> found, String code, Series series, Flag flag, String what, String meaning) {
        if (series.count(flag) > 0) {
            List<Period> where = IntStream.range(0, series.size())
                    .filter(i -> series.flags(i).contains(flag))
                    .mapToObj(series::period)
                    .toList();
            found.add(new Concern(code, series.name(), "has " + what, where, meaning));
        }
    }
}
