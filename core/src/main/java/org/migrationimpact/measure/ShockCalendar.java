package org.migrationimpact.measure;

import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.data.Corridor;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Route;
import org.migrationimpact.data.Spelling;

/** A calendar of shocks, and questions to it. Every question gives a new, smaller calendar in the same order. */
public final class ShockCalendar implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final List<Shock> shocks;

    ShockCalendar(List<Shock> shocks) {
        this.shocks = List.copyOf(shocks);
    }

    /** The 22 shocks that come with this library, by id. */
    public static ShockCalendar standard() {
        return ShockTable.STANDARD;
    }

    /** The shocks. */
    public List<Shock> all() {
        return shocks;
    }

    /** How many there are. */
    public int size() {
        return shocks.size();
    }

    /**
     * The shock of this id.
     *
     * @throws InputException E-SHOCK-001 if there is none, naming those with a similar id
     */
    public Shock get(String id) {
        return shocks.stream()
                .filter(shock -> shock.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private InputException unknown(String id) {
        List<String> ids = shocks.stream().map(Shock::id).toList();
        return new InputException(
                "E-SHOCK-001",
                Spelling.quoted(id) + " is no shock of this calendar of " + size() + "; the nearest ids are "
                        + String.join(", ", Spelling.nearest(id, ids)));
    }

    /** Those that affect the country, alone, as a member of a group, or with everybody. */
    public ShockCalendar affecting(Country country) {
        return only(shock -> shock.affected().includes(country));
    }

    /** Those that affect either end of the corridor. */
    public ShockCalendar affecting(Corridor corridor) {
        return only(shock ->
                shock.affected().includes(corridor.origin()) || shock.affected().includes(corridor.destination()));
    }

    /** Those that affect the route itself. Those of the countries along it are asked for by country. */
    public ShockCalendar affecting(Route route) {
        return only(shock -> shock.affected().includes(route));
    }

    /** Those that may have lasted on a day from {@code from} to {@code to}, both included; one without an end lasts. */
    public ShockCalendar during(LocalDate from, LocalDate to) {
        requireOrder(from, to);
        return only(shock -> shock.mayOverlap(from, to));
    }

    /** Those that may have begun on a day from {@code from} to {@code to}, both included. */
    public ShockCalendar between(LocalDate from, LocalDate to) {
        requireOrder(from, to);
        return only(shock -> shock.start().mayLieIn(from, to));
    }

    private ShockCalendar only(Predicate<Shock> wanted) {
        return new ShockCalendar(shocks.stream().filter(wanted).toList());
    }

    private static void requireOrder(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a range ends on or after its first day, got " + from + " to " + to);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShockCalendar calendar && shocks.equals(calendar.shocks);
    }

    @Override
    public int hashCode() {
        return shocks.hashCode();
    }

    /** How many shocks, then one a line. */
    @Override
    public String toString() {
        return Stream.concat(
                        Stream.of(size() + (size() == 1 ? " shock" : " shocks")),
                        shocks.stream().map(Shock::toString))
                .collect(Collectors.joining("\n"));
    }
}
