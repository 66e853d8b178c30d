package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Series;
import org.migrationimpact.forecast.StructuralFit;

/**
 * A structural forecast with what lies behind its impact, for those who want to see it: charts of the cumulative effect, of the components
 * and of the innovations are made from it.
 *
 * @param impact the result
 * @param cumulative observed and expected, summed from the first treated period on, over the periods with an observation; its band is that
 *     of the sum
 * @param components level, slope, season, cycle, regression as far as they are there, given the periods before, and run on to the last
 *     treated period; on the scale of the design, in its unit
 * @param innovations standardised errors of predicting each period before from those before it
 */
public record ForecastDetail(
        Impact impact, EffectPath cumulative, List<StructuralFit.Smooth> components, Series innovations)
        implements Serializable {

    public ForecastDetail {
        components = List.copyOf(components);
    }

    /** The summary of the impact. */
    @Override
    public String toString() {
        return impact.summary();
    }
}
