package org.migrationimpact.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.Refusal;
import org.migrationimpact.Serialized;
import org.migrationimpact.breaks.Trimming;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.report.ResultJson;
import org.migrationimpact.report.TidyTable;

class BreakSearchTest {

    private static Series nile() {
        return Series.of(
                "Nile", "10^8 m3", Period.year(1871), Oracle.of("breaks_nile").column("flow"));
    }

    private static Series steps() {
        double[] values = new double[48];
        for (int t = 0; t < values.length; t++) {
            values[t] = 50 + 4 * Math.sin(t * 2.3) + (t >= 20 ? 15 : 0);
        }
        return Series.of("arrivals", "persons", Period.month(2012, 1), values);
    }

    @Test
    void theNileFellAfter1898() {
        BreakFindings findings = BreakSearch.ofMean().find(nile());
        assertEquals(
                "One break is found in Nile: between 1898 and 1899, last of the old regime from 1895 to 1902",
                findings.headline());
        assertEquals(
                List.of("intercept@1871", "intercept@1899"),
                findings.terms().stream().map(term -> term.term()).toList());
        Close.relative(1097.75, findings.terms().get(0).estimate(), 1e-12, "before");
        Close.relative(849.972222222222, findings.terms().get(1).estimate(), 1e-12, "after");
        assertTrue(
                ResultJson.of(findings)
                        .text()
                        .replaceAll("\\s", "")
                        .contains(
                                "\"breaks\":[{\"last.of.old\":\"1898\",\"first.of.new\":\"1899\",\"conf.low\":\"1895\",\"conf.high\":\"1902\"}]"));
        assertEquals(
                "last.of.old,first.of.new,conf.low,conf.high\n1898,1899,1895,1902\n",
                TidyTable.csv(TidyTable.breaks(findings)));
    }

    @Test
    void aRegimeAsShortAsTheTrimmingAllowsIsWarnedOf() {
        BreakFindings findings =
                BreakSearch.ofMean().trimmed(Trimming.periods(20)).find(steps());
        assertEquals(
                List.of(
                        "W-BREAK-004 the regime 2012-01..2013-08 is as short as the trimming allows; the series may change"
                                + " nearer to its end than that: compare with a smaller trimming"),
                findings.warnings().stream()
                        .filter(warning -> warning.code().equals("W-BREAK-004"))
                        .map(Object::toString)
                        .toList());
        assertTrue(BreakSearch.ofMean().find(steps()).warnings().stream()
                .noneMatch(warning -> warning.code().equals("W-BREAK-004")));
    }

    @Test
    void aResultSaysEverythingInWords() {
        assertEquals("""
                One break is found in arrivals: between 2013-08 and 2013-09, last of the old regime from 2013-07 to 2013-09.
                  intercept@2012-01 49.974, std.error 0.33417, p = 1.787e-63, interval 49.301 to 50.647 (95 %)
                  intercept@2013-09 65.110, std.error 0.30409, p = 1.236e-70, interval 64.498 to 65.722 (95 %)
                  sup F 319.41, p = <0.0001: the coefficients are not the same throughout
                  ave F 53.443, p = <0.0001: the coefficients are not the same throughout
                  exp F 156.15, p = <0.0001: the coefficients are not the same throughout
                  OLS-CUSUM 3.1600, p = <0.0001: the coefficients are not the same throughout
                  recursive CUSUM 2.1538, p = <0.0001: the coefficients are not the same throughout
                  Ljung–Box, 9 lags 185.95, p = <0.0001: the residuals are correlated with their past; the first autocorrelation is -0.66
                  Durbin–Watson 3.2769: near 2 without autocorrelation; no p-value is computed
                  regressors: intercept
                  shortest regime: 7 months with a value, from a share of 0.15
                  number of breaks: smallest BIC; 1 by BIC, 1 by LWZ, 1 by sequential tests at 5 %, at most 2
                  interval of dates: Bai (1997), 95 %, moments and variances differ between regimes, errors not correlated
                  p-values of sup F, ave F, exp F: Hansen (1997)
                  covariance: Newey–West, Bartlett, 3 lags by 4(T/100)^(2/9), T/(T-K), dates as if known
                  W-BREAK-001 Ljung–Box, 9 lags: the residuals are correlated with their past; the first autocorrelation is -0.66; correlated errors and seasons look like breaks, and intervals of dates are too narrow
                """, BreakSearch.ofMean().atMost(2).find(steps()).toString());
    }

    @Test
    void fittedValuesAreThoseOfTheRegime() {
        BreakFindings findings = BreakSearch.ofTrend().find(steps());
        double[] fitted = findings.search().regression().periods().stream()
                .mapToDouble(findings::fitted)
                .toArray();
        double sum = 0;
        for (int i = 0; i < fitted.length; i++) {
            double left = findings.search().regression().response()[i] - fitted[i];
            sum += left * left;
        }
        Close.relative(findings.search().byBic().residualSumOfSquares(), sum, 1e-10, "RSS");
        Refusal.argument("arrivals has no value in 2020-01", () -> findings.fitted(Period.month(2020, 1)));
    }

    @Test
    void aGapAndCorrelatedErrorsAreWarnedOf() {
        double[] values = new double[60];
        double last = 0;
        java.util.Random random = new java.util.Random(4);
        for (int t = 0; t < values.length; t++) {
            last = 0.7 * last + random.nextGaussian();
            values[t] = t >= 28 && t < 32 ? Double.NaN : last + (t >= 30 ? 12 : 0);
        }
        BreakFindings findings =
                BreakSearch.ofMean().atMost(1).find(Series.of("x", "persons", Period.month(2012, 1), values));
        assertEquals(
                List.of(
                        "W-BREAK-002 x has no value in 4 months between 2014-04 and 2014-09; the break lies somewhere between them"),
                findings.warnings().stream()
                        .map(Object::toString)
                        .filter(text -> text.startsWith("W-BREAK-002"))
                        .toList());
        assertTrue(findings.warnings().stream().anyMatch(w -> w.code().equals("W-BREAK-001")));
    }

    @Test
    void optionsAreCheckedAndPrinted() throws Exception {
        assertEquals(
                "breakpoints of the trend, at most 3, 8 periods",
                BreakSearch.ofTrend().atMost(3).trimmed(Trimming.periods(8)).toString());
        Refusal.argument(
                "at most 1 break or more, got 0", () -> BreakSearch.ofMean().atMost(0));
        BreakFindings findings = BreakSearch.ofMean().withConfidence(0.9).find(steps());
        assertEquals(findings.toString(), Serialized.copy(findings).toString());
    }
}
