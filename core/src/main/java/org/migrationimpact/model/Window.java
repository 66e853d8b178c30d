package org.migrationimpact.model;

import java.io.Serializable;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;

/**
 * Which periods a design looks at: everything, a span of the calendar, or so many periods on each side of the first treated one.
 */
public sealed interface Window extends Serializable permits Window.All, Window.Span, Window.Around {

    /** Every period of the series. */
    static Window all() {
        return new All();
    }

    /** From one period to another, both included. */
    static Window between(Period first, Period last) {
        return new Span(first, last);
    }

    /** So many periods before the first treated one, and as many from it on. */
    static Window around(int periods) {
        return new Around(periods);
    }

    /**
     * The part of the series inside.
     *
     * @throws DataException E-SERIES-003 where nothing is inside
     */
    Series of(Series series, Period start);

    /** The whole series. */
    record All() implements Window {
        @Override
        public Series of(Series series, Period start) {
            return series;
        }

        @Override
        public String toString() {
            return "whole series";
        }
    }

    /** A span of the calendar, both ends included. */
    record Span(Period first, Period last) implements Window {
        public Span {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("a window ends in " + last + " before it begins in " + first);
            }
        }

        @Override
        public Series of(Series series, Period start) {
            if (first.frequency() != series.frequency()) {
                throw new InputException(
                        "E-WINDOW-001",
                        "the window " + this + " is by " + first.frequency().noun() + ", " + series.name() + " by "
                                + series.frequency().noun() + "; write the window in "
                                + series.frequency().noun() + "s");
            }
            return series.between(first, last);
        }

        @Override
        public String toString() {
            return first + ".." + last;
        }
    }

    /** As many periods before the first treated one as from it on. */
    record Around(int periods) implements Window {
        public Around {
            if (periods < 1) {
                throw new IllegalArgumentException("a window has 1 period on each side or more, got " + periods);
            }
        }

        @Override
        public Series of(Series series, Period start) {
            return series.between(start.plus(-periods), start.plus(periods - 1L));
        }

        @Override
        public String toString() {
            return periods + (periods == 1 ? " period" : " periods") + " on each side";
        }
    }
}
