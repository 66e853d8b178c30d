package org.migrationimpact.forecast;

import org.migrationimpact.data.Series;

/**
 * TRAMO-SEATS: a regression with ARIMA errors, and the components that its model implies, by JDemetra+.
 *
 * <p>Levels or logarithms, the ARIMA order and outliers are chosen automatically; gaps are bridged by the model. Needs months, quarters or
 * half-years, and at least three years of them. Source: Gómez and Maravall (2001), in Peña, Tiao and Tsay (eds), A course in time series analysis, chapters 7 and 8.
 *
 * @param calendar which effects of the calendar are looked for and taken out with the season
 */
public record TramoSeats(CalendarEffects calendar) implements SeasonalAdjustment {

    /** With working days, the leap year and Easter where tests find them. */
    public static TramoSeats standard() {
        return new TramoSeats(CalendarEffects.workingDays());
    }

    @Override
    public Decomposition fit(Series series) {
        return JDemetra.tramoSeats(series, calendar);
    }

    /** Method and calendar. */
    @Override
    public String toString() {
        return "TRAMO-SEATS, " + calendar;
    }
}
