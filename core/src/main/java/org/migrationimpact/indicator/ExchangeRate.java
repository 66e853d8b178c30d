package org.migrationimpact.indicator;

import java.io.Serializable;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Money;
import org.migrationimpact.data.Series;

/**
 * What one unit of a currency costs in units of another: 69.3 soms <em>per</em> dollar. The direction is part of the type, so that no
 * division can stand where a multiplication belongs.
 *
 * <p>The World Bank's {@code PA.NUS.FCRF} is "LCU per US$, period average": {@code ExchangeRate.of("KGS", series).per("USD")}. It is the
 * official rate; where a market rate stood apart from it, as in Uzbekistan before September 2017, every view made with it is that far off.
 *
 * @param series the rate, in units of {@code units} for one {@code per}
 * @param units the currency in which the price is written
 * @param per the currency whose unit is priced
 */
public record ExchangeRate(Series series, Currency units, Currency per) implements Serializable {

    private static final Pattern WRITTEN =
            Pattern.compile("([A-Z]{3}|US\\$|\u20ac)\\s*(?:per|/)\\s*(?:1 )?([A-Z]{3}|US\\$|\u20ac)");

    /**
     * A rate of which both currencies are named.
     *
     * @throws InputException E-RATE-001 where both currencies are the same, E-RATE-002 where the unit of the series names its currencies
     *     and they are others, or the other way round
     */
    public ExchangeRate {
        if (units.equals(per)) {
            throw new InputException(
                    "E-RATE-001",
                    series.name() + " is given as the rate of " + units + " per " + per
                            + "; an exchange rate is between two currencies");
        }
        Matcher written = WRITTEN.matcher(series.unit());
        if (written.find() && !(agrees(written.group(1), units) && agrees(written.group(2), per))) {
            throw new InputException(
                    "E-RATE-002",
                    series.name() + " is in '" + series.unit() + "' and was declared as units of " + units + " per "
                            + per
                            + "; declare the direction as published, and call inverted where the other is needed");
        }
    }

    private static boolean agrees(String written, Currency declared) {
        return written.equals("LCU")
                || Money.find(written)
                        .filter(money -> !money.currency().equals(declared))
                        .isEmpty();
    }

    /** A rate in units of this currency; say for one of which with {@link Quoted#per}. */
    public static Quoted of(String units, Series series) {
        return new Quoted(units, series);
    }

    /** A rate of which one currency is named. */
    public record Quoted(String units, Series series) {

        /**
         * The rate in those units for one unit of this currency.
         *
         * @throws InputException E-MONEY-001 for what is no currency; E-RATE-001 and E-RATE-002 as the rate does
         */
        public ExchangeRate per(String currency) {
            return new ExchangeRate(series, Money.currency(units), Money.currency(currency));
        }
    }

    /**
     * The same rate quoted the other way, 1 divided by it in every period. The inverse of an average over a period is not the average of
     * the inverses; where the rate moved much within a period, take a rate published in the direction needed.
     *
     * @throws org.migrationimpact.data.DataException E-VIEW-003 for a rate that is not positive
     */
    public ExchangeRate inverted() {
        Needed.requirePositive(series, series, toString());
        return new ExchangeRate(
                series.map(per + " per " + units, rate -> 1 / rate), /* units= */ per, /* per= */ units);
    }

    /** What is quoted: {@code exchange rate, KGS per USD}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "exchange rate, %s per %s", units, per);
    }
}
