package org.migrationimpact.forecast;

import java.io.Serializable;
import org.migrationimpact.data.Series;

/** x */
public sealed interface SeasonalAdjustment extends Serializable permits Stl {
    /** x */
    Decomposition fit(Series series);
}
