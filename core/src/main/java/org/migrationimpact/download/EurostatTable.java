package org.migrationimpact.download;

import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/** A table of Eurostat and the part of it that is asked for; dimensions and codes in alphabetical order, so that the same part has one address. */
record EurostatTable(
        String code, SortedMap<String, List<String>> filters, Optional<Period> first, Optional<Period> last) {

    static final URI BASE = URI.create("https://ec.europa.eu/eurostat/api/dissemination");

    EurostatTable {
        filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
    }

    static EurostatTable of(String code) {
        return new EurostatTable(
                Address.code("code of a table", code, "_$.\\-"), new TreeMap<>(), Optional.empty(), Optional.empty());
    }

    EurostatTable where(String dimension, String... codes) {
        String name = Address.code("name of a dimension", dimension, "_");
        SortedMap<String, List<String>> more = new TreeMap<>(filters);
        List<String> sorted = Arrays.stream(codes)
                .map(value -> Address.code("code of a dimension", value, "_.\\-"))
                .distinct()
                .sorted()
                .toList();
        boolean repeated = filters.keySet().stream()
                .anyMatch(other -> other.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
        if (sorted.isEmpty() || repeated) {
            throw new InputException(
                    "E-DOWNLOAD-019",
                    "the dimension '" + name + "' of " + code + " is asked for "
                            + (repeated ? "twice" : "without a code")
                            + "; name it once, with all codes that are wanted");
        }
        more.put(name, sorted);
        return new EurostatTable(code, more, first, last);
    }

    EurostatTable since(Period period) {
        return new EurostatTable(code, filters, Optional.of(period), last);
    }

    EurostatTable until(Period period) {
        return new EurostatTable(code, filters, first, Optional.of(period));
    }
}
