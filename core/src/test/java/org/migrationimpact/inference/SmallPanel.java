package org.migrationimpact.inference;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.migrationimpact.model.Factor;

/** A small unbalanced panel made by formulas: 12 units in 4 regions, 9 years, 88 rows; {@code panel_errors.R} makes the same. */
final class SmallPanel {

    static final List<String> NAMES = List.of("x1", "x2");

    private final int[] rows;

    private SmallPanel(int... rows) {
        this.rows = rows;
    }

    static SmallPanel unbalanced() {
        return new SmallPanel(
                IntStream.range(0, 108).filter(i -> (i * i + 3 * i) % 11 != 0).toArray());
    }

    /** The rows in another order. */
    SmallPanel reversed() {
        return new SmallPanel(IntStream.range(0, rows.length)
                .map(r -> rows[rows.length - 1 - r])
                .toArray());
    }

    int size() {
        return rows.length;
    }

    double[] column(IntToDoubleFunction formula) {
        return IntStream.of(rows).mapToDouble(formula).toArray();
    }

    Factor factor(String name, IntToDoubleFunction formula) {
        return PanelFixture.factor(name, column(formula));
    }

    Factor unit() {
        return factor("unit", SmallPanel::unitOf);
    }

    Factor year() {
        return factor("year", i -> i % 9);
    }

    Factor region() {
        return factor("region", i -> unitOf(i) % 4);
    }

    double[][] x() {
        return new double[][] {column(SmallPanel::x1), column(SmallPanel::x2)};
    }

    double[] y() {
        return column(i -> 1
                + 0.5 * x1(i)
                - 0.3 * x2(i)
                + 0.2 * unitOf(i)
                + ((i * 31337L + 101) % 1013) / 1013.0
                + ((unitOf(i) * 37) % 11) / 11.0 * ((i % 9 * 5) % 7) / 7.0);
    }

    double[] weightOfUnit() {
        return column(i -> 1 + unitOf(i) % 4);
    }

    double[] weightOfRow() {
        return column(i -> 1 + i * 13 % 5);
    }

    private static int unitOf(int i) {
        return i / 9;
    }

    private static double x1(int i) {
        return ((i * 7919L + 13) % 1009) / 1009.0 + 0.05 * unitOf(i);
    }

    private static double x2(int i) {
        return ((i * 104729L + 7) % 997) / 997.0 * (1 + i % 9 / 5.0);
    }

    PanelFixture twoWay() {
        return new PanelFixture(NAMES, x(), y(), List.of(unit(), year()));
    }

    /** With groups and calendar. */
    PanelScores complete(PanelScores scores) {
        return scores.groupedBy(List.of(unit(), year(), region()))
                .inCalendar(unit(), PanelFixture.places(column(i -> 2000 + i % 9)));
    }

    PanelScores scores() {
        return complete(twoWay().ols());
    }
}
