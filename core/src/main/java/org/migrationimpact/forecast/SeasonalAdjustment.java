package org.migrationimpact.forecast;

import java.io.Serializable;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * What is left of a series without its season, and what the season is.
 *
 * <p>An adjustment looks at the periods on both sides of each period. Across the date of a measure it therefore takes part of the effect
 * for season or trend, and spreads the rest over the months around: {@link Decomposition#warningsAt} says so. To estimate an effect, model
 * the season in the design, or adjust with what was known before the measure, {@link #fitBefore}.
 */
public sealed interface SeasonalAdjustment extends Serializable permits Stl, X13, TramoSeats {

    /**
     * The components of this series.
     *
     * @throws org.migrationimpact.data.InputException where its frequency has no season that the method knows
     * @throws org.migrationimpact.data.DataException where it is too short, or has gaps that the method cannot bridge
     */
    Decomposition fit(Series series);

    /**
     * The components of the periods before {@code start} alone, with the season of their last year carried on over the later ones; from
     * {@code start} on there is no trend and no irregular, and the adjusted series is the observed one without that season.
     */
    default Decomposition fitBefore(Series series, Period start) {
        Decomposition before = fit(series.between(series.start(), start.plus(-1)));
        return before.carriedOn(series, start);
    }
}
