package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.table.Names;

/** The account of one cube in plain lines: dimensions, periods, values, flags, gaps, duplicates. */
final class CubeAccount {

    private static final int EXAMPLES = 3;

    private final Observations cube;
    private final Map<Flag, Integer> flags = new TreeMap<>();
    private final Map<Flag, Integer> missing = new TreeMap<>();
    private final Map<Key, Span> spans = new LinkedHashMap<>();
    private int values;
    private int zeros;

    /** A series: its codes, and its frequency where a table has several. */
    private record Key(List<String> codes, Frequency frequency) {}

    /** The periods in which one series has a row. */
    private static final class Span {
        private final Set<Period> periods = new HashSet<>();
        private Period first;
        private Period last;

        Span(Period period) {
            first = period;
            last = period;
        }

        void add(Period period) {
            periods.add(period);
            first = period.isBefore(first) ? period : first;
            last = last.isBefore(period) ? period : last;
        }

        long holes() {
            return first.until(last) + 1 - periods.size();
        }
    }

    private CubeAccount(Observations cube) {
        this.cube = cube;
        cube.stream().forEach(this::count);
    }

    /** One account for cubes that share their rows: dimensions and periods once, then a line a quantity. */
    static List<String> of(List<Observations> cubes) {
        CubeAccount first = new CubeAccount(cubes.get(0));
        List<String> lines = new ArrayList<>(first.frame());
        lines.add(first.figures());
        cubes.stream()
                .skip(1)
                .limit(Names.SHOWN - 1L)
                .map(cube -> new CubeAccount(cube).figures())
                .forEach(lines::add);
        if (cubes.size() > Names.SHOWN) {
            lines.add("  and " + (cubes.size() - Names.SHOWN) + " more");
        }
        return lines;
    }

    private void count(Observation o) {
        Map<Flag, Integer> counts = Double.isNaN(o.value()) ? missing : flags;
        o.flags().forEach(flag -> counts.merge(flag, 1, Integer::sum));
        values += Double.isNaN(o.value()) ? 0 : 1;
        zeros += o.value() == 0 ? 1 : 0;
        Key series = new Key(o.codes(), o.period().frequency());
        spans.computeIfAbsent(series, key -> new Span(o.period())).add(o.period());
    }

    private List<String> frame() {
        List<String> lines = new ArrayList<>();
        for (String dimension : cube.dimensions()) {
            List<String> codes = cube.codes(dimension);
            lines.add("  " + dimension + ": " + codes.size() + (codes.size() == 1 ? " code: " : " codes: ")
                    + Names.some(codes));
        }
        lines.add("  periods: " + periods());
        lines.add("  gaps: " + gaps());
        lines.add("  duplicates: " + duplicates());
        if (!cube.source().vintage().isEmpty()) {
            lines.add("  vintage: " + Names.quoted(cube.source().vintage()));
        }
        lines.add("  " + cube.audit());
        cube.notes().forEach(note -> lines.add("  " + note));
        return lines;
    }

    private String figures() {
        return "  " + Names.quoted(cube.quantity()) + " (unit "
                + (cube.unit().isEmpty() ? "not said" : Names.quoted(cube.unit())) + "): " + values + " values, "
                + zeros + " of them zero; missing: " + told(missing) + "; flags: " + told(flags);
    }

    private String periods() {
        Map<Frequency, List<Period>> periods = cube.periods().stream()
                .collect(Collectors.groupingBy(Period::frequency, TreeMap::new, Collectors.toList()));
        return periods.values().stream().map(CubeAccount::periods).collect(Collectors.joining("; "));
    }

    private static String periods(List<Period> periods) {
        Period first = periods.get(0);
        Period last = periods.get(periods.size() - 1);
        long absent = first.until(last) + 1 - periods.size();
        return first.frequency().count(periods.size()) + ", " + first + " to " + last
                + (absent == 0 ? "" : ", " + absent + " in between in no series");
    }

    static String told(Map<Flag, Integer> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey().meaning())
                        .collect(Collectors.joining(", "));
    }

    /** Series that have no row for a period between their first and their last. */
    private String gaps() {
        List<Map.Entry<Key, Span>> gaps = spans.entrySet().stream()
                .filter(entry -> entry.getValue().holes() > 0)
                .toList();
        if (gaps.isEmpty()) {
            return "none (" + spans.size() + " series)";
        }
        String examples = gaps.stream()
                .limit(EXAMPLES)
                .map(entry -> name(entry.getKey().codes()) + " lacks "
                        + entry.getValue().holes() + " between " + entry.getValue().first + " and "
                        + entry.getValue().last)
                .collect(Collectors.joining("; "));
        return gaps.size() + " of " + spans.size() + " series have no row for some period inside their span: "
                + examples + (gaps.size() > EXAMPLES ? "; and others" : "");
    }

    private static String name(List<String> key) {
        return key.isEmpty() ? "the series" : Names.some(key);
    }

    private String duplicates() {
        List<List<Observation>> pairs = cube.duplicates();
        if (pairs.isEmpty()) {
            return "none";
        }
        String examples = pairs.stream()
                .limit(EXAMPLES)
                .map(pair -> name(pair.get(0).codes()) + " in " + pair.get(0).period() + " in lines "
                        + pair.get(0).line() + " and " + pair.get(1).line())
                .collect(Collectors.joining("; "));
        return pairs.size() + " rows repeat a key that was there before: " + examples
                + (pairs.size() > EXAMPLES ? "; and others" : "")
                + "; a further dimension may tell them apart";
    }
}
