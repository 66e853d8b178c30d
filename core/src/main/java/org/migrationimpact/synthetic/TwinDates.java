package org.migrationimpact.synthetic;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.migrationimpact.data.Period;

/** The same twin asked of dates at which nothing happened, and with matches that begin later. */
record TwinDates(TwinData data, TwinOptions options) {

    private static final int FEWEST = 4;

    /** Every date in the second half of the matched periods, as if the measure had begun then, without what came after the true date. */
    List<Refit> earlierDates() {
        int first = data.from() + Math.max(fewest(), (matched() + 1) / 2);
        return refits(IntStream.range(first, data.split()), data::backdated, Refit::firstTreated);
    }

    /** Every beginning in the first half of the matched periods but the first. */
    List<Refit> laterBeginnings() {
        int last = Math.min(matched() / 2, matched() - fewest());
        return refits(
                IntStream.rangeClosed(data.from() + 1, data.from() + last), data::matchedFrom, Refit::matchedFrom);
    }

    private List<Refit> refits(IntStream places, IntFunction<TwinData> asked, Function<Refit, Period> date) {
        return places.parallel()
                .mapToObj(asked)
                .map(question -> new Twins(question, options.search(question)).treated(""))
                .map(refit -> refit.named(date.apply(refit).toString()))
                .toList();
    }

    private int fewest() {
        int seasons = data.first().frequency().seasons();
        return data.baseline() == Baseline.OWN_SEASONS ? 2 * seasons : FEWEST;
    }

    private int matched() {
        return data.split() - data.from();
    }
}
