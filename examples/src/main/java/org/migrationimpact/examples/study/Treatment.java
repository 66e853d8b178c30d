package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.data.InputException;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;

/**
 * The block {@code treatment}: who is treated, and from when.
 *
 * @param units the treated units; empty where the data say it, or where there is one series
 * @param start how the first treated period is told
 */
record Treatment(List<Text> units, Start start) {

    Treatment {
        units = List.copyOf(units);
    }

    /** The treated unit, the first of several; empty where none is named. */
    Optional<Text> unit() {
        return units.stream().findFirst();
    }

    private static final List<String> STARTS = List.of("from", "cohort", "indicator", "measure");
    private static final List<String> KEYS = List.of("unit", "units", "from", "cohort", "indicator", "measure");

    /** How the first treated period is told. */
    sealed interface Start permits From, Cohort, Indicator, InForce, Unsaid {
        /** Where it is told. */
        Place place();
    }

    /** By one period, or one for each of several interventions. */
    record From(List<Text> periods) implements Start {
        @Override
        public Place place() {
            return periods.get(0).place();
        }
    }

    /** By a column with each unit's first treated period. */
    record Cohort(Text column) implements Start {
        @Override
        public Place place() {
            return column.place();
        }
    }

    /** By a column that is 1 where a unit is treated. */
    record Indicator(Text column) implements Start {
        @Override
        public Place place() {
            return column.place();
        }
    }

    /** Not at all, for designs that need not be told. */
    record Unsaid(Place place) implements Start {}

    /** By the date in force of a measure of the inventory. */
    record InForce(Measure measure, Place place) implements Start {}

    static Treatment of(Block treatment) {
        treatment.allowing(KEYS);
        return new Treatment(units(treatment), start(treatment));
    }

    /** The same for a design that need not be told when treatment begins. */
    static Treatment withoutStart(Block treatment) {
        return STARTS.stream().anyMatch(treatment::has)
                ? of(treatment)
                : new Treatment(units(treatment.allowing(KEYS)), new Unsaid(treatment.place()));
    }

    private static List<Text> units(Block treatment) {
        if (treatment.has("unit") && treatment.has("units")) {
            throw treatment
                    .placeOf("units")
                    .refusal("E-STUDY-032", "treatment has 'unit' and 'units'; keep one of them");
        }
        return treatment.texts(treatment.has("units") ? "units" : "unit");
    }

    /** Refuses several treated units, for designs that take one. */
    Treatment ofOneUnit(DesignName design) {
        if (units.size() > 1) {
            throw units.get(1)
                    .place()
                    .refusal(
                            "E-STUDY-033",
                            "treatment names " + units.size() + " units; " + design
                                    + " takes one: write a study for each, or take controlled-interrupted-time-series");
        }
        return this;
    }

    private static Start start(Block treatment) {
        List<String> given = STARTS.stream().filter(treatment::has).toList();
        if (given.isEmpty()) {
            throw treatment.lacking("first treated period; add one of " + String.join(", ", STARTS));
        }
        if (given.size() > 1) {
            throw treatment
                    .placeOf(given.get(1))
                    .refusal("E-STUDY-034", "treatment has " + String.join(" and ", given) + "; keep one of them");
        }
        Text text = treatment.texts(given.get(0)).get(0);
        return switch (given.get(0)) {
            case "from" -> new From(treatment.texts("from"));
            case "cohort" -> new Cohort(treatment.requireText("cohort", ""));
            case "indicator" -> new Indicator(treatment.requireText("indicator", ""));
            default -> new InForce(measure(treatment.requireText("measure", "")), text.place());
        };
    }

    private static Measure measure(Text id) {
        try {
            return MeasureInventory.standard().get(id.text());
        } catch (InputException e) {
            throw id.place().refusal(e);
        }
    }
}
