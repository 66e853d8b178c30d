package org.migrationimpact.did;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Diagnostic;
import org.migrationimpact.model.Scale;

/**
 * The words of an {@link AdoptionFit}: what was estimated, of whom, and how.
 *
 * @param design its name in a study file
 * @param subject the name of the outcome
 * @param estimand of the headline
 * @param unit of the estimates
 * @param scale of the estimates
 * @param firstTreated the earliest first treated period that enters
 * @param sample rows read, used and dropped
 * @param conventions the choices
 * @param diagnostics beside the test of the effects before treatment
 * @param warnings what a reader must know
 */
record AdoptionAccount(
        String design,
        String subject,
        String estimand,
        String unit,
        Scale scale,
        Period firstTreated,
        SampleAudit sample,
        List<Convention> conventions,
        List<Diagnostic> diagnostics,
        List<Warning> warnings)
        implements Serializable {

    AdoptionAccount with(List<Warning> more) {
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new AdoptionAccount(
                design, subject, estimand, unit, scale, firstTreated, sample, conventions, diagnostics, all);
    }
}
