package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.Series;

/**
 * The figures that a design is asked about.
 *
 * @param outcome the treated series
 * @param covariates measured columns of it
 * @param exposure what its counts are counts of
 * @param others further treated series
 * @param controls series that the measure did not reach
 */
record Subject(
        Series outcome,
        List<Series> covariates,
        Optional<Series> exposure,
        List<Series> others,
        List<Series> controls) {

    Subject {
        covariates = List.copyOf(covariates);
        others = List.copyOf(others);
        controls = List.copyOf(controls);
    }
}
