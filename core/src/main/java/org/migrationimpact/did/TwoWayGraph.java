package org.migrationimpact.did;

import java.util.Arrays;

/** Which units and periods hang together through rows: effects of unit and period are told apart within each such component. */
final class TwoWayGraph {

    private final int[] parent;
    private final int units;

    /** Units 0 to units − 1 and periods, joined by every row. */
    TwoWayGraph(int units, int periods, int[] unitOf, int[] periodOf) {
        this.units = units;
        this.parent = new int[units + periods];
        Arrays.setAll(parent, i -> i);
        for (int i = 0; i < unitOf.length; i++) {
            int a = root(unitOf[i]);
            int b = root(units + periodOf[i]);
            parent[Math.max(a, b)] = Math.min(a, b);
        }
    }

    private int root(int node) {
        int at = node;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** Whether unit and period hang together. */
    boolean joined(int unit, int period) {
        return root(unit) == root(units + period);
    }

    /** The component of a unit, by its lowest node. */
    int ofUnit(int unit) {
        return root(unit);
    }

    /** The component of a period, by its lowest node. */
    int ofPeriod(int period) {
        return root(units + period);
    }
}
