package org.migrationimpact.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/** In how many series without any break a jump of the level is reported, by kinds of series; the table of docs/QUALITY.md. */
class FalseAlarmsTest {

    private static final Logger LOG = Logger.getLogger(FalseAlarmsTest.class.getName());

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    0,
                    "7 values, random walk of logarithms, steps of 20 %",
                    0.01,
                    r -> Kind.yearly(Made.walk(r, 7, 0.2))),
            new Kind(
                    1,
                    "7 values, random walk of logarithms, steps of 60 %",
                    0.01,
                    r -> Kind.yearly(Made.walk(r, 7, 0.6))),
            new Kind(
                    2,
                    "25 years, random walk of logarithms, steps of 10 %",
                    0.01,
                    r -> Kind.yearly(Made.walk(r, 25, 0.1))),
            new Kind(
                    3,
                    "25 years, random walk of logarithms, steps of 40 %",
                    0.01,
                    r -> Kind.yearly(Made.walk(r, 25, 0.4))),
            new Kind(
                    4,
                    "120 months, random walk of logarithms, steps of 20 %",
                    0.01,
                    r -> Kind.monthly(Made.walk(r, 120, 0.2))),
            new Kind(
                    5,
                    "120 months, Poisson about 200 with a season of 60 %",
                    0.01,
                    r -> Made.monthly(120, i -> Made.poisson(r, 200 * (1 + 0.6 * Math.sin(i * Math.PI / 6))))),
            new Kind(
                    6,
                    "120 months, mean 40, variance 40 times as large",
                    0.01,
                    r -> Made.monthly(120, i -> Made.overdispersed(r, 40))),
            new Kind(7, "120 months, Poisson about 0.5", 0.01, r -> Made.monthly(120, i -> Made.poisson(r, 0.5))),
            new Kind(
                    8,
                    "120 months, zero in two of three, else about 15",
                    0.01,
                    r -> Made.monthly(120, i -> r.nextInt(3) == 0 ? Made.overdispersed(r, 15) : 0)),
            new Kind(9, "20 years, Poisson about 4", 0.01, r -> Kind.yearly(Kind.poisson(r, 20, 4))));

    private static Stream<Kind> kinds() {
        return KINDS.stream();
    }

    /** Those in which a large jump is seen. */
    private static Stream<Kind> clear() {
        return Stream.of(0, 2, 3, 4, 5).map(KINDS::get);
    }

    /** A kind of series without a break, and the share of them in which one may be reported. */
    private record Kind(int seed, String words, double tolerated, Function<Random, Series> draw) {

        @Override
        public String toString() {
            return words;
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
            Random random = new Random(20231 + seed);
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
    @MethodSource("kinds")
    void seriesWithoutABreakAreSeldomReported(Kind kind) {
        assertThat(kind.share(200)).isLessThanOrEqualTo(kind.tolerated + 0.015);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Tag("slow")
    void inTwentyThousandSeriesOfAKindTheShareOfFalseAlarmsIsAsTheDocumentationSays(Kind kind) {
        double share = kind.share(20_000);
        LOG.info(() -> String.format(Locale.ROOT, "| %s | %.2f %% |", kind.words, 100 * share));
        assertThat(share).isLessThanOrEqualTo(kind.tolerated);
    }

    @ParameterizedTest
    @MethodSource("clear")
    void aTwentyfoldJumpIsReportedInMostSeriesAndOneBySixthInNone(Kind kind) {
        assertThat(kind.reported(60, 20)).isGreaterThan(0.5);
        assertThat(kind.reported(60, 7.0 / 6)).isLessThan(0.02);
    }

    @ParameterizedTest
    @MethodSource("kinds")
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
