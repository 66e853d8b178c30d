package org.migrationimpact.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
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
    private final List<String> alternatives;

    Observations(Columns columns, Source source, SampleAudit audit, List<Warning> notes, List<String> alternatives) {
        this.columns = columns;
        this.source = source;
        this.audit = audit;
        this.notes = notes;
        this.alternatives = alternatives;
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

    /**
     * The dimensions whose codes overlap or count in different units, such as cases and persons, and among whose codes {@link #where} has
     * not chosen yet.
     */
    public List<String> alternatives() {
        return alternatives;
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
        return keep(dimension, present(dimension, codes)).chosen(dimension);
    }

    /**
     * Those observations whose dimension has none of these codes.
     *
     * @throws InputException as {@link #where} does
     */
    public Observations except(String dimension, String... codes) {
        Set<String> unwanted = present(dimension, codes);
        Set<String> rest = new LinkedHashSet<>(codes(dimension));
        rest.removeAll(unwanted);
        if (rest.isEmpty()) {
            throw new InputException(
                    "E-OBS-003",
                    dimension + " has no code besides " + ObservationsBuilder.some(List.copyOf(unwanted))
                            + ", so nothing would be left");
        }
        return keep(dimension, rest);
    }

    /** These codes, once each, if they occur. */
    private Set<String> present(String dimension, String... codes) {
        Set<String> known = new LinkedHashSet<>(codes(dimension));
        if (codes.length == 0) {
            throw new IllegalArgumentException(
                    "a choice among the codes of " + dimension + " names 1 or more, got none");
        }
        for (String code : codes) {
            if (!known.contains(code)) {
                throw new InputException(
                        "E-OBS-002",
                        dimension + " has no code '" + code + "'; it has "
                                + ObservationsBuilder.some(List.copyOf(known)));
            }
        }
        return new LinkedHashSet<>(Arrays.asList(codes));
    }

    private Observations keep(String dimension, Set<String> codes) {
        int[] column = columns.codes(position(dimension));
        boolean[] wanted = new boolean[columns.dictionary(position(dimension)).size()];
        for (int code = 0; code < wanted.length; code++) {
            wanted[code] =
                    codes.contains(columns.dictionary(position(dimension)).get(code));
        }
        Observations kept = select(
                "other " + dimension,
                IntStream.range(0, size()).filter(i -> wanted[column[i]]).toArray());
        return KosovoBorder.left(columns.dictionary(position(dimension)), codes)
                .map(kept::noted)
                .orElse(kept);
    }

    private Observations noted(Warning note) {
        if (notes.contains(note)) {
            return this;
        }
        List<Warning> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new Observations(columns, source, audit, more, alternatives);
    }

    private Observations select(String reason, int... rows) {
        return new Observations(
                columns.select(rows), source, audit.drop(reason, size() - rows.length), notes, alternatives);
    }

    private Observations chosen(String dimension) {
        List<String> open =
                alternatives.stream().filter(other -> !other.equals(dimension)).toList();
        return new Observations(columns, source, audit, notes, open);
    }

    /**
     * The same cube summed over one dimension. A sum with a missing part is missing and carries the flags of its parts. A code that
     * never occurs beside the same other codes is no part of their sum.
     *
     * @throws DataException E-OBS-004 where a code that occurs beside the same other codes has no row in some period: summing would take
     *     it for zero (see {@link #zeroWhereAbsent}); E-OBS-010 where a cell has two rows; E-OBS-011 where a code stands for a total, or
     *     for a group of countries, and would be counted beside its parts; E-OBS-014 where the codes are {@link #alternatives()} and none
     *     was chosen
     */
    public Observations totalOver(String dimension) {
        position(dimension);
        return new CubeSum(this, dimension).total();
    }

    /**
     * Declares that this table leaves out its zeros: every combination of codes that occurs gets the value 0 in every period, from the
     * first of the table to its last, in which it has no row. Say this only where the publisher says it. The audit counts the zeros as
     * rows added, not as rows read.
     *
     * @throws DataException E-OBS-007 where frequencies are mixed, E-OBS-012 where the whole cube would have more than 20 million cells
     */
    public Observations zeroWhereAbsent() {
        return CubeSum.completed(this);
    }

    /**
     * The same cube by longer periods, such as years from months, each combination of codes for itself as {@link Series#lowered} does it.
     * A cell with a missing part has no figure, and a note counts such cells; a long period in which a combination has no row at all has
     * no row either.
     *
     * @throws DataException as {@link Series#lowered} does, E-OBS-006 where a cell has two rows, E-OBS-007 where frequencies are mixed
     */
    public Observations lowered(Frequency frequency, Lowering rule) {
        return new LoweredCube(this, frequency, rule).observations();
    }

    /**
     * The one series that is left when every dimension has one code.
     *
     * @throws DataException E-OBS-005 where a dimension still has several codes, E-OBS-006 where a period has two values, E-OBS-007
     *     where frequencies are mixed, E-OBS-008 where nothing is left
     */
    public Series series() {
        requireSome();
        dimensions().forEach(this::requireOneCode);
        return columns.series(dimensions().stream().map(d -> codes(d).get(0)).collect(Collectors.joining(", ")));
    }

    /**
     * One series a code of this dimension; every other dimension must have one code. Named by the codes.
     *
     * @throws DataException as {@link #series} does
     */
    public Panel panel(String dimension) {
        int at = position(dimension);
        requireSome();
        dimensions().stream().filter(other -> !other.equals(dimension)).forEach(this::requireOneCode);
        return new Panel(columns.rowsByCode(at).entrySet().stream()
                .map(unit -> columns.select(unit.getValue()).series(unit.getKey()))
                .toList());
    }

    /**
     * The observations of each combination of codes and frequency on their own, in order of first appearance: every one of them is a
     * {@link #series()}, unless it has {@link #duplicates()}.
     */
    public List<Observations> parts() {
        List<int[]> keys = new ArrayList<>();
        dimensions().forEach(dimension -> keys.add(columns.codes(position(dimension))));
        keys.add(IntStream.of(columns.period())
                .map(i -> columns.periods().get(i).frequency().ordinal())
                .toArray());
        int[] groups = Columns.groups(size(), keys);
        return IntStream.range(0, size())
                .boxed()
                .collect(Collectors.groupingBy(row -> groups[row], TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(rows -> select(
                        "of other codes",
                        rows.stream().mapToInt(Integer::intValue).toArray()))
                .toList();
    }

    private void requireSome() {
        if (size() == 0) {
            throw new DataException("E-OBS-008", quantity() + " has no observations left; widen the selection");
        }
    }

    private void requireOneCode(String dimension) {
        List<String> codes = codes(dimension);
        if (codes.size() > 1) {
            throw new DataException(
                    "E-OBS-005",
                    quantity() + " has " + codes.size() + " codes of " + dimension + " ("
                            + ObservationsBuilder.some(codes)
                            + "); a series needs one: choose it with where, or sum with totalOver");
        }
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
