package org.migrationimpact.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

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
        assertAll(
                model.close(name, "rho", fit.process().coefficients()[0], 1e-4),
                model.close(name, "loglik", fit.logLikelihood().orElseThrow(), 1e-6));
        assertThat(fit.logLikelihood().orElseThrow()).isGreaterThan(model.number(name, "loglik") - 1e-9);
    }

    @Test
    void theTestsOfResidualsHaveTheReferenceValues() {
        for (OracleModel model : OracleModel.all()) {
            Fit fit = Ols.fit(model.response(), model.design(), new org.migrationimpact.covariance.Classical());
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
                    model.close("reset", "F", reset.statistic(), 1e-6),
                    model.close("reset", "p", reset.pValue(), 1e-6));
        }
    }

    @Test
    void theQuadraticSpectralKernelHasTheReferenceValues() {
        for (OracleModel model : OracleModel.all()) {
            var errors =
                    org.migrationimpact.covariance.QuadraticSpectral.automatic().withoutFactor();
            Fit fit = Ols.fit(model.response(), model.design(), errors);
            model.compare("andrews_qs", fit, 1e-8);
            assertAll(model.close("andrews_qs", "bw", errors.bandwidthFor(fit.design(), fit.residuals()), 1e-8));
        }
    }
}
