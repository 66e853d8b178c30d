package org.migrationimpact.impact;

import java.io.Serializable;
import org.migrationimpact.regression.Coefficient;

/**
 * The effect on those first treated at one time, in one period.
 *
 * @param cohort the period in which they were first treated, as the file writes it
 * @param period the period of the effect
 * @param coefficient estimate and error, in the unit of the outcome
 */
public record GroupTime(String cohort, String period, Coefficient coefficient) implements Serializable {}
