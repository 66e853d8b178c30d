/**
 * A question to a publisher's API becomes a file on disk. Start at {@link org.migrationimpact.download.Downloads}; the questions are
 * {@link org.migrationimpact.download.EurostatStatistics}, {@link org.migrationimpact.download.EurostatSdmx}, {@link
 * org.migrationimpact.download.WorldBankApi} and {@link org.migrationimpact.download.UnhcrApi}.
 *
 * <p>In: a question. Out: {@link org.migrationimpact.download.Downloaded}, a file in the folder of the cache with its SHA-256, which the
 * readers then read. Uses {@code data}, the HTTP client of the JDK and Jackson; knows nothing of the layouts inside a file. A reply is not
 * trusted: its size, its time, its redirects have limits, it must be whole and must look like data, and what a server calls itself never
 * becomes the name of a file.
 */
@NullMarked
package org.migrationimpact.download;

import org.jspecify.annotations.NullMarked;
