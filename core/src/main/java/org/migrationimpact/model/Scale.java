package org.migrationimpact.model;

/** On which scale a change is measured. */
public enum Scale {
    /** In the unit of the series. */
    LEVEL,
    /** In per cent of the level before; the series itself stays as it is. */
    PERCENT,
    /** In natural logarithms: a change of b is a change by the factor exp(b). */
    LOG;

    /** From the unit of the series to this scale. */
    public double apply(double value) {
        return this == LOG ? Math.log(value) : value;
    }

    /** From this scale to the unit of the series. */
    public double undo(double value) {
        return this == LOG ? Math.exp(value) : value;
    }

    /** The unit of a change on this scale, for a series in {@code unit}. */
    public String unit(String unit) {
        return switch (this) {
            case LEVEL -> unit;
            case PERCENT -> "%";
            case LOG -> "log points";
        };
    }
}
