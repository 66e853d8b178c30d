package org.migrationimpact.indicator;

import java.io.Serializable;
import java.util.Currency;
import org.migrationimpact.data.Money;
import org.migrationimpact.data.Series;

/**
 * How many units of a currency buy what one international dollar buys: the conversion factor of purchasing power parity. The World Bank's
 * {@code PA.NUS.PPP} is in local currency units per international dollar.
 *
 * @param series the factor, in units of the currency for one international dollar
 * @param currency the currency
 */
public record PurchasingPower(Series series, Currency currency) implements Serializable {

    /**
     * The factor of a currency.
     *
     * @throws org.migrationimpact.data.InputException E-MONEY-001 for what is no currency
     */
    public static PurchasingPower of(String currency, Series series) {
        return new PurchasingPower(series, Money.currency(currency));
    }

    /** What it is: {@code purchasing power parity, KGS per international dollar}. */
    @Override
    public String toString() {
        return "purchasing power parity, " + currency + " per international dollar";
    }
}
