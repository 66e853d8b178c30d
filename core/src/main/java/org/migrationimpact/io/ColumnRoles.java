package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.CellColumn;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Rows;

/**
 * A guess which columns of a table are time, values, dimensions and flags. It is a guess from names and contents, and is told as one.
 *
 * @param time the column or columns of the period; empty where none was found
 * @param values the columns of figures, the likeliest first
 * @param dimensions the columns that say what a row is about
 * @param flags the column of flags, or empty
 * @param others columns that fit nowhere
 */
record ColumnRoles(List<String> time, List<String> values, List<String> dimensions, String flags, List<String> others) {

    private static final Pattern TIME = Pattern.compile(
            "(?:ref_?|obs_?|time_?)?(?:time|year|yr|date|month|period|quarter|qtr|week|day)(?:_?period|_?id)?|t|ym");
    private static final Pattern VALUE = Pattern.compile("(?:obs_?)?values?|n|v|count|amount|number|total");
    private static final Pattern FLAGS = Pattern.compile("(?:obs_?)?(?:flags?|status)(?:_.*)?");
    private static final Pattern CODE = Pattern.compile(".*(?:^|_)(?:id|code|m49|fips|nuts)");

    static ColumnRoles of(Rows rows) {
        List<String> named =
                rows.header().stream().filter(name -> !name.isEmpty()).toList();
        List<String> time = time(rows, named);
        List<String> rest = new ArrayList<>(named);
        rest.removeAll(time);
        String flags =
                rest.stream().filter(name -> isFlags(rows, name)).findFirst().orElse("");
        rest.remove(flags);
        List<String> figures =
                rest.stream().filter(name -> isFigures(rows, name)).toList();
        List<String> dimensions = dimensions(rows, rest, figures, time);
        List<String> values = figures.stream()
                .filter(name -> !dimensions.contains(name) && !matches(CODE, name) && !matches(TIME, name))
                .sorted((a, b) -> Integer.compare(rank(rows, a), rank(rows, b)))
                .toList();
        rest.removeAll(dimensions);
        rest.removeAll(values);
        return new ColumnRoles(time, values, dimensions, flags, List.copyOf(rest));
    }

    /** First what is called a value, last what takes few values, such as a treatment indicator. */
    private static int rank(Rows rows, String name) {
        return matches(VALUE, name) ? 0 : isFew(rows, name) ? 2 : 1;
    }

    /** A code, or a group, rather than a quantity. */
    private static boolean isFew(Rows rows, String name) {
        int different = rows.texts(name).size();
        return different <= 50
                && different * 2 <= rows.size()
                && rows.texts(name).stream().allMatch(text -> text.matches("\\d{1,6}"));
    }

    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    private static List<String> time(Rows rows, List<String> names) {
        for (String part : List.of("month", "quarter", "qtr", "week", "half")) {
            List<String> pair = names.stream()
                    .filter(name -> name.equalsIgnoreCase("year") || name.equalsIgnoreCase(part))
                    .sorted((a, b) -> Boolean.compare(b.equalsIgnoreCase("year"), a.equalsIgnoreCase("year")))
                    .toList();
            if (pair.size() == 2 && isTime(rows, pair, Frequency.ANNUAL)) {
                return pair;
            }
        }
        List<String> calendar = names.stream()
                .filter(name -> isTime(rows, List.of(name), Frequency.ORDINAL))
                .toList();
        return calendar.stream()
                .filter(name -> matches(TIME, name))
                .findFirst()
                .or(() -> calendar.stream().findFirst().filter(only -> calendar.size() == 1))
                .or(() -> names.stream()
                        .filter(name -> matches(TIME, name) && isTime(rows, List.of(name), Frequency.WEEK))
                        .findFirst())
                .map(List::of)
                .orElse(List.of());
    }

    /** Whether every cell is a period, and of another frequency than this. */
    private static boolean isTime(Rows rows, List<String> names, Frequency not) {
        try {
            return TimeColumn.of(rows, names).periods().get(0).frequency() != not;
        } catch (InputException noTime) {
            return false;
        }
    }

    private static boolean isFlags(Rows rows, String name) {
        return matches(FLAGS, name) && rows.texts(name).stream().allMatch(text -> text.matches("[a-zA-Z:*]{0,6}"));
    }

    /** All cells figures, at least one a number. */
    private static boolean isFigures(Rows rows, String name) {
        List<String> texts = rows.texts(name);
        return texts.stream().allMatch(Figure::isFigure) && texts.stream().anyMatch(text -> !Figure.isNothing(text));
    }

    /** Texts, and then, where rows are still alike, whole numbers that look like codes. */
    private static List<String> dimensions(Rows rows, List<String> rest, List<String> figures, List<String> time) {
        boolean series = !time.isEmpty() && isUnique(rows, List.of(), time);
        List<String> dimensions = new ArrayList<>(rest.stream()
                .filter(name -> !figures.contains(name) && !rows.texts(name).contains(""))
                .filter(name -> !series || rows.texts(name).size() == 1)
                .toList());
        List<String> codes = new ArrayList<>(figures.stream()
                .filter(name -> matches(CODE, name) || (!matches(TIME, name) && isFew(rows, name)))
                .sorted((a, b) -> Boolean.compare(matches(CODE, b), matches(CODE, a)))
                .toList());
        List<String> tried = new ArrayList<>(dimensions);
        while (!codes.isEmpty() && !isUnique(rows, tried, time)) {
            tried.add(codes.remove(0));
        }
        for (String name : List.copyOf(tried)) {
            if (!dimensions.contains(name) && isUnique(rows, without(tried, name), time)) {
                tried.remove(name);
            }
        }
        if (!isUnique(rows, tried, time)) {
            tried.retainAll(dimensions);
            figures.stream()
                    .filter(name -> isIdentifier(rows, name, dimensions, time))
                    .findFirst()
                    .ifPresent(tried::add);
        }
        return rows.header().stream().filter(tried::contains).toList();
    }

    private static List<String> without(List<String> names, String one) {
        return names.stream().filter(name -> !name.equals(one)).toList();
    }

    /** Whole numbers, each in several rows, that make every row different: the number of a county, a firm. */
    private static boolean isIdentifier(Rows rows, String name, List<String> dimensions, List<String> time) {
        List<String> with = new ArrayList<>(dimensions);
        with.add(name);
        List<String> texts = rows.texts(name);
        return texts.size() * 2 <= rows.size()
                && texts.stream().allMatch(text -> text.matches("\\d{1,15}"))
                && isUnique(rows, with, time);
    }

    static boolean isUnique(Rows rows, List<String> dimensions, List<String> time) {
        List<String> names = new ArrayList<>(time);
        names.addAll(dimensions);
        List<CellColumn.Coded> columns =
                names.stream().map(name -> rows.column(name).coded()).toList();
        double combinations = columns.stream()
                .mapToDouble(column -> column.dictionary().size())
                .reduce(1, (a, b) -> a * b);
        Set<Object> seen = new HashSet<>();
        for (int row = 0; row < rows.size(); row++) {
            int at = row;
            Object key = combinations < Long.MAX_VALUE
                    ? (Object) number(columns, row)
                    : columns.stream().map(column -> column.code(at)).toList();
            if (!seen.add(key)) {
                return false;
            }
        }
        return true;
    }

    private static long number(List<CellColumn.Coded> columns, int row) {
        long number = 0;
        for (CellColumn.Coded column : columns) {
            number = number * column.dictionary().size() + column.code(row);
        }
        return number;
    }

    /** The specification that reads one of the values. */
    Tidy tidy(String value) {
        Tidy tidy = Tidy.columns()
                .time(time.get(0), time.subList(1, time.size()).toArray(String[]::new))
                .value(value)
                .dimensions(dimensions.toArray(String[]::new));
        return flags.isEmpty() ? tidy : tidy.flags(flags);
    }

    @Override
    public String toString() {
        return "time " + told(time) + "; values " + told(values) + "; dimensions " + told(dimensions)
                + (flags.isEmpty() ? "" : "; flags " + flags)
                + (others.isEmpty() ? "" : "; not used: " + Names.some(others));
    }

    private static String told(List<String> names) {
        return names.isEmpty() ? "none found" : Names.some(names);
    }
}
