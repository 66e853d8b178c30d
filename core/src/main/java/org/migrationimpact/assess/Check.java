package org.migrationimpact.assess;

import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Method;

/**
 * One way in which a result may be wrong, looked for in the data. A check answers for any design on any series, and ends passed, failed or
 * not applicable, with its reason.
 */
public interface Check {

    /** What this check finds for this design on this series. */
    CheckResult check(Method method, Series series);
}
