package org.migrationimpact.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Term;
import org.migrationimpact.model.Trend;

/** What a series does without any measure: level, trend and season of the periods before it, carried on, and deviations as they had. */
final class NullModel {

    private static final int FEWEST_FREE = 6;

    private final Series before;
    private final Scale scale;
    private final List<Term> terms;
    private final NullFit fit;

    private NullModel(Series before, Scale scale, List<Term> terms, NullFit fit) {
        this.before = before;
        this.scale = scale;
        this.terms = terms;
        this.fit = fit;
    }

    /**
     * The model of these periods, none of them treated.
     *
     * @throws DataException E-CALIBRATION-002 where they are too few, E-CALIBRATION-003 where they have no logarithm
     */
    static NullModel of(Series before, Scale scale, Noise noise) {
        Scale fitted = scale == Scale.LOG ? Scale.LOG : Scale.LEVEL;
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!Double.isNaN(before.value(i))) {
                periods.add(before.period(i));
            }
        }
        if (periods.isEmpty()) {
            throw tooFew(before, 0, 1);
        }
        List<Term> terms = new ArrayList<>(List.of(new Intercept(), new Trend(before.start())));
        terms.addAll(Season.BY_FREQUENCY.terms(periods));
        int columns = terms.stream().mapToInt(term -> term.names().size()).sum();
        if (periods.size() < columns + FEWEST_FREE) {
            throw tooFew(before, periods.size(), columns + FEWEST_FREE);
        }
        double[] values = periods.stream()
                .mapToDouble(period -> fitted.apply(requireLogarithm(before, period, fitted)))
                .toArray();
        return new NullModel(before, fitted, terms, noise.fit(values, periods, terms));
    }

    private static DataException tooFew(Series before, int found, int needed) {
        return new DataException(
                "E-CALIBRATION-002",
                before.name() + " has " + found + " values before the measure, to " + before.end()
                        + "; a model of them to draw" + " from needs " + needed);
    }

    private static double requireLogarithm(Series before, Period period, Scale scale) {
        double value = before.at(period);
        if (scale == Scale.LOG && value <= 0) {
            throw new DataException(
                    "E-CALIBRATION-003",
                    before.name() + " is " + value + " in " + period
                            + "; series like it cannot be drawn on a log scale, which needs values above 0");
        }
        return value;
    }

    /** Which deviations are drawn. */
    String words() {
        return fit.words();
    }

    /** The scale on which it is fitted: levels, or logarithms. */
    Scale scale() {
        return scale;
    }

    /** What is expected in a period, on the scale of the model. */
    double expected(Period period) {
        return fit.expected(Design.of(List.of(period), terms).row(0));
    }

    /** What is expected from one period to another, on the scale of the model. */
    double[] expected(Period first, Period last) {
        int n = Math.toIntExact(first.until(last) + 1);
        Design design = Design.of(IntStream.range(0, n).mapToObj(first::plus).toList(), terms);
        return IntStream.range(0, n)
                .mapToDouble(i -> fit.expected(design.row(i)))
                .toArray();
    }

    /** Deviations of so many periods. */
    double[] deviations(RandomGenerator random, int periods) {
        return fit.deviations(random, periods);
    }

    /** The series that these expectations and deviations make up, in the unit of the series. */
    Series series(Period first, double[] expected, double[] deviations) {
        double[] values = new double[expected.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = scale.undo(expected[i] + deviations[i]);
        }
        return Series.of(before.name(), before.unit(), first, values);
    }
}
