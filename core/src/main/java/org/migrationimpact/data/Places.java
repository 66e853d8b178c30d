package org.migrationimpact.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a route begins, passes or ends, as a table says it: mostly countries, sometimes a group such as {@code EU}.
 *
 * @param text the text of the table, unchanged
 * @param countries the countries named in it, in their order; a note in brackets after a code does not matter
 * @param others what is named in it and is no country, in its order
 */
public record Places(String text, List<Country> countries, List<String> others) implements Serializable {

    public Places {
        countries = List.copyOf(countries);
        others = List.copyOf(others);
    }

    /** The places in a text such as {@code RS;BA;GR}, {@code ES (Canary Islands)} or {@code EU;TR}. */
    public static Places parse(String text) {
        List<String> parts = Arrays.stream(text.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        return new Places(
                text,
                parts.stream().map(Places::country).flatMap(Optional::stream).toList(),
                parts.stream().filter(part -> country(part).isEmpty()).toList());
    }

    private static Optional<Country> country(String part) {
        int bracket = part.indexOf('(');
        return Country.find(bracket > 0 ? part.substring(0, bracket) : part);
    }

    /** The text of the table. */
    @Override
    public String toString() {
        return text;
    }
}
