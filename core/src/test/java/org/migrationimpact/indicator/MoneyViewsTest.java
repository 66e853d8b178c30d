package org.migrationimpact.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.Shared;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Lowering;
import org.migrationimpact.data.Money;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

class MoneyViewsTest {

    private static final Period START = Period.year(2014);
    private static final Series DOLLARS = Series.of("remittances, KG", "US$ million", START, 2200, 1700, 2000);
    private static final Series ROUBLES = Series.of("rouble", "LCU per US$", START, 40, 60, 65);
    private static final Series SOMS = Series.of("som", "LCU per US$", START, 50, 64, 70);
    private static final Series PRICES = Series.of("prices, KG", "2010 = 100", START, 90, 100, 120);
    private static final Series FACTORS = Series.of("parity, KG", "LCU per international $", START, 16, 17, 20);
    private static final MoneyViews VIEWS = MoneyViews.of(MoneySeries.of(DOLLARS))
            .withSenderRate(ExchangeRate.of("RUB", ROUBLES).per("USD"))
            .withLocalRate(ExchangeRate.of("KGS", SOMS).per("USD"))
            .withPrices(PriceIndex.of("KGS", PRICES, Period.year(2015)))
            .withParity(PurchasingPower.of("KGS", FACTORS));

    private static Series years(String name, String unit, double... values) {
        return Series.of(name, unit, START, values);
    }

    @Test
    void everyViewByHand() {
        assertEquals(years("remittances, KG", "million USD", 2200, 1700, 2000), VIEWS.view(MoneyView.NOMINAL));
        assertEquals(
                years("remittances, KG", "million RUB", 88_000, 102_000, 130_000),
                VIEWS.view(MoneyView.SENDERS_CURRENCY));
        assertEquals(years("remittances, KG", "million KGS", 110_000, 108_800, 140_000), VIEWS.view(MoneyView.LOCAL));
        Series real = VIEWS.view(MoneyView.REAL_LOCAL);
        assertEquals("million 2015 KGS", real.unit());
        assertArrayEquals(new double[] {110_000 / 0.9, 108_800, 140_000 / 1.2}, real.values(), 1e-9);
        assertEquals(
                years("remittances, KG", "million international $", 6875, 6400, 7000), VIEWS.view(MoneyView.PARITY));
        assertEquals(List.of(MoneyView.values()), VIEWS.available());
    }

    @Test
    void thePartsOfAChangeByHand() {
        LogChange sent = VIEWS.changeOfSendersCurrency(Span.years(2014, 2014), Span.years(2015, 2015));
        assertEquals(Math.log(1700.0 / 2200), sent.total(), 1e-14);
        assertEquals(Math.log(102.0 / 88), sent.part("sent, in the sender's currency"), 1e-14);
        assertEquals(-Math.log(60.0 / 40), sent.part("exchange rate"), 1e-14);
        assertEquals(-Math.log(1.5) / Math.log(17.0 / 22), sent.share("exchange rate"), 1e-14);
        assertEquals(17.0 / 22 - 1, sent.relative(), 1e-14);
        assertEquals(
                "remittances, KG as published, million USD, 2015 against 2014: -0.2578 log points = sent, in the sender's currency +0.1476;"
                        + " exchange rate -0.4055",
                sent.toString());
        LogChange real = VIEWS.changeOfRealLocal(Span.years(2014, 2014), Span.years(2016, 2016));
        assertEquals(Math.log(2000.0 / 2200), real.part("as published, million USD"), 1e-14);
        assertEquals(Math.log(70.0 / 50), real.part("exchange rate"), 1e-14);
        assertEquals(-Math.log(120.0 / 90), real.part("prices"), 1e-14);
        assertEquals(
                LogChange.between(VIEWS.view(MoneyView.REAL_LOCAL), real.before(), real.after()), real.total(), 1e-14);
    }

    @Test
    void theRateOfASpanIsWeightedWithTheMoneySentAtIt() {
        LogChange change = VIEWS.changeOfSendersCurrency(Span.years(2014, 2014), Span.years(2015, 2016));
        double weighted = (1700 * 60.0 + 2000 * 65.0) / (1700 + 2000);
        assertEquals(-Math.log(weighted / 40), change.part("exchange rate"), 1e-14);
    }

    @Test
    void kyrgyzstanSentMoreRoublesThoughDollarsFell() throws IOException {
        Series dollars = received("KGZ");
        // The rouble per dollar, means of the years 2012 to 2018, rounded to kopecks.
        Series roubles =
                Series.of("rouble", "RUB per USD", Period.year(2012), 30.84, 31.84, 38.38, 60.94, 67.06, 58.34, 62.67);
        MoneyViews views = MoneyViews.of(MoneySeries.of(dollars.between(Period.year(2012), Period.year(2018))))
                .withSenderRate(ExchangeRate.of("RUB", roubles).per("USD"));
        LogChange union = views.changeOfSendersCurrency(Span.years(2012, 2014), Span.years(2016, 2018));
        assertEquals(0.090, union.total(), 0.0005);
        // Python 3.11 from the same figures: math.log(mean(roubles after) / mean(roubles before)).
        assertEquals(0.7038327086614538, union.part("sent, in the sender's currency"), 1e-10);
        assertEquals(-0.6138734648927486, union.part("exchange rate"), 1e-10);
        LogChange slump = views.changeOfSendersCurrency(Span.years(2013, 2013), Span.years(2015, 2015));
        assertEquals(-0.29992920742448564, slump.total(), 1e-10);
        assertEquals(0.34923720515689516, slump.part("sent, in the sender's currency"), 1e-10);
        assertEquals(2.1643987864863874, slump.share("exchange rate"), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"KGZ,0.090", "TJK,-0.494", "UZB,0.060"})
    void changesOfRemittancesAreThoseOfTheWorkedCase(String country, double change) throws IOException {
        assertEquals(
                change, LogChange.between(received(country), Span.years(2012, 2014), Span.years(2016, 2018)), 0.0005);
    }

    private static Series received(String country) throws IOException {
        Path file = Shared.file("data", "iom_gdidata", "wdi_selected.csv");
        double[] values = Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals(country) && cells[1].equals("remin"))
                .filter(cells -> Integer.parseInt(cells[2]) >= 2012 && Integer.parseInt(cells[2]) <= 2018)
                .flatMapToDouble(cells -> DoubleStream.of(Double.parseDouble(cells[3])))
                .toArray();
        return Series.of("remittances, " + country, "current US$", Period.year(2012), values);
    }

    @Test
    void theScaleOfTheMoneyChangesNoRealChange() {
        MoneyViews ones = MoneyViews.of(MoneySeries.of(DOLLARS).in(Money.Scale.ONE))
                .withLocalRate(ExchangeRate.of("KGS", SOMS).per("USD"))
                .withPrices(PriceIndex.of("KGS", PRICES.map("1991 = 1", p -> p * 7.3), Period.year(2015)));
        assertEquals("2015 KGS", ones.view(MoneyView.REAL_LOCAL).unit());
        assertEquals(
                VIEWS.view(MoneyView.REAL_LOCAL).value(0) * 1e6,
                ones.view(MoneyView.REAL_LOCAL).value(0),
                1e-3);
        Span before = Span.years(2014, 2014);
        Span after = Span.years(2015, 2016);
        assertEquals(
                VIEWS.changeOfRealLocal(before, after).total(),
                ones.changeOfRealLocal(before, after).total(),
                1e-13);
    }

    @Test
    void theBasePeriodChangesTheLevelAndNoChange() {
        MoneySeries soms =
                MoneySeries.of(DOLLARS).converted(ExchangeRate.of("KGS", SOMS).per("USD"));
        Series early = soms.deflated(PriceIndex.of("KGS", PRICES, Period.year(2014)));
        Series late = soms.deflated(PriceIndex.of("KGS", PRICES, Period.year(2016)));
        for (int i = 0; i < early.size(); i++) {
            assertEquals(120.0 / 90, late.value(i) / early.value(i), 1e-14);
        }
    }

    @Test
    void theBaseOfAMonthlyIndexIsTheMeanOfItsYear() {
        double[] months = new double[24];
        for (int i = 0; i < 24; i++) {
            months[i] = 100 + i;
        }
        Series index = Series.of("prices", "index", Period.month(2015, 1), months);
        Series money = Series.of("money", "KGS", Period.month(2016, 1), 105.5);
        assertEquals(
                Series.of("money", "2015 KGS", Period.month(2016, 1), 105.5 / (112 / 105.5)),
                MoneySeries.of(money).deflated(PriceIndex.of("KGS", index, Period.year(2015))));
        Refusal.argument(
                "the base period of an index by year is one or several whole years, got 2015-01",
                () -> PriceIndex.of("KGS", PRICES, Period.month(2015, 1)));
    }

    @Test
    void thereAndBackIsTheSameMoney() {
        ExchangeRate rate = ExchangeRate.of("KGS", SOMS).per("USD");
        Series back = MoneySeries.of(DOLLARS)
                .converted(rate)
                .converted(rate.inverted())
                .series();
        assertArrayEquals(DOLLARS.values(), back.values(), 1e-9);
        assertEquals("USD per KGS", rate.inverted().series().unit());
        assertEquals("exchange rate, USD per KGS", rate.inverted().toString());
    }

    @Test
    void flagsOfEverySeriesTravelAndMissingMoneyStaysMissing() {
        Series money = Series.of(
                "money",
                "USD",
                START,
                new double[] {1, Double.NaN, 3},
                List.of(Set.of(Flag.BREAK), Set.of(Flag.SUPPRESSED), Set.of()));
        Series rate = Series.of(
                "rate",
                "KGS per USD",
                START,
                new double[] {50, Double.NaN, 70},
                List.of(Set.of(Flag.ESTIMATED), Set.of(Flag.NOT_AVAILABLE), Set.of(Flag.PROVISIONAL)));
        Series soms = MoneySeries.of(money)
                .converted(ExchangeRate.of("KGS", rate).per("USD"))
                .series();
        assertThat(soms.values()).containsExactly(50, Double.NaN, 210);
        assertEquals(Set.of(Flag.BREAK, Flag.ESTIMATED), soms.flags(0));
        assertEquals(Set.of(Flag.SUPPRESSED, Flag.NOT_AVAILABLE), soms.flags(1));
        assertEquals(Set.of(Flag.PROVISIONAL), soms.flags(2));
    }

    @Test
    void aViewWithoutItsSeriesSaysWhichItNeeds() {
        MoneyViews bare = MoneyViews.of(MoneySeries.of(DOLLARS));
        assertEquals(List.of(MoneyView.NOMINAL), bare.available());
        Refusal.of(
                DataException.class,
                "E-VIEW-005 remittances, KG in real local currency needs the exchange rate of the local currency per unit of the published one"
                        + " (World Bank PA.NUS.FCRF of the receiver) and the local consumer price index with its base period (FP.CPI.TOTL);"
                        + " hand it in",
                () -> bare.view(MoneyView.REAL_LOCAL));
    }

    @Test
    void aRateOfAnotherFrequencyIsRefusedAndItsMeanIsTaken() {
        double[] quarters = {49, 50, 50, 51, 60, 64, 66, 66, 70, 70, 70, 70};
        Series rate = Series.of("som", "KGS per USD", Period.quarter(2014, 1), quarters);
        MoneySeries money = MoneySeries.of(DOLLARS);
        Refusal.of(
                DataException.class,
                "E-VIEW-001 remittances, KG is by year and its exchange rate, KGS per USD by quarter; lower the one with the shorter periods"
                        + " first (the mean for a rate or an index, the sum for money sent)",
                () -> money.converted(ExchangeRate.of("KGS", rate).per("USD")));
        assertEquals(
                VIEWS.view(MoneyView.LOCAL),
                money.converted(ExchangeRate.of("KGS", rate.lowered(Frequency.ANNUAL, Lowering.MEAN))
                                .per("USD"))
                        .series());
    }

    @Test
    void aRateWithoutAPeriodIsRefused() {
        Series rate = SOMS.between(Period.year(2015), Period.year(2015));
        Refusal.of(
                DataException.class,
                "E-VIEW-002 remittances, KG has a figure in 2014, 2016, where its exchange rate, KGS per USD has none; find it, or cut the"
                        + " money with between",
                () -> MoneySeries.of(DOLLARS)
                        .converted(ExchangeRate.of("KGS", rate).per("USD")));
    }

    @Test
    void aRateIsAboveZero() {
        Series rate = years("som", "KGS per USD", 50, 0, 70);
        Refusal.of(
                DataException.class,
                "E-VIEW-003 the exchange rate, KGS per USD (som) is 0.0 in 2015; it must be above 0",
                () -> MoneySeries.of(DOLLARS)
                        .converted(ExchangeRate.of("KGS", rate).per("USD")));
        Refusal.of(
                DataException.class,
                "E-VIEW-003 the exchange rate, KGS per USD (som) is 0.0 in 2015; it must be above 0",
                () -> ExchangeRate.of("KGS", rate).per("USD").inverted());
        Refusal.of(
                DataException.class,
                "E-VIEW-003 the price index, KGS, base 2014 (cpi) is -1.0 in 2015; it must be above 0",
                () -> PriceIndex.of("KGS", years("cpi", "index", 1, -1, 1), START));
    }

    @Test
    void aRateInTheWrongDirectionIsRefused() {
        Refusal.of(
                DataException.class,
                "E-VIEW-004 remittances, KG is in million USD and the exchange rate, USD per KGS prices KGS; one of USD is needed: convert the"
                        + " money first, or invert the rate",
                () -> MoneySeries.of(DOLLARS)
                        .converted(ExchangeRate.of("KGS", SOMS).per("USD").inverted()));
        Refusal.of(
                InputException.class,
                "E-RATE-002 som is in 'USD per KGS' and was declared as units of KGS per USD; declare the direction as published, and call"
                        + " inverted where the other is needed",
                () -> ExchangeRate.of("KGS", SOMS.map("USD per KGS", r -> 1 / r))
                        .per("USD"));
        Refusal.of(
                InputException.class,
                "E-RATE-001 som is given as the rate of KGS per KGS; an exchange rate is between two currencies",
                () -> ExchangeRate.of("KGS", SOMS).per("KGS"));
    }

    @Test
    void pricesAndParityAreThoseOfTheCurrencyOfTheMoney() {
        MoneySeries dollars = MoneySeries.of(DOLLARS);
        Refusal.of(
                DataException.class,
                "E-VIEW-004 remittances, KG is in million USD and the price index, KGS, base 2014 is of KGS; one of USD is needed: convert the"
                        + " money first, or invert the rate",
                () -> dollars.deflated(PriceIndex.of("KGS", PRICES, START)));
        Refusal.of(
                DataException.class,
                "E-VIEW-004 remittances, KG is in million USD and the purchasing power parity, KGS per international dollar is of KGS; one of"
                        + " USD is needed: convert the money first, or invert the rate",
                () -> dollars.atParity(PurchasingPower.of("KGS", FACTORS)));
    }

    @Test
    void aBasePeriodThatTheIndexLacksIsRefused() {
        Refusal.of(
                DataException.class,
                "E-VIEW-006 prices, KG has no figure in 2010, which the base period 2010 needs; take a base period that the index has in full"
                        + " (it runs from 2014 to 2016)",
                () -> PriceIndex.of("KGS", PRICES, Period.year(2010)));
    }

    @Test
    void aUnitThatNamesNoMoneyOfTheTimeIsRefused() {
        Refusal.of(
                InputException.class,
                "E-VIEW-007 gdp is in 'constant 2015 US$', which names no money of the time; say which it is, such as million USD, with new"
                        + " MoneySeries(series, Money.of(\"USD\").in(Money.Scale.MILLION))",
                () -> MoneySeries.of(years("gdp", "constant 2015 US$", 1)));
    }

    @Test
    void aChangeNeedsAllItsPeriodsAndMoney() {
        Series gap = years("money", "USD", 1, Double.NaN, 3);
        Refusal.of(
                DataException.class,
                "E-CHANGE-001 money has no figure in 2015; the mean over 2015 to 2016 needs one in every period",
                () -> LogChange.between(gap, Span.years(2014, 2014), Span.years(2015, 2016)));
        Refusal.of(
                DataException.class,
                "E-CHANGE-002 money has the mean 0.0 over 2014; a logarithm needs one above 0",
                () -> LogChange.between(years("money", "USD", 0, 1), Span.years(2014, 2014), Span.years(2015, 2015)));
        LogChange still = VIEWS.changeOfRealLocal(Span.years(2014, 2014), Span.years(2014, 2014));
        Refusal.of(
                DataException.class,
                "E-CHANGE-003 remittances, KG in real local currency, million 2015 KGS did not change from 2014 to 2014, so no part has a share"
                        + " in the change; compare the parts themselves",
                () -> still.share("prices"));
        Refusal.argument(
                "a part is one of as published, million USD, exchange rate, prices, got wages",
                () -> still.part("wages"));
        Refusal.argument("a span ends in or after its first period, got 2015 to 2014", () -> Span.years(2015, 2014));
        Refusal.argument(
                "the span of a series by year is of such periods, got 2015-01",
                () -> LogChange.between(
                        DOLLARS, new Span(Period.month(2015, 1), Period.month(2015, 1)), Span.years(2015, 2015)));
    }

    @Test
    void viewsSurviveSerializationAndSayWhatTheyAre() throws Exception {
        assertEquals(VIEWS, Serialized.copy(VIEWS));
        assertThat(VIEWS)
                .hasToString(
                        "remittances, KG [million USD], 3 years, 2014 to 2016, mean 1966.67, 1700.00 to 2200.00; can be seen as published, in the"
                                + " sender's currency, in local currency, in real local currency, in international dollars");
    }
}
