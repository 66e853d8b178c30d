package org.migrationimpact.examples.study;

import java.util.LinkedHashMap;
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

    /**
     * The first treated period of every treated unit, in the order of the file; a unit that is not here is never treated. Empty where the
     * study does not say when treatment began.
     */
    Map<String, Period> firstTreated(Observations outcome) {
        Text column = data.unit()
                .orElseThrow(() -> treatment
                        .start()
                        .place()
                        .refusal(
                                "E-STUDY-085",
                                "this design compares units, and data has no 'unit', the column that names them"));
        Figures.requireDimension(outcome, column);
        List<String> units = outcome.codes(column.text());
        requirePresent(units);
        Frequency frequency = outcome.periods().get(0).frequency();
        Map<String, Period> first = new LinkedHashMap<>();
        for (String unit : units) {
            firstTreated(unit, frequency).ifPresent(period -> first.put(unit, period));
        }
        return first;
    }

    private void requirePresent(List<String> units) {
        for (Text unit : treatment.units()) {
            if (!units.contains(unit.text())) {
                throw unit.place()
                        .refusal(
                                "E-STUDY-086",
                                "there is no unit '" + unit.text() + "'; there are " + Text.some(units)
                                        + Text.nearest(unit.text(), units));
            }
        }
    }

    private Optional<Period> firstTreated(String unit, Frequency frequency) {
        boolean named = treatment.units().stream().anyMatch(text -> text.text().equals(unit));
        if (treatment.start() instanceof Treatment.Cohort cohort) {
            Text cell = oneCell(cohort.column(), unit);
            return isNever(cell) ? Optional.empty() : Optional.of(period(cell, frequency));
        }
        if (treatment.start() instanceof Treatment.Indicator indicator) {
            Text code = new Text(indicator.column().place(), unit);
            return indicated(indicator.column(), Optional.of(code)).isEmpty()
                    ? Optional.empty()
                    : Optional.of(indicator(indicator.column(), Optional.of(code)));
        }
        if (!named || treatment.start() instanceof Treatment.Unsaid) {
            return Optional.empty();
        }
        return Optional.of(onset(Optional.empty(), frequency).in(frequency).get(0));
    }

    private Period cohort(Text column, String unit, Frequency frequency) {
        Text first = oneCell(column, unit);
        if (isNever(first)) {
            throw new DataException(
                    "E-STUDY-046",
                    (unit.isEmpty() ? "the series" : unit) + " is never treated, as the column " + column.text()
                            + " says; name a treated unit");
        }
        return period(first, frequency);
    }

    private static Period period(Text cell, Frequency frequency) {
        return Calendar.period(
                new Text(cell.place(), WHOLE_DECIMAL.matcher(cell.text()).replaceFirst("$1")), frequency);
    }

    /** What the column says of the unit, the same in every row. */
    private Text oneCell(Text column, String unit) {
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
        return first;
    }

    private Period indicator(Text column, Optional<Text> unit) {
        Series treated = series(column, unit);
        List<Integer> rows = rows(treated);
        int first = indicated(column, unit).stream()
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

    private Series series(Text column, Optional<Text> unit) {
        Observations cube = figures.column(column);
        return unit.map(code -> Figures.kept(cube, data.unit().orElseThrow(), List.of(code)))
                .orElse(cube)
                .series();
    }

    private static List<Integer> rows(Series treated) {
        return IntStream.range(0, treated.size())
                .filter(i -> !treated.flags(i).contains(Flag.ABSENT))
                .boxed()
                .toList();
    }

    /** Where the column is 1, by position in the series. */
    private List<Integer> indicated(Text column, Optional<Text> unit) {
        Series treated = series(column, unit);
        List<Integer> rows = rows(treated);
        rows.forEach(i -> requireZeroOrOne(column, treated, i));
        return rows.stream().filter(i -> treated.value(i) == 1).toList();
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
