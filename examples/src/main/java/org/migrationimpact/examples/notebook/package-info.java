/**
 * Results shown in a Jupyter notebook: charts as pictures, tables as tables. Start at {@link
 * org.migrationimpact.examples.notebook.NotebookDisplay}.
 */
@NullMarked
package org.migrationimpact.examples.notebook;

import org.jspecify.annotations.NullMarked;
