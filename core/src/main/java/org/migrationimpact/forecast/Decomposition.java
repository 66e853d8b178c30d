package org.migrationimpact.forecast;

import java.io.Serializable;
import org.migrationimpact.data.Series;

/** x */
public record Decomposition(Series trend, Series seasonal, Series irregular, String method) implements Serializable {
    /** x */
    public enum Mode {
        /** x */
        ADDITIVE,
        /** x */
        MULTIPLICATIVE
    }

    static Decomposition of(Series s, Mode mode, double[] trend, double[] seasonal, double[] irregular, String method) {
        return new Decomposition(
                Series.of("trend", s.unit(), s.start(), trend),
                Series.of("seasonal", s.unit(), s.start(), seasonal),
                Series.of("irregular", s.unit(), s.start(), irregular),
                method);
    }
}
