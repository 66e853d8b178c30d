/**
 * A study file: one question about one measure, written down in YAML so that a second partner gets the same numbers. Start at {@link
 * org.migrationimpact.examples.study.Study}.
 *
 * <p>In: the text of the file. Out: a {@code Study}, checked as far as that is possible without the data, and from it and the data an
 * {@code Answer}. Every mistake is refused in one line with its code, file, line and column, what was found and what is allowed.
 */
@NullMarked
package org.migrationimpact.examples.study;

import org.jspecify.annotations.NullMarked;
