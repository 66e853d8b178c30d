package org.migrationimpact.did;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.covariance.Interval;
import org.migrationimpact.inference.Clustered;
import org.migrationimpact.inference.PanelCovariance;

/**
 * What the regressions of this package have in common.
 *
 * @param covariates held equal
 * @param anticipation how many periods before it began the measure was felt
 * @param covariance empty for clusters by unit, or by the cluster of the panel
 * @param confidence of uniform bands
 */
record RegressionOptions(
        List<String> covariates, int anticipation, Optional<PanelCovariance> covariance, double confidence)
        implements Serializable {

    static final RegressionOptions DEFAULTS = new RegressionOptions(List.of(), 0, Optional.empty(), 0.95);

    RegressionOptions adjustedFor(AdoptionPanel panel, String... names) {
        List.of(names).forEach(panel::column);
        if (List.of(names).stream().distinct().count() != names.length) {
            throw new IllegalArgumentException("each covariate is named once, got " + List.of(names));
        }
        return new RegressionOptions(List.of(names), anticipation, covariance, confidence);
    }

    RegressionOptions anticipated(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("anticipation is 0 periods or more, got " + periods);
        }
        return new RegressionOptions(covariates, periods, covariance, confidence);
    }

    RegressionOptions with(PanelCovariance other) {
        return new RegressionOptions(covariates, anticipation, Optional.of(other), confidence);
    }

    RegressionOptions confident(double level) {
        return new RegressionOptions(covariates, anticipation, covariance, Interval.requireLevel(level));
    }

    PanelCovariance covariance(AdoptionPanel panel) {
        return covariance.orElseGet(() -> Clustered.by(AdoptionRows.cluster(panel)));
    }
}
