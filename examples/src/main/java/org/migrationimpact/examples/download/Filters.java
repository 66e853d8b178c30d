package org.migrationimpact.examples.download;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/** What stands behind the code of a table: {@code geo=DE,FR from=2015 to=2020}. */
final class Filters {

    private final Map<String, String[]> values = new LinkedHashMap<>();

    private Filters() {}

    /**
     * Reads {@code key=value} and {@code key=value,value}.
     *
     * @throws InputException E-DOWNLOAD-023 for any other text, a key without value, or a key that stands there twice
     */
    static Filters of(List<String> texts) {
        Filters filters = new Filters();
        for (String text : texts) {
            int at = text.indexOf('=');
            String[] values = text.substring(at + 1).strip().split(",", -1);
            if (at < 1 || List.of(values).contains("") || filters.values.put(text.substring(0, at), values) != null) {
                throw refused(text, "is no filter, or the second one of its name; write key=value or key=value,value");
            }
        }
        return filters;
    }

    /** Takes the values of a key away; none where it is not there. */
    String[] take(String key) {
        String[] found = values.remove(key);
        return found == null ? new String[0] : found;
    }

    /** Takes the one period of a key away. */
    Optional<Period> takePeriod(String key) {
        String[] found = take(key);
        if (found.length > 1) {
            throw refused(key + "=" + String.join(",", found), "has several periods; name one");
        }
        return found.length == 0 ? Optional.empty() : Optional.of(Period.parse(found[0]));
    }

    /** Takes {@code from} and {@code to} away, which stand there both or not at all. */
    List<Period> takeSpan() {
        Optional<Period> first = takePeriod("from");
        Optional<Period> last = takePeriod("to");
        if (first.isPresent() != last.isPresent()) {
            throw refused(first.isPresent() ? "from=" : "to=", "stands alone; name from and to, or neither");
        }
        List<Period> span = new ArrayList<>();
        first.ifPresent(span::add);
        last.ifPresent(span::add);
        return span;
    }

    /** What was not taken. */
    Map<String, String[]> rest() {
        return values;
    }

    /** Refuses what was not taken; these are the keys that there are. */
    void requireTaken(String known) {
        if (!values.isEmpty()) {
            throw refused(
                    values.keySet().iterator().next() + "=",
                    "means nothing to this publisher; the filters are " + known);
        }
    }

    static InputException refused(String text, String why) {
        return new InputException("E-DOWNLOAD-023", "'" + text + "' " + why);
    }
}
