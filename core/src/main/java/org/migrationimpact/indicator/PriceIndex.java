package org.migrationimpact.indicator;

import java.io.Serializable;
import java.util.Currency;
import java.util.stream.LongStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Money;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * Prices in a currency over time, such as a consumer price index, and the base period whose prices are taken as the measure. The level of
 * the index does not matter: it is divided by its mean over the base period.
 *
 * <p>The base may be longer than the periods of the index, such as the year 2015 of a monthly index; then the index needs a figure in each
 * of them. The World Bank's consumer price index is {@code FP.CPI.TOTL} (2010 = 100).
 *
 * @param series the index, of any level
 * @param currency the currency in which the prices are
 * @param base the period whose prices count
 */
public record PriceIndex(Series series, Currency currency, Period base) implements Serializable {

    /**
     * The prices of this currency, measured at those of the base period.
     *
     * @throws org.migrationimpact.data.InputException E-MONEY-001 for what is no currency
     * @throws DataException E-VIEW-003 for an index that is not positive, E-VIEW-006 where it does not cover the base period
     */
    public static PriceIndex of(String currency, Series series, Period base) {
        PriceIndex index = new PriceIndex(series, Money.currency(currency), base);
        index.level();
        return index;
    }

    /** The mean of the index over the base period, by which it is divided. */
    double level() {
        Needed.requirePositive(series, series, toString());
        Period first = base;
        Period last = base;
        if (base.frequency() != series.frequency()) {
            requireLonger();
            first = Period.containing(base.firstDay(), series.frequency());
            last = Period.containing(base.lastDay(), series.frequency());
        }
        return LongStream.rangeClosed(0, first.until(last))
                .mapToObj(first::plus)
                .mapToDouble(this::inBase)
                .average()
                .orElseThrow();
    }

    private double inBase(Period part) {
        double value = series.at(part);
        if (Double.isNaN(value)) {
            throw new DataException(
                    "E-VIEW-006",
                    series.name() + " has no figure in " + part + ", which the base period " + base
                            + " needs; take a base period that the index has in full (it runs from " + series.start()
                            + " to " + series.end() + ")");
        }
        return value;
    }

    private void requireLonger() {
        boolean shorter = base.frequency().compareTo(series.frequency()) > 0;
        boolean straddling = switch (series.frequency()) {
            case WEEK, ORDINAL -> true;
            default -> false;
        };
        if (shorter || straddling) {
            throw new IllegalArgumentException("the base period of an index by "
                    + series.frequency().noun() + " is one or several whole "
                    + series.frequency().noun() + "s, got " + base);
        }
    }

    /** What it is: {@code price index, KGS, base 2015}. */
    @Override
    public String toString() {
        return "price index, " + currency + ", base " + base;
    }
}
