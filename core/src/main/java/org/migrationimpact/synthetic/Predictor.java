package org.migrationimpact.synthetic;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** One number a unit, known before the measure began, in which the twin shall resemble the treated. */
public final class Predictor implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final TreeMap<String, Double> values;

    private Predictor(String name, Map<String, Double> values) {
        this.name = name;
        this.values = new TreeMap<>(values);
    }

    /** The mean of each unit over the periods from the first to the last, both included; none may be missing. */
    public static Predictor mean(String name, Panel panel, Period first, Period last) {
        return mean(
                name,
                panel,
                Stream.iterate(first, p -> !last.isBefore(p), p -> p.plus(1)).toList());
    }

    /**
     * The mean of each unit over these periods.
     *
     * @throws DataException E-SYNTH-001 where a unit has no value in one of them; leave the unit or the period out
     */
    public static Predictor mean(String name, Panel panel, List<Period> periods) {
        if (periods.isEmpty()) {
            throw new IllegalArgumentException("a mean needs at least one period, got none for " + name);
        }
        Map<String, Double> means = new LinkedHashMap<>();
        for (Series unit : panel.series()) {
            double sum = periods.stream().mapToDouble(unit::at).sum();
            if (Double.isNaN(sum)) {
                throw new DataException(
                        "E-SYNTH-001",
                        "the predictor " + name + " has no value for " + unit.name() + " in "
                                + periods.stream()
                                        .filter(period -> Double.isNaN(unit.at(period)))
                                        .map(Period::toString)
                                        .collect(Collectors.joining(", "))
                                + "; name other periods, or leave the unit out");
            }
            means.put(unit.name(), sum / periods.size());
        }
        return new Predictor(name, means);
    }

    /** Numbers that are known of each unit, such as its area. */
    public static Predictor known(String name, Map<String, Double> values) {
        values.forEach((unit, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(name + " of " + unit + " must be finite, got " + value);
            }
        });
        return new Predictor(name, values);
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /**
     * The number of one unit.
     *
     * @throws IllegalArgumentException where it is not known
     */
    public double of(String unit) {
        Double value = values.get(unit);
        if (value == null) {
            throw new IllegalArgumentException("the predictor " + name + " is not known of " + unit);
        }
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Predictor that && name.equals(that.name) && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + " of " + values.size() + " units";
    }
}
