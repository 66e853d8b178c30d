package org.migrationimpact.io;

import java.util.List;
import org.migrationimpact.table.Names;

/** What a cube says about its unit when the publisher keeps units as a dimension. */
final class UnitNames {

    private UnitNames() {}

    /** The unit where there is one; all of them where there are several, so that no result can look as if it had one. */
    static String of(List<String> units) {
        return units.size() < 2 ? String.join("", units) : "one of " + Names.some(units);
    }
}
