/**
 * The program {@code download}: a publisher's table as a file. Start at {@link org.migrationimpact.examples.download.Download}.
 *
 * <p>In: a publisher, the code of a table, filters. Out: a file in a folder, its SHA-256, and the command that looks into it.
 */
@NullMarked
package org.migrationimpact.examples.download;

import org.jspecify.annotations.NullMarked;
