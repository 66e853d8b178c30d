package org.migrationimpact.measure;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationimpact.data.Confidence;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/**
 * A dated measure of migration policy: what it is, who is party to it, which paragraphs of the declaration it serves, and when it was
 * announced, adopted, in force and repealed, each date as far as it is known.
 *
 * <p>A measure of your own, beside those of {@link MeasureInventory#standard()}:
 *
 * <pre>{@code
 * Measure centre = Measure.named("X1", "Information centre for migrants in Chisinau")
 *         .withPartners("MD").issuedBy("CZ").underParagraphs("h5")
 *         .announcedOn("2012-03").inForceFrom("2012-09-01")
 *         .withSource("https://example.org/centre", Confidence.CONFIRMED);
 * }</pre>
 *
 * <p>What is not given is empty, and the confidence is unconfirmed.
 */
public final class Measure implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String id;
    private final String title;
    private final Scope scope;
    private final EnumMap<Milestone, PartialDate> dates;
    private final Evidence evidence;

    private record Scope(List<String> paragraphs, List<Party> partners, List<Party> issuers) implements Serializable {}

    private record Evidence(String source, Confidence confidence) implements Serializable {}

    private Measure(String id, String title, Scope scope, EnumMap<Milestone, PartialDate> dates, Evidence evidence) {
        this.id = id;
        this.title = title;
        this.scope = scope;
        this.dates = dates;
        this.evidence = evidence;
    }

    /** A measure of which only the id and the title are known yet. */
    public static Measure named(String id, String title) {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a measure has an id and a title, got '" + id + "' and '" + title + "'");
        }
        Scope nobody = new Scope(List.of(), List.of(), List.of());
        return new Measure(id, title, nobody, new EnumMap<>(Milestone.class), new Evidence("", Confidence.UNCONFIRMED));
    }

    /** With these partners: countries by code or name, or bodies of states such as {@code EU}. */
    public Measure withPartners(String... partners) {
        return with(new Scope(scope.paragraphs, parties(partners), scope.issuers));
    }

    /** Put in force by these: countries by code or name, or bodies of states. */
    public Measure issuedBy(String... issuers) {
        return with(new Scope(scope.paragraphs, scope.partners, parties(issuers)));
    }

    /**
     * Serving these paragraphs of the declaration: {@code f11}, or a letter for a paragraph without objectives.
     *
     * @throws InputException E-OBJECTIVE-001 for a code that is none
     */
    public Measure underParagraphs(String... paragraphs) {
        Arrays.stream(paragraphs).filter(code -> !Paragraphs.isPlain(code)).forEach(Objective::of);
        return with(new Scope(List.of(paragraphs), scope.partners, scope.issuers));
    }

    /** Announced on this date, written {@code 2010}, {@code 2010-12} or {@code 2010-12-15}. */
    public Measure announcedOn(String date) {
        return with(Milestone.ANNOUNCED, date);
    }

    /** Adopted on this date. */
    public Measure adoptedOn(String date) {
        return with(Milestone.ADOPTED, date);
    }

    /** In force from this date. */
    public Measure inForceFrom(String date) {
        return with(Milestone.IN_FORCE, date);
    }

    /**
     * Repealed on this date.
     *
     * @throws InputException E-MEASURE-005 if that is before it was in force
     */
    public Measure repealedOn(String date) {
        return with(Milestone.REPEALED, date);
    }

    /** Known from this source, so surely. */
    public Measure withSource(String source, Confidence confidence) {
        return new Measure(id, title, scope, dates, new Evidence(source, confidence));
    }

    private static List<Party> parties(String... parties) {
        return Arrays.stream(parties).map(Party::of).toList();
    }

    private Measure with(Scope changed) {
        return new Measure(id, title, changed, dates, evidence);
    }

    private Measure with(Milestone milestone, String date) {
        EnumMap<Milestone, PartialDate> changed = new EnumMap<>(dates);
        changed.put(milestone, PartialDate.parse(date));
        requireOrder(changed.get(Milestone.IN_FORCE), changed.get(Milestone.REPEALED));
        return new Measure(id, title, scope, changed, evidence);
    }

    private void requireOrder(@Nullable PartialDate start, @Nullable PartialDate end) {
        if (start != null && end != null && end.latest().isBefore(start.earliest())) {
            throw new InputException(
                    "E-MEASURE-005",
                    id + " would be repealed (" + end + ") before it is in force (" + start
                            + "); mend one of the dates");
        }
    }

    /** The id, such as {@code M034}. */
    public String id() {
        return id;
    }

    /** What it is. */
    public String title() {
        return title;
    }

    /** The codes of the paragraphs of the declaration that it serves: {@code f11}, {@code l}. */
    public List<String> paragraphs() {
        return scope.paragraphs;
    }

    /** The objectives among the paragraphs, in the order given. */
    public List<Objective> objectives() {
        return paragraphs().stream()
                .filter(code -> !Paragraphs.isPlain(code))
                .map(Objective::of)
                .toList();
    }

    /** The countries and bodies it is directed at. */
    public List<Party> partners() {
        return scope.partners;
    }

    /** Who put it in force. */
    public List<Party> issuers() {
        return scope.issuers;
    }

    /** Whether the country itself is named as a partner. A body such as {@code EU} does not stand for its members. */
    public boolean hasPartner(Country country) {
        return partners().contains(Party.of(country));
    }

    /** One of its dates, or empty where it is not known. */
    public Optional<PartialDate> date(Milestone milestone) {
        return Optional.ofNullable(dates.get(milestone));
    }

    /** When it was announced, or empty where that is not known. */
    public Optional<PartialDate> announced() {
        return date(Milestone.ANNOUNCED);
    }

    /** When it was adopted, or empty where that is not known. */
    public Optional<PartialDate> adopted() {
        return date(Milestone.ADOPTED);
    }

    /** When it began to apply, or empty where that is not known. */
    public Optional<PartialDate> inForce() {
        return date(Milestone.IN_FORCE);
    }

    /** When it ceased to apply, or empty where that is not known or has not happened. */
    public Optional<PartialDate> repealed() {
        return date(Milestone.REPEALED);
    }

    /** Where the facts come from; empty where that is not said. */
    public String source() {
        return evidence.source;
    }

    /** How sure the facts are. */
    public Confidence confidence() {
        return evidence.confidence;
    }

    /**
     * The first period that lies wholly on or after the day in force: for 15 December 2010, the month 2011-01; for 1 January 2015, the
     * year 2015; for 12 August 2015, the year 2016. A date known to the month counts as its first day, and so does one known to the year.
     *
     * @throws DataException E-MEASURE-003 if no date in force is known; E-MEASURE-002 if it is not known well enough for the frequency
     */
    public Period firstTreated(Frequency frequency) {
        Period period = beginning(frequency);
        return isWhole(period) ? period : period.plus(1);
    }

    /**
     * The period in which the measure began on another day than the first, so that it is neither before nor after; empty where it began
     * with a period.
     *
     * @throws DataException as {@link #firstTreated} does
     */
    public Optional<Period> partlyTreated(Frequency frequency) {
        return Optional.of(beginning(frequency)).filter(period -> !isWhole(period));
    }

    private Period beginning(Frequency frequency) {
        PartialDate start = start();
        if (!start.precision().reaches(frequency)) {
            throw new DataException(
                    "E-MEASURE-002",
                    id + " is in force from " + start + ", known only to the "
                            + start.precision().noun() + "; that is too coarse for a series by " + frequency.noun()
                            + ": take coarser data, or give the day yourself with inForceFrom(...)");
        }
        return Period.containing(start.earliest(), frequency);
    }

    private boolean isWhole(Period period) {
        return period.firstDay().equals(start().earliest());
    }

    /** The date in force, or the refusal where it is not known. */
    PartialDate start() {
        return inForce()
                .orElseThrow(
                        () -> new DataException(
                                "E-MEASURE-003",
                                id
                                        + " has no date in force; without it nothing is before or after: give one with inForceFrom(...)"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measure measure
                && id.equals(measure.id)
                && title.equals(measure.title)
                && scope.equals(measure.scope)
                && dates.equals(measure.dates)
                && evidence.equals(measure.evidence);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, title);
    }

    /** One line: {@code M034 Visa-free short stays: Albania; EU with AL; adopted 2010-11-08, in force 2010-12-15 (confirmed)}. */
    @Override
    public String toString() {
        return id + " " + title + joined("; ", issuers()) + joined(issuers().isEmpty() ? "; " : " with ", partners())
                + written() + " (" + confidence() + ")";
    }

    private static String joined(String before, List<Party> parties) {
        return parties.isEmpty() ? "" : parties.stream().map(Party::code).collect(Collectors.joining(", ", before, ""));
    }

    private String written() {
        return dates.isEmpty()
                ? "; no date"
                : dates.entrySet().stream()
                        .map((Map.Entry<Milestone, PartialDate> date) -> date.getKey() + " " + date.getValue())
                        .collect(Collectors.joining(", ", "; ", ""));
    }
}
