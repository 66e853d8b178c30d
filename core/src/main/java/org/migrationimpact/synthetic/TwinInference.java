package org.migrationimpact.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.migrationimpact.covariance.Conformal;
import org.migrationimpact.covariance.Interval;

/** Conformal tests and intervals of the mean effect and of the effect of each period. */
final class TwinInference {

    private final TwinData data;
    private final Refit whole;
    private final TwinOptions options;

    TwinInference(TwinData data, Refit whole, TwinOptions options) {
        this.data = data;
        this.whole = whole;
        this.options = options;
    }

    private List<Double> levels() {
        return List.copyOf(new TreeSet<>(List.of(0.8, 0.9, 0.95, 0.99, options.confidence())));
    }

    /** Of an effect that is the same in all treated periods. */
    Conformal ofMean() {
        int[] rows = IntStream.range(data.from(), data.periods()).toArray();
        return conformal(rows, data.periods() - data.split(), whole.effect());
    }

    /** Of each treated period, from the matched periods and that one alone. */
    List<Conformal> ofPeriods() {
        return IntStream.range(data.split(), data.periods())
                .parallel()
                .mapToObj(t -> conformal(
                        IntStream.concat(IntStream.range(data.from(), data.split()), IntStream.of(t))
                                .toArray(),
                        1,
                        whole.gaps()[t]))
                .toList();
    }

    private Conformal conformal(int[] rows, int after, double estimate) {
        NullEffect test = test(rows, after);
        double scale = Math.max(Math.abs(estimate), whole.rmspeBefore());
        if (scale == 0) {
            return new Conformal(1, test.resolution(), List.of());
        }
        List<Interval> intervals =
                new ConformalSearch(test::pValue, test.resolution(), estimate, scale).intervals(levels());
        return new Conformal(test.pValue(0), test.resolution(), intervals);
    }

    private NullEffect test(int[] rows, int after) {
        if (!options.predictors().isEmpty()) {
            double[] gaps = whole.gaps();
            return NullEffect.held(IntStream.of(rows).mapToDouble(t -> gaps[t]).toArray(), after);
        }
        double[][] units = Arrays.stream(data.values())
                .map(unit -> IntStream.of(rows).mapToDouble(t -> unit[t]).toArray())
                .toArray(double[][]::new);
        int[] all = data.baseline().groups(data.first(), data.periods());
        return NullEffect.refitted(units, IntStream.of(rows).map(t -> all[t]).toArray(), after);
    }
}
