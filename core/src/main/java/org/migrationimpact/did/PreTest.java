package org.migrationimpact.did;

import java.io.Serializable;

/**
 * The joint test that nothing happened before treatment. That it does not reject is no proof: see {@link PreTrend} for what it could have
 * seen.
 *
 * @param statistic Wald, chi-squared where nothing happened
 * @param degreesOfFreedom how many effects are tested
 * @param pValue from the upper tail
 */
public record PreTest(double statistic, int degreesOfFreedom, double pValue) implements Serializable {}
