package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.Shared;
import org.migrationimpact.impact.Aggregate;
import org.migrationimpact.impact.GroupTime;
import org.migrationimpact.regression.Coefficient;

/** Reference values of R 4.2.2 with did 2.3.0 and DRDID 1.2.3, where they lie beside the project. */
class GroupTimeOracleTest {

    private static final double CLOSED = 1e-8;

    static Stream<String> suffixes() {
        return Stream.of("nocov_dr", "lpop_dr", "lpop_ipw", "lpop_reg")
                .flatMap(model -> Stream.of("nevertreated", "notyettreated").map(control -> model + "_" + control))
                .flatMap(name -> name.contains("_dr_") ? Stream.of(name, name + "_universal") : Stream.of(name));
    }

    private static GroupTimeEffects design(Oracle oracle, String suffix) {
        GroupTimeEffects design = GroupTimeEffects.of(Staggered.mpdta(oracle).panel())
                .with(suffix.endsWith("universal") ? BasePeriod.UNIVERSAL : BasePeriod.VARYING);
        if (suffix.contains("lpop")) {
            design = design.adjustedFor("lpop");
        }
        if (suffix.contains("_ipw_")) {
            design = design.with(Adjustment.INVERSE_PROBABILITY);
        }
        if (suffix.contains("_reg_")) {
            design = design.with(Adjustment.REGRESSION);
        }
        return suffix.contains("notyet") ? design.notYetTreated() : design.neverTreated();
    }

    @ParameterizedTest
    @MethodSource("suffixes")
    void everyEffectAndAggregateIsThatOfTheReference(String suffix) {
        Oracle oracle = Oracle.of("did_mpdta");
        GroupTimeFit fit = design(oracle, suffix).fit();
        compareCells(oracle.expected("att_gt_" + suffix), fit, suffix);
        for (Aggregation aggregation : Aggregation.values()) {
            JsonNode expected = oracle.expected("aggte_" + aggregation.key() + "_" + suffix);
            compareAggregate(expected, fit, aggregation, suffix);
        }
    }

    private static void compareCells(JsonNode expected, GroupTimeFit fit, String name) {
        List<GroupTime> cells = fit.effects();
        assertEquals(expected.get("att").size(), cells.size());
        for (int k = 0; k < cells.size(); k++) {
            String what =
                    name + " " + cells.get(k).cohort() + " " + cells.get(k).period();
            assertEquals(expected.get("group").get(k).asText(), cells.get(k).cohort());
            assertEquals(expected.get("t").get(k).asText(), cells.get(k).period());
            compare(
                    expected.get("att").get(k),
                    expected.get("se").get(k),
                    cells.get(k).coefficient(),
                    what);
        }
        if (expected.has("pretest_W")) {
            double wald = expected.get("pretest_W").get(0).get(0).asDouble();
            Close.relative(wald, fit.preTest().orElseThrow().statistic(), CLOSED, name + " Wald");
            double p = expected.get("pretest_p").get(0).get(0).asDouble();
            assertEquals(p, fit.preTest().orElseThrow().pValue(), 0.5e-5, "printed with five digits");
        }
    }

    private static void compareAggregate(JsonNode expected, GroupTimeFit fit, Aggregation aggregation, String name) {
        String what = name + " " + aggregation.key();
        compare(expected.get("overall_att"), expected.get("overall_se"), fit.overall(aggregation), what);
        if (aggregation != Aggregation.SIMPLE) {
            List<Aggregate.Row> rows = fit.aggregate(aggregation).rows();
            assertEquals(expected.get("egt").size(), rows.size());
            for (int k = 0; k < rows.size(); k++) {
                assertEquals(expected.get("egt").get(k).asText(), rows.get(k).label());
                compare(
                        expected.get("att").get(k),
                        expected.get("se").get(k),
                        rows.get(k).coefficient(),
                        what + " " + rows.get(k).label());
            }
        }
    }

    private static void compare(JsonNode estimate, JsonNode error, Coefficient found, String what) {
        Close.relative(estimate.asDouble(), found.estimate(), CLOSED, what);
        if (error.isNull()) {
            assertTrue(Double.isNaN(found.standardError()), what + " has no error");
        } else {
            Close.relative(error.asDouble(), found.standardError(), CLOSED, what + " error");
        }
    }

    @Test
    void anticipationMovesTheBaseAndTheControls() {
        Oracle oracle = Oracle.of("did_mpdta");
        GroupTimeFit fit = GroupTimeEffects.of(Staggered.mpdta(oracle).panel())
                .with(BasePeriod.VARYING)
                .anticipated(1)
                .fit();
        compareCells(oracle.expected("att_gt_anticipation1"), fit, "anticipation");
    }

    @Test
    void repeatedCrossSectionsHaveTheErrorsOfRows() {
        Oracle oracle = Oracle.of("did_mpdta");
        AdoptionPanel rows = AdoptionColumns.crossSections(
                        Staggered.years(oracle.column("year")),
                        oracle.column("lemp"),
                        Staggered.firsts(oracle.column("first_treat")))
                .covariate("lpop", oracle.column("lpop"))
                .panel();
        GroupTimeFit fit =
                GroupTimeEffects.of(rows).adjustedFor("lpop").likeDid().fit();
        compareCells(oracle.expected("att_gt_repeated_cross_section"), fit, "cross-sections");
    }

    @Test
    void twoThousandUnitsHaveTheSimpleEffectOfTheReference() {
        AdoptionPanel panel = Staggered.raced(Shared.file("oracles", "race", "stag_2000x20.csv.gz"))
                .panel();
        race(panel, 0.9808263832, 0.0395889302, 0.9702978643, 0.0354494315);
    }

    @Test
    @Tag("slow")
    void twentyThousandUnitsHaveTheSimpleEffectOfTheReference() {
        AdoptionPanel panel = Staggered.raced(Shared.file("oracles", "race", "stag_20000x20.csv.gz"))
                .panel();
        race(panel, 1.0481428190, 0.0125393199, 1.0489179945, 0.0112395722);
    }

    /** Printed with ten decimals. */
    private static void race(AdoptionPanel panel, double never, double neverError, double notYet, double notYetError) {
        GroupTimeEffects design = GroupTimeEffects.of(panel).adjustedFor("x").with(BasePeriod.VARYING);
        Coefficient first = design.fit().overall(Aggregation.SIMPLE);
        Coefficient second = design.notYetTreated().fit().overall(Aggregation.SIMPLE);
        assertEquals(never, first.estimate(), 0.6e-10);
        assertEquals(neverError, first.standardError(), 0.6e-10);
        assertEquals(notYet, second.estimate(), 0.6e-10);
        assertEquals(notYetError, second.standardError(), 0.6e-10);
    }
}
