package org.migrationimpact.io;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.migrationimpact.data.Flag;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Source;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Figure;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;

/** Puts the cells of a JSON-stat dataset into their places: positions become codes and periods, statuses become flags. */
final class JsonStatCube {

    private static final String TIME = "(?i)time|time_period|period|year|quarter|month";
    private static final Set<String> NORMAL = Set.of("", "a", "A");

    private final InputFile file;
    private final String name;
    private final JsonStatData data;
    private final List<JsonStatDimension> dimensions = new ArrayList<>();
    private final List<List<String>> codes = new ArrayList<>();
    private final List<Period> periods = new ArrayList<>();
    private final Map<Integer, Set<Flag>> flags = new HashMap<>();
    private long cells = 1;
    private int time;

    JsonStatCube(InputFile file, String name, JsonStatData data) {
        this.file = file;
        this.name = name;
        this.data = data;
    }

    Observations build() {
        measure();
        time = timeDimension();
        for (String code : codes.get(time)) {
            periods.add(TimeColumn.parse(code, new Place(file.name(), 1, 1)));
        }
        if (data.values.size() + data.statuses.size() == 0) {
            throw data.refuse(
                    "E-JSONSTAT-013",
                    "the dataset '" + Names.quoted(name)
                            + "' has no cell with a figure or a status; ask for other codes or periods");
        }
        List<String> names = IntStream.range(0, data.ids.size())
                .filter(d -> d != time)
                .mapToObj(data.ids::get)
                .toList();
        ObservationsBuilder cube = Observations.of(data.title(name), unit(), names);
        RepeatedThings.mark(cube, names);
        fill(cube);
        several().forEach(dimension -> note(cube, dimension));
        return cube.build(source());
    }

    /** The sizes must be those of the lists of codes, so that no size can ask for more than the file holds. */
    private void measure() {
        data.ids.forEach(id -> Optional.ofNullable(data.dimensions.get(id)).ifPresent(dimensions::add));
        if (data.ids.isEmpty()
                || data.ids.size() != data.sizes.size()
                || Set.copyOf(data.ids).size() != data.ids.size()
                || data.ids.size() != dimensions.size()) {
            throw data.refuse(
                    "E-JSONSTAT-008",
                    "the dataset '" + Names.quoted(name) + "' has the dimensions " + Names.some(data.ids) + " and "
                            + data.sizes.size() + " sizes, and describes "
                            + Names.some(List.copyOf(data.dimensions.keySet()))
                            + "; each dimension needs one size and one description");
        }
        for (int d = 0; d < data.ids.size(); d++) {
            long size = data.sizes.get(d);
            codes.add(dimensions.get(d).codes(size));
            cells = Math.min(cells * size, Long.MAX_VALUE / JsonStatDimension.CATEGORIES / 2);
        }
        requireCells(data.values, "value");
        requireCells(data.statuses, "status");
    }

    /** An array has as many cells as the sizes make; a position lies inside, and occurs once. */
    private void requireCells(JsonStatCells given, String what) {
        boolean whole = !given.isDense() || given.listed() == cells || (given == data.statuses && data.oneStatus());
        given.sort();
        for (int i = 1; i < given.size(); i++) {
            whole &= given.position(i) != given.position(i - 1);
        }
        if (!whole || (given.size() > 0 && given.position(given.size() - 1) >= cells)) {
            throw data.refuse(
                    "E-JSONSTAT-009",
                    "the " + what + " of '" + Names.quoted(name)
                            + "' does not fit the cube: the sizes " + data.sizes + " make " + cells
                            + " cells, each of which may have one " + what + "; fetch the file again");
        }
    }

    private int timeDimension() {
        List<Integer> found = new ArrayList<>();
        for (int d = 0; d < data.ids.size(); d++) {
            String id = data.ids.get(d);
            boolean named = data.roles.entrySet().stream()
                    .anyMatch(role ->
                            role.getKey().startsWith("time[") && role.getValue().equals(id));
            if (named) {
                found.add(d);
            }
        }
        for (int d = 0; d < data.ids.size() && found.isEmpty(); d++) {
            if (data.ids.get(d).matches(TIME)) {
                found.add(d);
            }
        }
        if (found.size() != 1) {
            throw data.refuse(
                    "E-JSONSTAT-011",
                    "the dataset '" + Names.quoted(name) + "' has " + found.size()
                            + " dimensions of time; one is needed, named by role.time or called time, among "
                            + Names.some(data.ids));
        }
        return found.get(0);
    }

    private void fill(ObservationsBuilder cube) {
        JsonStatCells values = data.values;
        JsonStatCells statuses = data.statuses;
        boolean one = data.oneStatus();
        int v = 0;
        int s = 0;
        while (v < values.size() || (!one && s < statuses.size())) {
            long at = Math.min(
                    v < values.size() ? values.position(v) : Long.MAX_VALUE,
                    !one && s < statuses.size() ? statuses.position(s) : Long.MAX_VALUE);
            boolean valued = v < values.size() && values.position(v) == at;
            boolean marked = !one && s < statuses.size() && statuses.position(s) == at;
            int line = valued ? values.line(v) : statuses.line(s);
            double value = valued ? values.number(v) : Double.NaN;
            Set<Flag> marks = one ? flags(0) : marked ? flags(s) : Set.of();
            add(cube, at, value, marks, line);
            v += valued ? 1 : 0;
            s += marked ? 1 : 0;
        }
    }

    private void add(ObservationsBuilder cube, long at, double value, Set<Flag> marks, int line) {
        List<String> key = new ArrayList<>();
        Period period = periods.get(0);
        long rest = at;
        for (int d = codes.size() - 1; d >= 0; d--) {
            int position = (int) (rest % codes.get(d).size());
            rest /= codes.get(d).size();
            if (d == time) {
                period = periods.get(position);
            } else {
                key.add(0, codes.get(d).get(position));
            }
        }
        Set<Flag> all = Double.isNaN(value) ? Figure.missing(marks).flags() : marks;
        cube.add(key, period, value, all, line);
    }

    private Set<Flag> flags(int entry) {
        int mark = (int) data.statuses.number(entry);
        return flags.computeIfAbsent(mark, number -> {
            String text = data.marks.get(number);
            return NORMAL.contains(text)
                    ? EnumSet.noneOf(Flag.class)
                    : new Place(file.name(), data.statuses.line(entry), 1).flags(text);
        });
    }

    /** The label of the one code of the dimension of units, or the unit of the one code of a dimension that has units. */
    private String unit() {
        for (int d = 0; d < data.ids.size(); d++) {
            JsonStatDimension dimension = dimensions.get(d);
            String only = codes.get(d).size() == 1 ? codes.get(d).get(0) : "";
            if (!only.isEmpty() && isUnit(d)) {
                return dimension.label(only);
            }
            if (!only.isEmpty() && !dimension.unit(only).isEmpty()) {
                return dimension.unit(only);
            }
        }
        return "";
    }

    private boolean isUnit(int dimension) {
        return data.ids.get(dimension).matches("(?i)unit|unit_measure");
    }

    /** The dimensions whose codes count in different units. */
    private List<String> several() {
        return IntStream.range(0, codes.size())
                .filter(d -> codes.get(d).size() > 1 && (isUnit(d) || units(d) > 1))
                .mapToObj(data.ids::get)
                .toList();
    }

    private long units(int d) {
        JsonStatDimension dimension = dimensions.get(d);
        return codes.get(d).stream().map(dimension::unit).distinct().count();
    }

    private static void note(ObservationsBuilder cube, String dimension) {
        cube.alternatives(dimension);
        cube.note(new Warning(
                "W-JSONSTAT-001",
                "the codes of the dimension '" + Names.quoted(dimension)
                        + "' count in different units; choose one of them before anything else"));
    }

    private Source source() {
        String updated = data.texts.getOrDefault("updated", "");
        String epoch = data.texts.getOrDefault("lastUpdateDate", "");
        if (updated.isEmpty() && epoch.matches("\\d{1,13}")) {
            updated = Instant.ofEpochMilli(Long.parseLong(epoch)).toString();
        }
        String publisher = data.texts.getOrDefault("source", "");
        return file.source((publisher.isEmpty() ? "" : publisher + ", ") + data.title(name), updated, "");
    }
}
