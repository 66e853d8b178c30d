package org.migrationimpact.examples.study;

import org.migrationimpact.data.Period;

/** A first treated period, and the place of the study file from which it follows. */
record Onset(Period period, Place place) {}
