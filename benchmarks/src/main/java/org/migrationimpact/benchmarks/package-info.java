/** How long things take: one class a question, data made from a fixed seed. The figures stand in docs/BENCHMARKS.md; never published. */
package org.migrationimpact.benchmarks;
