package org.migrationimpact.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.migrationimpact.did.BaconComparison;
import org.migrationimpact.did.BaconComparison.Kind;
import org.migrationimpact.did.BaconDecomposition;

/**
 * Of which comparisons is a coefficient of two-way fixed effects made?
 *
 * <p>A point for each comparison of two groups, its estimate over its weight; kinds differ in shape and colour. The dashed line is the
 * coefficient, their weighted sum.
 */
public final class BaconChart extends Chart {

    private final BaconDecomposition bacon;

    private BaconChart(BaconDecomposition bacon) {
        this.bacon = Objects.requireNonNull(bacon);
    }

    /** The comparisons of this decomposition. */
    public static BaconChart of(BaconDecomposition bacon) {
        return new BaconChart(bacon);
    }

    @Override
    Figure figure() {
        String words = String.format(
                Locale.ROOT,
                "%s %% of the coefficient of %s rests on comparisons with units treated already.",
                Numerals.percent(100 * bacon.forbiddenShare()),
                Numerals.plain(bacon.estimate()));
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> bacon.weight(kind) > 0)
                .toList();
        return new Figure(
                "Comparisons behind two-way fixed effects for " + bacon.subject(),
                words,
                "estimate, " + bacon.unit(),
                List.of("Dashed: the coefficient, the sum of the estimates by their weights."),
                "Scatter plot of " + bacon.comparisons().size() + " estimates over their weights. " + words + " "
                        + String.join("; ", kinds.stream().map(this::kind).toList()) + ".",
                new ScatterPlot(
                        bacon.comparisons().stream().map(BaconChart::point).toList(),
                        "weight in the coefficient",
                        bacon.estimate(),
                        new Key(kinds.stream()
                                .map(kind -> new Key.Entry(sign(kind), colour(kind), Figure.sentence(kind.toString())))
                                .toList())));
    }

    private String kind(Kind kind) {
        return kind + ": weight " + Numerals.plain(bacon.weight(kind)) + ", mean "
                + Numerals.plain(bacon.estimate(kind));
    }

    private static ScatterPlot.Point point(BaconComparison one) {
        return new ScatterPlot.Point(one.weight(), one.estimate(), sign(one.kind()), colour(one.kind()));
    }

    private static Key.Sign sign(Kind kind) {
        return switch (kind) {
            case TREATED_NEVER -> Key.Sign.DOT;
            case EARLIER_LATER -> Key.Sign.SQUARE;
            case LATER_EARLIER -> Key.Sign.TRIANGLE;
            case LATER_ALWAYS -> Key.Sign.DIAMOND;
        };
    }

    private static Color colour(Kind kind) {
        return switch (kind) {
            case TREATED_NEVER -> Ink.FITTED.line();
            case EARLIER_LATER -> new Color(0x009E73);
            case LATER_EARLIER -> Ink.EXPECTED.line();
            case LATER_ALWAYS -> new Color(0xCC79A7);
        };
    }
}
