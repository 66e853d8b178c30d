package org.migrationimpact.data;

import java.io.Serializable;
import java.util.List;

/**
 * A migratory route: where it begins, passes and ends, how it is measured, and to which routes movement may shift.
 *
 * @param id the short name, such as {@code CIRC-ALGR}
 * @param name the name in words
 * @param kind what moves along it, such as {@code irregular border crossing}
 * @param origins where those who move come from
 * @param transit through where they pass
 * @param destinations where they arrive
 * @param measured how it is measured
 * @param neighbours the routes to look at for displacement, declared before any estimate
 * @param evidence what to know about the entry, and where it comes from
 */
public record Route(
        String id,
        String name,
        String kind,
        Places origins,
        Places transit,
        Places destinations,
        Measured measured,
        List<Neighbour> neighbours,
        Evidence evidence)
        implements Serializable {

    public Route {
        neighbours = List.copyOf(neighbours);
    }

    /**
     * How a route is measured.
     *
     * @param frontexSeries the line of the monthly detections of Frontex, as {@code label / border type}, or in words why there is none
     * @param frontexLabels other spellings of that label
     * @param dataWindow from when to when there are data, and whose
     */
    public record Measured(String frontexSeries, List<String> frontexLabels, String dataWindow)
            implements Serializable {
        public Measured {
            frontexLabels = List.copyOf(frontexLabels);
        }
    }

    /**
     * A route to which movement may shift.
     *
     * @param id the id of that route
     * @param note how it is meant, or empty; {@code downstream} and {@code upstream} mark routes on which the same persons are counted
     *     again
     */
    public record Neighbour(String id, String note) implements Serializable {

        /** A neighbour in the words of a table: {@code WBR(downstream)}, {@code CMR for TN}. */
        public static Neighbour parse(String text) {
            int end = 0;
            while (end < text.length() && (Character.isUpperCase(text.charAt(end)) || text.charAt(end) == '-')) {
                end++;
            }
            String note = text.substring(end).strip();
            boolean bracketed = note.startsWith("(") && note.endsWith(")");
            return new Neighbour(text.substring(0, end), bracketed ? note.substring(1, note.length() - 1) : note);
        }
    }

    /**
     * What to know about an entry, and where it comes from.
     *
     * @param caveats what to beware of
     * @param source where the facts come from
     * @param confidence how sure they are
     */
    public record Evidence(String caveats, String source, Confidence confidence) implements Serializable {}

    /** Id and name. */
    @Override
    public String toString() {
        return id + " " + name;
    }
}
