package org.migrationimpact.forecast;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * The order of a seasonal ARIMA model, (p, d, q)(P, D, Q): autoregressive terms, differences and moving-average terms from period to period,
 * and the same from season to season. The length of a season comes from the frequency of the series.
 *
 * @param p autoregressive terms, 0 to {@value #MOST_TERMS}
 * @param d differences, 0 to {@value #MOST_DIFFERENCES}
 * @param q moving-average terms, 0 to {@value #MOST_TERMS}
 * @param seasonalP autoregressive terms at the season, 0 to {@value #MOST_TERMS}
 * @param seasonalD differences over a season, 0 to {@value #MOST_DIFFERENCES}
 * @param seasonalQ moving-average terms at the season, 0 to {@value #MOST_TERMS}
 */
public record ArimaOrder(int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ) implements Serializable {

    static final int MOST_TERMS = 5;
    static final int MOST_DIFFERENCES = 2;

    public ArimaOrder {
        if (IntStream.of(p, q, seasonalP, seasonalQ).anyMatch(terms -> terms < 0 || terms > MOST_TERMS)
                || IntStream.of(d, seasonalD).anyMatch(times -> times < 0 || times > MOST_DIFFERENCES)) {
            throw new IllegalArgumentException("an order has 0 to " + MOST_TERMS + " terms and 0 to " + MOST_DIFFERENCES
                    + " differences, got " + text(p, d, q) + text(seasonalP, seasonalD, seasonalQ));
        }
    }

    /** Without a seasonal part. */
    public static ArimaOrder of(int p, int d, int q) {
        return new ArimaOrder(p, d, q, 0, 0, 0);
    }

    /** The airline model, (0, 1, 1)(0, 1, 1). */
    public static ArimaOrder airline() {
        return new ArimaOrder(0, 1, 1, 0, 1, 1);
    }

    /** The same with this seasonal part. */
    public ArimaOrder seasonal(int terms, int differences, int movingAverages) {
        return new ArimaOrder(p, d, q, terms, differences, movingAverages);
    }

    /** Whether there is a seasonal part. */
    public boolean isSeasonal() {
        return seasonalP + seasonalD + seasonalQ > 0;
    }

    /** The number of autoregressive and moving-average coefficients. */
    public int coefficients() {
        return p + q + seasonalP + seasonalQ;
    }

    /** How many periods at the beginning the differences cost, with seasons of this length. */
    int lost(int season) {
        return d + seasonalD * season;
    }

    private static String text(int p, int d, int q) {
        return "(" + p + ", " + d + ", " + q + ")";
    }

    /** {@code (0, 1, 1)(0, 1, 1)}, or {@code (1, 0, 0)} without a seasonal part. */
    @Override
    public String toString() {
        return text(p, d, q) + (isSeasonal() ? text(seasonalP, seasonalD, seasonalQ) : "");
    }
}
