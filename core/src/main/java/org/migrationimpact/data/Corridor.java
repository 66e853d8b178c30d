package org.migrationimpact.data;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From one country to another: who moves, or where money goes, from {@code origin} to {@code destination}. */
public record Corridor(Country origin, Country destination) implements Comparable<Corridor>, Serializable {

    private static final List<String> ARROWS = List.of("\u2192", "->", "\u2013", "\u2014", ">");

    public Corridor {
        if (origin.equals(destination)) {
            throw new IllegalArgumentException("a corridor joins two countries, got " + origin + " twice");
        }
    }

    /**
     * The corridor that the text names: {@code KG-RU}, {@code KGZ→RUS}, {@code Kyrgyzstan -> Russia}, {@code Guinea-Bissau-Portugal}.
     *
     * @throws InputException E-CORRIDOR-001 if it is not two countries with an arrow or a hyphen between them, E-CORRIDOR-002 if both
     *     are the same
     */
    public static Corridor parse(String text) {
        List<Corridor> readings = ARROWS.stream().anyMatch(text::contains) ? atArrow(text) : atHyphens(text);
        if (readings.size() != 1) {
            throw new InputException(
                    "E-CORRIDOR-001",
                    Spelling.quoted(text)
                            + " is no corridor; write two countries with a hyphen or an arrow between them, such as KG-RU");
        }
        return readings.get(0);
    }

    private static List<Corridor> atArrow(String text) {
        List<Corridor> readings = new ArrayList<>();
        for (String arrow : ARROWS) {
            int at = text.indexOf(arrow);
            if (at >= 0 && at == text.lastIndexOf(arrow)) {
                reading(text, at, arrow.length()).ifPresent(readings::add);
            }
        }
        return readings.stream().distinct().toList();
    }

    private static List<Corridor> atHyphens(String text) {
        List<Corridor> readings = new ArrayList<>();
        for (int at = text.indexOf('-'); at >= 0; at = text.indexOf('-', at + 1)) {
            reading(text, at, 1).ifPresent(readings::add);
        }
        return readings;
    }

    private static Optional<Corridor> reading(String text, int at, int width) {
        Optional<Country> from = Country.find(text.substring(0, at));
        Optional<Country> to = Country.find(text.substring(at + width));
        if (from.isPresent() && from.equals(to)) {
            throw new InputException(
                    "E-CORRIDOR-002",
                    Spelling.quoted(text) + " begins and ends in " + from.get() + "; a corridor joins two countries");
        }
        return from.flatMap(origin -> to.map(destination -> new Corridor(origin, destination)));
    }

    /** Whether the country is one of its two ends. */
    public boolean touches(Country country) {
        return origin.equals(country) || destination.equals(country);
    }

    @Override
    public int compareTo(Corridor other) {
        int byOrigin = origin.compareTo(other.origin);
        return byOrigin != 0 ? byOrigin : destination.compareTo(other.destination);
    }

    /** The two ISO codes: {@code KG-RU}. */
    @Override
    public String toString() {
        return origin.iso2() + "-" + destination.iso2();
    }
}
