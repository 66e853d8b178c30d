/**
 * Files become tables of cells: what stands in a file, before anybody says what it means. Start at {@link
 * org.migrationimpact.table.InputFile} for the file and at {@link org.migrationimpact.table.Rows} for its table.
 *
 * <p>In: a path, or a stream with a name. Out: a header and rows of texts and numbers, each with its line, from separated text or from a
 * worksheet, packed with gzip or not. {@link org.migrationimpact.table.CellSink} takes cells one by one where a layout is no plain table,
 * {@link org.migrationimpact.table.Figure} is a number with a publisher's flags, {@link org.migrationimpact.table.Place} says where a
 * refused cell stands. A file is not trusted: {@link org.migrationimpact.table.Limits} bounds its size, expansion, rows, columns and
 * cells, and what is not understood is refused with file, line and column, never guessed. Uses {@code data}; used by {@code io} and
 * {@code report}.
 */
@NullMarked
package org.migrationimpact.table;

import org.jspecify.annotations.NullMarked;
