package org.migrationimpact.assess;

import java.util.Optional;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Method;

/** A design tried where it may not be possible: at a placebo date, in a shorter window, on another series. */
final class Trial {

    private Trial() {}

    /** The result, or empty where the data cannot answer; a check counts those that could and says so. */
    static Optional<Impact> of(Method method, Series series) {
        try {
            return Optional.of(method.fit(series));
        } catch (DataException | EstimationException cannot) {
            return Optional.empty();
        }
    }
}
