package org.migrationimpact.model;

/** On which scale a change is measured. */
public enum Scale {
    /** In the unit of the series. */
    LEVEL {
        @Override
        public double apply(double value) {
            return value;
        }

        @Override
        public double undo(double value) {
            return value;
        }
    },
    /** In per cent of the level before; the series itself stays as it is. */
    PERCENT {
        @Override
        public double apply(double value) {
            return value;
        }

        @Override
        public double undo(double value) {
            return value;
        }
    },
    /** In natural logarithms: a change of b is a change by the factor exp(b). */
    LOG {
        @Override
        public double apply(double value) {
            return Math.log(value);
        }

        @Override
        public double undo(double value) {
            return Math.exp(value);
        }
    };

    /** From the unit of the series to this scale. */
    public abstract double apply(double value);

    /** From this scale to the unit of the series. */
    public abstract double undo(double value);

    /** The unit of a change on this scale, for a series in {@code unit}. */
    public String unit(String unit) {
        return switch (this) {
            case LEVEL -> unit;
            case PERCENT -> "%";
            case LOG -> "log points";
        };
    }
}
