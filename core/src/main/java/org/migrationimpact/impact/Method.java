package org.migrationimpact.impact;

import java.io.Serializable;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Window;

/** A design that can answer for one series, and for another date or window on the same terms: what a placebo test needs. */
public interface Method extends Serializable {

    /** The design's name in a study file. */
    String design();

    /**
     * What changed in this series.
     *
     * @throws org.migrationimpact.data.DataException where the series cannot answer; the message says what is needed
     * @throws org.migrationimpact.data.EstimationException where the numbers fail
     */
    Impact fit(Series series);

    /** The first treated period, in the frequency of this series. */
    Period start(Series series);

    /** The same design with treatment beginning elsewhere. */
    Method startingAt(Period start);

    /** The same design in another window. */
    Method within(Window window);

    /** The same design without what only describes the data and leaves the effect and its error as they are: for those who repeat it. */
    default Method bare() {
        return this;
    }

    /** The plain comparison of before and after over the same periods, to set beside this design. */
    BeforeAfter plain();
}
