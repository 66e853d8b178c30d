package org.migrationimpact.io;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationimpact.data.Observations;

/** The {@code data:} lines of a study file. */
final class DataBlock {

    /** Words that YAML readers take for a truth value, or for nothing. */
    private static final Set<String> RESERVED = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private DataBlock() {}

    static String of(String file, Format format, Optional<ColumnRoles> roles, List<Observations> cubes) {
        List<String> lines = new ArrayList<>(List.of("data:", "  file: " + plain(file)));
        Observations cube = cubes.get(0);
        Optional<String> unit = cube.dimensions().stream()
                .filter(dimension -> !cube.alternatives().contains(dimension))
                .max(Comparator.comparingInt(
                        (String dimension) -> cube.codes(dimension).size()))
                .filter(dimension -> cube.codes(dimension).size() > 1);
        if (roles.isPresent()) {
            unit.ifPresent(dimension -> lines.add("  unit: " + plain(dimension)));
            lines.add("  time: " + list(roles.get().time()));
            lines.add("  outcome: " + plain(cube.quantity()));
            List<String> further =
                    cubes.stream().skip(1).map(Observations::quantity).toList();
            if (!further.isEmpty()) {
                lines.add("  covariates: " + flow(further));
            }
        } else {
            lines.add("  format: " + format.id());
            unit.ifPresent(dimension -> lines.add("  unit: " + plain(dimension)));
        }
        String where = cube.dimensions().stream()
                .filter(dimension -> unit.stream().noneMatch(dimension::equals)
                        && cube.codes(dimension).size() > 1)
                .map(dimension ->
                        plain(dimension) + ": " + plain(cube.codes(dimension).get(0)))
                .collect(Collectors.joining(", "));
        if (!where.isEmpty()) {
            lines.add("  where: {" + where + "}    # choose your own");
        }
        return String.join("\n", lines);
    }

    private static String list(List<String> names) {
        return names.size() == 1 ? plain(names.get(0)) : flow(names);
    }

    private static String flow(List<String> names) {
        return names.stream().map(DataBlock::plain).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A YAML scalar: quoted wherever it could be read as something else. */
    private static String plain(String text) {
        boolean safe =
                text.matches("[A-Za-z_][A-Za-z0-9_.-]*") && !RESERVED.contains(text.toLowerCase(java.util.Locale.ROOT));
        return safe
                ? text
                : '"'
                        + text.replaceAll("[\\p{Cntrl}]", " ")
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                        + '"';
    }
}
