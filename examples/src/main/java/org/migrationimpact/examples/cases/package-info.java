/**
 * The main job: two measures assessed from published figures to verdict, report and charts. Start at {@link
 * org.migrationimpact.examples.cases.Example}; each case is one class that reads from top to bottom as what it does.
 */
@NullMarked
package org.migrationimpact.examples.cases;

import org.jspecify.annotations.NullMarked;
