package org.migrationimpact.model;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.Period;

/**
 * How the seasons of a year (of a week, for days) enter a design.
 *
 * <p>{@link #DUMMIES} gives each season but the first its own level; {@link #fourier} pairs of waves, for frequencies with many seasons;
 * {@link #NONE} no column; {@link #BY_FREQUENCY}, the default of every design, dummies for half-years, quarters, months and days, two
 * pairs of waves for weeks, and nothing for years, for ordinal periods, and where there are fewer than two cycles to learn from.
 */
public sealed interface Season extends Serializable permits Season.Choice, Season.Fourier {

    /** No season. */
    Season NONE = Choice.NO_SEASON;

    /** One level a season, the first season that occurs being the reference: {@code season.2} to {@code season.12}. */
    Season DUMMIES = Choice.ONE_LEVEL_A_SEASON;

    /** What suits the frequency of the series. */
    Season BY_FREQUENCY = Choice.WHAT_SUITS_THE_FREQUENCY;

    /** Pairs of waves as suit the frequency: two, or as many as its seasons allow. */
    static Season fourier(Frequency frequency) {
        requireSeasons(frequency);
        return new Fourier(Math.min(2, frequency.seasons() / 2));
    }

    /** So many pairs of sine and cosine waves: {@code season.sin1}, {@code season.cos1}, … */
    static Season fourier(int pairs) {
        return new Fourier(pairs);
    }

    /**
     * The terms for these periods; empty where there is no season.
     *
     * @throws DataException E-SEASON-001 where seasons are asked of periods that have none
     */
    List<Term> terms(List<Period> periods);

    /** What it comes to in these periods: {@link #BY_FREQUENCY} becomes one of the others, every other stays what it is. */
    Season suited(List<Period> periods);

    /** How it is printed among the conventions. */
    String describe(Frequency frequency);

    /** The choices without a number. */
    enum Choice implements Season {
        NO_SEASON {
            @Override
            public List<Term> terms(List<Period> periods) {
                return List.of();
            }

            @Override
            public String describe(Frequency frequency) {
                return "none";
            }
        },
        ONE_LEVEL_A_SEASON {
            @Override
            public List<Term> terms(List<Period> periods) {
                requireSeasons(periods.get(0).frequency());
                return List.of(SeasonalDummies.of(periods));
            }

            @Override
            public String describe(Frequency frequency) {
                return "one dummy a " + (frequency == Frequency.DAY ? "day of the week" : frequency.noun())
                        + ", the first as reference";
            }
        },
        WHAT_SUITS_THE_FREQUENCY {
            @Override
            public Season suited(List<Period> periods) {
                Frequency frequency = periods.get(0).frequency();
                return periods.size() < 2 * frequency.seasons() ? NO_SEASON : usual(frequency);
            }

            @Override
            public List<Term> terms(List<Period> periods) {
                return suited(periods).terms(periods);
            }

            @Override
            public String describe(Frequency frequency) {
                return usual(frequency).describe(frequency);
            }

            private Season usual(Frequency frequency) {
                return switch (frequency) {
                    case ANNUAL, ORDINAL -> NO_SEASON;
                    case WEEK -> fourier(2);
                    case HALF_YEAR, QUARTER, MONTH, DAY -> ONE_LEVEL_A_SEASON;
                };
            }
        };

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public Season suited(List<Period> periods) {
            return this;
        }
    }

    /** Pairs of waves of the year, or of the week for days. */
    record Fourier(int pairs) implements Season {
        public Fourier {
            if (pairs < 1 || pairs > 26) {
                throw new IllegalArgumentException("pairs of waves must be 1 to 26, got " + pairs);
            }
        }

        @Override
        public Season suited(List<Period> periods) {
            return this;
        }

        @Override
        public List<Term> terms(List<Period> periods) {
            Frequency frequency = periods.get(0).frequency();
            requireSeasons(frequency);
            if (2 * pairs > frequency.seasons()) {
                throw new DataException(
                        "E-SEASON-002",
                        pairs + " pairs of waves need " + 2 * pairs + " seasons; a series by " + frequency.noun()
                                + " has " + frequency.seasons());
            }
            return List.of(new SeasonalWaves(
                    pairs,
                    2 * pairs == frequency.seasons() ? SeasonalWaves.Last.COSINE_ONLY : SeasonalWaves.Last.BOTH));
        }

        @Override
        public String describe(Frequency frequency) {
            return toString();
        }

        @Override
        public String toString() {
            return pairs + (pairs == 1 ? " pair" : " pairs") + " of Fourier waves";
        }
    }

    private static void requireSeasons(Frequency frequency) {
        if (frequency.seasons() == 1) {
            throw new DataException(
                    "E-SEASON-001", "a series by " + frequency.noun() + " has no seasons; leave the season out (none)");
        }
    }
}
