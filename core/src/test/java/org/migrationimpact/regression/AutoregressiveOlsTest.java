package org.migrationimpact.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Refusal;
import org.migrationimpact.covariance.Classical;
import org.migrationimpact.covariance.QuadraticSpectral;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Design;
import org.migrationimpact.model.Intercept;
import org.migrationimpact.model.Trend;

class AutoregressiveOlsTest {

    @Test
    void praisWinstenHasTheReferenceValues() {
        for (OracleModel model : OracleModel.all()) {
            AutoregressiveFit fit = AutoregressiveOls.praisWinsten().fit(model.response(), model.design());
            model.compare("prais_winsten_iterated", fit.fit(), 1e-8);
            assertAll(
                    model.close("prais_winsten_iterated", "rho", fit.process().coefficients()[0], 1e-8),
                    model.close("prais_winsten_iterated", "sigma", fit.fit().sigma(), 1e-8),
                    model.close("prais_winsten_iterated", "rss", fit.fit().residualSumOfSquares(), 1e-8),
                    () -> assertEquals((int) model.number("prais_winsten_iterated", "iterations"), fit.iterations()));
        }
    }

    @Test
    void cochraneOrcuttHasTheReferenceValues() {
        for (OracleModel model : OracleModel.all()) {
            AutoregressiveFit fit = AutoregressiveOls.cochraneOrcutt().fit(model.response(), model.design());
            model.compare("cochrane_orcutt_iterated", fit.fit(), 1e-7);
            model.compare("cochrane_orcutt_package_orcutt", fit.fit(), 1e-6);
            assertAll(
                    model.close("cochrane_orcutt_iterated", "rho", fit.process().coefficients()[0], 1e-7),
                    model.close(
                            "cochrane_orcutt_package_orcutt",
                            "rho",
                            fit.process().coefficients()[0],
                            1e-6),
                    model.close("cochrane_orcutt_iterated", "sigma", fit.fit().sigma(), 1e-8),
                    model.close("cochrane_orcutt_iterated", "rss", fit.fit().residualSumOfSquares(), 1e-8),
                    () -> assertEquals((int) model.number("cochrane_orcutt_iterated", "iterations"), fit.iterations()));
        }
    }

    @Test
    void maximumLikelihoodHasTheReferenceValues() {
        for (OracleModel model : OracleModel.all()) {
            compareLikelihood(model, "gls_ar1_ml", AutoregressiveLikelihood.maximum());
            compareLikelihood(model, "gls_ar1_reml", AutoregressiveLikelihood.restricted());
        }
    }

    private static void compareLikelihood(OracleModel model, String name, AutoregressiveLikelihood method) {
        AutoregressiveFit fit = method.fit(model.response(), model.design());
        boolean atTheEdge = model.number(name, "rho") > 0.9999; // there the intercept's error has no limit
        if (!atTheEdge) {
            model.compare(name, fit.fit(), 1e-4);
        }
        if (!atTheEdge) {
            double rho = fit.process().coefficients()[0];
            int divisor = name.endsWith("reml")
                    ? fit.fit().degreesOfFreedom()
                    : fit.fit().rows();
            double shock = fit.fit().residualSumOfSquares() / divisor;
            assertAll(model.close(name, "sigma", Math.sqrt(shock / (1 - rho * rho)), 1e-4)); // of errors, not shocks
        }
        assertAll(
                model.close(name, "rho", fit.process().coefficients()[0], 1e-4),
                model.close(name, "loglik", fit.logLikelihood().orElseThrow(), 1e-6));
        assertThat(fit.logLikelihood().orElseThrow()).isGreaterThan(model.number(name, "loglik") - 1e-9);
    }

    @Test
    void theTestsOfResidualsHaveTheReferenceValues() {
        for (OracleModel model : OracleModel.all()) {
            Fit fit = Ols.fit(model.response(), model.design(), new Classical());
            BreuschGodfrey one = BreuschGodfrey.test(fit, 1);
            BreuschGodfrey twelve = BreuschGodfrey.test(fit, 12);
            BreuschPagan pagan = BreuschPagan.test(fit);
            Reset reset = Reset.test(fit);
            assertAll(
                    model.close("breusch_godfrey_1", "LM", one.statistic(), 1e-8),
                    model.close("breusch_godfrey_1", "p", one.pValue(), 1e-8),
                    model.close("breusch_godfrey_12", "LM", twelve.statistic(), 1e-8),
                    model.close("breusch_godfrey_12", "p", twelve.pValue(), 1e-8),
                    model.close("breusch_pagan", "LM", pagan.statistic(), 1e-8),
                    model.close("breusch_pagan", "df", pagan.degreesOfFreedom(), 0),
                    model.close("breusch_pagan", "p", pagan.pValue(), 1e-8),
                    model.close("reset", "F", reset.statistic(), 1e-8),
                    model.close("reset", "p", reset.pValue(), 1e-8));
        }
    }

    @Test
    void theQuadraticSpectralKernelHasTheReferenceValues() {
        for (OracleModel model : OracleModel.all()) {
            var errors = QuadraticSpectral.automatic().withoutFactor();
            Fit fit = Ols.fit(model.response(), model.design(), errors);
            model.compare("andrews_qs", fit, 1e-8);
            assertAll(model.close("andrews_qs", "bw", errors.bandwidthFor(fit.design(), fit.residuals()), 1e-8));
        }
    }

    private static Design line(long[] places) {
        double[][] rows = new double[places.length][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = new double[] {1, places[t], places[t] >= 30 ? 1 : 0};
        }
        return Design.of(List.of("intercept", "trend", "level"), rows, places);
    }

    private static double[] noise(int n) {
        Random random = new Random(11);
        double[] values = new double[n];
        for (int t = 1; t < n; t++) {
            values[t] = 0.5 * values[t - 1] + (t > 1 ? 0.2 * values[t - 2] : 0) + random.nextGaussian();
        }
        return values;
    }

    /** The obvious twin: the whole covariance matrix of errors at those places, inverted. */
    @Test
    void gapsOfTheCalendarAreWhatTheFullCovarianceMatrixSays() {
        long[] places = IntStream.range(0, 50)
                .filter(t -> t % 7 != 3 && t != 20 && t != 21)
                .asLongStream()
                .toArray();
        double[] all = noise(50);
        double[] y = Arrays.stream(places).mapToDouble(t -> all[(int) t]).toArray();
        Design design = line(places);
        AutoregressiveFit fit = AutoregressiveOls.praisWinsten().withOrder(2).fit(y, design);
        double[] gamma = fit.process().autocovariances(60);
        var v = new Array2DRowRealMatrix(places.length, places.length);
        var x = new Array2DRowRealMatrix(places.length, 3);
        for (int i = 0; i < places.length; i++) {
            x.setRow(i, design.row(i));
            for (int j = 0; j < places.length; j++) {
                v.setEntry(i, j, gamma[(int) Math.abs(places[i] - places[j])]);
            }
        }
        var inverse = new LUDecomposition(v).getSolver().getInverse();
        var bread = new LUDecomposition(x.transpose().multiply(inverse).multiply(x))
                .getSolver()
                .getInverse();
        double[] b = bread.operate(x.transpose().multiply(inverse).operate(y));
        for (int j = 0; j < 3; j++) {
            Close.relative(b[j], fit.fit().coefficients().get(j).estimate(), 1e-9, "coefficient " + j);
            Close.relative(
                    fit.fit().sigma() * Math.sqrt(bread.getEntry(j, j)),
                    fit.fit().coefficients().get(j).standardError(),
                    1e-9,
                    "error " + j);
        }
        Close.relative(
                Math.log(new LUDecomposition(v).getDeterminant()),
                fit.process().logDeterminant(places),
                1e-9,
                "determinant");
    }

    @Test
    void theFirstOrderTransformationIsThatOfThePapers() {
        AutoregressiveProcess process = AutoregressiveProcess.of(0.6);
        double[][] white = process.whiten(new long[] {4, 5, 6, 9}, new double[][] {{2, 3, 5, 7}});
        double afterGap = (7 - 0.216 * 5) * Math.sqrt((1 - 0.36) / (1 - Math.pow(0.6, 6)));
        assertArrayEquals(new double[] {1.6, 1.8, 3.2, afterGap}, white[0], 1e-12);
        assertArrayEquals(new double[] {1 / 0.64, 0.6 / 0.64, 0.36 / 0.64}, process.autocovariances(2), 1e-12);
    }

    @Test
    void theForecastOfAFirstOrderProcessFadesByItsCoefficient() {
        ErrorForecast forecast = new ErrorForecast(AutoregressiveProcess.of(0.5), new long[] {1, 2, 3});
        forecast.moveTo(5);
        assertArrayEquals(new double[] {0, 0, 0.25}, forecast.weights(), 1e-12);
        assertEquals(1.25, forecast.variance(), 1e-12);
    }

    @Test
    void errorsThatDoNotReturnAreRefused() {
        Refusal.of(
                EstimationException.class,
                "E-AR-001 autoregressive errors with coefficients [0.7, 0.5] are not stationary: they do not return to 0; look for a"
                        + " break or a trend that the design lacks, or take differences",
                () -> AutoregressiveProcess.of(0.7, 0.5));
        Refusal.argument(
                "an autoregression has an order of 1 to 24, got 0",
                () -> AutoregressiveOls.praisWinsten().withOrder(0));
    }

    @Test
    void tooFewPeriodsWithAFullPastAreRefused() {
        long[] every = IntStream.range(0, 40).asLongStream().map(t -> 2 * t).toArray();
        Refusal.of(
                DataException.class,
                "E-AR-004 0 periods have their 1 predecessor, too few for an autoregression of that order; take a lower order or a"
                        + " longer window",
                () -> AutoregressiveOls.praisWinsten().fit(noise(40), line(every)));
    }

    @Test
    void outliersAreFoundWhereTheyWerePut() {
        double[] y = noise(80);
        y[25] += 12;
        for (int t = 60; t < 80; t++) {
            y[t] += 10;
        }
        List<Period> months = IntStream.range(0, 80)
                .mapToObj(t -> Period.month(2005, 1).plus(t))
                .toList();
        List<Outlier> found = OutlierSearch.find(
                y, months, List.of(new Intercept(), new Trend(months.get(0))), OutlierSearch.criticalValue(80));
        assertThat(found.stream().map(o -> o.kind() + " " + o.period()))
                .contains("additive 2007-02", "level shift 2010-01");
        assertEquals(3.08, OutlierSearch.criticalValue(80), 1e-12);
    }
}
