package org.migrationimpact.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** In how many series without any break a jump of the level is reported, by kinds of series; the table of docs/QUALITY.md. */
class FalseAlarmsTest {

    private static final Logger LOG = Logger.getLogger(FalseAlarmsTest.class.getName());

    /** A kind of series without a break, and the share of them in which one may be reported. */
    enum Kind {
        FIVE_YEARLY_STOCK(
                "7 values, random walk of logarithms, steps of 20 %", 0.01, r -> yearly(Made.walk(r, 7, 0.2))),
        ROUGH_SHORT("7 values, random walk of logarithms, steps of 60 %", 0.01, r -> yearly(Made.walk(r, 7, 0.6))),
        YEARLY_SMOOTH("25 years, random walk of logarithms, steps of 10 %", 0.01, r -> yearly(Made.walk(r, 25, 0.1))),
        YEARLY_ROUGH("25 years, random walk of logarithms, steps of 40 %", 0.01, r -> yearly(Made.walk(r, 25, 0.4))),
        MONTHLY_WALK(
                "120 months, random walk of logarithms, steps of 20 %", 0.01, r -> monthly(Made.walk(r, 120, 0.2))),
        MONTHLY_SEASONAL(
                "120 months, Poisson about 200 with a season of 60 %",
                0.01, r -> Made.monthly(120, i -> Made.poisson(r, 200 * (1 + 0.6 * Math.sin(i * Math.PI / 6))))),
        MONTHLY_OVERDISPERSED(
                "120 months, mean 40, variance 40 times as large",
                0.01,
                r -> Made.monthly(120, i -> Made.overdispersed(r, 40))),
        ZERO_HEAVY("120 months, Poisson about 0.5", 0.01, r -> Made.monthly(120, i -> Made.poisson(r, 0.5))),
        ZERO_HEAVY_BURSTS(
                "120 months, zero in two of three, else about 15",
                0.01,
                r -> Made.monthly(120, i -> r.nextInt(3) == 0 ? Made.overdispersed(r, 15) : 0)),
        YEARLY_SMALL("20 years, Poisson about 4", 0.01, r -> yearly(poisson(r, 20, 4)));

        private final String words;
        private final double tolerated;
        private final Function<Random, Series> draw;

        Kind(String words, double tolerated, Function<Random, Series> draw) {
            this.words = words;
            this.tolerated = tolerated;
            this.draw = draw;
        }

        private static Series yearly(double... values) {
            return Made.yearly(values);
        }

        private static Series monthly(double... values) {
            return Series.of("n", "persons", Period.month(2009, 1), values);
        }

        private static double[] poisson(Random random, int periods, double mean) {
            double[] values = new double[periods];
            for (int i = 0; i < periods; i++) {
                values[i] = Made.poisson(random, mean);
            }
            return values;
        }

        double share(int times) {
            return reported(times, 1);
        }

        /** The share of series reported whose second half is so many times as large. */
        double reported(int times, double factor) {
            Random random = new Random(20231 + ordinal());
            int alarms = 0;
            for (int i = 0; i < times; i++) {
                alarms += CoverageBreaks.in(jumping(draw.apply(random), factor))
                                .breaks()
                                .isEmpty()
                        ? 0
                        : 1;
            }
            return (double) alarms / times;
        }

        private static Series jumping(Series series, double factor) {
            double[] values = series.values();
            for (int i = values.length / 2; i < values.length; i++) {
                values[i] = Math.rint(factor * values[i]);
            }
            return Series.of(series.name(), series.unit(), series.start(), values);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void seriesWithoutABreakAreSeldomReported(Kind kind) {
        assertThat(kind.share(400)).isLessThanOrEqualTo(kind.tolerated + 0.015);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Tag("slow")
    void inTwentyThousandSeriesOfAKindTheShareOfFalseAlarmsIsAsTheDocumentationSays(Kind kind) {
        double share = kind.share(20_000);
        LOG.info(() -> String.format(Locale.ROOT, "| %s | %.2f %% |", kind.words, 100 * share));
        assertThat(share).isLessThanOrEqualTo(kind.tolerated);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FIVE_YEARLY_STOCK", "YEARLY_SMOOTH", "YEARLY_ROUGH", "MONTHLY_WALK", "MONTHLY_SEASONAL"})
    void aTwentyfoldJumpIsReportedInMostSeriesAndOneBySixthInNone(Kind kind) {
        assertThat(kind.reported(200, 20)).isGreaterThan(0.5);
        assertThat(kind.reported(200, 7.0 / 6)).isLessThan(0.02);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Tag("slow")
    void theLargerTheJumpTheOftenerItIsReported(Kind kind) {
        double[] found = {kind.reported(2000, 2), kind.reported(2000, 3), kind.reported(2000, 9)};
        LOG.info(() -> String.format(
                Locale.ROOT,
                "| %s | %.0f %% | %.0f %% | %.0f %% |",
                kind.words,
                100 * found[0],
                100 * found[1],
                100 * found[2]));
        assertThat(found).isSorted();
    }
}
