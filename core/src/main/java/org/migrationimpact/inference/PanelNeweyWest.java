package org.migrationimpact.inference;

import java.util.List;
import org.migrationimpact.covariance.Lags;

/**
 * Robust to errors that depend on each other over time within a unit, up to L lags of the calendar, units being independent: Newey and
 * West's kernel for every unit by itself, added up.
 *
 * <p>Default: lags by the rule of thumb, the factor T/(T−1) · (N−1)/(N−K), Student's t with T−1 degrees of freedom. A unit that misses a
 * period has no neighbours across the gap. Other software: R's fixest ({@code NW(L)}) has this factor, plm's {@code vcovNW} none.
 *
 * <p>Source: Newey and West (1987), doi:10.2307/1913610.
 *
 * @param lags how many lags, T being the number of periods of the panel
 * @param factor the small-sample factor
 */
public record PanelNeweyWest(Lags lags, PeriodFactor factor) implements PanelCovariance {

    /** So many lags. */
    public static PanelNeweyWest lags(int lags) {
        return new PanelNeweyWest(Lags.fixed(lags), PeriodFactor.PERIODS_AND_COEFFICIENTS);
    }

    /** Lags by the rule of thumb ⌊4 (T/100)^(2/9)⌋. */
    public static PanelNeweyWest automatic() {
        return new PanelNeweyWest(Lags.automatic(), PeriodFactor.PERIODS_AND_COEFFICIENTS);
    }

    /** The same without a factor. */
    public PanelNeweyWest withoutFactor() {
        return new PanelNeweyWest(lags, PeriodFactor.NONE);
    }

    @Override
    public PanelErrors of(PanelScores scores) {
        PeriodSums sums = PeriodSums.of(scores);
        int number = sums.lags(lags);
        int k = EffectCount.ALL.coefficients(scores, List.of());
        Assembly assembly = Assembly.of(scores)
                .count("T", sums.periods(), "periods")
                .count("L", number, "lags of the calendar with Bartlett's weights 1 - l/(L+1)" + lags.origin())
                .warn(sums.warnings(number));
        factor.tell(assembly, k, EffectCount.ALL.meaning(scores), sums.periods());
        return assembly.sandwich(describe(), meat(scores, sums, number), sums.periods() - 1);
    }

    private static double[][] meat(PanelScores scores, PeriodSums sums, int number) {
        UnitRows units = UnitRows.of(scores.calendar());
        double[][] meat = new double[scores.slopes()][scores.slopes()];
        for (int u = 0; u < units.units(); u++) {
            PeriodSums.add(meat, sums.of(units, u).bartlett(number));
        }
        return meat;
    }

    /** The same lags with the factor of that software. */
    @Override
    public PanelNeweyWest like(PanelPreset preset) {
        return new PanelNeweyWest(lags, PeriodFactor.like(preset));
    }

    @Override
    public String describe() {
        return "Newey–West of a panel, Bartlett, " + lags;
    }
}
