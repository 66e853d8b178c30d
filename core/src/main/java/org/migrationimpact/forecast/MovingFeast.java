package org.migrationimpact.forecast;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * Feasts of the Islamic calendar, which move through the year by some eleven days a year and move remittances and journeys with them.
 *
 * <p>Dates are those of the Umm al-Qura calendar, as Java has it, from 1882 to 2174. Countries that go by the sight of the moon may be a
 * day off.
 */
public enum MovingFeast {
    /** The fast, the whole month of Ramadan. */
    RAMADAN("Ramadan", 9, 1, 30),
    /** The first three days of Shawwal. */
    EID_AL_FITR("Eid al-Fitr", 10, 1, 3),
    /** The tenth to the thirteenth of Dhu al-Hijjah. */
    EID_AL_ADHA("Eid al-Adha", 12, 10, 13);

    private static final LocalDate FIRST = LocalDate.of(1883, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2173, 12, 31);

    private final String title;
    private final int month;
    private final int from;
    private final int to;

    MovingFeast(String title, int month, int from, int to) {
        this.title = title;
        this.month = month;
        this.from = from;
        this.to = to;
    }

    /** Its name in words. */
    public String title() {
        return title;
    }

    /** Whether a day belongs to the feast. */
    public boolean contains(LocalDate day) {
        HijrahDate date = HijrahDate.from(day);
        int ofMonth = date.get(ChronoField.DAY_OF_MONTH);
        return date.get(ChronoField.MONTH_OF_YEAR) == month && ofMonth >= from && ofMonth <= to;
    }

    /**
     * How many days of the feast lie in each period: a regressor, for {@code Covariate} or an adjustment.
     *
     * @throws InputException E-FEAST-001 for periods without dates, or outside 1883 to 2173
     */
    public Series days(Period first, Period last) {
        if (first.frequency() == Frequency.ORDINAL
                || first.firstDay().isBefore(FIRST)
                || last.lastDay().isAfter(LAST)) {
            throw new InputException(
                    "E-FEAST-001",
                    title + " has dates in periods of the calendar from 1883 to 2173, got " + first + ".." + last);
        }
        double[] counts = new double[Math.toIntExact(first.until(last)) + 1];
        for (int i = 0; i < counts.length; i++) {
            Period period = first.plus(i);
            counts[i] = period.firstDay()
                    .datesUntil(period.lastDay().plusDays(1))
                    .filter(this::contains)
                    .count();
        }
        return Series.of(title, "days", first, counts);
    }
}
