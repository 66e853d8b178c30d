package org.migrationimpact.model;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.Period;

/** One idea of a design, in one column or several: a trend, a change of level, the seasons. */
public sealed interface Term extends Serializable
        permits Intercept,
                Trend,
                LevelShift,
                SlopeChange,
                TemporarySlope,
                TemporaryChange,
                SeasonalDummies,
                SeasonalWaves,
                Pulse,
                Covariate {

    /** The names of its columns, in order. */
    List<String> names();

    /** Its values in one period, one a column; finite, except a covariate's where it is missing. */
    double[] at(Period period);
}
