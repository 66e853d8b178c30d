package org.migrationimpact.indicator;

/**
 * Ways to look at money sent home. They answer different questions: dollars tell what a balance of payments shows, the sender's currency
 * what migrants decided, real local money what families can buy. See {@link MoneyViews}.
 */
public enum MoneyView {
    /** As published: {@code R}. */
    NOMINAL("as published", "nothing else"),
    /** In the currency in which senders earn: {@code R × rate of the sender's currency}. */
    SENDERS_CURRENCY(
            "in the sender's currency",
            "the exchange rate of the sender's currency per unit of the published one (World Bank PA.NUS.FCRF of the sender)"),
    /** In the currency of the receiving country, at prices of the time: {@code R × rate}. */
    LOCAL(
            "in local currency",
            "the exchange rate of the local currency per unit of the published one (World Bank PA.NUS.FCRF of the receiver)"),
    /** In the currency of the receiving country, at prices of a base period: {@code R × rate / (CPI / CPI of the base)}. */
    REAL_LOCAL(
            "in real local currency",
            "the exchange rate of the local currency per unit of the published one (World Bank PA.NUS.FCRF of the receiver)"
                    + " and the local consumer price index with its base period (FP.CPI.TOTL)"),
    /** In international dollars: {@code R × rate / purchasing power parity}. */
    PARITY(
            "in international dollars",
            "the exchange rate of the local currency per unit of the published one (World Bank PA.NUS.FCRF of the receiver)"
                    + " and the conversion factor of purchasing power parity (PA.NUS.PPP)");

    private final String words;
    private final String needs;

    MoneyView(String words, String needs) {
        this.words = words;
        this.needs = needs;
    }

    /** The series that this view needs beside the money, with the World Bank's codes. */
    public String needs() {
        return needs;
    }

    /** The view in plain words: {@code in real local currency}. */
    @Override
    public String toString() {
        return words;
    }
}
