package org.migrationimpact.indicator;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Series;

/**
 * One series of money seen in several ways, and how much of its change is the exchange rate alone. In 2014 to 2016 the rouble lost half of
 * its value, and remittances from Russia fell with it when counted in dollars, with no measure involved; in roubles most did not.
 *
 * <pre>{@code
 * MoneyViews views = MoneyViews.of(MoneySeries.of(remittances))          // current US$
 *         .withSenderRate(ExchangeRate.of("RUB", roubles).per("USD"))
 *         .withLocalRate(ExchangeRate.of("KGS", soms).per("USD"))
 *         .withPrices(PriceIndex.of("KGS", prices, Period.year(2015)));
 * Series real = views.view(MoneyView.REAL_LOCAL);                          // 2015 KGS
 * LogChange change = views.changeOfSendersCurrency(Span.years(2012, 2014), Span.years(2016, 2018));
 * }</pre>
 *
 * <p>The sender's currency is one currency: where money comes from several countries, take each corridor for itself, or say that the
 * main sender stands for all.
 */
public final class MoneyViews implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final MoneySeries nominal;
    private final @Nullable ExchangeRate senderRate;
    private final @Nullable ExchangeRate localRate;
    private final @Nullable PriceIndex prices;
    private final @Nullable PurchasingPower parity;

    private MoneyViews(
            MoneySeries nominal,
            @Nullable ExchangeRate senderRate,
            @Nullable ExchangeRate localRate,
            @Nullable PriceIndex prices,
            @Nullable PurchasingPower parity) {
        this.nominal = nominal;
        this.senderRate = senderRate;
        this.localRate = localRate;
        this.prices = prices;
        this.parity = parity;
    }

    /** Views of this money, for which only {@link MoneyView#NOMINAL} is there yet. */
    public static MoneyViews of(MoneySeries nominal) {
        return new MoneyViews(nominal, null, null, null, null);
    }

    /** The same with the rate of the currency in which senders earn, in its units per unit of the published currency. */
    public MoneyViews withSenderRate(ExchangeRate rate) {
        return new MoneyViews(nominal, rate, localRate, prices, parity);
    }

    /** The same with the rate of the receiving country's currency, in its units per unit of the published currency. */
    public MoneyViews withLocalRate(ExchangeRate rate) {
        return new MoneyViews(nominal, senderRate, rate, prices, parity);
    }

    /** The same with the prices of the receiving country. */
    public MoneyViews withPrices(PriceIndex index) {
        return new MoneyViews(nominal, senderRate, localRate, index, parity);
    }

    /** The same with the purchasing power parity of the receiving country. */
    public MoneyViews withParity(PurchasingPower factor) {
        return new MoneyViews(nominal, senderRate, localRate, prices, factor);
    }

    /** The views whose series were handed in, in the order of {@link MoneyView}. */
    public List<MoneyView> available() {
        return Arrays.stream(MoneyView.values()).filter(this::has).toList();
    }

    private boolean has(MoneyView view) {
        boolean local = localRate != null;
        return switch (view) {
            case NOMINAL -> true;
            case SENDERS_CURRENCY -> senderRate != null;
            case LOCAL -> local;
            case REAL_LOCAL -> local && prices != null;
            case PARITY -> local && parity != null;
        };
    }

    /**
     * The money seen in one way, in a unit that says which.
     *
     * @throws DataException E-VIEW-005 where a series that the view needs was not handed in; else as {@link MoneySeries} does
     */
    public Series view(MoneyView view) {
        return switch (view) {
            case NOMINAL -> nominal.series();
            case SENDERS_CURRENCY -> nominal.converted(need(senderRate, view)).series();
            case LOCAL -> local(view).series();
            case REAL_LOCAL -> local(view).deflated(need(prices, view));
            case PARITY -> local(view).atParity(need(parity, view));
        };
    }

    private MoneySeries local(MoneyView view) {
        return nominal.converted(need(localRate, view));
    }

    private <T> T need(@Nullable T given, MoneyView view) {
        return Optional.ofNullable(given)
                .orElseThrow(() -> new DataException(
                        "E-VIEW-005",
                        nominal.series().name() + " " + view + " needs " + view.needs() + "; hand it in"));
    }

    /**
     * What the published change consists of: {@code Δln R = Δln(R in the sender's currency) − Δln(rate)}. The part of the rate is what the
     * published figure would have changed by had senders sent the same in their own currency.
     *
     * @throws DataException as {@link #view} and {@link LogChange} do
     */
    public LogChange changeOfSendersCurrency(Span before, Span after) {
        double total = LogChange.between(view(MoneyView.NOMINAL), before, after);
        double sent = LogChange.between(view(MoneyView.SENDERS_CURRENCY), before, after);
        return new LogChange(
                nominal.series().name() + " " + MoneyView.NOMINAL + ", " + nominal.money(),
                before,
                after,
                List.of(
                        new LogChange.Part("sent, " + MoneyView.SENDERS_CURRENCY, sent),
                        new LogChange.Part("exchange rate", total - sent)));
    }

    /**
     * What the real change in the receiving country consists of: {@code Δln(real) = Δln R + Δln(rate) − Δln(prices)}.
     *
     * @throws DataException as {@link #view} and {@link LogChange} do
     */
    public LogChange changeOfRealLocal(Span before, Span after) {
        double published = LogChange.between(view(MoneyView.NOMINAL), before, after);
        double local = LogChange.between(view(MoneyView.LOCAL), before, after);
        Series real = view(MoneyView.REAL_LOCAL);
        return new LogChange(
                nominal.series().name() + " " + MoneyView.REAL_LOCAL + ", " + real.unit(),
                before,
                after,
                List.of(
                        new LogChange.Part(MoneyView.NOMINAL + ", " + nominal.money(), published),
                        new LogChange.Part("exchange rate", local - published),
                        new LogChange.Part("prices", LogChange.between(real, before, after) - local)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MoneyViews that
                && nominal.equals(that.nominal)
                && Objects.equals(senderRate, that.senderRate)
                && Objects.equals(localRate, that.localRate)
                && Objects.equals(prices, that.prices)
                && Objects.equals(parity, that.parity);
    }

    @Override
    public int hashCode() {
        return Objects.hash(nominal, senderRate, localRate, prices, parity);
    }

    /** The money, and which views it can be seen in. */
    @Override
    public String toString() {
        return nominal + "; can be seen "
                + String.join(
                        ", ", available().stream().map(MoneyView::toString).toList());
    }
}
