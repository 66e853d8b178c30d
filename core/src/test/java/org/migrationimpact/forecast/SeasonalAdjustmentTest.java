package org.migrationimpact.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.data.Warning;

class SeasonalAdjustmentTest {

    private static final Period FIRST = Period.month(2005, 1);
    private static final double[] SEASON = {0.9, 0.85, 1, 1.05, 1.1, 1.15, 1.2, 1.1, 1, 0.95, 0.8, 0.9};

    /** Ten years of months that grow by 0.3 % a month, times a season, times an eighth per day and 30 days of Ramadan, times noise. */
    private static Series made(double ofRamadan) {
        double[] e = Noise.of(120, 99);
        Series fast = MovingFeast.RAMADAN.days(FIRST, FIRST.plus(119));
        double[] y = IntStream.range(0, 120)
                .mapToDouble(t -> 1000 * Math.exp(0.003 * t + ofRamadan * fast.value(t) + 0.01 * e[t]) * SEASON[t % 12])
                .toArray();
        return Series.of("made", "transfers", FIRST, y);
    }

    static List<SeasonalAdjustment> methods() {
        return List.of(X13.standard(), TramoSeats.standard(), new X13(CalendarEffects.none()), Stl.periodic());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void aKnownSeasonIsFound(SeasonalAdjustment method) {
        Series y = made(0);
        Decomposition found = method.fit(method instanceof Stl ? y.map("log", Math::log) : y);
        boolean product = found.mode() == Decomposition.Mode.MULTIPLICATIVE;
        assertEquals(!(method instanceof Stl), product);
        for (int t = 0; t < 120; t++) {
            double factor = product
                    ? found.seasonal().value(t)
                    : Math.exp(found.seasonal().value(t));
            assertEquals(SEASON[t % 12] / 0.994, factor, 0.03);
            double whole = product
                    ? found.trend().value(t)
                            * found.seasonal().value(t)
                            * found.irregular().value(t)
                    : found.trend().value(t)
                            + found.seasonal().value(t)
                            + found.irregular().value(t);
            assertEquals(found.observed().value(t), whole, 1e-9 * Math.abs(whole));
        }
    }

    @Test
    void aMovingFeastIsTakenOutWithTheSeason() {
        Series y = made(0.01); // a third more in a month of fasting
        double without = roughness(new X13(CalendarEffects.none()).fit(y));
        double with = roughness(new X13(CalendarEffects.none().with(MovingFeast.RAMADAN)).fit(y));
        double withSeats = roughness(new TramoSeats(CalendarEffects.none().with(MovingFeast.RAMADAN)).fit(y));
        assertTrue(with < 0.5 * without, () -> with + " " + without);
        assertTrue(withSeats < 0.5 * without, () -> withSeats + " " + without);
    }

    private static double roughness(Decomposition found) {
        return IntStream.range(1, 120)
                .mapToDouble(t -> Math.abs(
                        Math.log(found.adjusted().value(t) / found.adjusted().value(t - 1))))
                .average()
                .orElseThrow();
    }

    @Test
    void whatWasMissingStaysMissing() {
        double[] y = made(0).values();
        y[30] = Double.NaN;
        Decomposition found = X13.standard().fit(Series.of("gap", "transfers", FIRST, y));
        assertTrue(Double.isNaN(found.adjusted().value(30))
                && Double.isNaN(found.irregular().value(30)));
        assertEquals(SEASON[6], found.seasonal().value(30), 0.03);
    }

    @Test
    void anAdjustmentAcrossTheDateIsWarnedOf() {
        Period start = Period.month(2012, 1);
        Decomposition across = Stl.periodic().fit(made(0));
        assertEquals(
                List.of(
                        new Warning(
                                "W-ADJUST-001",
                                "the season of made was estimated from 2005-01 to 2014-12, on both sides of 2012-01: part of a change there is taken for"
                                        + " season and trend, the rest is spread over the periods around. Do not estimate an effect from these components:"
                                        + " put the season into the design, or adjust with the periods before alone (fitBefore)")),
                across.warningsAt(start));
        Decomposition before = Stl.periodic().fitBefore(made(0), start);
        assertEquals(List.of(), before.warningsAt(start));
        assertEquals(120, before.adjusted().size());
        assertEquals(before.seasonal().value(83), before.seasonal().value(95));
        assertTrue(Double.isNaN(before.trend().value(84))
                && !Double.isNaN(before.adjusted().value(84)));
        assertEquals(
                Stl.periodic()
                        .fit(made(0).between(FIRST, start.plus(-1)))
                        .adjusted()
                        .value(10),
                before.adjusted().value(10));
    }

    @Test
    void nothingAfterTheDateChangesTheSeasonBefore() {
        Series y = made(0);
        Series jumped = Series.of(
                "made",
                "transfers",
                FIRST,
                IntStream.range(0, 120)
                        .mapToDouble(t -> y.value(t) * (t >= 84 ? 0.5 : 1))
                        .toArray());
        Decomposition quiet = X13.standard().fitBefore(y, FIRST.plus(84));
        Decomposition loud = X13.standard().fitBefore(jumped, FIRST.plus(84));
        assertEquals(quiet.seasonal(), loud.seasonal());
        assertEquals(0.5, loud.adjusted().value(84) / quiet.adjusted().value(84), 1e-12);
    }

    @Test
    void everyLocaleAndThreadGivesTheSameBits() {
        Locale before = Locale.getDefault();
        Decomposition first = X13.standard().fit(made(0));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            List<Decomposition> all = IntStream.range(0, 4)
                    .parallel()
                    .mapToObj(i -> X13.standard().fit(made(0)))
                    .distinct()
                    .toList();
            assertEquals(List.of(first), all);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theMethodSaysWhatItFound() throws Exception {
        Decomposition found = X13.standard().fit(made(0));
        assertTrue(
                found.method().startsWith("X-13 (JDemetra+ 3.5.0), working days and Easter where found, ARIMA ("),
                found.method());
        assertEquals(found, Serialized.copy(found));
        assertEquals(
                "TRAMO-SEATS, no days of the week, no Easter, Eid al-Fitr, Eid al-Adha",
                new TramoSeats(CalendarEffects.none().with(MovingFeast.EID_AL_FITR, MovingFeast.EID_AL_ADHA))
                        .toString());
    }

    /** Dates as published for Saudi Arabia: Ramadan 1445 from 11 March to 9 April 2024, Eid al-Fitr on 10 April, Eid al-Adha on 16 June. */
    @Test
    void feastsAreOnTheirDays() {
        Series fast = MovingFeast.RAMADAN.days(Period.month(2024, 2), Period.month(2024, 5));
        assertEquals(
                List.of(0.0, 21.0, 9.0, 0.0),
                IntStream.range(0, 4).mapToObj(fast::value).toList());
        assertTrue(MovingFeast.EID_AL_FITR.contains(LocalDate.of(2024, 4, 10)));
        assertTrue(!MovingFeast.EID_AL_FITR.contains(LocalDate.of(2024, 4, 9)));
        assertTrue(MovingFeast.EID_AL_ADHA.contains(LocalDate.of(2024, 6, 16)));
        Refusal.of(
                InputException.class,
                "E-FEAST-001 Ramadan has dates in periods of the calendar from 1883 to 2173, got 1..5",
                () -> MovingFeast.RAMADAN.days(Period.ordinal(1), Period.ordinal(5)));
    }

    @Test
    void whatHasNoSeasonIsRefused() {
        Refusal.of(
                InputException.class,
                "E-ADJUST-001 made is by year; X-13 takes months, quarters or half-years",
                () -> X13.standard().fit(Series.of("made", "units", Period.year(2000), new double[20])));
        Refusal.of(
                DataException.class,
                "E-ADJUST-002 made has 20 months with a value; TRAMO-SEATS needs three years, 36",
                () -> TramoSeats.standard().fit(Series.of("made", "units", Period.month(2000, 1), new double[20])));
    }
}
