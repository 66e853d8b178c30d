package org.migrationimpact.io;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Source;
import org.migrationimpact.table.Names;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Observations as a Tablesaw table, and back, without loss: {@code NA} stays Namibia, {@code 004} stays {@code 004}, and the reason why a
 * value is missing stays beside it.
 *
 * <p>The table is named after the quantity. Its columns are the dimensions (text), then {@code period} (ISO 8601), {@code frequency},
 * {@code value} (missing where there is none), {@code flags} (letters, a blank between two), {@code unit} and {@code line}. A table has no
 * place for a {@link Source}; hand it in on the way back.
 */
public final class Tables {

    private static final String PERIOD = "period";
    private static final String FREQUENCY = "frequency";
    private static final String VALUE = "value";
    private static final String FLAGS = "flags";
    private static final String UNIT = "unit";
    private static final String LINE = "line";
    private static final Set<String> OWN = Set.of(PERIOD, FREQUENCY, VALUE, FLAGS, UNIT, LINE);

    /** In place of the letter that {@link Flag#ABSENT} does not have. */
    private static final String ABSENT = "-";

    private Tables() {}

    /**
     * One row an observation, in their order.
     *
     * @throws InputException E-TABLES-001 where a dimension has the name of one of the other columns
     */
    public static Table of(Observations observations) {
        Map<String, StringColumn> text = new LinkedHashMap<>();
        for (String dimension : observations.dimensions()) {
            if (OWN.contains(dimension)) {
                throw new InputException(
                        "E-TABLES-001",
                        "a dimension named '" + dimension + "' cannot stand beside the column of that name; rename it");
            }
            text.put(dimension, StringColumn.create(dimension));
        }
        StringColumn period = StringColumn.create(PERIOD);
        StringColumn frequency = StringColumn.create(FREQUENCY);
        DoubleColumn value = DoubleColumn.create(VALUE);
        StringColumn flags = StringColumn.create(FLAGS);
        StringColumn unit = StringColumn.create(UNIT);
        IntColumn line = IntColumn.create(LINE);
        List<StringColumn> dimensions = List.copyOf(text.values());
        observations.stream().forEach(o -> {
            for (int d = 0; d < dimensions.size(); d++) {
                dimensions.get(d).append(o.codes().get(d));
            }
            period.append(o.period().toString());
            frequency.append(o.period().frequency().noun());
            value.append(o.value());
            flags.append(letters(o));
            unit.append(observations.unit());
            line.append(o.line());
        });
        Table table = Table.create(observations.quantity());
        dimensions.forEach(table::addColumns);
        return table.addColumns(period, frequency, value, flags, unit, line);
    }

    private static String letters(Observation observation) {
        return observation.flags().stream()
                .sorted()
                .map(flag -> flag == Flag.ABSENT ? ABSENT : flag.letter())
                .collect(Collectors.joining(" "));
    }

    /** The observations in a table, whose source is its name. */
    public static Observations observations(Table table) {
        return observations(table, Source.named(table.name()));
    }

    /**
     * The observations in a table. It needs the columns {@code period} and {@code value}; {@code frequency}, {@code flags}, {@code unit} and
     * {@code line} may be absent; every other column is a dimension, read as text.
     *
     * @throws InputException E-TABLES-002 where a column is missing or is no number, E-TABLES-003 where the rows have several units,
     *     E-PERIOD-001 for a text that is no period
     */
    public static Observations observations(Table table, Source source) {
        for (String needed : List.of(PERIOD, VALUE)) {
            if (!table.columnNames().contains(needed)) {
                throw shape(
                        table, "has no column '" + needed + "'; its columns are " + Names.some(table.columnNames()));
            }
        }
        if (!(table.column(VALUE) instanceof NumericColumn<?> value)) {
            throw shape(
                    table,
                    "has a column 'value' that is not numeric but "
                            + table.column(VALUE).type());
        }
        List<String> dimensions =
                table.columnNames().stream().filter(name -> !OWN.contains(name)).toList();
        ObservationsBuilder cube = Observations.of(String.valueOf(table.name()), unit(table), dimensions);
        Map<String, Period> periods = new HashMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            int at = row;
            List<String> key = dimensions.stream()
                    .map(dimension -> table.column(dimension).getString(at))
                    .toList();
            double figure = value.getDouble(row);
            Set<Flag> flags = flags(text(table, FLAGS, row));
            String when = text(table, PERIOD, row);
            String frequency = text(table, FREQUENCY, row);
            Period period = periods.computeIfAbsent(frequency + " " + when, any -> period(when, frequency));
            boolean unexplained = Double.isNaN(figure) && flags.isEmpty();
            int line = table.columnNames().contains(LINE)
                    ? (int) table.numberColumn(LINE).getDouble(row)
                    : 0;
            cube.add(key, period, figure, unexplained ? Set.of(Flag.NOT_AVAILABLE) : flags, line);
        }
        return cube.build(source);
    }

    private static InputException shape(Table table, String fault) {
        return new InputException("E-TABLES-002", "the table '" + table.name() + "' " + fault);
    }

    private static String text(Table table, String column, int row) {
        return table.columnNames().contains(column) ? table.column(column).getString(row) : "";
    }

    private static String unit(Table table) {
        if (!table.columnNames().contains(UNIT) || table.isEmpty()) {
            return "";
        }
        Column<?> units = table.column(UNIT).unique();
        if (units.size() > 1) {
            throw new InputException(
                    "E-TABLES-003",
                    "the table '" + table.name() + "' has " + units.size() + " units (" + units.getString(0) + ", "
                            + units.getString(1) + "); keep the rows of one");
        }
        return units.getString(0);
    }

    private static Period period(String text, String frequency) {
        return frequency.equals(Frequency.ORDINAL.noun()) ? Period.ordinal(Long.parseLong(text)) : Period.parse(text);
    }

    private static Set<Flag> flags(String letters) {
        EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
        for (String letter : letters.isEmpty() ? new String[0] : letters.split(" ", -1)) {
            if (letter.equals(ABSENT)) {
                flags.add(Flag.ABSENT);
            } else if (letter.equals(Flag.NOT_FOR_PUBLICATION.letter())) {
                flags.add(Flag.NOT_FOR_PUBLICATION);
            } else {
                flags.addAll(Flag.parse(letter));
            }
        }
        return flags;
    }
}
