package org.migrationimpact.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Country;
import org.migrationimpact.table.Names;
import org.migrationimpact.table.Place;

/**
 * UNHCR's countries as codes: ISO codes of two letters from its ISO column, which its own three-letter codes are not. The name beside a
 * code must agree with it. Serbia is {@code SRB+XKX}, because UNHCR counts Kosovo in it.
 */
final class UnhcrPlaces {

    static final String SERBIA_AND_KOSOVO = "SRB+XKX";

    private final Map<List<String>, String> known = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    /** The code for a cell of the ISO column and a cell of the name column, either of which may be empty. */
    String code(String iso, String name, Place place) {
        return known.computeIfAbsent(List.of(iso, name), pair -> find(iso, name, place));
    }

    /** What is neither a country nor an aggregate and keeps the publisher's words. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    private String find(String iso, String name, Place place) {
        Optional<Country> named = Country.find(name);
        if (iso.isEmpty()) {
            return named.map(UnhcrPlaces::inUnhcrsBorders)
                    .or(() -> aggregate(name))
                    .orElseGet(() -> unknown(name, place));
        }
        Optional<Country> coded =
                Country.find(iso).filter(country -> country.iso3().equals(iso));
        if (named.isPresent() && !named.equals(coded)) {
            throw place.refuse(
                    "E-UNHCR-003",
                    "the code '" + Names.quoted(iso) + "' stands beside '" + Names.quoted(name)
                            + "', whose ISO code is " + named.get().iso3()
                            + "; UNHCR's own codes are not ISO codes: hand in its ISO column");
        }
        return coded.map(UnhcrPlaces::inUnhcrsBorders).or(() -> aggregate(iso)).orElseGet(() -> unknown(iso, place));
    }

    private static String inUnhcrsBorders(Country country) {
        return country.iso2().equals("RS") ? SERBIA_AND_KOSOVO : country.iso2();
    }

    private static Optional<String> aggregate(String text) {
        return Aggregate.find(text).map(Aggregate::code);
    }

    private String unknown(String text, Place place) {
        if (text.isEmpty()) {
            throw place.refuse(
                    "E-UNHCR-004",
                    "the country is empty, its code and its name; write UNK where the publisher does not know it");
        }
        unknown.add(text);
        return text;
    }
}
