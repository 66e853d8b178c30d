package org.migrationimpact.examples.study;

import java.util.List;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.measure.PartialDate;
import org.migrationimpact.measure.Shock;
import org.migrationimpact.measure.ShockCalendar;
import org.migrationimpact.model.Pulse;

/** The option {@code shocks}: ids of the shock calendar, each of which gets a level of its own in the periods that it touches. */
record ShockChoice(List<Shock> shocks) {

    ShockChoice {
        shocks = List.copyOf(shocks);
    }

    static ShockChoice of(Block options) {
        return new ShockChoice(options.texts("shocks").stream()
                .map(ShockChoice::shock)
                .distinct()
                .toList());
    }

    private static Shock shock(Text id) {
        try {
            return ShockCalendar.standard().get(id.text());
        } catch (InputException e) {
            throw id.place().refusal(e);
        }
    }

    /** One pulse a shock, over the periods of the series that it touches; without a known end to the end of the series. */
    List<Pulse> in(Series series) {
        return shocks.stream().map(shock -> pulse(shock, series)).toList();
    }

    private static Pulse pulse(Shock shock, Series series) {
        Frequency frequency = series.frequency();
        if (frequency == Frequency.ORDINAL) {
            throw new DataException(
                    "E-STUDY-027",
                    "the periods of " + series.name() + " have no calendar, so " + shock.id()
                            + " has no place among them");
        }
        Period first = Period.containing(shock.start().earliest(), frequency);
        Period last = shock.end()
                .map(PartialDate::latest)
                .map(day -> Period.containing(day, frequency))
                .orElse(series.end());
        if (last.isBefore(series.start()) || series.end().isBefore(first)) {
            throw new DataException(
                    "E-STUDY-028",
                    shock.id() + " (" + shock.name() + ") touches no period of " + series.name() + ", which runs from "
                            + series.start() + " to " + series.end() + "; leave it out");
        }
        return new Pulse(shock.id(), first, last);
    }
}
