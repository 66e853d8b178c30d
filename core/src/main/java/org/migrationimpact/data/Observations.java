package org.migrationimpact.data;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a file says, as a tidy cube: some dimensions × period → value, flags. All values have one unit.
 *
 * <p>Narrow it with {@link #where}, then take the one {@link #series()} that is left, or a {@link #panel} along one dimension. Nothing
 * is summed unless {@link #totalOver} says so, and nothing missing becomes zero unless {@link #zeroWhereAbsent} says so.
 *
 * <pre>{@code
 * Series albanians = detections.where("route", "CIRC-ALGR").where("nationality", "AL").series();
 * }</pre>
 */
public final class Observations {

    private final Columns columns;
    private final Source source;
    private final SampleAudit audit;
    private final List<Warning> notes;

    Observations(Columns columns, Source source, SampleAudit audit, List<Warning> notes) {
        this.columns = columns;
        this.source = source;
        this.audit = audit;
        this.notes = notes;
    }

    /** Starts a cube with these dimensions; {@code quantity} names what is counted and {@code unit} in what. */
    public static ObservationsBuilder of(String quantity, String unit, List<String> dimensions) {
        return new ObservationsBuilder(quantity, unit, dimensions);
    }

    /** What is counted: {@code detections}. */
    public String quantity() {
        return columns.quantity();
    }

    /** In what: {@code persons}, {@code million US$}. */
    public String unit() {
        return columns.unit();
    }

    /** Where the figures come from. */
    public Source source() {
        return source;
    }

    /** How many rows were read and how many are still here; what {@link #where} left out is counted with its reason. */
    public SampleAudit audit() {
        return audit;
    }

    /** What a reader of every result from this cube must know, such as how its time column was read. */
    public List<Warning> notes() {
        return notes;
    }

    /** The names of the dimensions, in order. */
    public List<String> dimensions() {
        return columns.dimensions();
    }

    /** The codes that occur in a dimension, in order of first appearance. */
    public List<String> codes(String dimension) {
        int[] column = columns.codes(position(dimension));
        List<String> dictionary = columns.dictionary(position(dimension));
        return IntStream.of(column)
                .distinct()
                .sorted()
                .mapToObj(dictionary::get)
                .toList();
    }

    /** The periods that occur, in order of time, one frequency after the other. */
    public List<Period> periods() {
        return IntStream.of(columns.period())
                .distinct()
                .mapToObj(columns.periods()::get)
                .sorted((a, b) -> a.frequency() == b.frequency()
                        ? a.compareTo(b)
                        : a.frequency().compareTo(b.frequency()))
                .toList();
    }

    /** The number of observations. */
    public int size() {
        return columns.size();
    }

    /** The i-th observation, from 0, in the order of the file. */
    public Observation get(int i) {
        return columns.observation(i);
    }

    /** All observations, in the order of the file. */
    public Stream<Observation> stream() {
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    /**
     * Those observations whose dimension has one of these codes.
     *
     * @throws InputException E-OBS-001 for a dimension, E-OBS-002 for a code that does not occur; the message lists those that do
     */
    public Observations where(String dimension, String... codes) {
        int at = position(dimension);
        Set<String> wanted = new TreeSet<>(Arrays.asList(codes));
        List<String> present = codes(dimension);
        for (String code : wanted) {
            if (!present.contains(code)) {
                throw new InputException(
                        "E-OBS-002",
                        dimension + " has no code '" + code + "'; it has " + ObservationsBuilder.some(present));
            }
        }
        List<String> dictionary = columns.dictionary(at);
        int[] column = columns.codes(at);
        return keep("other " + dimension, i -> wanted.contains(dictionary.get(column[i])));
    }

    /**
     * Those observations whose dimension has none of these codes.
     *
     * @throws InputException as {@link #where} does
     */
    public Observations except(String dimension, String... codes) {
        where(dimension, codes);
        Set<String> unwanted = Set.of(codes);
        List<String> rest = codes(dimension).stream()
                .filter(code -> !unwanted.contains(code))
                .toList();
        if (rest.isEmpty()) {
            throw new InputException(
                    "E-OBS-003",
                    dimension + " has no code besides " + String.join(", ", codes) + ", so nothing would be left");
        }
        return where(dimension, rest.toArray(String[]::new));
    }

    private Observations keep(String reason, IntPredicate wanted) {
        int[] rows = IntStream.range(0, size()).filter(wanted).toArray();
        return new Observations(columns.select(rows), source, audit.drop(reason, size() - rows.length), notes);
    }

    /**
     * The same cube summed over one dimension. A sum with a missing part is missing and carries the flags of its parts.
     *
     * @throws DataException E-OBS-004 where some code has no row in some period: summing would take it for zero (see {@link
     *     #zeroWhereAbsent})
     */
    public Observations totalOver(String dimension) {
        position(dimension);
        return new CubeSum(this, dimension).total();
    }

    /**
     * Declares that this table leaves out its zeros: every combination of codes that occurs gets the value 0 in every period, from the
     * first of the table to its last, in which it has no row. Say this only where the publisher says it.
     */
    public Observations zeroWhereAbsent() {
        return CubeSum.completed(this);
    }

    /**
     * The one series that is left when every dimension has one code.
     *
     * @throws DataException E-OBS-005 where a dimension still has several codes, E-OBS-006 where a period has two values, E-OBS-007
     *     where frequencies are mixed
     */
    public Series series() {
        for (String dimension : dimensions()) {
            List<String> codes = codes(dimension);
            if (codes.size() > 1) {
                throw new DataException(
                        "E-OBS-005",
                        quantity() + " has " + codes.size() + " codes of " + dimension + " ("
                                + ObservationsBuilder.some(codes)
                                + "); a series needs one: choose it with where, or sum with totalOver");
            }
        }
        return columns.series(dimensions().stream().map(d -> codes(d).get(0)).collect(Collectors.joining(", ")));
    }

    /** One series a code of this dimension; every other dimension must have one code. Named by the codes. */
    public Panel panel(String dimension) {
        return new Panel(codes(dimension).stream()
                .map(code -> where(dimension, code).series().named(code))
                .toList());
    }

    /** Pairs of observations that have the same codes and the same period, each pair the earlier one first. */
    public List<List<Observation>> duplicates() {
        return columns.duplicates();
    }

    Columns columns() {
        return columns;
    }

    private int position(String dimension) {
        int at = dimensions().indexOf(dimension);
        if (at < 0) {
            throw new InputException(
                    "E-OBS-001",
                    "there is no dimension '" + dimension + "'; there "
                            + (dimensions().isEmpty() ? "are none" : "is " + String.join(", ", dimensions())));
        }
        return at;
    }

    /** What is here, at a glance. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(quantity() + " [" + unit() + "], " + size() + " observations");
        List<Period> periods = periods();
        if (!periods.isEmpty()) {
            text.append(", ").append(periods.get(0)).append(" to ").append(periods.get(periods.size() - 1));
        }
        for (String dimension : dimensions()) {
            List<String> codes = codes(dimension);
            text.append("\n  ")
                    .append(dimension)
                    .append(" (")
                    .append(codes.size())
                    .append("): ")
                    .append(ObservationsBuilder.some(codes));
        }
        text.append("\n  ").append(audit);
        notes.forEach(note -> text.append("\n  ").append(note));
        return text.toString();
    }
}
