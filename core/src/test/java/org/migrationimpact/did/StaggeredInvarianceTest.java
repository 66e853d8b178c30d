package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Serialized;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.regression.Coefficient;

/** What may be changed without changing an effect. */
class StaggeredInvarianceTest {

    private static Map<String, Function<AdoptionPanel, Impact>> designs() {
        Map<String, Function<AdoptionPanel, Impact>> designs = new LinkedHashMap<>();
        designs.put("two-way", panel -> TwoWayFixedEffects.of(panel).fit().impact());
        designs.put(
                "event-study",
                panel -> EventStudy.of(panel)
                        .leads(2)
                        .lags(2)
                        .adjustedFor("x")
                        .fit()
                        .impact());
        designs.put("sun-abraham", panel -> SunAbraham.of(panel).fit().impact());
        designs.put(
                "imputation",
                panel -> Imputation.of(panel).adjustedFor("x").fit().impact());
        designs.put("two-stage", panel -> TwoStage.of(panel).fit().impact());
        designs.put("triple", panel -> TripleDifferences.of(panel, "odd").fit().impact());
        designs.put(
                "switching",
                panel -> SwitchingTreatment.of(panel, "status").fit().impact());
        return designs;
    }

    private static AdoptionPanel panel() {
        AdoptionPanel panel = RandomPanels.unbalanced(5, 24, 8).panel();
        double[] odd = RandomPanels.column(panel, row -> panel.unitOf(row) % 2);
        double[] status =
                RandomPanels.column(panel, row -> (panel.unitOf(row) + panel.periodOf(row) / 2) % 3 == 0 ? 1 : 0);
        return Changed.outcome(panel, RandomPanels.column(panel, panel::outcome))
                .covariate("odd", odd)
                .covariate("status", status)
                .panel();
    }

    private static double[] numbers(Impact impact) {
        return impact.terms().stream()
                .flatMapToDouble(c -> java.util.stream.DoubleStream.of(c.estimate(), c.standardError()))
                .toArray();
    }

    @Test
    void addingConstantsToUnitsAndPeriodsLeavesEveryEffectAndErrorUnchanged() {
        AdoptionPanel panel = panel();
        double[] moved = RandomPanels.column(
                panel, row -> panel.outcome(row) + 3 * panel.unitOf(row) - 7 * Math.sin(panel.periodOf(row)));
        AdoptionPanel other = Changed.outcome(panel, moved).panel();
        designs()
                .forEach((name, design) ->
                        assertArrayEquals(numbers(design.apply(panel)), numbers(design.apply(other)), 1e-9, name));
    }

    @Test
    void theOrderOfTheRowsChangesNoBit() {
        AdoptionPanel panel = panel();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, panel.size()).boxed().toList());
        Collections.shuffle(order, new Random(4));
        AdoptionPanel other =
                Changed.order(panel, order.stream().mapToInt(i -> i).toArray()).panel();
        designs()
                .forEach((name, design) ->
                        assertArrayEquals(numbers(design.apply(panel)), numbers(design.apply(other)), name));
    }

    @Test
    void twiceTheOutcomeIsTwiceTheEffectAndTheError() {
        AdoptionPanel panel = panel();
        AdoptionPanel twice = Changed.outcome(panel, RandomPanels.column(panel, row -> 2 * panel.outcome(row)))
                .panel();
        designs().forEach((name, design) -> {
            Coefficient one = design.apply(panel).effect().coefficient();
            Coefficient two = design.apply(twice).effect().coefficient();
            assertEquals(2 * one.estimate(), two.estimate(), 1e-9, name);
            assertEquals(2 * one.standardError(), two.standardError(), 1e-9, name);
        });
    }

    @Test
    void everyResultSurvivesSerialisationAndSaysItsSample() throws IOException, ClassNotFoundException {
        AdoptionPanel panel = panel();
        for (Map.Entry<String, Function<AdoptionPanel, Impact>> design :
                designs().entrySet()) {
            Impact impact = design.getValue().apply(panel);
            assertEquals(impact.toString(), Serialized.copy(impact).toString(), design.getKey());
            assertEquals(panel.size(), impact.sample().read(), design.getKey());
        }
    }
}
