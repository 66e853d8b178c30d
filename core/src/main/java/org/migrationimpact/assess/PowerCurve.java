package org.migrationimpact.assess;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Scale;

/**
 * The smallest effects that a design would show, by the number of periods after the measure. Made by {@link Power}.
 *
 * @param design the design's name in a study file
 * @param subject the name of the series
 * @param unit of the effects: that of the series, or log points
 * @param scale of the effects
 * @param start the first treated period
 * @param power how often the effect would be shown, such as 0.8
 * @param level of the test, such as 0.05
 * @param noise which deviations were drawn
 * @param draws how many series for each number of periods
 * @param rows by the number of periods, ascending
 */
public record PowerCurve(
        String design,
        String subject,
        String unit,
        Scale scale,
        Period start,
        double power,
        double level,
        String noise,
        int draws,
        List<Detectable> rows)
        implements Serializable {

    public PowerCurve {
        rows = List.copyOf(rows);
    }

    /** The fewest periods among the rows after which an effect of so many per cent shows; empty where none suffices. */
    public OptionalInt periodsUntil(double percent) {
        return rows.stream()
                .filter(row -> row.percent() <= percent)
                .mapToInt(Detectable::periods)
                .findFirst();
    }

    /** A table: periods, effect in its unit and in per cent, and how often nothing is taken for something. */
    public String summary() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Smallest effect on %s that %s at %s shows with power %s %% at the %s %% level%n"
                        + "(%d series for each row, with %s; effects are changes for good)%n%8s %12s %10s %8s  %s%n",
                subject,
                design,
                start,
                plain(power),
                plain(level),
                draws,
                noise,
                "periods",
                unit,
                "MC error",
                "%",
                "found without an effect"));
        for (Detectable row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%8d %12.5g %10.2g %8s  %s%n",
                    row.periods(),
                    row.effect(),
                    row.error(),
                    Double.isNaN(row.percent()) ? "" : String.format(Locale.ROOT, "%.1f", row.percent()),
                    row.falsePositives()));
        }
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String plain(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return summary();
    }
}
