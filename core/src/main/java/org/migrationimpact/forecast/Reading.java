package org.migrationimpact.forecast;

import java.util.function.IntFunction;

/** What is read off the states in each period: a weighted sum of some of them, and a constant. */
record Reading(IntFunction<int[]> places, IntFunction<double[]> weights, double constant) {}
