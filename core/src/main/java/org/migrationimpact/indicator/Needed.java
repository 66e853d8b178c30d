package org.migrationimpact.indicator;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** A series that a view needs beside the money: of the same frequency, there wherever the money is, and positive. */
final class Needed {

    private final Series money;
    private final Series series;
    private final String role;

    Needed(Series money, Series series, String role) {
        this.money = money;
        this.series = series;
        this.role = role;
    }

    /** The money changed by it, period by period, with the flags of both. */
    Series change(String unit, DoubleBinaryOperator change) {
        requireFrequency();
        requireCoverage();
        requirePositive(money, series, role);
        return new Alongside(money, series).over(money.start(), money.end(), unit, change);
    }

    private void requireFrequency() {
        if (money.frequency() != series.frequency()) {
            throw new DataException(
                    "E-VIEW-001",
                    money.name() + " is by " + money.frequency().noun() + " and its " + role + " by "
                            + series.frequency().noun()
                            + "; lower the one with the shorter periods first (the mean for a rate or an index, the sum"
                            + " for money sent)");
        }
    }

    private void requireCoverage() {
        List<Period> without = IntStream.range(0, money.size())
                .filter(i -> !Double.isNaN(money.value(i)))
                .mapToObj(money::period)
                .filter(period -> Double.isNaN(series.at(period)))
                .toList();
        if (!without.isEmpty()) {
            throw new DataException(
                    "E-VIEW-002",
                    money.name() + " has a figure in " + some(without) + ", where its " + role
                            + " has none; find it, or cut the money with between");
        }
    }

    /** Refuses a figure of the series that is not above 0 where the money has one. */
    static void requirePositive(Series money, Series series, String role) {
        List<Period> wrong = IntStream.range(0, series.size())
                .filter(i -> series.value(i) <= 0 && !Double.isNaN(money.at(series.period(i))))
                .mapToObj(series::period)
                .toList();
        if (!wrong.isEmpty()) {
            throw new DataException(
                    "E-VIEW-003",
                    "the " + role + " (" + series.name() + ") is " + series.at(wrong.get(0)) + " in " + some(wrong)
                            + "; it must be above 0");
        }
    }

    static String some(List<Period> periods) {
        String shown = periods.stream().limit(5).map(Period::toString).collect(Collectors.joining(", "));
        return periods.size() > 5 ? shown + " and " + (periods.size() - 5) + " more" : shown;
    }
}
