package org.migrationimpact.model;

import java.io.Serializable;
import java.util.Optional;
import org.migrationimpact.data.Frequency;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;

/**
 * How an intervention works over time: at once and for good (a step), phased in (a ramp), for some periods only (a pulse), or until it is
 * repealed (temporary).
 */
public sealed interface Shape extends Serializable permits Shape.Step, Shape.Ramp, Shape.Brief, Shape.Temporary {

    /** At once, and for good: the default. */
    Shape STEP = new Step();

    /** Phased in evenly over so many periods; 1 is a step. */
    static Shape ramp(int periods) {
        return periods == 1 ? STEP : new Ramp(periods);
    }

    /** In so many periods from the first treated one on, and gone without trace. The slope stays. */
    static Shape pulse(int periods) {
        return new Brief(periods);
    }

    /** From the first treated period to this one, the last before the measure was repealed; level and slope are gone after it. */
    static Shape until(Period last) {
        return new Temporary(last);
    }

    /** The change of level of an intervention that begins then. */
    Term level(String name, Period start);

    /** The change of slope; empty where the shape has none. */
    Optional<Term> slope(String name, Period start);

    /** The last period that it touches; empty where it lasts. */
    Optional<Period> last(Period start);

    /** What the column of the level is, in words. */
    String describe(Frequency frequency);

    /** At once, and for good. */
    record Step() implements Shape {
        @Override
        public Term level(String name, Period start) {
            return new LevelShift(name, start, 1);
        }

        @Override
        public Optional<Term> slope(String name, Period start) {
            return Optional.of(new SlopeChange(name, start));
        }

        @Override
        public Optional<Period> last(Period start) {
            return Optional.empty();
        }

        @Override
        public String describe(Frequency frequency) {
            return "1 from the first treated period on";
        }

        @Override
        public String toString() {
            return "ramp 1";
        }
    }

    /** Phased in evenly. */
    record Ramp(int periods) implements Shape {
        public Ramp {
            if (periods < 1) {
                throw new IllegalArgumentException("a ramp has 1 period (a step) or more, got " + periods);
            }
        }

        @Override
        public Term level(String name, Period start) {
            return new LevelShift(name, start, periods);
        }

        @Override
        public Optional<Term> slope(String name, Period start) {
            return Optional.of(new SlopeChange(name, start));
        }

        @Override
        public Optional<Period> last(Period start) {
            return Optional.empty();
        }

        @Override
        public String describe(Frequency frequency) {
            return "rising evenly to 1 over the first " + frequency.count(periods);
        }

        @Override
        public String toString() {
            return "ramp " + periods;
        }
    }

    /** For so many periods. */
    record Brief(int periods) implements Shape {
        public Brief {
            if (periods < 1) {
                throw new IllegalArgumentException("a pulse has 1 period or more, got " + periods);
            }
        }

        @Override
        public Term level(String name, Period start) {
            return new Pulse(name, start, start.plus(periods - 1L));
        }

        @Override
        public Optional<Term> slope(String name, Period start) {
            return Optional.empty();
        }

        @Override
        public Optional<Period> last(Period start) {
            return Optional.of(start.plus(periods - 1L));
        }

        @Override
        public String describe(Frequency frequency) {
            return "a pulse: 1 in the first " + (periods == 1 ? "treated period" : frequency.count(periods))
                    + ", then 0";
        }

        @Override
        public String toString() {
            return "pulse " + periods;
        }
    }

    /** Until a last period. */
    record Temporary(Period last) implements Shape {
        @Override
        public Term level(String name, Period start) {
            requireLater(start);
            return new Pulse(name, start, last);
        }

        @Override
        public Optional<Term> slope(String name, Period start) {
            requireLater(start);
            return Optional.of(new TemporarySlope(name, start, last));
        }

        private void requireLater(Period start) {
            if (last.frequency() != start.frequency() || last.isBefore(start)) {
                throw new InputException(
                        "E-SHAPE-001",
                        "the intervention from " + start + " would end with " + last + "; its last treated period is a "
                                + start.frequency().noun() + " from " + start + " on");
            }
        }

        @Override
        public Optional<Period> last(Period start) {
            return Optional.of(last);
        }

        @Override
        public String describe(Frequency frequency) {
            return "temporary: 1 from the first treated period to " + last + ", then 0";
        }

        @Override
        public String toString() {
            return "until " + last;
        }
    }
}
