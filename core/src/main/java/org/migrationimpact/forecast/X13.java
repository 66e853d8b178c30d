package org.migrationimpact.forecast;

import org.migrationimpact.data.Series;

/**
 * X-13ARIMA-SEATS' X-11 filters after a regression with ARIMA errors, by JDemetra+.
 *
 * <p>Levels or logarithms, the ARIMA order and outliers are chosen automatically; gaps are bridged by the model. Needs months, quarters or
 * half-years, and at least three years of them. Source: Findley, Monsell, Bell, Otto and Chen (1998), doi:10.1080/07350015.1998.10524743.
 *
 * @param calendar which effects of the calendar are looked for and taken out with the season
 */
public record X13(CalendarEffects calendar) implements SeasonalAdjustment {

    /** With working days, the leap year and Easter where tests find them. */
    public static X13 standard() {
        return new X13(CalendarEffects.workingDays());
    }

    @Override
    public Decomposition fit(Series series) {
        return JDemetra.x13(series, calendar);
    }

    /** Method and calendar. */
    @Override
    public String toString() {
        return "X-13, " + calendar;
    }
}
