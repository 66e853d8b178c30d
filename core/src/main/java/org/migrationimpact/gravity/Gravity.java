package org.migrationimpact.gravity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.inference.Clustered;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.panel.Absorption;
import org.migrationimpact.panel.PanelRows;
import org.migrationimpact.panel.Ppml;
import org.migrationimpact.panel.PpmlFit;

/**
 * By how much did a measure between places change the flows on its corridors, whatever else happened to their origins and destinations?
 * Poisson pseudo maximum likelihood of {@code flow = exp(b · measure + columns + origin-period + destination-period + corridor)}: what an
 * origin sends to everywhere and a destination receives from everywhere is taken up by effects, so that b compares corridors of the same
 * origin and of the same destination.
 *
 * <p>Defaults: the measure enters once, 1 while it is in force; {@link Resistance#TIME_VARYING}; removal undoes introduction; errors
 * clustered by corridor (CR1), tested by the normal distribution. Zeros stay in; zeros that are separated, and rows alone in a level, are
 * dropped and counted. A measure that one place has towards all others at once cannot be told from its effects and is refused.
 *
 * <p>Source: Santos Silva and Tenreyro (2006), doi:10.1162/rest.88.4.641; Baier and Bergstrand (2007), doi:10.1016/j.jinteco.2006.02.005;
 * Beverelli, Keck, Larch and Yotov (2018) for flows in a system.
 */
public final class Gravity {

    private final BilateralMeasure measure;
    private final List<Integer> lags;
    private final Resistance resistance;
    private final Removal removal;
    private final PanelCovariance covariance;
    private final Absorption absorption;

    private Gravity(
            BilateralMeasure measure,
            List<Integer> lags,
            Resistance resistance,
            Removal removal,
            PanelCovariance covariance,
            Absorption absorption) {
        this.measure = measure;
        this.lags = List.copyOf(lags);
        this.resistance = resistance;
        this.removal = removal;
        this.covariance = covariance;
        this.absorption = absorption;
    }

    /** The effect of this measure. */
    public static Gravity of(BilateralMeasure measure) {
        return new Gravity(
                measure,
                List.of(0),
                Resistance.TIME_VARYING,
                Removal.UNDOES,
                Clustered.by(Flows.ORIGIN + "^" + Flows.DESTINATION),
                Absorption.standard());
    }

    /** The same with columns for the measure so many periods ago, each 1 or more: the effect may take so long to build up. */
    public Gravity lagged(int... periods) {
        return with(periods, 1);
    }

    /** The same with columns for the measure so many periods ahead, each 1 or more: coefficients of 0 speak against anticipation. */
    public Gravity leading(int... periods) {
        return with(periods, -1);
    }

    private Gravity with(int[] periods, int sign) {
        if (Arrays.stream(periods).anyMatch(period -> period < 1)) {
            throw new IllegalArgumentException("lags and leads are 1 period or more, got " + Arrays.toString(periods));
        }
        List<Integer> all = new ArrayList<>(lags);
        all.removeIf(lag -> lag * sign > 0);
        Arrays.stream(periods).forEach(period -> all.add(sign * period));
        List<Integer> ordered = all.stream().distinct().sorted().toList();
        return new Gravity(measure, ordered, resistance, removal, covariance, absorption);
    }

    /** The same with other effects. */
    public Gravity with(Resistance other) {
        return new Gravity(measure, lags, other, removal, covariance, absorption);
    }

    /** The same with removal treated so. */
    public Gravity with(Removal other) {
        return new Gravity(measure, lags, resistance, other, covariance, absorption);
    }

    /** The same with other errors. */
    public Gravity with(PanelCovariance other) {
        return new Gravity(measure, lags, resistance, removal, other, absorption);
    }

    /** The same with effects absorbed otherwise. */
    public Gravity with(Absorption other) {
        return new Gravity(measure, lags, resistance, removal, covariance, other);
    }

    /**
     * Fits the flows; every measured column of theirs takes part.
     *
     * @throws InputException E-GRAVITY-003 where the measure is dated by another frequency, and as {@link Ppml#fit} does
     * @throws DataException E-GRAVITY-004 where no flow is treated, and as {@link Ppml#fit} does
     * @throws EstimationException E-EFFECTS-004 where the measure cannot be told from the effects, and as {@link Ppml#fit} does
     */
    public Impact fit(Flows flows) {
        MeasureColumns found = new MeasureColumns(flows, measure);
        PanelRows rows = flows.rows();
        List<String> terms = new ArrayList<>();
        for (int lag : lags) {
            rows = rows.with(term(lag), removal == Removal.UNDOES ? found.inForce(lag) : found.introduced(lag));
            terms.add(term(lag));
        }
        if (removal == Removal.OWN_EFFECT && measure.isRemovedSomewhere()) {
            rows = rows.with(removedTerm(), found.removed(0));
            terms.add(removedTerm());
        }
        List<String> columns = new ArrayList<>(terms);
        columns.addAll(flows.columns());
        PpmlFit fit = Ppml.on(columns.toArray(String[]::new))
                .absorbing(resistance.effects())
                .treatments(terms.toArray(String[]::new))
                .with(covariance)
                .with(absorption)
                .fit(rows);
        return new GravityImpact(this, flows, found, fit).impact();
    }

    /** The name of the column of a lag, or of a lead where it is negative. */
    String term(int lag) {
        return measure.name() + (lag == 0 ? "" : lag > 0 ? ".lag" + lag : ".lead" + -lag);
    }

    /** The name of the column of removal. */
    String removedTerm() {
        return measure.name() + ".removed";
    }

    BilateralMeasure measure() {
        return measure;
    }

    /** Leads negative, ascending; 0 is among them. */
    int[] lags() {
        return lags.stream().mapToInt(lag -> lag).toArray();
    }

    Resistance resistance() {
        return resistance;
    }

    Removal removal() {
        return removal;
    }

    /** The lags from the beginning on, 0 among them. */
    int[] after() {
        return IntStream.of(lags()).filter(lag -> lag >= 0).toArray();
    }

    @Override
    public String toString() {
        return "gravity of " + measure + ", " + resistance.describe();
    }
}
