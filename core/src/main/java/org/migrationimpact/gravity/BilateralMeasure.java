package org.migrationimpact.gravity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.Period;

/**
 * A measure between places: on which corridors it was in force, and when. A visa agreement, a partnership, a readmission agreement.
 *
 * @param name the name of its column: {@code visa-free}
 * @param spells when it was in force where
 */
public record BilateralMeasure(String name, List<Spell> spells) implements Serializable {

    /**
     * One corridor, from one period until it was removed.
     *
     * @param origin where flows begin, as the flows name it
     * @param destination where they end
     * @param start the first treated period
     * @param removed the first period without it; empty where it stays
     */
    public record Spell(String origin, String destination, Period start, Optional<Period> removed)
            implements Serializable {

        public Spell {
            if (removed.isPresent() && !start.isBefore(removed.get())) {
                throw new IllegalArgumentException(origin + " to " + destination + ": removed in " + removed.get()
                        + ", not after it began in " + start);
            }
        }
    }

    public BilateralMeasure {
        spells = List.copyOf(spells);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a measure needs a name, got '" + name + "'");
        }
    }

    /** A measure without corridors; {@link #between} adds them. */
    public static BilateralMeasure named(String name) {
        return new BilateralMeasure(name, List.of());
    }

    /** The same, in force from one place to another from this period on. */
    public BilateralMeasure between(String origin, String destination, Period start) {
        return with(new Spell(origin, destination, start, Optional.empty()));
    }

    /** The same, in force from this period on until it was removed; {@code removed} is the first period without it. */
    public BilateralMeasure between(String origin, String destination, Period start, Period removed) {
        return with(new Spell(origin, destination, start, Optional.of(removed)));
    }

    private BilateralMeasure with(Spell spell) {
        List<Spell> more = new ArrayList<>(spells);
        more.add(spell);
        return new BilateralMeasure(name, more);
    }

    /** The first treated period of all. */
    Optional<Period> first() {
        return spells.stream().map(Spell::start).min(Comparator.naturalOrder());
    }

    /** Whether it was ever removed. */
    boolean isRemovedSomewhere() {
        return spells.stream().anyMatch(spell -> spell.removed().isPresent());
    }

    @Override
    public String toString() {
        return name + " on " + spells.size() + (spells.size() == 1 ? " corridor" : " corridors");
    }
}
