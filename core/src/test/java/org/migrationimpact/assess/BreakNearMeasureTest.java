package org.migrationimpact.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.impact.Status;

class BreakNearMeasureTest {

    private static final Period START = Period.month(2010, 1);

    private static Series stepAt(int from, double by) {
        Random random = new Random(7);
        double[] values = new double[84];
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 + random.nextGaussian() + 5 * Math.sin(2 * Math.PI * t / 12) + (t >= from ? by : 0);
        }
        return Series.of("arrivals", "persons", START, values);
    }

    private static CheckResult check(Series series, int measure) {
        return new BreakNearMeasure().check(InterruptedTimeSeries.at(START.plus(measure)), series);
    }

    @Test
    void aBreakAtTheMeasurePasses() {
        CheckResult result = check(stepAt(40, 6), 40);
        assertEquals(Status.PASSED, result.status());
        assertEquals(
                "without being told a date, the mean of arrivals breaks between 2013-04 and 2013-05 (95 % interval of the last period before it: 2013-03 to 2013-05); the measure is there",
                result.reason());
    }

    @Test
    void aBreakElsewhereFails() {
        CheckResult result = check(stepAt(24, 6), 55);
        assertEquals(Status.FAILED, result.status());
        assertEquals(1, result.deduction());
        assertEquals(
                "without being told a date, the mean of arrivals breaks between 2011-12 and 2012-01 (95 % interval of the last period before it: 2011-11 to 2012-01); the measure, 2014-08, is not",
                result.reason());
    }

    @Test
    void noBreakSaysLittle() {
        CheckResult result = check(stepAt(40, 0), 40);
        assertEquals(Status.NOT_APPLICABLE, result.status());
        assertEquals(
                "no break of the mean of arrivals is found without being told a date, which says little about changes smaller than its scatter",
                result.reason());
    }

    @Test
    void aMeasureNearAnEndIsNotSearched() {
        assertEquals(
                "the measure lies nearer to an end of the series than the 12 periods that a regime must have",
                check(stepAt(40, 6), 76).reason());
    }
}
