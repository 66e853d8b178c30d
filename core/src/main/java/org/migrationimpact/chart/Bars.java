package org.migrationimpact.chart;

import java.util.ArrayList;
import java.util.List;

/** Bars with their names, from zero to the right, in the order from top to bottom; where room is short the last are left out, but not
 * the treated unit. */
record Bars(List<Bar> rows) {

    static final Bars NONE = new Bars(List.of());

    /** A bar with its name and what is written at its end. */
    record Bar(String name, double value, String label, Ink ink) {
        Bar {
            name = Figure.printable(name);
        }
    }

    Bars {
        rows = List.copyOf(rows);
    }

    /** The first so many; the treated unit takes the last place where it would not be among them. */
    List<Bar> shown(int most) {
        List<Bar> first = new ArrayList<>(rows.subList(0, Math.min(most, rows.size())));
        if (first.stream().noneMatch(Bars::isTreated)) {
            rows.stream().filter(Bars::isTreated).findFirst().ifPresent(bar -> first.set(first.size() - 1, bar));
        }
        return first;
    }

    private static boolean isTreated(Bar bar) {
        return bar.ink() == Ink.TREATED;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    double largest() {
        return rows.stream().mapToDouble(Bar::value).max().orElse(0);
    }
}
