package org.migrationimpact.data;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** One series by longer periods. */
final class LoweredSeries {

    /** Units whose sum over time means nothing. */
    private static final Pattern RATE = Pattern.compile("%|\\bper ?cent\\b|\\bpercent|\\bper\\b|\\bshare\\b");

    private static final int BREAK = Flag.mask(Set.of(Flag.BREAK));
    private static final int ABSENT = Flag.mask(Set.of(Flag.ABSENT));

    private final Series series;
    private final Frequency frequency;
    private final Lowering rule;

    LoweredSeries(Series series, Frequency frequency, Lowering rule) {
        this.series = series;
        this.frequency = frequency;
        this.rule = rule;
    }

    /** Refused where no long period is whole. */
    Series series() {
        requireSense();
        requireWhole(first(), last());
        return lowered();
    }

    /** All missing where no long period is whole. */
    Series evenIfMissing() {
        requireSense();
        return lowered();
    }

    private void requireSense() {
        requireLower();
        requireNesting();
        requireMeaning();
    }

    private Period first() {
        return Period.containing(series.start().firstDay(), frequency);
    }

    private Period last() {
        return Period.containing(series.end().lastDay(), frequency);
    }

    private Series lowered() {
        Period first = first();
        Period last = last();
        int length = Math.toIntExact(first.until(last) + 1);
        double[] values = new double[length];
        int[] flags = new int[length];
        for (int i = 0; i < length; i++) {
            fill(i, first.plus(i), values, flags);
        }
        return new Series(series.name(), series.unit(), first, values, flags);
    }

    private void fill(int i, Period whole, double[] values, int... flags) {
        Period from = firstPart(whole);
        Period to = lastPart(whole);
        long count = from.until(to) + 1;
        for (int k = 0; k < count; k++) {
            values[i] += series.at(from.plus(k));
            flags[i] |= flags(from.plus(k));
        }
        values[i] = rule == Lowering.MEAN ? values[i] / count : values[i];
        flags[i] |= breaks(whole);
    }

    private int flags(Period part) {
        return series.covers(part) ? Flag.mask(series.flags((int) series.start().until(part))) : ABSENT;
    }

    /** A break anywhere in the long period is a break of the long period, whichever part it takes its figure from. */
    private int breaks(Period whole) {
        int found = 0;
        for (Period part = begin(whole); !end(whole).isBefore(part); part = part.plus(1)) {
            found |= flags(part) & BREAK;
        }
        return found;
    }

    private Period firstPart(Period whole) {
        return rule == Lowering.LAST ? end(whole) : begin(whole);
    }

    private Period lastPart(Period whole) {
        return rule == Lowering.FIRST ? begin(whole) : end(whole);
    }

    private Period begin(Period whole) {
        return Period.containing(whole.firstDay(), series.frequency());
    }

    private Period end(Period whole) {
        return Period.containing(whole.lastDay(), series.frequency());
    }

    private void requireLower() {
        if (frequency.compareTo(series.frequency()) > 0 && frequency != Frequency.ORDINAL) {
            String noun = series.frequency().noun();
            throw new DataException(
                    "E-FREQUENCY-001",
                    series.name() + " is by " + noun + " and cannot be made into a series by " + frequency.noun()
                            + ": a frequency is lowered, never raised, since no rule knows how a " + noun
                            + " spreads over shorter periods; find figures by " + frequency.noun()
                            + ", or lower the other series to " + noun + "s");
        }
    }

    private void requireNesting() {
        if (series.frequency() == Frequency.ORDINAL || frequency == Frequency.ORDINAL) {
            throw new DataException(
                    "E-FREQUENCY-002",
                    series.name() + " is by " + series.frequency().noun() + " and cannot be lowered to "
                            + frequency.noun() + "s: plain numbers have no calendar; name its periods by date");
        }
        if (series.frequency() == Frequency.WEEK) {
            throw new DataException(
                    "E-FREQUENCY-002",
                    series.name() + " is by week and cannot be lowered to " + frequency.noun()
                            + "s: weeks straddle their ends, so no " + frequency.noun()
                            + " is made of whole weeks; find figures by day or by " + frequency.noun());
        }
    }

    private void requireMeaning() {
        if (rule == Lowering.SUM
                && RATE.matcher(series.unit().toLowerCase(Locale.ROOT)).find()) {
            throw new DataException(
                    "E-FREQUENCY-004",
                    series.name() + " is in '" + series.unit() + "', and the sum of a rate over "
                            + series.frequency().noun() + "s means nothing; lower what it is a ratio of and divide"
                            + " then, or take its mean, first or last");
        }
    }

    private void requireWhole(Period first, Period last) {
        Period whole = first;
        while (!last.isBefore(whole)) {
            if (series.covers(firstPart(whole)) && series.covers(lastPart(whole))) {
                return;
            }
            whole = whole.plus(1);
        }
        throw new DataException(
                "E-FREQUENCY-003",
                series.name() + " runs from " + series.start() + " to " + series.end() + " and reaches over no "
                        + frequency.noun() + " as its " + rule
                        + " needs it; take a longer series, or another frequency");
    }
}
