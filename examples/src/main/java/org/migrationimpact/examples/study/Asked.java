package org.migrationimpact.examples.study;

import org.migrationimpact.data.Observations;
import org.migrationimpact.impact.Method;

/**
 * What a study asks of one series, by which design.
 *
 * @param cube all rows of the series of the study
 * @param subject the one that is asked about, with what stands beside it
 * @param method the design with every option
 */
record Asked(Observations cube, Subject subject, Method method) {}
