/**
 * Files become observations, and observations become tables again. Start at {@link org.migrationimpact.io.Tidy} for a table of your
 * own, at {@link org.migrationimpact.io.Frontex}, {@link org.migrationimpact.io.WorldBank}, {@link org.migrationimpact.io.Unhcr}, {@link
 * org.migrationimpact.io.Bamf}, {@link org.migrationimpact.io.JsonStat} or another reader for a publisher's file, at {@link
 * org.migrationimpact.io.CepiiDistance} or {@link org.migrationimpact.io.PassportIndex} for pairs of countries without periods, at {@link
 * org.migrationimpact.io.Inspection} when you do not know what a file is.
 *
 * <p>In: a path, or a stream with a name. Out: {@link org.migrationimpact.data.Observations}, with a source that carries the SHA-256 of
 * the bytes and an audit that counts every row. A file is not trusted: its size, expansion, rows, columns and cells have limits, and
 * whatever is not understood is refused with file, line and column, never guessed. Uses {@code data}, {@code measure} and {@code table}; used by
 * {@code report}.
 */
@NullMarked
package org.migrationimpact.io;

import org.jspecify.annotations.NullMarked;
