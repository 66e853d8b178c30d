package org.migrationimpact.impact;

import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Term;

/** What a segmented regression is fitted to: values on the scale of the design, periods, terms, and the exposure of counts. */
@SuppressWarnings("ArrayRecordComponent") // package-private, compared by nobody
record SegmentData(double[] response, List<Period> periods, List<Term> terms, double[] exposure, Period start) {

    Design design() {
        return Design.of(periods, terms);
    }
}
