/** Batch programs that use the library as anyone else would: only its public types. */
@NullMarked
package org.migrationimpact.examples;

import org.jspecify.annotations.NullMarked;
