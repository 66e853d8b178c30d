package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.did.BaconComparison.Kind;
import org.migrationimpact.inference.BiasReduced;
import org.migrationimpact.inference.Clustered;
import org.migrationimpact.inference.PanelClassical;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.inference.PanelRobust;
import org.migrationimpact.regression.Coefficient;

/** Two groups, two ways, and what two ways are made of: reference values of fixest 0.14.2, bacondecomp 0.1.1, sandwich, clubSandwich. */
class TwoWayOracleTest {

    private static final double EXACT = 1e-8;
    private static final Map<String, Kind> KINDS = Map.of(
            "Treated vs Untreated", Kind.TREATED_NEVER,
            "Earlier vs Later Treated", Kind.EARLIER_LATER,
            "Later vs Earlier Treated", Kind.LATER_EARLIER,
            "Later vs Always Treated", Kind.LATER_ALWAYS);

    /** Never treated are those of 2000 and of no year. */
    static AdoptionColumns divorce(Oracle oracle) {
        double[] first = Arrays.stream(oracle.column("divyear"))
                .map(year -> Double.isNaN(year) || year == 2000 ? 0 : year)
                .toArray();
        return Staggered.columns(
                        oracle.column("st"), oracle.column("year"), oracle.column("suicide_per_million"), first)
                .named("suicides", "per million");
    }

    private static void compare(JsonNode expected, String name, Coefficient found, String what) {
        Close.relative(expected.get("coef").get(name).asDouble(), found.estimate(), EXACT, what);
        Close.relative(expected.get("se").get(name).asDouble(), found.standardError(), 1e-6, what + " error");
    }

    @Test
    void divorceLawsHaveTheCoefficientsOfFixest() {
        Oracle oracle = Oracle.of("did_divorce");
        compare(
                oracle.expected("twfe_cluster_state"),
                "post",
                TwoWayFixedEffects.of(divorce(oracle).panel()).fit().coefficient(),
                "by state");
        AdoptionPanel weighted = divorce(oracle).weight(oracle.column("stpop")).panel();
        compare(
                oracle.expected("twfe_weighted"),
                "post",
                TwoWayFixedEffects.of(weighted).fit().coefficient(),
                "weighted");
    }

    @Test
    void countiesHaveTheCoefficientsOfFixest() {
        Oracle oracle = Oracle.of("did_mpdta");
        TwoWayFixedEffects design =
                TwoWayFixedEffects.of(Staggered.mpdta(oracle).panel());
        compare(
                oracle.expected("twfe_cluster_county"),
                "post_treat",
                design.fit().coefficient(),
                "by county");
        compare(
                oracle.expected("twfe_iid"),
                "post_treat",
                design.with(new PanelClassical()).fit().coefficient(),
                "iid");
        compare(
                oracle.expected("twfe_twoway_cluster"),
                "post_treat",
                design.with(Clustered.by("unit", "period")).fit().coefficient(),
                "two ways");
    }

    @Test
    void everyComparisonHasTheEstimateAndWeightOfBacondecomp() {
        compareBacon(Oracle.of("did_divorce"), divorce(Oracle.of("did_divorce")).panel());
        compareBacon(
                Oracle.of("did_mpdta"), Staggered.mpdta(Oracle.of("did_mpdta")).panel());
    }

    private static void compareBacon(Oracle oracle, AdoptionPanel panel) {
        JsonNode expected = oracle.expected("bacon");
        BaconDecomposition bacon = BaconDecomposition.of(panel);
        Close.relative(expected.get("twfe").asDouble(), bacon.estimate(), EXACT, "in sum");
        assertEquals(expected.get("pairs").size(), bacon.comparisons().size());
        for (JsonNode pair : expected.get("pairs")) {
            BaconComparison found = find(bacon, pair);
            Close.relative(pair.get("estimate").asDouble(), found.estimate(), 1e-8, pair.toString());
            Close.relative(pair.get("weight").asDouble(), found.weight(), EXACT, pair.toString());
        }
        expected.get("by_type").fieldNames().forEachRemaining(type -> {
            JsonNode one = expected.get("by_type").get(type);
            Close.relative(one.get("weight").asDouble(), bacon.weight(kind(type)), EXACT, type);
            Close.relative(one.get("avg_estimate").asDouble(), bacon.estimate(kind(type)), EXACT, type);
        });
    }

    private static Kind kind(String type) {
        return Optional.ofNullable(KINDS.get(type)).orElseThrow();
    }

    private static BaconComparison find(BaconDecomposition bacon, JsonNode pair) {
        Kind kind = kind(pair.get("type").asText());
        return bacon.comparisons().stream()
                .filter(one -> one.kind() == kind)
                .filter(one ->
                        one.treated().toString().equals(pair.get("treated").asText()))
                .filter(one -> one.control().isEmpty()
                        || one.control()
                                .get()
                                .toString()
                                .equals(pair.get("untreated").asText()))
                .findFirst()
                .orElseThrow();
    }

    /** Two years, of which the second is treated. */
    private static AdoptionColumns cardKrueger(Oracle oracle) {
        double[] year = Arrays.stream(oracle.column("d")).map(d -> 1992 + d).toArray();
        double[] first = Arrays.stream(oracle.column("nj")).map(nj -> 1993 * nj).toArray();
        AdoptionColumns columns = Staggered.columns(oracle.column("id"), year, oracle.column("fte"), first)
                .named("fte", "full-time equivalents");
        for (String covariate : new String[] {"kfc", "roys", "wendys", "co_owned"}) {
            columns = columns.covariate(covariate, oracle.column(covariate));
        }
        return columns;
    }

    @Test
    void theFourMeansOfCardAndKruegerAreThere() {
        Oracle oracle = Oracle.of("did_card_krueger");
        JsonNode expected = oracle.expected("cell_means");
        TwoByTwoFit fit = TwoByTwo.of(cardKrueger(oracle).panel()).fit();
        int[] order = {0, 2, 1, 3}; // nj varies first there
        for (int cell = 0; cell < 4; cell++) {
            Coefficient mean = fit.means().get(order[cell]).mean();
            Close.relative(expected.get("mean_fte").get(cell).asDouble(), mean.estimate(), EXACT, "mean " + cell);
            Close.relative(expected.get("se_mean").get(cell).asDouble(), mean.standardError(), EXACT, "se " + cell);
        }
        Close.relative(expected.get("did").asDouble(), fit.differenceOfMeans(), EXACT, "did");
        Close.relative(expected.get("did").asDouble(), fit.effect().estimate(), EXACT, "did");
        Close.relative(expected.get("did_se_cells").asDouble(), fit.errorOfIndependentRows(), EXACT, "se");
    }

    @Test
    void everyErrorOfCardAndKruegerIsThatOfItsReference() {
        Oracle oracle = Oracle.of("did_card_krueger");
        TwoByTwo plain = TwoByTwo.of(cardKrueger(oracle).panel());
        TwoByTwo controlled = plain.adjustedFor("kfc", "roys", "wendys", "co_owned");
        Map<String, PanelCovariance> kinds = Map.of(
                "",
                new PanelClassical(),
                "_hc0",
                PanelRobust.HC0,
                "_hc1",
                PanelRobust.HC1,
                "_hc2",
                PanelRobust.HC2,
                "_hc3",
                PanelRobust.HC3,
                "_cluster_cr0",
                Clustered.by("unit").withoutFactors(),
                "_cluster_cr1",
                Clustered.by("unit"),
                "_cluster_cr2",
                BiasReduced.by("unit"),
                "_cluster_cr3",
                BiasReduced.by("unit").with(BiasReduced.Kind.CR3));
        kinds.forEach((suffix, covariance) -> {
            compareTerms(oracle.expected("ols" + suffix), plain.with(covariance).fit(), "ols" + suffix);
            compareTerms(
                    oracle.expected("controls" + suffix),
                    controlled.with(covariance).fit(),
                    "controls" + suffix);
        });
    }

    private static void compareTerms(JsonNode expected, TwoByTwoFit fit, String what) {
        Map<String, String> names = Map.of("nj", "treated", "d", "after", "nj:d", "treated:after");
        expected.get("se").fieldNames().forEachRemaining(name -> {
            if (!name.equals("(Intercept)")) {
                Coefficient found = fit.impact().term(names.getOrDefault(name, name));
                Close.relative(expected.get("se").get(name).asDouble(), found.standardError(), 1e-8, what + " " + name);
                if (expected.has("coef")) {
                    double estimate = expected.get("coef").get(name).asDouble();
                    Close.relative(estimate, found.estimate(), 1e-8, what + " " + name);
                }
            }
        });
    }

    @Test
    void restaurantsSeenTwiceHaveTheFirstDifferenceOfTheReference() {
        Oracle oracle = Oracle.of("did_card_krueger");
        JsonNode expected = oracle.expected("balanced_first_difference");
        TwoByTwoFit fit = TwoByTwo.of(cardKrueger(oracle).panel())
                .withinUnits()
                .with(new PanelClassical())
                .fit();
        compare(expected, "nj.0", fit.effect(), "first difference");
        assertEquals(2 * expected.get("n").asInt(), fit.impact().sample().used());
    }

    @Test
    void theComparisonsAddUpToTheRegression() {
        for (AdoptionPanel panel : new AdoptionPanel[] {
            divorce(Oracle.of("did_divorce")).panel(),
            Staggered.mpdta(Oracle.of("did_mpdta")).panel()
        }) {
            TwoWayFit fit = TwoWayFixedEffects.of(panel).fit();
            BaconDecomposition bacon = fit.bacon().orElseThrow();
            Close.relative(fit.coefficient().estimate(), bacon.estimate(), 1e-10, "sum");
            double sum = bacon.comparisons().stream()
                    .mapToDouble(BaconComparison::weight)
                    .sum();
            assertEquals(1, sum, 1e-12);
            assertTrue(fit.impact().warnings().stream().anyMatch(w -> w.code().equals("W-DID-034")));
            assertTrue(fit.toString().toLowerCase(Locale.ROOT).contains("already"));
        }
    }
}
