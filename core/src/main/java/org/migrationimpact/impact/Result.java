package org.migrationimpact.impact;

import java.io.Serializable;
import java.util.List;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.regression.Coefficient;

/** What every design ends in: an {@link Impact}, or the {@link BreakFindings} of a series that nobody is told a date of. */
public sealed interface Result extends Serializable permits Impact, BreakFindings {

    /** The design's name in a study file. */
    String design();

    /** The name of the series. */
    String subject();

    /** The question that it answers. */
    String question();

    /** Every coefficient that was estimated. */
    List<Coefficient> terms();

    /** How many periods were read, used and dropped. */
    SampleAudit sample();

    /** The choices on which the numbers depend, in order. */
    List<Convention> conventions();

    /** What tests of the fit say. */
    List<Diagnostic> diagnostics();

    /** What a reader must know. */
    List<Warning> warnings();

    /** The same result with another account of its sample. */
    Result with(SampleAudit counted);

    /** The same result with other warnings. */
    Result with(List<Warning> known);
}
