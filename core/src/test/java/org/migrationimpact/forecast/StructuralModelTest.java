package org.migrationimpact.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.Shared;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.model.Season;

class StructuralModelTest {

    private static final Period FIRST = Period.month(1969, 1);

    private static Series series(double... values) {
        return Series.of("crossings", "persons", FIRST, values);
    }

    /** Level, season and noise of known variances. */
    private static double[] simulated(int n, double noise, double level, double season, long seed) {
        Random random = new Random(seed);
        double[] ring = random.doubles(12).map(u -> 4 * u).toArray();
        double mean = Arrays.stream(ring).average().orElseThrow();
        Arrays.setAll(ring, s -> ring[s] - mean);
        double mu = 50;
        double[] y = new double[n];
        for (int t = 0; t < n; t++) {
            int s = t % 12;
            double others = Arrays.stream(ring).sum() - ring[s];
            ring[s] = -others + season * random.nextGaussian();
            y[t] = mu + ring[s] + noise * random.nextGaussian();
            mu += level * random.nextGaussian();
        }
        return y;
    }

    @ParameterizedTest
    @CsvSource({
        "kfas_drivers_bsm, STOCHASTIC, 192, false",
        "kfas_drivers_llseas_pre_law, ABSENT, 169, false",
        "kfas_drivers_level_seasonal_law, ABSENT, 192, true"
    })
    void theDriversAreThoseOfKfas(String name, Component slope, int months, boolean law) {
        Oracle uk = Oracle.of("bsm_uk");
        double[] column = Oracle.of("arima_seatbelts").column("law");
        Series drivers = series(Arrays.copyOf(uk.column("log10_drivers"), months));
        StructuralModel model = StructuralModel.localLevel()
                .withSlope(slope)
                .withRegressors(law ? List.of(series(column).named("law")) : List.of());
        compare(uk.expected(name), model.fit(drivers));
    }

    @Test
    void theGasIsThatOfKfas() throws IOException {
        double[] gas = Files.readAllLines(Shared.file("oracles", "bsm_uk_gas.csv")).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[1]))
                .toArray();
        Series quarters = Series.of("gas", "log10", Period.quarter(1960, 1), gas);
        compare(
                Oracle.of("bsm_uk").expected("kfas_gas_bsm"),
                StructuralModel.localLinearTrend().fit(quarters));
    }

    /** Variances to the 1e-3 that the case states, by log likelihood to 1e-6, which is no lower than KFAS's. */
    private static void compare(JsonNode expected, StructuralFit fit) {
        double scale = expected.get("scale").asDouble();
        double scaled = fit.logLikelihood() - (fit.observations() - fit.diffuse()) * Math.log(scale);
        double theirs = expected.get("loglik_scaled_data").asDouble();
        assertTrue(scaled >= theirs - 1e-6, scaled + " is below " + theirs);
        Close.relative(theirs, scaled, 1e-8, "log likelihood");
        expected.get("variances").properties().forEach(entry -> {
            String component = switch (entry.getKey()) {
                case "epsilon" -> "irregular";
                case "seas" -> "season";
                default -> entry.getKey();
            };
            double variance = fit.variance(component);
            if (entry.getValue().asDouble() == 0) {
                assertEquals(0, variance, component);
            } else {
                Close.relative(entry.getValue().asDouble(), variance, 1e-3, component);
            }
        });
        StructuralFit.Smooth level = fit.smooth("level", 0);
        int n = level.mean().size();
        for (int i = 0; i < 5; i++) {
            Close.relative(
                    expected.get("smoothed_level_first5").get(i).asDouble(),
                    level.mean().value(i),
                    1e-5,
                    "first " + i);
            Close.relative(
                    expected.get("smoothed_level_last5").get(i).asDouble(),
                    level.mean().value(n - 5 + i),
                    1e-5,
                    "last " + i);
        }
        double last = level.standardError().value(n - 1);
        Close.relative(expected.get("smoothed_level_var_last").asDouble(), last * last, 1e-3, "its variance");
        if (expected.has("beta")) {
            Close.relative(
                    expected.get("beta").asDouble(), fit.coefficients().get(0).estimate(), 1e-4, "law");
            Close.relative(
                    expected.get("beta_se").asDouble(),
                    fit.coefficients().get(0).standardError(),
                    1e-3,
                    "its error");
        }
    }

    @Test
    void theNileIsThatOfTheTextbook() {
        // Durbin and Koopman (2012), 2.10.3 and KFAS 1.5.1: variances 15099 and 1469.1, log likelihood -632.5456
        double[] nile = Oracle.of("tests_nile").column("flow");
        StructuralFit fit = StructuralModel.localLevel().fit(Series.of("Nile", "1e8 m3", Period.year(1871), nile));
        assertEquals(15098.5, fit.variance("irregular"), 1);
        assertEquals(1469.2, fit.variance("level"), 0.5);
        assertEquals(-632.5456, fit.logLikelihood(), 1e-4);
        assertTrue(fit.gradientNorm() < 1e-8, "gradient " + fit.gradientNorm());
        assertEquals(1, fit.diffuse());
    }

    @Test
    void variancesThatMadeALongSeriesAreFoundAgain() {
        StructuralFit fit = StructuralModel.localLevel().fit(series(simulated(900, 1, 0.4, 0.2, 3)));
        assertEquals(1, fit.variance("irregular"), 0.2);
        assertEquals(0.16, fit.variance("level"), 0.06);
        assertEquals(0.04, fit.variance("season"), 0.02);
    }

    @Test
    void whereTheLikelihoodIsHighestWithoutAVarianceItIsExactlyZero() {
        StructuralFit fit = StructuralModel.localLevel().fit(series(simulated(240, 1, 0.3, 0, 5)));
        assertEquals(0.0, fit.variance("season"));
        assertTrue(fit.variance("level") > 0);
        assertTrue(fit.toString().contains("variance of season     0.00000"), fit.toString());
        assertEquals(2, fit.estimated());
    }

    @Test
    void aConstantAndAFactorPassThrough() {
        double[] y = simulated(96, 1, 0.4, 0.1, 8);
        StructuralFit fit = StructuralModel.localLinearTrend().fit(series(y));
        StructuralFit moved = StructuralModel.localLinearTrend()
                .fit(series(Arrays.stream(y).map(v -> 1e5 + 7 * v).toArray()));
        fit.variances()
                .forEach(v -> Close.relative(49 * v.estimate(), moved.variance(v.component()), 1e-6, v.component()));
        Close.relative(
                fit.logLikelihood() - (96 - fit.diffuse()) * Math.log(7), moved.logLikelihood(), 1e-9, "likelihood");
        for (int h = 0; h < 12; h++) {
            Close.relative(
                    1e5 + 7 * fit.forecast(12).mean(h), moved.forecast(12).mean(h), 1e-9, "forecast");
            Close.relative(
                    7 * fit.forecast(12).standardError(h), moved.forecast(12).standardError(h), 1e-6, "its error");
        }
    }

    @Test
    void missingPeriodsAtTheEndsChangeNothingButTheHorizon() {
        double[] y = simulated(96, 1, 0.4, 0.1, 8);
        double[] longer = Arrays.copyOf(y, 99);
        Arrays.fill(longer, 96, 99, Double.NaN);
        StructuralFit fit = StructuralModel.localLevel().fit(series(y));
        StructuralFit open = StructuralModel.localLevel().fit(series(longer));
        Close.relative(fit.logLikelihood(), open.logLikelihood(), 1e-12, "likelihood");
        Close.relative(fit.forecast(4).mean(3), open.forecast(1).mean(0), 1e-8, "forecast");
        Close.relative(fit.forecast(4).standardError(3), open.forecast(1).standardError(0), 1e-8, "its error");
    }

    @Test
    void theOriginAndTheUnitOfAColumnDoNotMatter() {
        Random random = new Random(2);
        double[] x = random.doubles(84).toArray();
        double[] y = simulated(84, 1, 0.3, 0, 9);
        Arrays.setAll(y, t -> y[t] + 3 * x[t]);
        StructuralFit one = StructuralModel.localLevel()
                .withRegressors(List.of(series(x).named("trade")))
                .fit(series(y));
        StructuralFit other = StructuralModel.localLevel()
                .withRegressors(List.of(
                        series(Arrays.stream(x).map(v -> 1e6 + 1000 * v).toArray())
                                .named("trade")))
                .fit(series(y));
        Close.relative(
                one.coefficients().get(0).estimate(),
                1000 * other.coefficients().get(0).estimate(),
                1e-6,
                "coefficient");
        assertEquals(
                3,
                one.coefficients().get(0).estimate(),
                4 * one.coefficients().get(0).standardError());
        assertEquals(one.logLikelihood(), other.logLikelihood() + Math.log(1000), 1e-6);
        assertEquals(
                one.smooth("signal", 0).mean().value(40),
                other.smooth("signal", 0).mean().value(40),
                1e-6);
    }

    @Test
    void theComponentsSumToTheSignal() {
        double[] x = new Random(2).doubles(84).toArray();
        StructuralFit fit = StructuralModel.localLinearTrend()
                .withRegressors(List.of(series(x).named("trade")))
                .fit(series(simulated(84, 1, 0.3, 0.1, 9)));
        assertEquals(List.of("level", "slope", "season", "regression"), fit.components());
        List<StructuralFit.Smooth> all = fit.smooth(List.of("signal", "level", "season", "regression"), 0);
        for (int t = 0; t < 84; t++) {
            int at = t;
            double sum = all.subList(1, 4).stream()
                    .mapToDouble(s -> s.mean().value(at))
                    .sum();
            assertEquals(all.get(0).mean().value(t), sum, 1e-9);
        }
    }

    @Test
    void aFullSetOfWavesAndDummiesAreTheSameSeasonWhereNeitherMoves() {
        double[] y = simulated(120, 1, 0.3, 0, 4);
        StructuralModel fixed = StructuralModel.localLevel().withSeasonal(Component.FIXED);
        StructuralFit dummies = fixed.with(Season.DUMMIES).fit(series(y));
        StructuralFit waves = fixed.with(Season.fourier(6)).fit(series(y));
        Close.relative(dummies.variance("level"), waves.variance("level"), 1e-6, "level");
        assertEquals(dummies.forecast(7).mean(6), waves.forecast(7).mean(6), 1e-6);
        assertEquals(dummies.forecast(7).standardError(6), waves.forecast(7).standardError(6), 1e-6);
    }

    @Test
    void aCycleIsFoundWhereThereIsOne() {
        Random random = new Random(12);
        double[] y = new double[150];
        double c = 0;
        double s = 0;
        for (int t = 0; t < y.length; t++) {
            double angle = 2 * Math.PI / 30;
            double next = 0.97 * (Math.cos(angle) * c + Math.sin(angle) * s) + 0.5 * random.nextGaussian();
            s = 0.97 * (-Math.sin(angle) * c + Math.cos(angle) * s) + 0.5 * random.nextGaussian();
            c = next;
            y[t] = 100 + c + 0.5 * random.nextGaussian();
        }
        StructuralFit fit = StructuralModel.localLevel()
                .withLevel(Component.FIXED)
                .with(Season.NONE)
                .with(new Cycle(12, 60))
                .fit(series(y));
        assertEquals(30, fit.cycleLength(), 4);
        assertEquals(0.97, fit.damping(), 0.03);
        assertEquals(0.25, fit.variance("cycle"), 0.2);
        assertTrue(fit.gradientNorm() < 1e-5, "gradient " + fit.gradientNorm());
    }

    @Test
    void simulatedComponentsHaveTheMeanAndTheErrorOfTheSmoother() {
        double[] y = simulated(60, 1, 0.5, 0.2, 6);
        y[0] = Double.NaN;
        y[20] = Double.NaN;
        y[21] = Double.NaN;
        StructuralFit fit = StructuralModel.localLevel().fit(series(y));
        int draws = 1500;
        for (String component : List.of("level", "season")) {
            double[][] drawn = fit.simulate(component, draws, 1);
            StructuralFit.Smooth smooth = fit.smooth(component, 0);
            for (int t = 0; t < 60; t++) {
                int at = t;
                double mean =
                        Arrays.stream(drawn).mapToDouble(d -> d[at]).average().orElseThrow();
                double square = Arrays.stream(drawn)
                        .mapToDouble(d -> (d[at] - mean) * (d[at] - mean))
                        .sum();
                double error = smooth.standardError().value(t);
                assertEquals(smooth.mean().value(t), mean, 4.5 * error / Math.sqrt(draws), component + " " + t);
                Close.relative(error, Math.sqrt(square / (draws - 1)), 0.1, component + " error " + t);
            }
        }
    }

    @Test
    void drawsAreTheSameOnOneThreadAndOnFourAndInAnyLocale() throws ExecutionException, InterruptedException {
        StructuralFit fit = StructuralModel.localLevel().fit(series(simulated(60, 1, 0.5, 0.2, 6)));
        boolean[] counted = {true, true, false};
        Locale before = Locale.getDefault();
        double[][] paths = inPool(1, () -> fit.draws(counted, 200, 3).paths());
        double[][] levels = inPool(1, () -> fit.simulate("level", 20, 3));
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertTrue(Arrays.deepEquals(
                    paths, inPool(4, () -> fit.draws(counted, 200, 3).paths())));
            assertTrue(Arrays.deepEquals(levels, inPool(4, () -> fit.simulate("level", 20, 3))));
            assertTrue(fit.toString().matches("(?s)[\\p{ASCII}]*"), fit.toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    private static double[][] inPool(int threads, java.util.concurrent.Callable<double[][]> task)
            throws ExecutionException, InterruptedException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(task).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theDrawsOfAKnownPosteriorGiveItsStudentsT() {
        // a fixed level alone: with the deviation flat beforehand the forecast error is t with n - 2 degrees of freedom
        int n = 40;
        double[] y = new Random(3).doubles(n).toArray();
        StructuralFit fit = StructuralModel.localLevel()
                .withLevel(Component.FIXED)
                .with(Season.NONE)
                .fit(series(y));
        double mean = Arrays.stream(y).average().orElseThrow();
        double square = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
        double expected = square * (1 + 1.0 / n) / (n - 4);
        ForecastDraws.Spread spread = fit.draws(new boolean[] {true}, 8_000, 1).spread(0);
        assertEquals(expected, spread.total(), 4 * spread.monteCarloError());
        assertTrue(spread.monteCarloError() < 0.01 * expected);
        Close.relative(square / (n - 1) * (1 + 1.0 / n), spread.conditional(), 1e-8, "conditional");
    }

    @Test
    void aFitIsTheSameAfterSerialization() throws Exception {
        StructuralFit fit = StructuralModel.localLevel().fit(series(simulated(60, 1, 0.5, 0.2, 6)));
        StructuralFit copy = (StructuralFit) Serialized.copy(fit);
        assertEquals(fit.toString(), copy.toString());
        assertEquals(fit.forecast(3), copy.forecast(3));
    }

    @Test
    void innovationsOfTheRightModelPassTheirTests() {
        StructuralFit fit = StructuralModel.localLevel().fit(series(simulated(200, 1, 0.4, 0.2, 21)));
        Innovations innovations = fit.innovations();
        assertEquals(200 - 12, innovations.series().observed());
        innovations.tests().forEach(test -> assertTrue(test.pValue() > 0.05, test.toString()));
        assertEquals(
                "Ljung–Box, 12 lags, 10 degrees of freedom",
                innovations.tests().get(0).name());
    }

    @Test
    void testsOfInnovationsAreThoseOfR() {
        // R 4.2.2: Box.test(e, 4, "Ljung-Box"); moments with 1/n; pchisq, pf
        double[] e = {0.3, -1.2, 0.8, 1.9, -0.4, 0.1, -0.9, 1.1, 0.5, -2.2, 0.7, 0.2, -0.6, 1.4, -1.0};
        Innovations innovations = new Innovations(series(e), 1);
        assertEquals(REFERENCE[0], innovations.ljungBox(4).statistic(), 1e-12);
        assertEquals(REFERENCE[1], innovations.ljungBox(4).pValue(), 1e-12);
        assertEquals(REFERENCE[2], innovations.normality().statistic(), 1e-12);
        assertEquals(REFERENCE[3], innovations.normality().pValue(), 1e-12);
        assertEquals(REFERENCE[4], innovations.heteroscedasticity().statistic(), 1e-12);
        assertEquals(REFERENCE[5], innovations.heteroscedasticity().pValue(), 1e-12);
    }

    private static final double[] REFERENCE = {
        5.883386990476393,
        0.20802790634737445,
        0.3503446872203752,
        0.8393123581818449,
        0.648148148148148,
        0.6457816473030502
    };

    @Test
    void tooFewValuesAreRefused() {
        Refusal.of(
                DataException.class,
                "E-STRUCT-001 crossings has 17 months with a value from 1969-01 to 1970-05; a structural model of 12 fixed terms and"
                        + " 3 variances needs 18: widen the window or leave components out",
                () -> StructuralModel.localLevel().with(Season.DUMMIES).fit(series(simulated(17, 1, 1, 0, 1))));
    }

    @Test
    void aSeriesWithoutNoiseIsRefused() {
        Refusal.of(
                DataException.class,
                "E-STRUCT-002 crossings has nothing left in 40 months from 1969-01 to 1972-04 once its level, slope, season and"
                        + " columns are taken out; a structural model needs variation",
                () -> StructuralModel.localLinearTrend()
                        .with(Season.NONE)
                        .fit(series(IntStream.range(0, 40)
                                .mapToDouble(t -> 5 + 2 * t)
                                .toArray())));
    }

    @Test
    void columnsThatSayTheSameAreRefusedByName() {
        double[] x = new Random(1).doubles(40).toArray();
        Series one = series(x).named("trade");
        Series other = series(Arrays.stream(x).map(v -> 2 - 3 * v).toArray()).named("exports");
        Refusal.of(
                EstimationException.class,
                "E-MODEL-001 exports cannot be told from intercept, trade; leave one of them out, or widen the window",
                () -> StructuralModel.localLevel()
                        .with(Season.NONE)
                        .withRegressors(List.of(one, other))
                        .fit(series(simulated(40, 1, 1, 0, 1))));
    }

    @Test
    void aMonthThatNeverOccursIsRefused() {
        double[] y = simulated(60, 1, 0.3, 0, 1);
        for (int t = 6; t < 60; t += 12) {
            y[t] = Double.NaN;
        }
        Refusal.of(
                EstimationException.class,
                "E-MODEL-001 season.7 is zero in every period; leave one of them out, or widen the window",
                () -> StructuralModel.localLevel().with(Season.DUMMIES).fit(series(y)));
    }

    @Test
    void dummiesForWeeksAreRefused() {
        double[] y = new Random(1).doubles(200).toArray();
        Refusal.of(
                InputException.class,
                "E-STRUCT-005 weeks is by week; years have 52 or 53 of them, so a season of dummies does not come round: take pairs"
                        + " of waves (fourier)",
                () -> StructuralModel.localLevel()
                        .with(Season.DUMMIES)
                        .fit(Series.of("weeks", "persons", Period.parse("2015-W01"), y)));
    }

    @Test
    void anInterruptedThreadIsHeard() {
        Refusal.of(EstimationException.class, "E-STRUCT-004 interrupted after 0 iterations of the likelihood", () -> {
            Thread.currentThread().interrupt();
            try {
                StructuralModel.localLevel().fit(series(simulated(60, 1, 0.3, 0, 1)));
            } finally {
                Thread.interrupted();
            }
        });
    }

    @Test
    void wrongArgumentsAreRefused() {
        StructuralModel model = StructuralModel.localLinearTrend();
        Refusal.argument(
                "a slope moves the level, so it needs one: level absent, slope stochastic",
                () -> model.withLevel(Component.ABSENT));
        Refusal.argument(
                "the length of a cycle goes from above 2 periods up to a finite number, got 1.0 to 9.0",
                () -> new Cycle(1, 9));
        StructuralFit fit = StructuralModel.localLevel().fit(series(simulated(60, 1, 0.5, 0.2, 6)));
        Refusal.argument("draws are 50 or more, got 49", () -> fit.draws(new boolean[2], 49, 1));
        Refusal.argument("draws are 1 or more, got 0", () -> fit.simulate("level", 0, 1));
        Refusal.argument("a horizon is 0 periods or more, got -1", () -> fit.forecast(-1));
        Refusal.argument("this model has no slope; it has [level, season]", () -> fit.smooth("slope", 0));
        Refusal.argument(
                "there is no variance of 'slope'; there are [irregular, level, season]", () -> fit.variance("slope"));
        Refusal.argument(
                "there is no component 'trend'; there are signal, level, slope, season, cycle and regression",
                () -> fit.smooth("trend", 0));
    }
}
