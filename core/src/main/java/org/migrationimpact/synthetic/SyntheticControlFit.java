package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.covariance.Conformal;
import org.migrationimpact.covariance.PlaceboRank;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.Weight;
import org.migrationimpact.model.Scale;

/**
 * The twin of one treated unit, and everything that says how far it can be trusted. Effects and gaps are on the scale of the design: in the
 * unit of the series, in per cent of the mean before, or in log points.
 */
public final class SyntheticControlFit implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The refits beside the main one. */
    record Probes(List<Refit> placebos, List<Refit> withoutEach, List<Refit> earlier, List<Refit> later)
            implements Serializable {}

    /** What is known of the error. */
    record Inference(Conformal mean, List<Conformal> periods) implements Serializable {}

    /** How the treated lies among its donors, and what is known of the figures. */
    record Background(List<Diagnostic> shape, SampleAudit sample, List<Warning> warnings) implements Serializable {}

    private final Series series;
    private final TwinOptions options;
    private final Screening donors;
    private final Refit twin;
    private final Probes probes;
    private final Inference inference;
    private final List<Balance> balance;
    private final Background background;

    SyntheticControlFit(
            Series series,
            TwinOptions options,
            Screening donors,
            Refit twin,
            Probes probes,
            Inference inference,
            List<Balance> balance,
            Background background) {
        this.series = series;
        this.options = options;
        this.donors = donors;
        this.twin = twin;
        this.probes = probes;
        this.inference = inference;
        this.balance = balance;
        this.background = background;
    }

    /** The treated series over the periods of the study. */
    public Series series() {
        return series;
    }

    /** The scale of effects and gaps. */
    public Scale scale() {
        return options.scale();
    }

    /** The unit of effects and gaps. */
    public String unit() {
        return options.scale().unit(series.unit());
    }

    /** The donors, and why the other units are none. */
    public Screening donors() {
        return donors;
    }

    /** The weights, the gaps and the fit before. */
    public Refit twin() {
        return twin;
    }

    /** The weight of every donor, in the order of the panel. */
    public List<Weight> weights() {
        return twin.weights();
    }

    /** The mean gap from the first treated period on. */
    public double effect() {
        return twin.effect();
    }

    /** Placebos in space: every donor in the place of the treated. */
    public List<Refit> placebos() {
        return probes.placebos();
    }

    /** The treated without each donor in turn. */
    public List<Refit> leaveOneOut() {
        return probes.withoutEach();
    }

    /** Placebos in time: each date in the second half of the matched periods, on the periods before the true date alone. */
    public List<Refit> earlierDates() {
        return probes.earlier();
    }

    /** With a match that begins later, in the first half of the matched periods. */
    public List<Refit> laterBeginnings() {
        return probes.later();
    }

    /** How alike treated and twin are in the predictors; empty where the outcomes are matched. */
    public List<Balance> balance() {
        return balance;
    }

    /** The rank of the treated among all placebos, by the ratio of root mean squared gaps after and before. */
    public PlaceboRank rank() {
        return TwinRank.of(twin, probes.placebos(), inference.mean().intervals());
    }

    /** The same among placebos whose gap before is at most so many times that of the treated. */
    public PlaceboRank rankAmongFits(double times) {
        if (!(times >= 1)) {
            throw new IllegalArgumentException("placebos fit at most so many times as badly, 1 or more, got " + times);
        }
        List<Refit> near = probes.placebos().stream()
                .filter(placebo -> placebo.rmspeBefore() <= times * twin.rmspeBefore())
                .toList();
        return TwinRank.of(twin, near, inference.mean().intervals());
    }

    /** The conformal test of the mean effect. */
    public Conformal ofMean() {
        return inference.mean();
    }

    /** The conformal tests of the effects of the treated periods, in order of time. */
    public List<Conformal> ofPeriods() {
        return inference.periods();
    }

    TwinOptions options() {
        return options;
    }

    Background background() {
        return background;
    }

    /** The result as every design gives it. */
    public Impact impact() {
        return new TwinImpact(this).impact();
    }

    /** As {@link Impact#summary()}. */
    @Override
    public String toString() {
        return impact().summary();
    }
}
