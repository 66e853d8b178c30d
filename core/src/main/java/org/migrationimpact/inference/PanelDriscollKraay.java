package org.migrationimpact.inference;

import java.util.List;
import org.migrationimpact.covariance.Lags;

/**
 * Robust to errors that depend on each other between all units in the same or a near period, and over time within and between units: the
 * scores of all units are added up by period, and Bartlett's kernel is applied to the sums, lags being those of the calendar.
 *
 * <p>Default: lags by the rule of thumb, the factor T/(T−1) · (N−1)/(N−K), Student's t with T−1 degrees of freedom. It needs many periods:
 * where there are few, the errors are too small. Other software: R's fixest ({@code DK(L)}) has this factor, plm's {@code vcovSCC} none.
 *
 * <p>Source: Driscoll and Kraay (1998), doi:10.1162/003465398557825.
 *
 * @param lags how many lags, T being the number of periods of the panel
 * @param factor the small-sample factor
 */
public record PanelDriscollKraay(Lags lags, PeriodFactor factor) implements PanelCovariance {

    /** So many lags. */
    public static PanelDriscollKraay lags(int lags) {
        return new PanelDriscollKraay(Lags.fixed(lags), PeriodFactor.PERIODS_AND_COEFFICIENTS);
    }

    /** Lags by the rule of thumb ⌊4 (T/100)^(2/9)⌋. */
    public static PanelDriscollKraay automatic() {
        return new PanelDriscollKraay(Lags.automatic(), PeriodFactor.PERIODS_AND_COEFFICIENTS);
    }

    /** The same without a factor. */
    public PanelDriscollKraay withoutFactor() {
        return new PanelDriscollKraay(lags, PeriodFactor.NONE);
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
        return assembly.sandwich(describe(), sums.together().bartlett(number), sums.periods() - 1);
    }

    /** The same lags with the factor of that software. */
    @Override
    public PanelDriscollKraay like(PanelPreset preset) {
        return new PanelDriscollKraay(lags, PeriodFactor.like(preset));
    }

    @Override
    public String describe() {
        return "Driscoll–Kraay, Bartlett, " + lags;
    }
}
