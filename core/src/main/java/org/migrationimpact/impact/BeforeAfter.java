package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.compare.Moments;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Scale;
import org.migrationimpact.model.Window;
import org.migrationimpact.regression.Coefficient;

/**
 * How different is the series from the first treated period on from what it was before? A description, not an effect: nothing stands for
 * what would have happened without the measure.
 *
 * <p>The headline is the mean after less the mean before, in the unit of the series; in per cent of the mean before; or of logarithms. By
 * rank it is the Hodges–Lehmann shift. Defaults: levels; the whole series; least squares with Newey–West errors, lags {@code ⌊4
 * (T/100)^(2/9)⌋}, T/(T−K), Student's t with T−K.
 */
public final class BeforeAfter implements Method {

    private static final long serialVersionUID = 1L;
    private static final double SMALL = 1e-8;

    private final Start start;
    private final Scale scale;
    private final Comparison comparison;
    private final Window window;
    private final Donut donut;

    private BeforeAfter(Start start, Scale scale, Comparison comparison, Window window, Donut donut) {
        this.start = start;
        this.scale = scale;
        this.comparison = comparison;
        this.window = window;
        this.donut = donut;
    }

    private static BeforeAfter of(Start start) {
        return new BeforeAfter(
                start, Scale.LEVEL, Comparison.neweyWest(NeweyWest.automatic()), Window.all(), Donut.none());
    }

    /** Before this period, and from it on. */
    public static BeforeAfter at(Period firstTreated) {
        return of(new Start.AtPeriod(firstTreated));
    }

    /** Before and from the first period that lies wholly on or after the day in force. */
    public static BeforeAfter of(Measure measure) {
        return of(new Start.OfMeasure(measure));
    }

    /** On this scale. */
    public BeforeAfter with(Scale otherScale) {
        return new BeforeAfter(start, otherScale, comparison, window, donut);
    }

    /** Compared in this way. */
    public BeforeAfter with(Comparison otherComparison) {
        return new BeforeAfter(start, scale, otherComparison, window, donut);
    }

    @Override
    public BeforeAfter within(Window otherWindow) {
        return new BeforeAfter(start, scale, comparison, otherWindow, donut);
    }

    /** Leaving these periods out. */
    public BeforeAfter without(Donut otherDonut) {
        return new BeforeAfter(start, scale, comparison, window, otherDonut);
    }

    @Override
    public BeforeAfter startingAt(Period otherStart) {
        return new BeforeAfter(new Start.AtPeriod(otherStart), scale, comparison, window, donut);
    }

    /** Over the same periods, in levels and with Newey–West errors, whatever this one's scale and comparison are. */
    @Override
    public BeforeAfter plain() {
        return plain(start, window, donut);
    }

    static BeforeAfter plain(Start start, Window window, Donut donut) {
        return of(start).within(window).without(donut);
    }

    @Override
    public String design() {
        return "before-after";
    }

    @Override
    public Period start(Series series) {
        return start.in(series.frequency());
    }

    @Override
    public Impact fit(Series series) {
        Period first = start(series);
        Sample sample = Sample.of(series, first, window, donut, List.of());
        sample.require(2, 2, "a comparison of before and after");
        TwoSamples samples = samples(sample, series);
        Compared compared = comparison.compare(samples);
        List<Warning> warnings = new ArrayList<>(start.warnings(series.frequency(), donut));
        warnings.add(new Warning(
                "W-BEFORE-001",
                "nothing here stands for what would have happened without the measure: trend, season and other events are in the"
                        + " difference"));
        warnings.addAll(sample.warnings());
        warnings.addAll(compared.warnings());
        return new Impact(
                design(),
                series.name(),
                effect(series, first, compared.level()),
                compared.terms(),
                path(series, sample, samples, first),
                sample.audit(),
                conventions(sample, compared),
                samples.sizes(),
                warnings);
    }

    private TwoSamples samples(Sample sample, Series series) {
        double[] values = sample.values(scale);
        int before = sample.before();
        TwoSamples samples = new TwoSamples(
                series.name(),
                sample.periods(),
                Arrays.copyOfRange(values, 0, before),
                Arrays.copyOfRange(values, before, values.length),
                scale);
        double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
        if (scale == Scale.PERCENT && Math.abs(samples.meanBefore()) <= SMALL * largest) {
            throw new DataException(
                    "E-BEFORE-001",
                    series.name() + " has the mean " + samples.meanBefore()
                            + " before; a change in per cent of nearly nothing means nothing: take the level scale");
        }
        return samples;
    }

    private Effect effect(Series series, Period first, Coefficient level) {
        String what =
                comparison instanceof MannWhitney ? "Hodges–Lehmann shift of " : "mean after less mean before of ";
        String of = scale == Scale.LOG ? "the logarithm of " : "";
        return new Effect(what + of + series.name() + " at " + first, scale.unit(series.unit()), scale, level);
    }

    private EffectPath path(Series series, Sample sample, TwoSamples samples, Period first) {
        double before = samples.meanBefore();
        double after = samples.meanAfter();
        int n = samples.before().length;
        double error = Math.sqrt(Moments.of(samples.before()).variance() * (1 + 1.0 / n));
        List<EffectPath.Point> points = new ArrayList<>();
        for (int i = 0; i < sample.inside().size(); i++) {
            Period period = sample.inside().period(i);
            double fitted = period.isBefore(first) ? before : after;
            points.add(new EffectPath.Point(period, series.at(period), fitted, before, error));
        }
        return new EffectPath(series.name(), series.unit(), scale, n - 1.0, first, points);
    }

    private List<Convention> conventions(Sample sample, Compared compared) {
        List<Convention> all = new ArrayList<>(compared.conventions());
        all.add(new Convention(
                "scale",
                switch (scale) {
                    case LEVEL -> "levels";
                    case PERCENT -> "per cent of the mean before, error by the delta method";
                    case LOG -> "natural logarithm; a change of b is 100 (exp(b) - 1) %";
                }));
        all.add(new Convention(
                "window", sample.inside().start() + ".." + sample.inside().end()));
        all.add(new Convention("donut", donut.toString()));
        all.add(new Convention(
                "counterfactual", "the mean before; its band is for one new observation of the same variance"));
        return all;
    }

    @Override
    public String toString() {
        return design() + " at " + start + ", " + scale.name().toLowerCase(Locale.ROOT) + " scale, " + comparison
                + ", window " + window + ", donut " + donut;
    }
}
