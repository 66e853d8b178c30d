package org.migrationimpact.inference;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.Warning;

/**
 * What randomisation inference says.
 *
 * @param statistic of the observed labels
 * @param pValue the share of deals whose statistic is as large
 * @param monteCarloError √(p(1−p)/B); 0 where every deal was gone through
 * @param smallest the smallest p-value that can come out
 * @param deals in how many ways the labels can be dealt
 * @param draws how many of them were looked at
 * @param warnings W-RANDOM-001 where the smallest p-value is above 5 %
 */
public record RandomisationTest(
        double statistic,
        double pValue,
        double monteCarloError,
        double smallest,
        double deals,
        int draws,
        List<Warning> warnings)
        implements Serializable {

    public RandomisationTest {
        warnings = List.copyOf(warnings);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "statistic %.6g, p = %.4g (Monte Carlo error %.2g, smallest p attainable %.2g, %d of %.6g deals)",
                statistic,
                pValue,
                monteCarloError,
                smallest,
                draws,
                deals);
    }
}
