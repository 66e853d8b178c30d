package org.migrationimpact.indicator;

import java.io.Serializable;
import java.util.Currency;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Money;
import org.migrationimpact.data.Series;

/**
 * Money of the time over time, in one currency, and what becomes of it in another currency or at other prices. Flags of the money, the
 * rate and the index are united; a period without money stays without.
 *
 * @param series the figures; their unit is that of the money
 * @param money the currency and the scale in which the figures are
 */
public record MoneySeries(Series series, Money money) implements Serializable {

    public MoneySeries {
        series = series.map(money.toString(), value -> value);
    }

    /**
     * The money in a series whose unit names it, such as {@code current US$} or {@code US$ million}.
     *
     * @throws InputException E-VIEW-007 where the unit does not name nominal money
     */
    public static MoneySeries of(Series series) {
        Money money = Money.find(series.unit())
                .orElseThrow(() -> new InputException(
                        "E-VIEW-007",
                        series.name() + " is in '" + series.unit()
                                + "', which names no money of the time; say which it is, such as million USD, with"
                                + " new MoneySeries(series, Money.of(\"USD\").in(Money.Scale.MILLION))"));
        return new MoneySeries(series, money);
    }

    /** The same money counted in ones, thousands, millions or billions. */
    public MoneySeries in(Money.Scale scale) {
        Money other = money.in(scale);
        double factor = money.scale().factor();
        double divisor = scale.factor();
        return new MoneySeries(series.map(other.toString(), value -> value * factor / divisor), other);
    }

    /**
     * The money in another currency: {@code value × rate}.
     *
     * @throws DataException E-VIEW-001 where the rate has another frequency, E-VIEW-002 where it has no figure in a period with money,
     *     E-VIEW-003 where it is not positive, E-VIEW-004 where it is a price of another currency than this one
     */
    public MoneySeries converted(ExchangeRate rate) {
        requireSame(rate.toString(), "prices ", rate.per());
        Money other = money.in(rate.units());
        return new MoneySeries(
                new Needed(series, rate.series(), rate.toString()).change(other.toString(), (value, r) -> value * r),
                other);
    }

    /**
     * The money at the prices of the base period: {@code value / (index / mean of the index over the base period)}, in a unit such as
     * {@code million 2015 KGS}. A flag on the base period alone is not put on all others: it changes the level of all alike.
     *
     * @throws DataException as {@link #converted} does; E-VIEW-006 where the index does not cover its base period
     */
    public Series deflated(PriceIndex index) {
        requireSame(index.toString(), "is of ", index.currency());
        double level = index.level();
        return new Needed(series, index.series(), index.toString())
                .change(
                        money.scale().prefix() + index.base() + " " + money.currency(),
                        (value, i) -> value / (i / level));
    }

    /**
     * The money in international dollars: {@code value / factor}. They are dollars of the time, not of constant prices.
     *
     * @throws DataException as {@link #converted} does
     */
    public Series atParity(PurchasingPower parity) {
        requireSame(parity.toString(), "is of ", parity.currency());
        return new Needed(series, parity.series(), parity.toString())
                .change(money.scale().prefix() + "international $", (value, factor) -> value / factor);
    }

    private void requireSame(String what, String verb, Currency found) {
        if (!found.equals(money.currency())) {
            throw new DataException(
                    "E-VIEW-004",
                    series.name() + " is in " + money + " and the " + what + " " + verb + found + "; one of "
                            + money.currency() + " is needed: convert the money first, or invert the rate");
        }
    }

    /** The series with its unit. */
    @Override
    public String toString() {
        return series.toString();
    }
}
