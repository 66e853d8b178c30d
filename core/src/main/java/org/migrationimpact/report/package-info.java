/**
 * Results written: tidy tables, the JSON of a study, one self-contained page for people, and a manifest from which the run can be
 * repeated. Start at {@link org.migrationimpact.report.Report} and {@link org.migrationimpact.report.TidyTable}.
 *
 * <p>In: an {@link org.migrationimpact.impact.Impact} and what was made of it. Out: text, and files that appear whole or not at all.
 * Every number is taken once from the result and written in two ways only: with 17 significant digits for programs, rounded for
 * people. A number that does not exist is left out. Text from files is text: it is escaped for the place it is put in. No clock, no
 * default locale, no random name enters what is written.
 */
@NullMarked
package org.migrationimpact.report;

import org.jspecify.annotations.NullMarked;
