package org.migrationimpact.inference;

import static org.migrationimpact.inference.PanelFixture.factor;
import static org.migrationimpact.inference.PanelFixture.places;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.model.Factor;

/** Standard errors of panels against R's fixest, plm, sandwich and clubSandwich, on the data sets beside the project. */
class PanelOracleTest {

    static PanelScores grunfeld(String... names) {
        Oracle oracle = Oracle.of("wild_grunfeld");
        Factor firm = factor("firm", oracle.column("firm"));
        Factor year = factor("year", oracle.column("year"));
        double[][] columns = List.of(names).stream().map(oracle::column).toArray(double[][]::new);
        return new PanelFixture(List.of(names), columns, oracle.column("inv"), List.of(firm, year))
                .ols()
                .inCalendar(firm, places(oracle.column("year")));
    }

    private static void compare(JsonNode expected, PanelErrors errors, double tolerance) {
        for (String name : errors.names()) {
            Close.relative(expected.get("se").get(name).asDouble(), errors.standardError(name), tolerance, name);
        }
    }

    private static PanelCovariance covariance(String name) {
        return switch (name) {
            case "feols_iid" -> new PanelClassical();
            case "feols_hetero" -> PanelRobust.HC1;
            case "feols_~firm" -> Clustered.by("firm");
            case "feols_~firm+year" -> Clustered.by("firm", "year");
            case "feols_DK(2)" -> PanelDriscollKraay.lags(2);
            case "feols_NW(2)" -> PanelNeweyWest.lags(2);
            case "driscoll_kraay_plm" -> PanelDriscollKraay.lags(2).like(PanelPreset.PLM);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "feols_iid",
        "feols_hetero",
        "feols_~firm",
        "feols_~firm+year",
        "feols_DK(2)",
        "feols_NW(2)",
        "driscoll_kraay_plm"
    })
    void grunfeldWithFirmAndYearEffectsIsThatOfFixestAndPlm(String name) {
        JsonNode expected = Oracle.of("wild_grunfeld").expected(name);
        compare(expected, covariance(name).of(grunfeld("value", "capital")), 1e-8);
    }

    /**
     * inv on capital with firm and year effects: the table of conventions. R 4.2.2, plm 2.6.2: vcovHC(cluster = "group"), vcovNW, vcovSCC;
     * sandwich 3.0.2: vcovCL(lm with dummies, type = "HC1"); the nested count is the same with K = 21.
     */
    @Test
    void theGrunfeldTableOfConventionsIsReproduced() {
        PanelScores scores = grunfeld("capital");
        Clustered firm = Clustered.by("firm");
        Close.relative(0.0569372626381715, se(firm.like(PanelPreset.PLM), scores), 1e-10, "CR0, plm");
        Close.relative(0.0649347849552328, se(firm.like(PanelPreset.SANDWICH), scores), 1e-10, "full K, sandwich");
        Close.relative(0.0839022156968797, se(PanelNeweyWest.automatic().like(PanelPreset.PLM), scores), 1e-10, "NW");
        Close.relative(
                0.0835973386085253, se(PanelDriscollKraay.automatic().like(PanelPreset.PLM), scores), 1e-10, "SCC");
        double nested = 0.0569372626381715 * Math.sqrt(10 / 9.0 * 199 / (200 - 21));
        Close.relative(nested, se(firm.like(PanelPreset.FIXEST), scores), 1e-10, "fixest");
        Close.relative(nested, se(firm.like(PanelPreset.STATA), scores), 1e-10, "reghdfe");
        Close.relative(nested, se(firm, scores), 1e-10, "default");
        Close.relative(0.06328, nested, 1e-4, "as printed in the table");
    }

    private static double se(PanelCovariance covariance, PanelScores scores) {
        return covariance.of(scores).standardError("capital");
    }

    @ParameterizedTest
    @CsvSource({"ols_,false", "controls_,true"})
    void cardAndKruegerIsThatOfSandwichAndClubSandwich(String prefix, boolean controls) {
        Oracle oracle = Oracle.of("did_card_krueger");
        PanelScores scores = cardKrueger(oracle, controls);
        for (PanelRobust robust : PanelRobust.values()) {
            String name = prefix + robust.name().toLowerCase(Locale.ROOT);
            PanelErrors errors = robust.of(scores);
            compare(oracle.expected(name), errors, 1e-8);
        }
        compare(
                oracle.expected(prefix + "cluster_cr0"),
                Clustered.by("id").withoutFactors().of(scores),
                1e-8);
        compare(oracle.expected(prefix + "cluster_cr1"), Clustered.by("id").of(scores), 1e-8);
        compare(oracle.expected(prefix + "cluster_cr2"), BiasReduced.by("id").of(scores), 1e-8);
        compare(
                oracle.expected(prefix + "cluster_cr3"),
                BiasReduced.by("id").with(BiasReduced.Kind.CR3).of(scores),
                1e-8);
    }

    private static PanelScores cardKrueger(Oracle oracle, boolean controls) {
        List<String> extra = controls ? List.of("kfc", "roys", "wendys", "co_owned") : List.of();
        double[] fte = oracle.column("fte");
        int[] kept = IntStream.range(0, fte.length)
                .filter(i -> !Double.isNaN(fte[i]))
                .toArray();
        List<String> names = new ArrayList<>(List.of("(Intercept)", "nj", "d"));
        names.addAll(extra);
        names.add("nj:d");
        double[][] columns = new double[names.size()][];
        for (int j = 0; j < columns.length; j++) {
            String name = names.get(j);
            columns[j] = Arrays.stream(kept)
                    .mapToDouble(i -> name.equals("(Intercept)")
                            ? 1
                            : name.equals("nj:d")
                                    ? oracle.column("nj")[i] * oracle.column("d")[i]
                                    : oracle.column(name)[i])
                    .toArray();
        }
        double[] y = Arrays.stream(kept).mapToDouble(i -> fte[i]).toArray();
        double[] id =
                Arrays.stream(kept).mapToDouble(i -> oracle.column("id")[i]).toArray();
        return new PanelFixture(names, columns, y, List.of()).ols().groupedBy(List.of(factor("id", id)));
    }

    @Test
    void countyEmploymentIsThatOfFixest() {
        Oracle oracle = Oracle.of("did_mpdta");
        Factor county = factor("countyreal", oracle.column("countyreal"));
        Factor year = factor("year", oracle.column("year"));
        PanelScores scores = new PanelFixture(
                        List.of("post_treat"),
                        new double[][] {oracle.column("post_treat")},
                        oracle.column("lemp"),
                        List.of(county, year))
                .ols();
        compare(
                oracle.expected("twfe_cluster_county"),
                Clustered.by("countyreal").of(scores),
                1e-8);
        compare(oracle.expected("twfe_iid"), new PanelClassical().of(scores), 1e-8);
        compare(
                oracle.expected("twfe_twoway_cluster"),
                Clustered.by("countyreal", "year").of(scores),
                1e-8);
    }

    @Test
    void weightedSuicideRatesAreThoseOfFixest() {
        Oracle oracle = Oracle.of("did_divorce");
        Factor state = factor("st", oracle.column("st"));
        Factor year = factor("year", oracle.column("year"));
        PanelFixture fixture = new PanelFixture(
                List.of("post"),
                new double[][] {oracle.column("post")},
                oracle.column("suicide_per_million"),
                List.of(state, year));
        compare(oracle.expected("twfe_cluster_state"), Clustered.by("st").of(fixture.ols()), 1e-8);
        PanelScores weighted = fixture.weighted(oracle.column("stpop")).ols();
        compare(oracle.expected("twfe_weighted"), Clustered.by("st").of(weighted), 1e-8);
    }

    /** Iterative fits: 1e-6. */
    @Test
    void tradeAgreementsInThreeEffectsAreThoseOfFixestAndAlpaca() {
        Oracle oracle = Oracle.of("ppml_fta_total");
        Factor exporter = Factor.of("isoexp", oracle.words("isoexp"));
        Factor importer = Factor.of("isoimp", oracle.words("isoimp"));
        Factor year = factor("year", oracle.column("year"));
        Factor pair = Factor.of("pair", oracle.words("pair"));
        PanelScores scores = new PanelFixture(
                        List.of("fta"),
                        new double[][] {oracle.column("fta")},
                        oracle.column("trade"),
                        List.of(exporter.crossed(year), importer.crossed(year), pair))
                .poisson()
                .scores()
                .groupedBy(List.of(exporter, importer, year));
        compare(oracle.expected("ppml_3way_cluster_pair"), Clustered.by("pair").of(scores), 1e-6);
        compare(oracle.expected("ppml_3way_hetero"), PanelRobust.HC1.of(scores), 1e-6);
        compare(
                oracle.expected("ppml_3way_stata_ssc"),
                Clustered.by("pair").like(PanelPreset.STATA).of(scores),
                1e-6);
        compare(
                oracle.expected("ppml_3way_threeway_cluster"),
                Clustered.by("isoexp", "isoimp", "year").of(scores),
                1e-6);
        Close.relative(
                oracle.expected("alpaca_feglm").get("se_clustered").asDouble(),
                Clustered.by("pair").withoutFactors().of(scores).standardError("fta"),
                1e-6,
                "alpaca");
    }

    /** Iterative fits: 1e-6. The classical errors of counts have dispersion 1 in fixest. */
    @Test
    void tradeInFourEffectsIsThatOfFixest() {
        Oracle oracle = Oracle.of("ppml_trade");
        double[] distance =
                Arrays.stream(oracle.column("dist_km")).map(Math::log).toArray();
        Factor origin = Factor.of("Origin", oracle.words("Origin"));
        Factor destination = Factor.of("Destination", oracle.words("Destination"));
        Factor product = factor("Product", oracle.column("Product"));
        Factor year = factor("Year", oracle.column("Year"));
        PanelFixture fixture = new PanelFixture(
                List.of("log(dist_km)"),
                new double[][] {distance},
                oracle.column("Euros"),
                List.of(origin, destination, product, year));
        PanelScores scores = fixture.poisson().scores();
        compare(
                oracle.expected("ppml_4fe_cluster_origin"),
                Clustered.by("Origin").of(scores),
                1e-6);
        compare(oracle.expected("ppml_4fe_hetero"), PanelRobust.HC1.of(scores), 1e-6);
        compare(
                oracle.expected("ppml_4fe_twoway"),
                Clustered.by("Origin", "Destination").of(scores),
                1e-6);
        compare(
                oracle.expected("ppml_4fe_no_small_sample"),
                Clustered.by("Origin").withoutFactors().of(scores),
                1e-6);
        compare(oracle.expected("ppml_4fe_iid"), new PanelClassical().of(scores), 1e-6);
        double[] logs = Arrays.stream(oracle.column("Euros")).map(Math::log).toArray();
        PanelScores linear = new PanelFixture(
                        List.of("log(dist_km)"),
                        new double[][] {distance},
                        logs,
                        List.of(origin, destination, product, year))
                .ols();
        String[] ways = {"Origin", "Destination", "Product", "Year"};
        for (int n = 1; n <= 4; n++) {
            String[] by = Arrays.copyOf(ways, n);
            compare(
                    oracle.expected("feols_log_cluster_" + String.join("+", by)),
                    Clustered.by(by).of(linear),
                    1e-8);
        }
        compare(oracle.expected("feols_iid"), new PanelClassical().of(linear), 1e-8);
        compare(oracle.expected("feols_hetero"), PanelRobust.HC1.of(linear), 1e-8);
    }
}
