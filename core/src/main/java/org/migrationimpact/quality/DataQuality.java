package org.migrationimpact.quality;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;

/**
 * What must be known of figures before anything is compared: rows that repeat a key or are not there, the publisher's flags, levels that
 * jump and series that begin or stop without a flag, counts that are small or rounded.
 *
 * <pre>{@code
 * System.out.println(DataQuality.of(detections));          // every series of a table
 * DataQuality.of(series, Period.month(2011, 1)).warnings() // one series, for a measure that begins then
 * }</pre>
 *
 * <p>Every design lists these concerns of its own window among its warnings. Rounding is a concern where a zero among the counts may be no
 * zero, or half of the unit is more than 1 % of the median count.
 *
 * @param subject the name of the series, or of the table's quantity
 * @param series how many series were looked at
 * @param concerns what was found, in the order of the series
 */
public record DataQuality(String subject, int series, List<Concern> concerns) implements Serializable {

    private static final int SHOWN = 5;
    private static final double MATERIAL = 0.01;

    public DataQuality {
        concerns = List.copyOf(concerns);
    }

    /** The concerns of one series. */
    public static DataQuality of(Series series) {
        return new DataQuality(series.name(), 1, concerns(series, Optional.empty()));
    }

    /** The concerns of one series, for a comparison of the periods before this one with those from it on. */
    public static DataQuality of(Series series, Period firstTreated) {
        return new DataQuality(series.name(), 1, concerns(series, Optional.of(firstTreated)));
    }

    /**
     * The concerns of a table: of every series in it, then of which series begin and stop together and of the rounding of all. A series
     * with a period that has two rows is not looked at further, for nobody knows which of them counts.
     */
    public static DataQuality of(Observations table) {
        List<Concern> found = new ArrayList<>();
        List<Observations> parts = table.parts();
        Set<Period> occurring = Set.copyOf(table.periods());
        for (Observations part : parts) {
            String name = name(part);
            List<List<Observation>> twice = part.duplicates();
            found.addAll(
                    twice.isEmpty()
                            ? ofTable(figures(part.series().named(name), Optional.empty()), occurring)
                            : List.of(duplicates(name, twice)));
        }
        if (table.periods().stream().map(Period::frequency).distinct().count() == 1) {
            table.dimensions().forEach(dimension -> reporting(table, dimension).ifPresent(found::add));
        }
        rounding(table).ifPresent(found::add);
        return new DataQuality(table.quantity(), parts.size(), found);
    }

    /** The concern about rounding that a table raises, by its figures or by what its publisher declares of them. */
    public static Optional<Concern> rounding(Observations table) {
        RoundingUnit shown = RoundingUnit.of(table);
        Optional<Long> declared = RoundingUnit.declared(table.source());
        if (shown.isRounded() || declared.isEmpty()) {
            return rounding(table.quantity(), shown, values(table));
        }
        return Optional.of(new Concern(
                "W-ROUNDING-001",
                table.quantity(),
                "has counts that the publisher declares to be rounded to " + declared.get(),
                List.of(),
                doubt(new RoundingUnit(
                        declared.get(), shown.values(), shown.zeros(), shown.different(), shown.exceptions(), 1))));
    }

    private static double[] values(Observations table) {
        return table.stream()
                .mapToDouble(Observation::value)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static String name(Observations part) {
        String codes = part.dimensions().stream()
                .map(dimension -> part.codes(dimension).get(0))
                .collect(Collectors.joining(", "));
        return codes.isEmpty() ? part.quantity() : part.quantity() + ", " + codes;
    }

    /** The same concerns; a period without a row is none where no series of the table has one, as between figures of every fifth year. */
    private static List<Concern> ofTable(List<Concern> concerns, Set<Period> occurring) {
        return concerns.stream()
                .map(concern -> concern.code().equals("W-SERIES-001") ? concern.in(occurring) : concern)
                .filter(concern -> !concern.code().equals("W-SERIES-001")
                        || !concern.periods().isEmpty())
                .toList();
    }

    private static Concern duplicates(String name, List<List<Observation>> pairs) {
        return new Concern(
                "W-QUALITY-001",
                name,
                "has two rows or more",
                pairs.stream()
                        .map(pair -> pair.get(1).period())
                        .distinct()
                        .sorted()
                        .toList(),
                "nobody knows which counts, so it cannot be compared: a further dimension may tell the rows apart");
    }

    private static Optional<Concern> reporting(Observations table, String dimension) {
        Reporting reporting = Reporting.of(table, dimension);
        return reporting.changes().isEmpty()
                ? Optional.empty()
                : Optional.of(new Concern(
                        "W-COVERAGE-002",
                        table.quantity(),
                        "has a sudden change in how many codes of " + dimension + " have a value: "
                                + reporting.changes().stream()
                                        .map(Reporting.Change::toString)
                                        .collect(Collectors.joining("; ")),
                        List.of(),
                        "a sum over them changes with it; compare those that are there throughout"));
    }

    private static List<Concern> concerns(Series series, Optional<Period> firstTreated) {
        List<Concern> found = figures(series, firstTreated);
        rounding(series.name(), RoundingUnit.of(series), Observed.in(series).values())
                .ifPresent(found::add);
        return found;
    }

    /** Everything but the rounding, which takes many values to show. */
    private static List<Concern> figures(Series series, Optional<Period> firstTreated) {
        List<Concern> found = new ArrayList<>(FlagConcerns.in(series));
        CoverageBreaks.in(series).breaks().forEach(jump -> found.add(coverage(series.name(), jump, firstTreated)));
        SmallCounts counts = SmallCounts.of(series);
        if (counts.areTooMany()) {
            found.add(small(series.name(), counts));
        }
        return found;
    }

    private static Concern coverage(String name, CoverageBreak jump, Optional<Period> firstTreated) {
        boolean atStart = firstTreated.isPresent() && Math.abs(jump.firstOfNew().until(firstTreated.get())) <= 1;
        return new Concern(
                "W-COVERAGE-001",
                name,
                "has a level that jumps " + jump.seen(),
                List.of(),
                atStart
                        ? "it lies at the first treated period, and a design cannot tell a change of coverage from an effect: read the"
                                + " publisher's notes"
                        : "if coverage changed there, before and after count different things: read the publisher's notes, or take a"
                                + " window on one side");
    }

    private static Concern small(String name, SmallCounts counts) {
        return new Concern(
                "W-SMALL-001",
                name,
                String.format(
                        Locale.ROOT,
                        "has %d of %d values below %d, %d of them zero",
                        counts.small(),
                        counts.values(),
                        counts.threshold(),
                        counts.zeros()),
                List.of(),
                "errors taken as normal are wrong for such counts: " + counts.instead());
    }

    private static Optional<Concern> rounding(String name, RoundingUnit rounding, double... values) {
        boolean matters = rounding.isRounded()
                && (rounding.zeros() > 0 || rounding.unit() / 2.0 > MATERIAL * Observed.median(values));
        return matters
                ? Optional.of(new Concern(
                        "W-ROUNDING-001",
                        name,
                        "has " + (rounding.values() - rounding.exceptions()) + " of " + rounding.values()
                                + " values that are multiples of " + rounding.unit() + ", so they are rounded",
                        List.of(),
                        doubt(rounding)))
                : Optional.empty();
    }

    private static String doubt(RoundingUnit rounding) {
        return "a difference of two of them may be wrong by " + rounding.largestErrorOfSum(2)
                + ", and a zero may stand for up to " + rounding.hiddenByZero();
    }

    /** Every concern as a warning beside a result. */
    public List<Warning> warnings() {
        return concerns.stream().map(Concern::warning).toList();
    }

    /** The account: how many concerns of each kind, and the first of them. */
    @Override
    public String toString() {
        String head = subject + ", " + series + " series: ";
        if (concerns.isEmpty()) {
            return head + "nothing found that limits a comparison";
        }
        Map<String, List<Concern>> kinds = concerns.stream()
                .collect(Collectors.groupingBy(Concern::code, LinkedHashMap::new, Collectors.toList()));
        StringBuilder text =
                new StringBuilder(head + concerns.size() + (concerns.size() == 1 ? " concern" : " concerns"));
        kinds.values().forEach(kind -> {
            kind.stream().limit(SHOWN).forEach(concern -> text.append("\n  ").append(concern));
            if (kind.size() > SHOWN) {
                text.append("\n  and ")
                        .append(kind.size() - SHOWN)
                        .append(" more of ")
                        .append(kind.get(0).code());
            }
        });
        return text.toString();
    }
}
