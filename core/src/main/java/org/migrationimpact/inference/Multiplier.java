package org.migrationimpact.inference;

/** What the residuals of a cluster are multiplied with in a draw of the wild bootstrap: mean 0, variance 1. */
public enum Multiplier {
    /** −1 or 1. All 2^G choices can be gone through where clusters are few. */
    RADEMACHER,
    /**
     * ±√½, ±1, ±√(3/2): six points, for fewer than 12 clusters. Source: Webb (2023), doi:10.1111/caje.12661.
     */
    WEBB,
    /** Two points whose third moment is 1 as well. Source: Mammen (1993), doi:10.1214/aos/1176349025. */
    MAMMEN;

    private static final double ROOT_5 = Math.sqrt(5);
    private static final double LOW_SHARE = (ROOT_5 + 1) / (2 * ROOT_5);

    /** The value for 64 random bits. */
    double of(long bits) {
        double uniform = (bits >>> 11) * 0x1p-53;
        return switch (this) {
            case RADEMACHER -> bits < 0 ? -1 : 1;
            case WEBB -> webb((int) (uniform * 6));
            case MAMMEN -> uniform < LOW_SHARE ? (1 - ROOT_5) / 2 : (1 + ROOT_5) / 2;
        };
    }

    private static double webb(int point) {
        double size = Math.sqrt((point % 3 + 1) / 2.0);
        return point < 3 ? -size : size;
    }
}
