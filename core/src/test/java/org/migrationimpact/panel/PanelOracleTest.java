package org.migrationimpact.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.inference.Clustered;
import org.migrationimpact.inference.PanelClassical;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.inference.PanelPreset;
import org.migrationimpact.inference.PanelRobust;
import org.migrationimpact.model.Factor;

/** Fits against fixest 0.14.2, alpaca 0.3.4 and R's glm. */
class PanelOracleTest {

    private static final Oracle AGREEMENTS = Oracle.of("ppml_fta_total");
    private static final Oracle TRADE = Oracle.of("ppml_trade");
    private static final Oracle CROSS = Oracle.of("ppml_gravity_cross");

    private static double[] logs(double... values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static Factor words(Oracle oracle, String name) {
        return Factor.of(name, oracle.words(name));
    }

    private static Factor numbers(Oracle oracle, String name) {
        return Factor.of(
                name, Arrays.stream(oracle.column(name)).mapToInt(v -> (int) v).toArray());
    }

    private static void compare(JsonNode expected, PanelFit fit, double tolerance) {
        fit.coefficients().forEach(c -> {
            Close.relative(expected.get("coef").get(c.term()).asDouble(), c.estimate(), tolerance, c.term());
            Close.relative(expected.get("se").get(c.term()).asDouble(), c.standardError(), 1e-6, c.term() + " se");
        });
        if (expected.has("n")) {
            assertEquals(expected.get("n").asInt(), fit.sample().used());
        }
    }

    private static void compareCounts(JsonNode expected, PpmlFit fit) {
        compare(expected, fit, 1e-7);
        Close.relative(expected.get("deviance").asDouble(), fit.deviance(), 1e-9, "deviance");
        if (expected.has("loglik")) {
            Close.relative(expected.get("loglik").asDouble(), fit.logLikelihood(), 1e-9, "log likelihood");
            Close.relative(expected.get("pseudo_r2").asDouble(), fit.pseudoRSquared(), 1e-9, "pseudo R²");
        }
    }

    private static void compareSquares(JsonNode expected, FixedEffectsFit fit) {
        compare(expected, fit, 1e-8);
        Close.relative(expected.get("sigma2").asDouble(), fit.sigma() * fit.sigma(), 1e-9, "s²");
        Close.relative(expected.get("r2").asDouble(), fit.rSquared(), 1e-9, "R²");
        Close.relative(expected.get("r2_within").asDouble(), fit.rSquaredWithin(), 1e-8, "within R²");
        assertEquals(expected.get("df_k").asInt(), fit.parameters());
    }

    private static PanelRows agreements(double... outcome) {
        return PanelRows.of("trade", outcome)
                .with("fta", AGREEMENTS.column("fta"))
                .with(words(AGREEMENTS, "isoexp"))
                .with(words(AGREEMENTS, "isoimp"))
                .with(numbers(AGREEMENTS, "year"))
                .with(words(AGREEMENTS, "pair"));
    }

    @ParameterizedTest
    @CsvSource({
        "ppml_3way_cluster_pair",
        "ppml_3way_hetero",
        "ppml_3way_stata_ssc",
        "ppml_3way_threeway_cluster",
    })
    void tradeAgreementsInThreeEffectsAreThoseOfFixest(String name) {
        Ppml model = Ppml.on("fta").absorbing("isoexp^year", "isoimp^year", "pair");
        PpmlFit fit = model.fit(agreements(AGREEMENTS.column("trade")));
        compareCounts(AGREEMENTS.expected(name), fit.with(agreementErrors(name)));
    }

    private static PanelCovariance agreementErrors(String name) {
        return switch (name) {
            case "ppml_3way_cluster_pair" -> Clustered.by("pair");
            case "ppml_3way_hetero" -> PanelRobust.HC1;
            case "ppml_3way_stata_ssc" -> Clustered.by("pair").like(PanelPreset.STATA);
            default -> Clustered.by("isoexp", "isoimp", "year");
        };
    }

    @Test
    void tradeAgreementsInTwoEffectsAreThoseOfFixest() {
        PpmlFit fit = Ppml.on("fta")
                .absorbing("isoexp^year", "isoimp^year")
                .with(Clustered.by("pair"))
                .fit(agreements(AGREEMENTS.column("trade")));
        compareCounts(AGREEMENTS.expected("ppml_2way_fe"), fit);
    }

    @Test
    void tradeAgreementsAreThoseOfAlpaca() {
        JsonNode expected = AGREEMENTS.expected("alpaca_feglm");
        PpmlFit fit = Ppml.on("fta")
                .absorbing("isoexp^year", "isoimp^year", "pair")
                .with(Clustered.by("pair").withoutFactors())
                .fit(agreements(AGREEMENTS.column("trade")));
        Close.relative(expected.get("coef").asDouble(), fit.coefficient("fta").estimate(), 1e-9, "fta");
        double error = fit.coefficient("fta").standardError();
        Close.relative(expected.get("se_clustered").asDouble(), error, 1e-6, "se");
        Close.relative(expected.get("deviance").asDouble(), fit.deviance(), 1e-9, "deviance");
    }

    /** A trade of 0 has no logarithm: NaN, which drops the row and counts it. fixest keeps rows alone in a level. */
    @Test
    void logarithmsOfTradeInThreeEffectsAreThoseOfFixest() {
        double[] outcome = Arrays.stream(AGREEMENTS.column("trade"))
                .map(v -> v > 0 ? Math.log(v) : Double.NaN)
                .toArray();
        FixedEffectsFit fit = FixedEffectsOls.on("fta")
                .absorbing("isoexp^year", "isoimp^year", "pair")
                .with(Clustered.by("pair"))
                .with(Absorption.standard().keepSingletons())
                .fit(agreements(outcome));
        compareSquares(AGREEMENTS.expected("ols_log_3way"), fit);
    }

    private static PanelRows trade(double... outcome) {
        return PanelRows.of("Euros", outcome)
                .with("log(dist_km)", logs(TRADE.column("dist_km")))
                .with(words(TRADE, "Origin"))
                .with(words(TRADE, "Destination"))
                .with(numbers(TRADE, "Product"))
                .with(numbers(TRADE, "Year"));
    }

    private static PanelCovariance tradeErrors(String name) {
        return switch (name) {
            case "ppml_4fe_cluster_origin" -> Clustered.by("Origin");
            case "ppml_4fe_hetero", "feols_hetero" -> PanelRobust.HC1;
            case "ppml_4fe_iid", "feols_iid" -> new PanelClassical();
            case "ppml_4fe_twoway" -> Clustered.by("Origin", "Destination");
            case "ppml_4fe_no_small_sample" -> Clustered.by("Origin").withoutFactors();
            default ->
                Clustered.by(name.substring("feols_log_cluster_".length()).split("\\+"));
        };
    }

    @Test
    void tradeInFourEffectsIsThatOfFixestUnderEveryError() {
        PpmlFit fit = Ppml.on("log(dist_km)")
                .absorbing("Origin", "Destination", "Product", "Year")
                .fit(trade(TRADE.column("Euros")));
        TRADE.cases().stream()
                .filter(name -> name.startsWith("ppml_4fe"))
                .forEach(name -> compareCounts(TRADE.expected(name), fit.with(tradeErrors(name))));
    }

    @Test
    void tradeInCrossedEffectsIsThatOfFixest() {
        PpmlFit fit = Ppml.on("log(dist_km)")
                .absorbing("Origin^Year", "Destination^Year", "Product")
                .with(Clustered.by("Origin^Destination"))
                .fit(trade(TRADE.column("Euros")));
        compareCounts(TRADE.expected("ppml_interacted_fe"), fit);
    }

    @Test
    void logarithmsOfTradeInFourEffectsAreThoseOfFixestUnderEveryError() {
        FixedEffectsFit fit = FixedEffectsOls.on("log(dist_km)")
                .absorbing("Origin", "Destination", "Product", "Year")
                .fit(trade(logs(TRADE.column("Euros"))));
        TRADE.cases().stream()
                .filter(name -> name.startsWith("feols"))
                .forEach(name -> compareSquares(TRADE.expected(name), fit.with(tradeErrors(name))));
    }

    private static PanelRows cross(double... outcome) {
        return PanelRows.of("flow", outcome)
                .with("log(distw)", logs(CROSS.column("distw")))
                .with("rta", CROSS.column("rta"))
                .with("contig", CROSS.column("contig"))
                .with("comlang_off", CROSS.column("comlang_off"))
                .with("comcur", CROSS.column("comcur"))
                .with("log(gdp_o)", logs(CROSS.column("gdp_o")))
                .with("log(gdp_d)", logs(CROSS.column("gdp_d")))
                .with(words(CROSS, "iso_o"))
                .with(words(CROSS, "iso_d"));
    }

    private static final String[] BILATERAL = {"log(distw)", "rta", "contig", "comlang_off", "comcur"};

    @Test
    void aCrossSectionOfTradeIsThatOfFixest() {
        PpmlFit fit = Ppml.on(BILATERAL).absorbing("iso_o", "iso_d").fit(cross(CROSS.column("flow")));
        compareCounts(CROSS.expected("ppml_od_fe_hetero"), fit.with(PanelRobust.HC1));
        compareCounts(CROSS.expected("ppml_od_fe_cluster2"), fit.with(Clustered.by("iso_o", "iso_d")));
    }

    @Test
    void logarithmsOfACrossSectionAreThoseOfFixest() {
        FixedEffectsFit fit = FixedEffectsOls.on(BILATERAL)
                .absorbing("iso_o", "iso_d")
                .with(PanelRobust.HC1)
                .fit(cross(logs(CROSS.column("flow"))));
        compareSquares(CROSS.expected("ols_log_od_fe"), fit);
    }

    @Test
    void withoutEffectsAnInterceptIsTakenOutAndTheRestIsThatOfGlm() {
        String[] columns = Arrays.copyOf(BILATERAL, 7);
        columns[5] = "log(gdp_o)";
        columns[6] = "log(gdp_d)";
        PpmlFit fit = Ppml.on(columns).with(PanelRobust.HC0).fit(cross(CROSS.column("flow")));
        JsonNode expected = CROSS.expected("ppml_glm_no_fe");
        compare(expected, fit, 1e-7);
        Close.relative(expected.get("deviance").asDouble(), fit.deviance(), 1e-9, "deviance");
    }

    @Test
    void suicideRatesInTwoEffectsAreThoseOfFixest() {
        Oracle oracle = Oracle.of("did_divorce");
        PanelRows rows = PanelRows.of("suicide", oracle.column("suicide_per_million"))
                .with("post", oracle.column("post"))
                .with(numbers(oracle, "st"))
                .with(numbers(oracle, "year"));
        FixedEffectsOls model = FixedEffectsOls.on("post").absorbing("st", "year");
        FixedEffectsFit plain = model.fit(rows);
        compare(oracle.expected("twfe_cluster_state"), plain, 1e-8);
        assertEquals("closed form of balanced effects", plain.absorption().method());
        FixedEffectsFit weighted = model.fit(rows.weighted(oracle.column("stpop")));
        compare(oracle.expected("twfe_weighted"), weighted, 1e-8);
        double within = oracle.expected("twfe_weighted").get("r2_within").asDouble();
        Close.relative(within, weighted.rSquaredWithin(), 1e-8, "within R²");
    }
}
