package org.migrationimpact.synthetic;

import java.io.Serializable;

/**
 * How well one value of a tuning parameter predicts cells that were hidden from the fit.
 *
 * @param value of the penalty, or the number of factors
 * @param meanSquaredError of the hidden cells, in squared units of the outcome
 */
public record Penalty(double value, double meanSquaredError) implements Serializable {}
