package org.migrationimpact.forecast;

import java.io.Serializable;
import org.migrationimpact.data.Period;

/**
 * What a model says of one period.
 *
 * @param period when
 * @param mean the prediction, on the scale of the fitted series
 * @param standardError of a new observation about it: the shocks since what was known, their correlation, and the coefficients
 */
public record Prediction(Period period, double mean, double standardError) implements Serializable {}
