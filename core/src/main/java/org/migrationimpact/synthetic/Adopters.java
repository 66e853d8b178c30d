package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;

/** Who is treated, and from when on, as far as it is said. */
record Adopters(List<Adopter> all) implements Serializable {

    static final Adopters NONE = new Adopters(List.of());

    /** One treated unit and its first treated period; none as long as that is not known. */
    record Adopter(String unit, List<Period> dates) implements Serializable {
        Optional<Period> from() {
            return dates.stream().findFirst();
        }

        @Override
        public String toString() {
            return unit + from().map(period -> " from " + period).orElse(" from ?");
        }
    }

    Adopters {
        all = List.copyOf(all);
    }

    Adopters with(Panel panel, String unit) {
        panel.unit(unit);
        if (all.stream().anyMatch(one -> one.unit().equals(unit))) {
            throw new IllegalArgumentException(unit + " is named as treated twice");
        }
        List<Adopter> more = new ArrayList<>(all);
        more.add(new Adopter(unit, List.of()));
        return new Adopters(more);
    }

    /** The date of all units that have none yet. */
    Adopters from(Period firstTreated) {
        if (all.stream().allMatch(one -> one.from().isPresent())) {
            throw new IllegalArgumentException(
                    "name a treated unit before its first treated period, got " + firstTreated + " without one");
        }
        return new Adopters(all.stream()
                .map(one -> one.from().isPresent() ? one : new Adopter(one.unit(), List.of(firstTreated)))
                .toList());
    }

    /** All of them, dated. */
    List<Adopter> complete() {
        if (all.isEmpty()) {
            throw new InputException(
                    "E-ADOPT-001", "no unit is named as treated; name each treated unit and its first treated period");
        }
        all.stream().filter(one -> one.from().isEmpty()).findFirst().ifPresent(one -> {
            throw new InputException(
                    "E-ADOPT-002",
                    one.unit() + " is treated, but nobody says from when on; name its first treated period");
        });
        return all;
    }

    @Override
    public String toString() {
        return all.stream().map(Adopter::toString).collect(Collectors.joining(", "));
    }
}
