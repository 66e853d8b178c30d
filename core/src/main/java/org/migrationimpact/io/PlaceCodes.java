package org.migrationimpact.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.migrationimpact.data.Aggregate;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.ObservationsBuilder;
import org.migrationimpact.data.Warning;
import org.migrationimpact.table.Names;

/**
 * The places of a table as codes: the ISO code of two letters where a label or code is that of a country, the code of an aggregate where
 * it is one; what is neither keeps the publisher's words, and a note says so.
 */
final class PlaceCodes {

    private final Map<String, String> known = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();

    /** The code of a label. */
    String ofLabel(String label) {
        return known.computeIfAbsent(label, this::look);
    }

    private String look(String label) {
        return Country.find(label)
                .map(Country::iso2)
                .or(() -> Aggregate.find(label).map(Aggregate::code))
                .orElseGet(() -> keep(label));
    }

    /** The label as it stands; the note will name it. */
    private String keep(String label) {
        unknown.add(label);
        return label;
    }

    /** Whether the label is that of a country or an aggregate. */
    static boolean isKnown(String label) {
        return Country.find(label).isPresent() || Aggregate.find(label).isPresent();
    }

    /** ISO code of two letters where the code is that of a country in three; the publisher's own code otherwise. */
    static String ofIso3(String code) {
        return Country.find(code)
                .filter(country -> country.iso3().equals(code))
                .map(Country::iso2)
                .orElse(code);
    }

    /** The ISO code of two letters of a country with this numeric code; the publisher's number for what is no country. */
    String ofM49(String code, String label) {
        String digits = code.length() < 3 ? "0".repeat(3 - code.length()) + code : code;
        return Country.find(digits)
                .filter(country -> country.m49().equals(digits))
                .map(Country::iso2)
                .orElseGet(() -> Aggregate.find(code).isPresent() ? code : keep(label));
    }

    /** Tells in a note which labels are no place that is known. */
    void note(ObservationsBuilder cube) {
        if (!unknown.isEmpty()) {
            cube.note(new Warning(
                    "W-PLACE-001",
                    "these are no country and no aggregate that is known, and keep the publisher's words: "
                            + Names.some(List.copyOf(unknown))));
        }
    }
}
