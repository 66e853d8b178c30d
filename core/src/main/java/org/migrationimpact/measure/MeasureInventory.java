package org.migrationimpact.measure;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Spelling;

/**
 * An inventory of measures, and questions to it. Every question gives a new, smaller inventory in the same order.
 *
 * <p>Which measures hit Moldova in 2014:
 *
 * <pre>{@code MeasureInventory.standard().partner(Country.of("MD")).startedIn(2014)}</pre>
 *
 * <p>Questions about dates ask whether the date in force <em>may</em> lie in the range, given how exactly it is known. A measure without
 * a date in force is in none of their answers; {@link #undated} lists those.
 */
public final class MeasureInventory implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<Measure> measures;

    private MeasureInventory(List<Measure> measures) {
        this.measures = List.copyOf(measures);
    }

    /** The 151 dated measures that come with this library, by id. */
    public static MeasureInventory standard() {
        return MeasureTable.STANDARD;
    }

    /**
     * An inventory of these measures.
     *
     * @throws InputException E-MEASURE-004 if two have the same id
     */
    public static MeasureInventory of(List<Measure> measures) {
        Set<String> ids = new HashSet<>();
        for (Measure measure : measures) {
            if (!ids.add(measure.id())) {
                throw new InputException(
                        "E-MEASURE-004", "two measures have the id " + measure.id() + "; give one of them another id");
            }
        }
        return new MeasureInventory(measures);
    }

    /**
     * This inventory and measures of your own.
     *
     * @throws InputException E-MEASURE-004 if two have the same id
     */
    public MeasureInventory with(Measure... own) {
        List<Measure> together = new ArrayList<>(measures);
        together.addAll(Arrays.asList(own));
        return of(together);
    }

    /** The measures. */
    public List<Measure> all() {
        return measures;
    }

    /** How many there are. */
    public int size() {
        return measures.size();
    }

    /**
     * The measure of this id.
     *
     * @throws InputException E-MEASURE-001 if there is none, naming those with a similar id
     */
    public Measure get(String id) {
        return measures.stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private InputException unknown(String id) {
        List<String> ids = measures.stream().map(Measure::id).toList();
        return new InputException(
                "E-MEASURE-001",
                Spelling.quoted(id) + " is no measure of this inventory of " + size() + "; the nearest ids are "
                        + String.join(", ", Spelling.nearest(id, ids)));
    }

    /** Those that name the country itself as a partner. A body such as {@code EU} does not stand for its members: ask {@link #party}. */
    public MeasureInventory partner(Country country) {
        return only(measure -> measure.hasPartner(country));
    }

    /** Those that name the country or the body of states, such as {@code EU}, as a partner. */
    public MeasureInventory party(String party) {
        Party wanted = Party.of(party);
        return only(measure -> measure.partners().contains(wanted));
    }

    /** Those put in force by the country or the body of states. */
    public MeasureInventory issuer(String issuer) {
        Party wanted = Party.of(issuer);
        return only(measure -> measure.issuers().contains(wanted));
    }

    /**
     * Those that serve the paragraph: {@code f11}, or {@code l}.
     *
     * @throws InputException E-OBJECTIVE-001 for a code that is none
     */
    public MeasureInventory paragraph(String code) {
        String wanted = Paragraphs.isPlain(code) ? code : Objective.of(code).code();
        return only(measure -> measure.paragraphs().contains(wanted));
    }

    /** Those that serve the objective. */
    public MeasureInventory objective(Objective objective) {
        return only(measure -> measure.objectives().contains(objective));
    }

    /** Those whose date in force may lie on a day from {@code from} to {@code to}, both included. */
    public MeasureInventory between(LocalDate from, LocalDate to) {
        requireOrder(from, to);
        return only(measure -> measure.inForce().stream().anyMatch(start -> start.mayLieIn(from, to)));
    }

    /** Those whose date in force may lie in the year. */
    public MeasureInventory startedIn(int year) {
        return between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Those that may have applied on a day from {@code from} to {@code to}: in force by then, and not known to be repealed before. */
    public MeasureInventory activeBetween(LocalDate from, LocalDate to) {
        requireOrder(from, to);
        return only(measure -> measure.inForce().stream()
                        .anyMatch(start -> !start.earliest().isAfter(to))
                && measure.repealed().stream().noneMatch(end -> end.latest().isBefore(from)));
    }

    /** Those that may have applied in the year: in force by its end, and not known to be repealed before it. */
    public MeasureInventory activeIn(int year) {
        return activeBetween(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Those without a date in force. */
    public MeasureInventory undated() {
        return only(measure -> measure.inForce().isEmpty());
    }

    /**
     * The measure together with all others of this inventory that share a partner with it and whose first treated period is the same or
     * the one before or after: with data of this frequency, their effects cannot be told apart. A date too coarse for the frequency
     * counts as any day it may have been.
     *
     * @throws org.migrationimpact.data.DataException E-MEASURE-003 if the measure has no date in force
     */
    public Bundle bundleWith(Measure measure, Frequency frequency) {
        return new Bundling(frequency).around(measure, measures);
    }

    /**
     * All bundles, partner by partner: runs of two or more measures of one partner in which each begins in the same period as an earlier
     * one or in the next. With yearly data such runs grow long: then the data cannot tell the measures of that partner apart.
     */
    public List<Bundle> bundles(Frequency frequency) {
        return new Bundling(frequency).runs(measures);
    }

    private MeasureInventory only(Predicate<Measure> wanted) {
        return new MeasureInventory(measures.stream().filter(wanted).toList());
    }

    private static void requireOrder(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a range ends on or after its first day, got " + from + " to " + to);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeasureInventory inventory && measures.equals(inventory.measures);
    }

    @Override
    public int hashCode() {
        return measures.hashCode();
    }

    /** How many measures, then one a line. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(size() + (size() == 1 ? " measure" : " measures")),
                        measures.stream().map(Measure::toString))
                .collect(Collectors.joining("\n"));
    }
}
