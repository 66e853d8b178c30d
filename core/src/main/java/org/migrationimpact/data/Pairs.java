package org.migrationimpact.data;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table says about pairs of places once and for all, without any period: a distance, a common border, a visa requirement. It is
 * no series and no cube; take a number or a word for a pair and put it beside the flows of that corridor.
 *
 * <pre>{@code
 * double kilometres = distances.number("distw", "AL", "GR");
 * String rule = index.text("requirement", "MD", "DE");
 * }</pre>
 */
public final class Pairs {

    private final String title;
    private final List<String> attributes;
    private final List<Pair> pairs;
    private final Map<List<String>, Pair> index = new HashMap<>();
    private final Source source;
    private final SampleAudit audit;
    private final List<Warning> notes;

    /**
     * What is said about one pair.
     *
     * @param origin the code of the first place
     * @param destination the code of the second place, which may be the first
     * @param cells one cell an attribute, in the order of {@link Pairs#attributes()}
     * @param line the line of the file, from 1
     */
    public record Pair(String origin, String destination, List<Cell> cells, int line) {
        public Pair {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One thing said about a pair: a number, a word, or nothing.
     *
     * @param text as the publisher writes it
     * @param value the number; {@code NaN} for a word and for nothing
     * @param flags why there is nothing; empty for a number and for a word
     */
    public record Cell(String text, double value, Set<Flag> flags) {
        public Cell {
            flags = Flag.unmask(Flag.mask(flags));
        }
    }

    /**
     * Pairs as a reader found them.
     *
     * @throws DataException E-PAIRS-004 where a pair occurs twice
     */
    public Pairs(
            String title,
            List<String> attributes,
            List<Pair> pairs,
            Source source,
            SampleAudit audit,
            List<Warning> notes) {
        this.title = title;
        this.attributes = List.copyOf(attributes);
        this.pairs = List.copyOf(pairs);
        this.source = source;
        this.audit = audit;
        this.notes = List.copyOf(notes);
        this.pairs.forEach(this::enter);
    }

    private void enter(Pair pair) {
        if (pair.cells().size() != attributes.size()) {
            throw new IllegalArgumentException("needs " + attributes.size() + " cells, got " + pair);
        }
        Pair earlier = index.putIfAbsent(List.of(pair.origin(), pair.destination()), pair);
        if (earlier != null) {
            throw new DataException(
                    "E-PAIRS-004",
                    title + " has the pair " + pair.origin() + ", " + pair.destination() + " twice, in lines "
                            + earlier.line() + " and " + pair.line() + "; keep one of them");
        }
    }

    /** What the table is. */
    public String title() {
        return title;
    }

    /** What is said about a pair, in order. */
    public List<String> attributes() {
        return attributes;
    }

    /** All pairs, in the order of the file. */
    public List<Pair> all() {
        return pairs;
    }

    /** The codes of the first places, in order of first appearance. */
    public List<String> origins() {
        return List.copyOf(pairs.stream().map(Pair::origin).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** The codes of the second places, in order of first appearance. */
    public List<String> destinations() {
        return List.copyOf(pairs.stream().map(Pair::destination).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Where the table comes from. */
    public Source source() {
        return source;
    }

    /** How many rows were read and used. */
    public SampleAudit audit() {
        return audit;
    }

    /** What a reader of every result from this table must know. */
    public List<Warning> notes() {
        return notes;
    }

    /**
     * What is said about a pair.
     *
     * @throws InputException E-PAIRS-001 for an attribute, E-PAIRS-002 for a pair that the table does not have
     */
    public Cell cell(String attribute, String origin, String destination) {
        int at = attributes.indexOf(attribute);
        if (at < 0) {
            throw new InputException(
                    "E-PAIRS-001",
                    title + " has no '" + attribute + "'; it has " + ObservationsBuilder.some(attributes));
        }
        Pair pair = index.get(List.of(origin, destination));
        if (pair == null) {
            throw new InputException(
                    "E-PAIRS-002",
                    title + " says nothing about the pair " + origin + ", " + destination + "; its " + pairs.size()
                            + " pairs join " + origins().size() + " places with "
                            + destinations().size()
                            + ", by the codes in origins and destinations");
        }
        return pair.cells().get(at);
    }

    /** The publisher's words for a pair; refused as {@link #cell} is. */
    public String text(String attribute, String origin, String destination) {
        return cell(attribute, origin, destination).text();
    }

    /**
     * The number for a pair; {@code NaN} where the publisher has none.
     *
     * @throws InputException as {@link #cell}; E-PAIRS-003 where there is a word
     */
    public double number(String attribute, String origin, String destination) {
        Cell cell = cell(attribute, origin, destination);
        if (Double.isNaN(cell.value()) && cell.flags().isEmpty()) {
            throw new InputException(
                    "E-PAIRS-003",
                    "the " + attribute + " of " + origin + ", " + destination + " is the word '" + cell.text()
                            + "' and no number; ask for its text");
        }
        return cell.value();
    }

    /** What is here, at a glance. */
    @Override
    public String toString() {
        return title + ", " + pairs.size() + " pairs of " + origins().size() + " origins and "
                + destinations().size() + " destinations, no periods: " + ObservationsBuilder.some(attributes);
    }
}
