package org.migrationimpact.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.data.Period;
import org.migrationimpact.impact.EffectPath;
import org.migrationimpact.impact.Impact;

/** Against R 4.2.2: an exact quadratic programme (quadprog), Synth 1.1-8, augsynth 0.2.0, synthdid 0.0.9. */
class SyntheticControlReferenceTest {

    private static SyntheticControlFit california() throws IOException {
        return SyntheticControl.of(Panels.california())
                .treated("California")
                .from(Period.year(1989))
                .fit();
    }

    private static SyntheticControl basque() throws IOException {
        return SyntheticControl.of(Panels.basque(3)).treated("17").from(Period.year(1970));
    }

    private static void weights(JsonNode expected, SyntheticControlFit fit, double tolerance) {
        Map<String, Double> weights = Panels.numbers(expected);
        assertEquals(weights.size(), fit.weights().size());
        weights.forEach((unit, weight) -> assertEquals(weight, fit.twin().weight(unit), tolerance, unit));
    }

    @Test
    void californiaIsThatOfTheExactProgramme() throws IOException {
        JsonNode expected = Panels.expected("sc_prop99", "sc_outcomes_only_exact");
        SyntheticControlFit fit = california();
        weights(expected.get("w"), fit, 1e-9);
        Close.relative(expected.get("att").asDouble(), fit.effect(), 1e-9, "effect");
        double before = fit.twin().rmspeBefore();
        Close.relative(expected.get("pre_mse").asDouble(), before * before, 1e-9, "gap before");
    }

    @Test
    void californiaIsThatOfAugsynthInEveryYear() throws IOException {
        JsonNode expected = Panels.expected("sc_prop99", "augsynth_none").get("att");
        double[] gaps = california().twin().gaps();
        for (int t = 0; t < gaps.length; t++) {
            assertEquals(expected.get(t).asDouble(), gaps[t], 2e-4, "year " + (1970 + t)); // its solver stops at 1e-5
        }
    }

    @Test
    void californiaWithSynthdidsSmallRidgeIsNoWorseThanSynthdid() throws IOException {
        // sc_estimate stops its Frank-Wolfe early: the weights differ by 1e-2, our squared gaps are fewer
        JsonNode expected = Panels.expected("sc_prop99", "sc");
        SyntheticControlFit fit = california();
        Close.relative(expected.get("estimate").asDouble(), fit.effect(), 6e-3, "effect");
        Map<String, Double> theirs = Panels.numbers(expected.get("omega"));
        double worse = 0;
        for (int t = 0; t < 19; t++) {
            Period year = Period.year(1970 + t);
            double gap = Panels.california().unit("California").at(year);
            for (Map.Entry<String, Double> weight : theirs.entrySet()) {
                gap -= weight.getValue()
                        * Panels.california().unit(weight.getKey()).at(year);
            }
            worse += gap * gap / 19;
        }
        assertTrue(fit.twin().rmspeBefore() * fit.twin().rmspeBefore() < worse);
    }

    @Test
    void theBasqueCountryByOutcomesIsThatOfTheExactProgramme() throws IOException {
        JsonNode expected = Panels.expected("sc_basque", "sc_outcomes_only_exact");
        SyntheticControlFit fit = basque().fit();
        weights(expected.get("w"), fit, 1e-9);
        Close.relative(expected.get("att").asDouble(), fit.effect(), 1e-9, "effect");
        double before = fit.twin().rmspeBefore();
        Close.relative(expected.get("pre_mse").asDouble(), before * before, 1e-9, "gap before");
    }

    @Test
    void theBasqueCountryWithTheImportanceOfSynthIsTheExactProgrammesAndNearSynths() throws IOException {
        JsonNode expected = Panels.expected("sc_basque", "jss_basque");
        double[] importance = Panels.numbers(expected.get("v")).values().stream()
                .mapToDouble(v -> v)
                .toArray();
        SyntheticControlFit fit = basque().matchedFrom(Period.year(1960))
                .matching(Importance.given(importance), BasquePredictors.all())
                .fit();
        weights(expected.get("w_exact_given_v"), fit, 1e-6);
        weights(expected.get("w"), fit, 1e-3);
        double[] gaps = fit.twin().gaps();
        for (int t = 0; t < gaps.length; t++) {
            assertEquals(expected.get("gap").get("" + (1955 + t)).asDouble(), gaps[t], 1e-5);
        }
        double mspe = fit.twin().rmspeBefore() * fit.twin().rmspeBefore();
        assertTrue(mspe <= expected.get("loss_v_mspe").asDouble());
        Panels.numbers(expected.get("X1"))
                .forEach((name, treated) -> assertTrue(fit.balance().stream()
                        .anyMatch(balance -> Math.abs(balance.treated() - treated) < 1e-9 * Math.abs(treated))));
    }

    /**
     * Importance is not unique: Synth's BFGS from its regression start stops at 0.0088646, the search here at 0.0042864, which is the lowest
     * that is known (MSCMT reports 0.0042861 for the same predictors).
     */
    @Test
    void theBasqueCountryWithSearchedImportanceIsNoWorseThanSynth() throws IOException {
        double synth =
                Panels.expected("sc_basque", "jss_basque").get("loss_v_mspe").asDouble();
        SyntheticControlFit fit = basque().matchedFrom(Period.year(1960))
                .matching(Importance.byData(), BasquePredictors.all())
                .fit();
        double ours = fit.twin().rmspeBefore() * fit.twin().rmspeBefore();
        assertTrue(ours <= synth, ours + " against " + synth);
        Close.relative(0.0042864, ours, 1e-5, "squared gap before");
        assertEquals(1, fit.balance().stream().mapToDouble(Balance::importance).sum(), 1e-12);
    }

    @Test
    void placebosOfCaliforniaAreRankedByTheRatioOfGaps() throws IOException {
        SyntheticControlFit fit = california();
        assertEquals(38, fit.placebos().size());
        long beyond = fit.placebos().stream()
                .filter(placebo -> placebo.ratio() >= fit.twin().ratio())
                .count();
        assertEquals(beyond, fit.rank().beyond());
        assertEquals((1.0 + beyond) / 39, fit.impact().effect().coefficient().pValue(), 0);
        assertEquals(1.0 / 39, fit.rank().resolution(), 0);
    }

    @Test
    void theImpactHoldsPathWeightsAndIntervalsThatContainTheEstimate() throws IOException {
        Impact impact = california().impact();
        assertEquals("synthetic-control", impact.design());
        assertEquals("mean effect on California, 1989..2000", impact.effect().estimand());
        assertEquals(31, impact.path().points().size());
        assertEquals(12, impact.path().treated().size());
        assertEquals(38, impact.breakdown().weights().size());
        assertTrue(impact.effect()
                .coefficient()
                .interval(0.95)
                .contains(impact.effect().estimate()));
        for (EffectPath.Point point : impact.path().treated()) {
            assertTrue(impact.path()
                    .effectInterval(point, 0.95)
                    .contains(impact.path().effect(point)));
            assertTrue(impact.path()
                    .counterfactualBand(point, 0.95)
                    .contains(impact.path().counterfactual(point)));
        }
    }
}
