package org.migrationimpact.synthetic;

import java.io.Serializable;
import org.migrationimpact.data.Panel;

/** A measured column beside the outcomes: its name and one series a unit, under the names of the units. */
record PanelCovariate(String name, Panel panel) implements Serializable {}
