package org.migrationimpact.assess;

import java.util.Arrays;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.Method;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Window;

/** A series that ends before its measure begins, run on for so many periods: what a design would show there. */
record Future(Method method, Series before, Period start, NullModel model, DrawnTests tests) {

    /** A mean nearer to 0 than this share of the spread has no percentages. */
    private static final double NEAR_ZERO = 0.1;

    /** The smallest effect with so many periods from the start on. */
    Detectable with(int periods) {
        Period last = start.plus(periods - 1L);
        double[] expected = model.expected(before.start(), last);
        int treatedFrom = expected.length - periods;
        for (int i = 0; i < Math.min(before.size(), treatedFrom); i++) {
            expected[i] = Double.isNaN(before.value(i)) ? Double.NaN : expected[i];
        }
        Method design = method.within(Window.between(before.start(), last));
        DrawnTests.Smallest found = tests.of(design, model, before.start(), expected, treatedFrom);
        return new Detectable(
                periods, found.effect(), found.error(), percent(found.effect(), expected, treatedFrom), found.size());
    }

    private double percent(double effect, double[] expected, int from) {
        if (model.scale() == Scale.LOG) {
            return 100 * Math.expm1(effect);
        }
        double mean = Arrays.stream(expected, from, expected.length).average().orElseThrow();
        double[] known =
                Arrays.stream(before.values()).filter(v -> !Double.isNaN(v)).toArray();
        double centre = Arrays.stream(known).average().orElseThrow();
        double spread = Math.sqrt(Arrays.stream(known)
                .map(v -> (v - centre) * (v - centre))
                .average()
                .orElseThrow());
        return Math.abs(mean) <= NEAR_ZERO * spread ? Double.NaN : 100 * effect / Math.abs(mean);
    }
}
