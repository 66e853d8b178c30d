package org.migrationimpact.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Serialized;
import org.migrationimpact.inference.BiasReduced.Kind;

/**
 * Standard errors of a small unbalanced panel with unit and year effects. Reference values: {@code src/test/R/panel_errors.R} with R 4.2.2,
 * sandwich 3.0.2, clubSandwich 0.5.8 and plm 2.6.2, which print 15 digits.
 */
class PanelErrorsTest {

    private static final SmallPanel PANEL = SmallPanel.unbalanced();
    private static final PanelScores SCORES = PANEL.scores();

    private static void se(PanelCovariance covariance, PanelScores scores, double x1, double x2) {
        PanelErrors errors = covariance.of(scores);
        Close.relative(x1, errors.standardError("x1"), 1e-10, covariance.describe() + ", x1");
        Close.relative(x2, errors.standardError("x2"), 1e-10, covariance.describe() + ", x2");
    }

    /** The weights of R's glm are those before its last step. */
    private static void iterated(PanelCovariance covariance, PanelScores scores, double x1, double x2) {
        PanelErrors errors = covariance.of(scores);
        Close.relative(x1, errors.standardError("x1"), 1e-8, covariance.describe() + ", x1");
        Close.relative(x2, errors.standardError("x2"), 1e-8, covariance.describe() + ", x2");
    }

    private static void df(PanelCovariance covariance, PanelScores scores, double x1, double x2) {
        PanelErrors errors = covariance.of(scores);
        Close.relative(x1, errors.degreesOfFreedom("x1"), 1e-9, covariance.describe() + ", df of x1");
        Close.relative(x2, errors.degreesOfFreedom("x2"), 1e-9, covariance.describe() + ", df of x2");
    }

    @Test
    void robustErrorsAreThoseOfSandwichOnDummies() {
        assertEquals(88, SCORES.rows());
        se(PanelRobust.HC0, SCORES, 0.1074692895335002, 0.0757663970405202);
        se(PanelRobust.HC1, SCORES, 0.1240948464835680, 0.0874874994537446);
        se(PanelRobust.HC2, SCORES, 0.1246820738046167, 0.0892122843885471);
        se(PanelRobust.HC3, SCORES, 0.144712595112841, 0.105101474696861);
    }

    @Test
    void robustErrorsWithWeightsAreThoseOfSandwichOnDummies() {
        PanelScores weighted =
                PANEL.complete(PANEL.twoWay().weighted(PANEL.weightOfRow()).ols());
        se(PanelRobust.HC0, weighted, 0.1163120122209888, 0.0717641845239452);
        se(PanelRobust.HC1, weighted, 0.1343055431315502, 0.0828661425061474);
        se(PanelRobust.HC2, weighted, 0.1410656609923660, 0.0852736362361394);
        se(PanelRobust.HC3, weighted, 0.172097775283322, 0.102159658514713);
        se(Clustered.by("unit").like(PanelPreset.SANDWICH), weighted, 0.101905680855928, 0.128457251976796);
        se(new PanelClassical(), weighted, 0.1175604679153105, 0.0932142676804311);
    }

    @Test
    void clusteredErrorsAreThoseOfSandwichAndPlm() {
        se(Clustered.by("unit").like(PanelPreset.SANDWICH), SCORES, 0.0973059721485102, 0.1446498001722351);
        se(Clustered.by("unit", "year").like(PanelPreset.SANDWICH), SCORES, 0.117859306876249, 0.156867520393824);
        se(Clustered.by("unit").like(PanelPreset.PLM), SCORES, 0.0811442138257617, 0.1206246035661156);
        se(Clustered.by("unit", "year").like(PanelPreset.PLM), SCORES, 0.0916581899047305, 0.1282779788995470);
    }

    @Test
    void linearmodelsHasNoFactorForClustersAndCountsTwoEffectsWhole() {
        double factor =
                Math.sqrt(88.0 / (88 - 22)); // K = 2 + 12 + 9 - 1; its source of 2024: N/(N-K), group_debias off
        se(
                Clustered.by("unit").like(PanelPreset.LINEARMODELS),
                SCORES,
                0.0811442138257617 * factor,
                0.1206246035661156 * factor);
    }

    @Test
    void errorsAlongTheCalendarAreThoseOfPlmAcrossGaps() {
        se(PanelNeweyWest.lags(2).like(PanelPreset.PLM), SCORES, 0.0898869213397846, 0.0823041351715621);
        se(PanelDriscollKraay.lags(2).like(PanelPreset.PLM), SCORES, 0.0840540557343061, 0.0755230896856910);
    }

    @Test
    void biasReducedErrorsAndFreedomAreThoseOfClubSandwich() {
        se(BiasReduced.by("unit"), SCORES, 0.0920843122186665, 0.1530524382502114);
        df(BiasReduced.by("unit"), SCORES, 9.99044462006698, 3.38977224392339);
        se(BiasReduced.by("unit").with(Kind.CR3), SCORES, 0.105529140492307, 0.197097365769083);
        df(BiasReduced.by("unit").with(Kind.CR3), SCORES, 9.83523306996029, 2.73130982883689);
        se(BiasReduced.by("region"), SCORES, 0.0826861931001833, 0.1446691838848345);
        df(BiasReduced.by("region"), SCORES, 2.97587855362348, 2.05163098977257);
        se(BiasReduced.by("region").with(Kind.CR3), SCORES, 0.101970784587384, 0.177018309814095);
        df(BiasReduced.by("region").with(Kind.CR3), SCORES, 2.99837460865601, 1.89635818792626);
        se(BiasReduced.by("year"), SCORES, 0.137042402195129, 0.108603834887219);
        df(BiasReduced.by("year"), SCORES, 7.53746654513842, 6.32283893403717);
        se(BiasReduced.by("year").with(Kind.CR3), SCORES, 0.163100677413843, 0.135467119966825);
        df(BiasReduced.by("year").with(Kind.CR3), SCORES, 7.49613572132092, 5.94519976639580);
    }

    @Test
    void biasReducedErrorsWithWeightsOfUnitsAreThoseOfClubSandwich() {
        PanelScores weighted =
                PANEL.complete(PANEL.twoWay().weighted(PANEL.weightOfUnit()).ols());
        se(BiasReduced.by("unit"), weighted, 0.109383324543204, 0.139133693055874);
        df(BiasReduced.by("unit"), weighted, 9.04621054757770, 3.16042096287439);
        se(BiasReduced.by("unit").with(Kind.CR3), weighted, 0.128817280231731, 0.195984642554254);
        df(BiasReduced.by("unit").with(Kind.CR3), weighted, 8.66952519989432, 2.31538096457265);
    }

    @Test
    void theJackknifeIsThatOfLeavingUnitsOutOneByOne() {
        se(BiasReduced.by("unit").with(Kind.JACKKNIFE), SCORES, 0.101036459765562, 0.188706360854687);
        se(BiasReduced.by("unit").with(Kind.CR3).like(PanelPreset.STATA), SCORES, 0.101036459765562, 0.188706360854687);
    }

    @Test
    void oneEffectNestedInTheClustersNeedsNoDenseMatrix() {
        PanelScores oneWay =
                PANEL.complete(new PanelFixture(SmallPanel.NAMES, PANEL.x(), PANEL.y(), List.of(PANEL.unit())).ols());
        se(BiasReduced.by("unit"), oneWay, 0.1048272067031870, 0.0933717162661551);
        df(BiasReduced.by("unit"), oneWay, 10.26741893579324, 9.25069292118943);
    }

    @Test
    void errorsOfCountsAreThoseOfSandwich() {
        double[] counts = Arrays.stream(PANEL.y()).map(y -> Math.rint(10 * y)).toArray();
        PanelFixture.Fitted fitted =
                new PanelFixture(SmallPanel.NAMES, PANEL.x(), counts, List.of(PANEL.unit())).poisson();
        Close.relative(0.2177186262029145, fitted.coefficients()[0], 1e-10, "x1");
        PanelScores scores = PANEL.complete(fitted.scores());
        iterated(PanelRobust.HC0, scores, 0.0404672915759726, 0.0247391099070079);
        iterated(PanelRobust.HC3, scores, 0.0490290242212175, 0.0295636748567991);
        iterated(Clustered.by("unit").withoutFactors(), scores, 0.0307551691211489, 0.0311836294170777);
        assertEquals(Double.POSITIVE_INFINITY, Clustered.by("unit").of(scores).degreesOfFreedom("x1"));
        assertEquals(11, Clustered.by("unit").of(scores).smallSample().degreesOfFreedom("x1"));
    }

    /** Under independent errors of variance 1/w the expectation of CR2 is the true covariance; the errors are gone through one by one. */
    @Test
    void biasReductionTakesAwayTheBiasWithWeightsThatVaryWithinClusters() {
        double[] w = PANEL.weightOfRow();
        double[][] mean = new double[2][2];
        for (int i = 0; i < w.length; i++) {
            double[] y = new double[w.length];
            y[i] = 1 / Math.sqrt(w[i]);
            PanelScores one =
                    PANEL.complete(new PanelFixture(SmallPanel.NAMES, PANEL.x(), y, List.of(PANEL.unit(), PANEL.year()))
                            .weighted(w)
                            .ols());
            double[][] matrix = BiasReduced.by("region").of(one).matrix();
            for (int a = 0; a < 2; a++) {
                for (int b = 0; b < 2; b++) {
                    mean[a][b] += matrix[a][b]; // errors are independent, so that squares alone add up
                }
            }
        }
        double[][] truth = PANEL.twoWay().weighted(w).ols().bread();
        Close.relative(truth[0][0], mean[0][0], 1e-9, "x1");
        Close.relative(truth[0][1], mean[0][1], 1e-9, "x1, x2");
        Close.relative(truth[1][1], mean[1][1], 1e-9, "x2");
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        PanelScores turned = PANEL.reversed().scores();
        for (PanelCovariance covariance : List.of(
                PanelRobust.HC3,
                Clustered.by("unit", "year"),
                BiasReduced.by("region"),
                PanelNeweyWest.lags(2),
                PanelDriscollKraay.lags(2))) {
            PanelErrors errors = covariance.of(SCORES);
            se(covariance, turned, errors.standardError("x1"), errors.standardError("x2"));
        }
    }

    @Test
    void anotherUnitOfMeasurementScalesTheErrors() {
        double[][] x = PANEL.x();
        x[0] = Arrays.stream(x[0]).map(v -> 1e6 * v).toArray();
        PanelScores scaled = PANEL.complete(
                new PanelFixture(SmallPanel.NAMES, x, PANEL.y(), List.of(PANEL.unit(), PANEL.year())).ols());
        for (PanelCovariance covariance :
                List.of(PanelRobust.HC2, Clustered.by("unit", "year"), BiasReduced.by("region"))) {
            PanelErrors errors = covariance.of(SCORES);
            se(covariance, scaled, errors.standardError("x1") / 1e6, errors.standardError("x2"));
        }
    }

    @Test
    void errorsAreExplainedLineByLine() {
        assertEquals("""
                clustered by unit, CR1
                  N = 88: rows
                  G(unit) = 12: clusters of unit
                  G*(unit) = 4.77539: clusters of equal weight in 'x2', where they are fewest
                  K = 11: 2 slopes and the absorbed effects that are not nested in the clusters
                  (N-1)/(N-K) = 1.12987: for the coefficients estimated
                  G/(G-1) = 1.09091: for 12 clusters, the fewest of all ways
                  df = 11: of Student's t""", Clustered.by("unit").of(SCORES).toString());
        assertEquals(
                1.0909090909090908,
                Clustered.by("unit").of(SCORES).explanation().value("G/(G-1)"),
                1e-15);
        assertTrue(Double.isNaN(Clustered.by("unit").of(SCORES).explanation().value("T")));
    }

    @Test
    void resultsCanBeStored() throws Exception {
        PanelErrors errors = BiasReduced.by("unit").of(SCORES);
        assertEquals(errors.toString(), Serialized.copy(errors).toString());
        assertEquals(
                Clustered.by("unit").of(SCORES).standardError("x1"),
                Clustered.by("unit").of((PanelScores) Serialized.copy(SCORES)).standardError("x1"));
    }
}
