package org.migrationimpact.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Window;

/**
 * Did the level, or the slope, of a treated series change more than that of series which the measure did not reach?
 *
 * <p>All series are stacked. Each has an intercept, a trend, a season and shocks of its own ({@code trend:RS} is that of the series RS); the
 * changes that all series share are {@code control.level} and {@code control.slope}; what the treated series change beyond them is {@code
 * level} and {@code slope}, and {@code level} is the headline. With several treated series ({@link #andTreated}) these are what they have in
 * common; without controls they are the common change itself.
 *
 * <p>Errors: least squares with Driscoll and Kraay's covariance, in which series of the same and of near periods may be correlated: lags and
 * factor as the options of the single series say for Newey–West, Student's t with T − k, k being the columns of one series. With one treated
 * series and one control of the same periods, estimates and errors are those of the series of differences.
 *
 * <p>What it cannot tell: anything else that reached the treated series alone at the same date, and a measure that reached the controls too.
 *
 * <p>Source: Lopez Bernal, Cummins and Gasparrini (2018), doi:10.1093/ije/dyy135; Linden (2015), doi:10.1177/1536867X1501500208.
 */
public final class ControlledInterruptedTimeSeries implements Method {

    private static final long serialVersionUID = 1L;

    private final InterruptedTimeSeries single;
    private final List<Series> controls;
    private final List<Series> treated;

    private ControlledInterruptedTimeSeries(InterruptedTimeSeries single, List<Series> controls, List<Series> treated) {
        this.single = single;
        this.controls = List.copyOf(controls);
        this.treated = List.copyOf(treated);
    }

    /** The design of a single series, compared with these controls, together with these further treated series. */
    static ControlledInterruptedTimeSeries of(
            InterruptedTimeSeries single, List<Series> controls, List<Series> treated) {
        if (controls.isEmpty() && treated.isEmpty()) {
            throw new IllegalArgumentException(
                    "at least one control, or one further treated series, is needed, got none");
        }
        SegmentOptions options = single.options();
        if (!options.errors.areOrdinary()) {
            throw new IllegalArgumentException(
                    "a comparison of series is fitted by ordinary least squares, not by " + options.errors);
        }
        if (!options.covariates.isEmpty()) {
            throw new IllegalArgumentException("a comparison of series takes no covariates, got "
                    + options.covariates.stream().map(Series::name).collect(Collectors.joining(", ")));
        }
        return new ControlledInterruptedTimeSeries(single, controls, treated);
    }

    /** Several treated series without a control: their common change. The series handed to {@link #fit} is one of them, these the others. */
    public static ControlledInterruptedTimeSeries together(InterruptedTimeSeries single, List<Series> others) {
        return of(single, List.of(), others);
    }

    /** With further treated series, whose changes are pooled with those of the one handed to {@link #fit}. */
    public ControlledInterruptedTimeSeries andTreated(Series... others) {
        return of(
                single,
                controls,
                Stream.concat(treated.stream(), Stream.of(others)).toList());
    }

    /** The series it is compared with. */
    public List<Series> controls() {
        return controls;
    }

    @Override
    public Impact fit(Series series) {
        List<Series> all = new ArrayList<>(List.of(series));
        all.addAll(treated);
        return new StackedFit(all, controls, single.startsIn(series), single.options())
                .impact(single.startWarnings(series));
    }

    @Override
    public String design() {
        return "controlled-interrupted-time-series";
    }

    @Override
    public Period start(Series series) {
        return single.start(series);
    }

    @Override
    public ControlledInterruptedTimeSeries startingAt(Period start) {
        return new ControlledInterruptedTimeSeries(single.startingAt(start), controls, treated);
    }

    @Override
    public ControlledInterruptedTimeSeries within(Window window) {
        return new ControlledInterruptedTimeSeries(single.within(window), controls, treated);
    }

    @Override
    public BeforeAfter plain() {
        return single.plain();
    }

    /** The design and every option, as they would be used. */
    @Override
    public String toString() {
        return "controlled " + single + named(", against ", controls) + named(", together with ", treated);
    }

    private static String named(String what, List<Series> series) {
        return series.isEmpty() ? "" : what + series.stream().map(Series::name).collect(Collectors.joining(" and "));
    }
}
