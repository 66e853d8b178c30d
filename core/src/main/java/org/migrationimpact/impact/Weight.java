package org.migrationimpact.impact;

import java.io.Serializable;

/**
 * What one untreated unit counts for in the twin of the treated.
 *
 * @param unit its name
 * @param weight its share, in the unit of one
 */
public record Weight(String unit, double weight) implements Serializable {}
