package org.migrationimpact.examples.study;

import java.util.Arrays;
import java.util.List;
import org.migrationimpact.data.Spelling;

/** The designs that a study file can name, those that this version computes first, with their options. */
enum DesignName {
    BEFORE_AFTER("scale, test, window, donut, lags, small-sample, draws, block"),
    INTERRUPTED_TIME_SERIES(
            "covariance, lags, small-sample, slope, errors, order, autoregression, season, harmonics, scale, shape, ramp,"
                    + " pulse, until, anticipation, outliers, donut, window, shocks"),
    CONTROLLED_INTERRUPTED_TIME_SERIES(
            "control, covariance, lags, small-sample, slope, errors, season, harmonics, scale,"
                    + " shape, ramp, pulse, until, anticipation, donut, window, shocks"),
    ARIMA_INTERVENTION("order, seasonal, auto, search, shape, period, likelihood, scale, donut, window, shocks"),
    STRUCTURAL_FORECAST("level, slope, season, harmonics, choose, expected, draws, scale, window, donut"),
    BREAKPOINTS("max, trim, regressors"),
    FIXED_EFFECTS("fixed, cluster, regressors, family"),
    GRAVITY("origin, destination, fixed, cluster, regressors, family, separation, exposure"),
    EVENT_STUDY("leads, lags, base, reference, anticipation, cluster"),
    GROUP_TIME("control, method, anticipation, base, aggregate, bootstrap, cluster"),
    SUN_ABRAHAM("anticipation, aggregate, cluster"),
    IMPUTATION("leads, anticipation, aggregate, cluster"),
    BACON("cluster"),
    HONEST("by, restriction, bounds, event, anticipation, cluster"),
    SYNTHETIC_CONTROL("predictors, special, window, v, placebo, scale"),
    AUGMENTED_SYNTHETIC_CONTROL("ridge, inference, draws"),
    SYNTHETIC_DIFFERENCE_IN_DIFFERENCES("inference, draws"),
    MATRIX_COMPLETION("ridge, inference, draws"),
    META("");

    private final String options;

    DesignName(String options) {
        this.options = options;
    }

    /** The design that this text names, if this version computes it. */
    static DesignName of(Text text) {
        DesignName named = Arrays.stream(values())
                .filter(design -> Text.label(design).equals(text.text()))
                .findFirst()
                .orElseThrow(() -> text.place()
                        .refusal(
                                "E-STUDY-012",
                                "unknown design " + Spelling.quoted(text.text()) + "; this version computes "
                                        + computed() + Text.nearest(text.text(), labels())));
        if (named.options.isEmpty()) {
            throw text.place()
                    .refusal(
                            "E-STUDY-013",
                            "the design '" + named + "' is not computed by this version, which computes " + computed());
        }
        return named;
    }

    private static String computed() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .filter(d -> !d.options.isEmpty())
                        .map(Text::label)
                        .toList());
    }

    private static List<String> labels() {
        return Arrays.stream(values()).map(Text::label).toList();
    }

    /** Refuses an option that this design does not have. */
    Block requireKnown(Block given) {
        List<String> known = List.of(options.split(", "));
        for (String key : given.keys()) {
            if (!known.contains(key)) {
                throw given.placeOf(key)
                        .refusal(
                                "E-STUDY-004",
                                "unknown option " + Spelling.quoted(key) + "; " + this + " allows " + options
                                        + Text.nearest(key, known));
            }
        }
        return given;
    }

    @Override
    public String toString() {
        return Text.label(this);
    }
}
