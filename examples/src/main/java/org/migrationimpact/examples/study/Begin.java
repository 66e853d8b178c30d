package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** Who is treated and from when, asked of the data where the study names a column that says it. */
final class Begin {

    private static final Pattern NEVER = Pattern.compile("|0|0\\.0*|never", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE_DECIMAL = Pattern.compile("(\\d+)\\.0+");

    private final DataBlock data;
    private final Treatment treatment;
    private final Figures figures;

    Begin(DataBlock data, Treatment treatment, Figures figures) {
        this.data = data;
        this.treatment = treatment;
        this.figures = figures;
    }

    /** The treated unit; empty where the study has a single series without units. */
    Optional<Text> unit(Observations outcome) {
        if (data.unit().isEmpty()) {
            treatment.unit().ifPresent(unit -> {
                throw unit.place()
                        .refusal(
                                "E-STUDY-041",
                                "treatment names a unit, but data has no 'unit', the column of the units");
            });
            return Optional.empty();
        }
        return treatment.unit().or(() -> Optional.of(new Text(treatment.start().place(), only(treated(outcome)))));
    }

    /** The units that may be meant where the study names none. */
    private List<String> treated(Observations outcome) {
        if (treatment.start() instanceof Treatment.Cohort cohort) {
            return figures.texts(cohort.column()).entrySet().stream()
                    .filter(unit -> unit.getValue().stream().anyMatch(cell -> !isNever(cell)))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        if (treatment.start() instanceof Treatment.Indicator indicator) {
            Observations column = figures.column(indicator.column());
            int at = column.dimensions().indexOf(unitColumn(column));
            return column.stream()
                    .filter(row -> row.value() == 1)
                    .map(row -> row.codes().get(at))
                    .distinct()
                    .toList();
        }
        return outcome.codes(unitColumn(outcome));
    }

    private String unitColumn(Observations cube) {
        Text unit = data.unit().orElseThrow();
        Figures.requireDimension(cube, unit);
        return unit.text();
    }

    private String only(List<String> units) {
        if (units.isEmpty()) {
            throw new DataException(
                    "E-STUDY-042", "no unit is ever treated, as " + column() + " says; there is nothing to estimate");
        }
        if (units.size() > 1) {
            throw treatment
                    .start()
                    .place()
                    .refusal(
                            "E-STUDY-043",
                            units.size() + " units may be meant (" + Text.some(units)
                                    + "); this design takes one: name it with treatment.unit");
        }
        return units.get(0);
    }

    private String column() {
        return treatment.start() instanceof Treatment.Cohort cohort
                ? "the column " + cohort.column().text()
                : treatment.start() instanceof Treatment.Indicator indicator
                        ? "the column " + indicator.column().text()
                        : "the study";
    }

    private static boolean isNever(Text cell) {
        return NEVER.matcher(cell.text()).matches();
    }

    /** When the treated unit's treatment begins. */
    Onset onset(Optional<Text> unit, Frequency frequency) {
        Place place = treatment.start().place();
        if (treatment.start() instanceof Treatment.From from) {
            return new Onset.At(different(from.periods(), frequency), place);
        }
        if (treatment.start() instanceof Treatment.Cohort cohort) {
            return new Onset.At(
                    List.of(cohort(cohort.column(), unit.map(Text::text).orElse(""), frequency)), place);
        }
        if (treatment.start() instanceof Treatment.Indicator indicator) {
            return new Onset.At(List.of(indicator(indicator.column(), unit)), place);
        }
        return new Onset.InForce(((Treatment.InForce) treatment.start()).measure(), place);
    }

    private static List<Period> different(List<Text> texts, Frequency frequency) {
        List<Period> periods =
                texts.stream().map(text -> Calendar.period(text, frequency)).toList();
        for (int i = 1; i < periods.size(); i++) {
            if (periods.subList(0, i).contains(periods.get(i))) {
                throw texts.get(i)
                        .place()
                        .refusal("E-STUDY-044", "the first treated period " + periods.get(i) + " is named twice");
            }
        }
        return periods;
    }

    private Period cohort(Text column, String unit, Frequency frequency) {
        List<Text> cells = figures.texts(column).getOrDefault(unit, List.of());
        Text first = cells.get(0);
        for (Text cell : cells) {
            if (!cell.text().equals(first.text())) {
                throw cell.place()
                        .refusal(
                                "E-STUDY-045",
                                column.text() + " is '" + cell.text() + "' here and '" + first.text() + "' in line "
                                        + first.place().line()
                                        + ", for the same unit; a unit has one first treated period");
            }
        }
        if (isNever(first)) {
            throw new DataException(
                    "E-STUDY-046",
                    (unit.isEmpty() ? "the series" : unit) + " is never treated, as the column " + column.text()
                            + " says; name a treated unit");
        }
        return Calendar.period(
                new Text(first.place(), WHOLE_DECIMAL.matcher(first.text()).replaceFirst("$1")), frequency);
    }

    private Period indicator(Text column, Optional<Text> unit) {
        Observations cube = figures.column(column);
        Series treated = unit.map(code -> Figures.kept(cube, data.unit().orElseThrow(), List.of(code)))
                .orElse(cube)
                .series();
        List<Integer> rows = IntStream.range(0, treated.size())
                .filter(i -> !treated.flags(i).contains(Flag.ABSENT))
                .boxed()
                .toList();
        rows.forEach(i -> requireZeroOrOne(column, treated, i));
        int first = rows.stream()
                .filter(i -> treated.value(i) == 1)
                .findFirst()
                .orElseThrow(() -> new DataException(
                        "E-STUDY-047",
                        column.text() + " is 0 in every period of " + treated.name() + "; nothing is treated"));
        List<Period> off = rows.stream()
                .filter(i -> i > first && treated.value(i) == 0)
                .map(treated::period)
                .toList();
        if (!off.isEmpty()) {
            throw column.place()
                    .refusal(
                            "E-STUDY-048",
                            column.text() + " is 1 from " + treated.period(first) + " and 0 again in "
                                    + off.stream()
                                            .limit(3)
                                            .map(Period::toString)
                                            .collect(Collectors.joining(", "))
                                    + "; these designs need a treatment that stays: give the first treated period with from");
        }
        return treated.period(first);
    }

    private static void requireZeroOrOne(Text column, Series treated, int i) {
        if (treated.value(i) != 0 && treated.value(i) != 1) {
            InputException refusal = column.place()
                    .refusal(
                            "E-STUDY-049",
                            column.text() + " is " + (Double.isNaN(treated.value(i)) ? "missing" : treated.value(i))
                                    + " in " + treated.period(i) + "; an indicator is 0 or 1 in every period");
            throw refusal;
        }
    }
}
