package org.migrationimpact.panel;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.inference.PanelErrors;
import org.migrationimpact.inference.PanelScores;
import org.migrationimpact.regression.Coefficient;

/** What every fitted panel has, whatever its outcome. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Estimated(
        double[] estimates,
        PanelScores scores,
        PanelErrors errors,
        Account account,
        List<String> dropped,
        List<Warning> found,
        AbsorptionReport absorption)
        implements Serializable {

    /** Which rows were used and which not. */
    record Account(SampleAudit audit, int[] rows, int[] singletons, int[] separated) implements Serializable {}

    Estimated with(PanelCovariance covariance) {
        return new Estimated(estimates, scores, covariance.of(scores), account, dropped, found, absorption);
    }

    Coefficient coefficient(String name) {
        int j = scores.names().indexOf(name);
        if (j < 0) {
            throw new IllegalArgumentException("there is no coefficient '" + name + "'; there are " + scores.names());
        }
        return new Coefficient(name, estimates[j], errors.uncertainty(name));
    }

    List<Coefficient> coefficients() {
        return scores.names().stream().map(this::coefficient).toList();
    }

    List<Warning> warnings() {
        List<Warning> all = new ArrayList<>(found);
        all.addAll(errors.warnings());
        return all;
    }

    String summary(String title, String fit) {
        StringBuilder text = new StringBuilder(title)
                .append('\n')
                .append(account.audit())
                .append('\n')
                .append(fit);
        text.append("\nabsorbed by ")
                .append(absorption)
                .append("\nerrors: ")
                .append(errors.explanation().estimator());
        IntStream.range(0, estimates.length)
                .forEach(j -> text.append(line(scores.names().get(j))));
        warnings().forEach(warning -> text.append('\n').append(warning));
        return text.toString();
    }

    private String line(String name) {
        Coefficient c = coefficient(name);
        return String.format(
                Locale.ROOT, "\n  %-16s %14.6g  (%.6g)  p = %.4g", name, c.estimate(), c.standardError(), c.pValue());
    }
}
