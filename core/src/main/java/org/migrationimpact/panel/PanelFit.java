package org.migrationimpact.panel;

import java.util.List;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.inference.PanelErrors;
import org.migrationimpact.inference.PanelScores;
import org.migrationimpact.regression.Coefficient;

/** A fitted panel: coefficients with errors that can be changed without fitting again, and an account of every row and column. */
public sealed interface PanelFit permits FixedEffectsFit, PpmlFit {

    /** The same fit with other errors; nothing is fitted again. */
    PanelFit with(PanelCovariance covariance);

    /**
     * The coefficient of the column of exactly this name.
     *
     * @throws IllegalArgumentException where there is none; the message lists those there are
     */
    Coefficient coefficient(String name);

    /** All coefficients, in the order of the columns. */
    List<Coefficient> coefficients();

    /** The covariance of the coefficients, with degrees of freedom and every factor explained. */
    PanelErrors errors();

    /** What the fit leaves for its errors: absorbed columns, residuals, weights, bread. */
    PanelScores scores();

    /** How many rows were read, used and dropped, and why. */
    SampleAudit sample();

    /** The rows used, as places in the table from 0; {@link #scores()} has its rows in this order, which is that of the levels. */
    int[] rows();

    /** Rows dropped because they are alone in a level, ascending. */
    int[] singletons();

    /** Columns dropped because others, or the effects, determine them. */
    List<String> dropped();

    /** What a reader must know: columns dropped, rows separated, few clusters. */
    List<Warning> warnings();

    /** How the effects were absorbed, with the iterations it took and how exactly it ended. */
    AbsorptionReport absorption();

    /** The fit in words and numbers. */
    String summary();
}
