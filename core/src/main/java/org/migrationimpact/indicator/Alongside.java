package org.migrationimpact.indicator;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** Two series, period by period: a figure where both have one, the flags of both everywhere. */
final class Alongside {

    private final Series one;
    private final Series other;

    Alongside(Series one, Series other) {
        this.one = one;
        this.other = other;
    }

    /** Over these periods; a period that a series does not cover is absent in it. */
    Series over(Period first, Period last, String unit, DoubleBinaryOperator change) {
        int length = Math.toIntExact(first.until(last) + 1);
        double[] values = new double[length];
        List<Set<Flag>> flags = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            Period period = first.plus(i);
            double a = one.at(period);
            double b = other.at(period);
            values[i] = Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : change.applyAsDouble(a, b);
            flags.add(united(period));
        }
        return Series.of(one.name(), unit, first, values, flags);
    }

    private Set<Flag> united(Period period) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(flags(one, period));
        flags.addAll(flags(other, period));
        return flags;
    }

    static Set<Flag> flags(Series series, Period period) {
        return series.covers(period) ? series.flags((int) series.start().until(period)) : EnumSet.of(Flag.ABSENT);
    }
}
