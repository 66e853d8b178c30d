package org.migrationimpact.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.model.Scale;

/**
 * What would have become of the treated unit, by the weighted mean of untreated ones that went the same way before? The weights are 0 or more
 * and sum to one; the effect is the mean of observed less twin from the first treated period on.
 *
 * <pre>{@code
 * SyntheticControlFit fit = SyntheticControl.of(panel).treated("Georgia").from(Period.parse("2017-04")).fit();
 * }</pre>
 *
 * <p>Defaults: the twin matches the outcomes of every period before, each counting alike, on the scale of the series, at their level; every
 * other unit is a donor, but a measure ({@link #from(Measure)}) excludes those it reached and those reached by another of its kind; all
 * periods of the treated series. With predictors, these are matched instead, in standard deviations. Where several weights do equally well
 * the smallest are taken ({@link SimplexWeights}).
 *
 * <p>Found with every fit: the twin of every donor in the place of the treated, without whom the p-value {@code (1 + #) / (1 + N)} of the
 * ratio of root mean squared gaps after and before would have no meaning; conformal intervals for the mean effect and for each period; the
 * twin without each donor; earlier dates; later beginnings.
 *
 * <p>What it cannot tell: anything else that reached the treated alone at the same date, and whatever reached the donors. Counts: on the
 * scale as it is large units outweigh small ones; {@link #inPercent} divides each by its own mean before and takes zeros, {@link #onLog}
 * takes none.
 *
 * <p>Source: Abadie, Diamond and Hainmueller (2010), doi:10.1198/jasa.2009.ap08746; Abadie (2021), doi:10.1257/jel.20191450; intervals:
 * Chernozhukov, Wüthrich and Zhu (2021), doi:10.1080/01621459.2021.1920957.
 */
public final class SyntheticControl {

    /** Who was treated, and from when on, as far as it is said. */
    record Treated(String unit, Optional<Period> from, Optional<Measure> measure) {}

    private final Panel panel;
    private final List<Treated> treated;
    private final TwinOptions options;

    private SyntheticControl(Panel panel, List<Treated> treated, TwinOptions options) {
        this.panel = panel;
        this.treated = List.copyOf(treated);
        this.options = options;
    }

    /** Of these units, of which {@link #treated} names the treated and {@link #from(Period)} the date. */
    public static SyntheticControl of(Panel panel) {
        return new SyntheticControl(panel, List.of(), TwinOptions.DEFAULT);
    }

    /**
     * With this unit as a treated one; the date that is named next is that of all units named since the last date.
     *
     * @throws org.migrationimpact.data.InputException E-PANEL-004 where there is none of this name
     */
    public SyntheticControl treated(String unit) {
        panel.unit(unit);
        if (treated.stream().anyMatch(one -> one.unit().equals(unit))) {
            throw new IllegalArgumentException(unit + " is named as treated twice");
        }
        List<Treated> more = new ArrayList<>(treated);
        more.add(new Treated(unit, Optional.empty(), Optional.empty()));
        return new SyntheticControl(panel, more, options);
    }

    /** Treated from this period on. */
    public SyntheticControl from(Period firstTreated) {
        return dated(Optional.of(firstTreated), Optional.empty(), options);
    }

    /**
     * Treated by this measure, from the first period that lies wholly in its time; those whom it or another measure of its kind reached are
     * no donors, by the standard inventory.
     */
    public SyntheticControl from(Measure measure) {
        Donors clear = options.donors().and(Donors.all().clearOf(measure, MeasureInventory.standard()));
        Period start = measure.firstTreated(panel.series().get(0).frequency());
        return dated(Optional.of(start), Optional.of(measure), options.with(clear));
    }

    private SyntheticControl dated(Optional<Period> start, Optional<Measure> measure, TwinOptions with) {
        if (treated.stream().allMatch(one -> one.from().isPresent())) {
            throw new IllegalArgumentException("name a treated unit before its date");
        }
        List<Treated> known = treated.stream()
                .map(one -> one.from().isPresent() ? one : new Treated(one.unit(), start, measure))
                .toList();
        return new SyntheticControl(panel, known, with);
    }

    private SyntheticControl with(TwinOptions other) {
        return new SyntheticControl(panel, treated, other);
    }

    /** With natural logarithms, of which every value must be above 0; the effect is in log points. */
    public SyntheticControl onLog() {
        return with(options.with(Scale.LOG));
    }

    /** With each unit in per cent of its own mean over the matched periods; zeros are welcome, the effect is in per cent. */
    public SyntheticControl inPercent() {
        return with(options.with(Scale.PERCENT));
    }

    /** With this set aside of each unit's own level. */
    public SyntheticControl with(Baseline baseline) {
        return with(options.with(baseline));
    }

    /** With the periods from the first to the last, both included, and no others. */
    public SyntheticControl within(Period first, Period last) {
        return with(options.with(new TwinOptions.Span(first, last)));
    }

    /** With a match of the outcomes that begins in this period; earlier ones are shown, and not matched. */
    public SyntheticControl matchedFrom(Period first) {
        return with(options.withMatchedFrom(first));
    }

    /** With these predictors matched instead of the outcomes, of this importance. */
    public SyntheticControl matching(Importance importance, Predictor... predictors) {
        if (predictors.length == 0) {
            throw new IllegalArgumentException("at least one predictor, got none");
        }
        if (importance instanceof Importance.Given given && given.shares().length != predictors.length) {
            throw new IllegalArgumentException(
                    predictors.length + " predictors need as many shares, got " + given.shares().length);
        }
        return with(options.with(Arrays.asList(predictors), importance));
    }

    /** With donors screened by these rules too. */
    public SyntheticControl with(Donors donors) {
        return with(options.with(options.donors().and(donors)));
    }

    /** With intervals of this confidence among those found: 80, 90, 95 and 99 % always are. */
    public SyntheticControl withConfidence(double level) {
        return with(options.withConfidence(Interval.requireLevel(level)));
    }

    /**
     * The twin of the one treated unit, with all that is found beside it.
     *
     * @throws org.migrationimpact.data.DataException E-SYNTH-003 to E-SYNTH-009 where the figures cannot answer
     * @throws IllegalArgumentException without a treated unit or its date, or with several of them: then {@link #fitEach} answers
     */
    public SyntheticControlFit fit() {
        if (treated.size() != 1) {
            throw new IllegalArgumentException(
                    "fit() answers for one treated unit, got " + treated.size() + "; fitEach() answers for several");
        }
        return fit(treated.get(0));
    }

    /** The twin of every treated unit, whose donors are the units that are treated at no time, and what they come to together. */
    public SyntheticControlFits fitEach() {
        if (treated.isEmpty()) {
            throw new IllegalArgumentException("at least one treated unit is needed, got none");
        }
        return new SyntheticControlFits(treated.stream().map(this::fit).toList());
    }

    private SyntheticControlFit fit(Treated one) {
        if (one.from().isEmpty()) {
            throw new IllegalArgumentException(one.unit() + " is treated, and from(...) does not say from when on");
        }
        List<String> others = treated.stream()
                .map(Treated::unit)
                .filter(unit -> !unit.equals(one.unit()))
                .toList();
        return new TwinQuestion(panel, one, others, options).answer();
    }

    /** Who was treated when, and every option. */
    @Override
    public String toString() {
        String who = treated.stream()
                .map(one -> one.unit() + one.from().map(from -> " from " + from).orElse(""))
                .collect(Collectors.joining(" and "));
        return Stream.of(
                        "synthetic control of " + who,
                        options.predictors().isEmpty()
                                ? ""
                                : options.predictors().size() + " predictors",
                        options.scale() + " scale",
                        options.donors().toString())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
