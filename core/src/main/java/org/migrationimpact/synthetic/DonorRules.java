package org.migrationimpact.synthetic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Route;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.measure.RouteInventory;

/** The rules by which donors are screened. */
final class DonorRules {

    private DonorRules() {}

    record ByName(List<String> names, String reason) implements Donors.Rule {
        private static final long serialVersionUID = 1L;

        ByName {
            names = List.copyOf(names);
        }

        @Override
        public Optional<String> against(NamedUnit unit, Period first, Period last) {
            return names.contains(unit.name()) ? Optional.of(reason) : Optional.empty();
        }

        @Override
        public boolean asksForPlaces() {
            return false;
        }

        @Override
        public String toString() {
            return "without " + String.join(", ", names) + " (" + reason + ")";
        }
    }

    record ByMeasure(Measure measure, MeasureInventory inventory) implements Donors.Rule {
        private static final long serialVersionUID = 1L;

        @Override
        public Optional<String> against(NamedUnit unit, Period first, Period last) {
            return unit.countries().stream()
                    .flatMap(country -> reached(country, first, last).stream())
                    .findFirst();
        }

        private Optional<String> reached(Country country, Period first, Period last) {
            if (isParty(measure, country)) {
                return Optional.of("party to " + measure.id() + " itself");
            }
            return inventory.between(first.firstDay(), last.lastDay()).partner(country).all().stream()
                    .filter(other -> !other.id().equals(measure.id()))
                    .filter(other -> other.paragraphs().stream().anyMatch(measure.paragraphs()::contains))
                    .findFirst()
                    .map(other -> "partner of " + other.id() + " " + other.title() + ", in force from "
                            + other.inForce().orElseThrow() + ", which serves one of the same paragraphs");
        }

        private static boolean isParty(Measure measure, Country country) {
            return Stream.concat(measure.partners().stream(), measure.issuers().stream())
                    .anyMatch(party -> party.country().equals(Optional.of(country)));
        }

        @Override
        public String toString() {
            return "clear of " + measure.id() + " and of measures of its kind that began within the periods";
        }
    }

    record ByRoute(Route route, RouteInventory inventory) implements Donors.Rule {
        private static final long serialVersionUID = 1L;

        @Override
        public Optional<String> against(NamedUnit unit, Period first, Period last) {
            return neighbours()
                    .filter(near -> unit.routes().contains(near.id())
                            || unit.countries().stream().anyMatch(near.origins().countries()::contains))
                    .findFirst()
                    .map(near -> (unit.routes().contains(near.id())
                                    ? "the route "
                                    : "where the route begins that is called ")
                            + near.name() + ", a neighbour of " + route.id());
        }

        /** Those that it names, and those that name it. */
        private Stream<Route> neighbours() {
            return inventory.all().stream()
                    .filter(other -> !other.id().equals(route.id()))
                    .filter(other -> names(route, other) || names(other, route));
        }

        private static boolean names(Route one, Route other) {
            return one.neighbours().stream()
                    .anyMatch(neighbour -> neighbour.id().equals(other.id()));
        }

        @Override
        public String toString() {
            return "away from neighbours of " + route.id();
        }
    }
}
