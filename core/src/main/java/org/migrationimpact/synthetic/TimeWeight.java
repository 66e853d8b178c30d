package org.migrationimpact.synthetic;

import java.io.Serializable;
import org.migrationimpact.data.Period;

/**
 * What one period before the measure counts for in the level that is compared with the periods after it.
 *
 * @param period when
 * @param weight its share, in the unit of one
 */
public record TimeWeight(Period period, double weight) implements Serializable {}
