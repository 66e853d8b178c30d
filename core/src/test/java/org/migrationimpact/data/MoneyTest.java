package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "current US$;USD",
                "US$ million;million USD",
                "million US$;million USD",
                "(US$ million);million USD",
                "thousand USD;thousand USD",
                "USD, millions;million USD",
                "Millions of US dollars;million USD",
                "EUR;EUR",
                "bn EUR;billion EUR",
                "AMD;AMD"
            })
    void unitsOfPublishersAreUnderstood(String unit, String money) {
        assertThat(Money.find(unit)).hasToString("Optional[" + money + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "persons",
                "constant 2015 US$",
                "current international $",
                "LCU",
                "LCU per US$",
                "% of GDP",
                "USD EUR",
                "million",
                "million billion USD",
                "usd"
            })
    void whatIsNoMoneyOfTheTimeIsNotTakenForIt(String unit) {
        assertThat(Money.find(unit)).isEmpty();
    }

    @Test
    void moneyIsSaidInOneWayAndSurvivesSerialization() throws Exception {
        Money money = Money.of("KGS").in(Money.Scale.MILLION);
        assertEquals("million KGS", money.toString());
        assertEquals("million RUB", money.in(Money.currency("RUB")).toString());
        assertEquals(money, Serialized.copy(money));
    }

    @Test
    void anUnknownCurrencyIsRefused() {
        Refusal.of(
                InputException.class,
                "E-MONEY-001 'som' is no currency; write its code of ISO 4217 in capitals, such as USD, EUR or KGS",
                () -> Money.of("som"));
    }
}
