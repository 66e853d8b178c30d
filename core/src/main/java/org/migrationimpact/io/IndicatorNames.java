package org.migrationimpact.io;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationimpact.data.InputException;
import org.migrationimpact.table.InputFile;
import org.migrationimpact.table.Names;

/** The World Bank's names of indicators, which end with their unit in brackets: {@code Personal remittances, paid (current US$)}. */
final class IndicatorNames {

    private static final Pattern UNIT = Pattern.compile("(.*?)\\s*\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");

    private final Map<String, String> names = new LinkedHashMap<>();

    void add(String code, String name) {
        names.putIfAbsent(code, name);
    }

    /** The name of the one indicator, without its unit; this title where there are several. */
    String quantity(String title) {
        return names.size() == 1 ? parts(names.values().iterator().next()).get(0) : title;
    }

    /**
     * The unit that all indicators share.
     *
     * @throws InputException E-WDI-002 where they have several
     */
    String unit(InputFile file) {
        Set<String> units = new LinkedHashSet<>();
        names.values().forEach(name -> units.add(parts(name).get(1)));
        if (units.size() > 1) {
            throw InputException.in(
                    "E-WDI-002",
                    file.name(),
                    "the file has " + names.size() + " indicators in " + units.size() + " units ("
                            + Names.some(List.copyOf(units)) + "); keep the rows of one unit");
        }
        return units.isEmpty() ? "" : units.iterator().next();
    }

    private static List<String> parts(String indicator) {
        Matcher matcher = UNIT.matcher(indicator);
        return matcher.matches() ? List.of(matcher.group(1), matcher.group(2)) : List.of(indicator, "");
    }
}
