package org.migrationimpact.impact;

import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * Published figures for the tests. Source: Frontex, monthly detections of illegal border-crossing, Circular Route from Albania to Greece,
 * 2009-01 to 2012-12, vintage 2025.
 */
public final class Figures {

    private static final double[] ALBANIANS = {
        1354, 1704, 2164, 3978, 5313, 3454, 3432, 3027, 5374, 4510, 2655, 1052, 1526, 1252, 2596, 4696, 4255, 3007,
        2511, 2451, 4042, 3705, 1772, 638, 410, 307, 284, 331, 364, 434, 452, 450, 459, 575, 534, 422, 352, 303, 511,
        558, 670, 501, 611, 226, 359, 458, 509, 340
    };

    private static final double[] OTHERS = {
        167, 180, 204, 229, 199, 247, 158, 218, 161, 184, 206, 80, 455, 232, 158, 107, 188, 249, 161, 204, 291, 229,
        295, 277, 5, 23, 8, 16, 1, 24, 47, 6, 16, 13, 66, 22, 12, 5, 8, 5, 7, 10, 1, 3, 3, 23, 17, 10
    };

    private Figures() {}

    /** Detections of Albanians by month. */
    public static Series albanians() {
        return Series.of("Albanians", "detections", Period.month(2009, 1), ALBANIANS);
    }

    /** Detections of all other nationalities by month. */
    public static Series others() {
        return Series.of("others", "detections", Period.month(2009, 1), OTHERS);
    }
}
