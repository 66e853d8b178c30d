package org.migrationimpact.covariance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Close;
import org.migrationimpact.model.Design;
import org.migrationimpact.regression.Fit;
import org.migrationimpact.regression.Ols;

/**
 * One interrupted series of 120 months with AR(0.5) errors under the conventions of other software. Figures by R 4.2.2, sandwich 3.0.2:
 * {@code m <- lm(y ~ trend + level + slope)} with the call that each preset names; by calendar from the definition, over scores that are 0
 * in the missing months.
 */
class PresetTest {

    private static final double[] Y = {
        19.355, 19.602, 19.273, 21.085, 19.171, 19.323, 20.832, 20.669, 20.499, 20.914, 20.994, 20.677, 21.411, 21.45,
                20.883,
        19.394, 19.551, 19.104, 17.577, 18.7, 19.684, 22.007, 23.16, 23.313, 21.209, 19.419, 19.496, 21.719, 21.697,
                22.047,
        21.005, 19.785, 21.298, 21.155, 20.43, 21.158, 22.411, 23.062, 23.557, 22.422, 23.361, 22.724, 22.653, 23.786,
                23.774,
        23.118, 24.088, 22.861, 21.862, 22.565, 22.641, 22.576, 22.253, 21.627, 23.41, 21.469, 23.35, 22.08, 23.449,
                21.932,
        24.671, 24, 25.342, 24.363, 25.703, 25.665, 25.132, 24.575, 23.427, 24.209, 24.414, 26.704, 26.049, 25.742,
                25.709,
        24.892, 25.11, 25.392, 26.657, 27.544, 28.78, 25.247, 26.032, 25.675, 25.669, 26.026, 27.249, 27.7, 26.255,
                26.308,
        26.752, 26.225, 27.43, 27.541, 27.832, 27.201, 26.69, 26.136, 26.869, 25.194, 26.744, 28.42, 26.609, 25.129,
                25.372,
        25.18, 24.574, 27.678, 27.259, 26.78, 27.694, 27.7, 28.501, 29.498, 29.211, 28.647, 28.709, 26.291, 26.214,
                25.887
    };
    private static final Set<Integer> MISSING =
            Set.of(6, 9, 13, 21, 30, 37, 38, 41, 49, 56, 59, 67, 75, 96, 104, 105, 108, 110, 118, 119);

    private static Fit fit(Set<Integer> missing, Covariance covariance) {
        int[] months =
                IntStream.rangeClosed(1, 120).filter(t -> !missing.contains(t)).toArray();
        double[][] rows = new double[months.length][];
        for (int i = 0; i < months.length; i++) {
            rows[i] = new double[] {1, months[i], months[i] > 60 ? 1 : 0, Math.max(0, months[i] - 61)};
        }
        long[] places = IntStream.of(months).asLongStream().toArray();
        double[] y = IntStream.of(months).mapToDouble(t -> Y[t - 1]).toArray();
        return Ols.fit(y, Design.of(List.of("intercept", "trend", "level", "slope"), rows, places), covariance);
    }

    private static void requireErrors(Fit fit, double level, double slope) {
        Close.relative(level, fit.coefficient("level").standardError(), 1e-8, "standard error");
        Close.relative(slope, fit.coefficient("slope").standardError(), 1e-8, "standard error");
    }

    @ParameterizedTest
    @CsvSource({
        "REGRESSION, 0.410277329770182, 0.0118428639467077",
        "STATA_ROBUST, 0.347533635904021, 0.0110842448656443",
        "SANDWICH_ROBUST, 0.356511396540854, 0.0114104021616516",
        "SANDWICH, 0.543727697727887, 0.0222587035218328",
        "SANDWICH_WITHOUT_PREWHITENING, 0.384857687249242, 0.012937114214575",
        "SANDWICH_ANDREWS, 0.484457210833177, 0.0156668453830052",
        "SANDWICH_KERNEL, 0.508687131063928, 0.0214863502844002",
        "STATSMODELS, 0.440543451122254, 0.0152292391555123",
        "STATA, 0.448074653947738, 0.0154895868888988",
        "FOURTH_ROOT, 0.445218798988846, 0.0152850904327335",
        "ITSAPERM, 0.34169231844138, 0.0108979417674551",
        "YEAR_OF_MONTHS, 0.432252244456322, 0.0129940150574958",
        "CALENDAR, 0.448074653947738, 0.0154895868888988"
    })
    void everyPresetGivesTheErrorsOfItsSoftware(Preset preset, double level, double slope) {
        requireErrors(fit(Set.of(), Covariance.like(preset)), level, slope);
    }

    @ParameterizedTest
    @CsvSource({
        "REGRESSION, 0.454095155089096, 0.0133651447202011",
        "STATA_ROBUST, 0.380917919857008, 0.0124816078102763",
        "SANDWICH_ROBUST, 0.393176823965854, 0.0129662387719236",
        "SANDWICH, 0.512012829100969, 0.0159535004217597",
        "SANDWICH_WITHOUT_PREWHITENING, 0.463634334329373, 0.0139908610894504",
        "SANDWICH_ANDREWS, 0.476424966806653, 0.0155775403638116",
        "SANDWICH_KERNEL, 0.579022328992913, 0.0197866381769514",
        "STATSMODELS, 0.452918226456485, 0.0150888520662759",
        "STATA, 0.462257729176962, 0.0153999951527982",
        "FOURTH_ROOT, 0.460482562269981, 0.0155082665060012",
        "ITSAPERM, 0.373221815012821, 0.0122294281218857",
        "YEAR_OF_MONTHS, 0.392309531944953, 0.0124469593211829",
        "CALENDAR, 0.47678225092455, 0.0164817014398214"
    })
    void withTwentyMonthsMissingPresetsCountRowsAsTheirSoftwareDoesAndTheCalendarCountsMonths(
            Preset preset, double level, double slope) {
        requireErrors(fit(MISSING, Covariance.like(preset)), level, slope);
    }

    @Test
    void lagsThatTheUserGivesReplaceTheRule() {
        Fit four = fit(Set.of(), Preset.STATA.withLags(4));
        requireErrors(four, 0.448074653947738, 0.0154895868888988);
        assertEquals("Newey–West, Bartlett, 4 lags, T/(T-K), lags counted by row", four.covarianceName());
    }

    @Test
    void errorsWithoutLagsRefuseThem() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Preset.SANDWICH_ROBUST.withLags(4));
        assertEquals("SANDWICH_ROBUST has no lags to choose, got 4", refusal.getMessage());
    }
}
