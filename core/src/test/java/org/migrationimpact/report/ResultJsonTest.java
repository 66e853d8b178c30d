package org.migrationimpact.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Source;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Comparison;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.regression.Coefficient;

class ResultJsonTest {

    private final Impact impact = Made.impact();

    @Test
    void theKeysAreThoseOfAStudyInTheirOrder() throws JsonProcessingException {
        JsonNode result = parsed(
                ResultJson.of(Made.assessed("Albania").impact()).withSeed(7).withInput(Made.source()));
        assertThat(names(result))
                .isSubsetOf(
                        "design",
                        "effect",
                        "terms",
                        "path",
                        "aggregates",
                        "sample",
                        "conventions",
                        "diagnostics",
                        "warnings",
                        "seed",
                        "version",
                        "input")
                .startsWith("design", "effect", "terms", "path", "aggregates", "sample", "conventions", "diagnostics")
                .endsWith("seed", "version", "input");
        assertEquals(
                List.of(
                        "estimand",
                        "unit",
                        "estimate",
                        "std.error",
                        "df",
                        "statistic",
                        "p.value",
                        "conf.low",
                        "conf.high"),
                names(result.get("effect")));
        assertEquals(
                List.of("term", "estimate", "std.error", "statistic", "p.value", "conf.low", "conf.high"),
                names(result.get("terms").get(0)));
        assertEquals(
                List.of("period", "observed", "counterfactual", "effect", "conf.low", "conf.high"),
                names(result.get("path").get(0)));
        assertEquals(List.of("read", "used", "dropped"), names(result.get("sample")));
        assertEquals("ab".repeat(32), result.get("input").get("sha256").asText());
        assertEquals(7, result.get("seed").asLong());
    }

    @Test
    void everyNumberReadsBackToTheSameBits() throws JsonProcessingException {
        JsonNode result = parsed(ResultJson.of(impact).withConfidence(0.8));
        for (int i = 0; i < impact.terms().size(); i++) {
            Coefficient term = impact.terms().get(i);
            JsonNode row = result.get("terms").get(i);
            assertEquals(term.term(), row.get("term").asText());
            same(term.estimate(), row.get("estimate"));
            same(term.standardError(), row.get("std.error"));
            same(term.statistic(), row.get("statistic"));
            same(term.pValue(), row.get("p.value"));
            same(term.interval(0.8).low(), row.get("conf.low"));
            same(term.interval(0.8).high(), row.get("conf.high"));
        }
        same(
                impact.path().counterfactual(impact.path().treated().get(3)),
                result.get("path").get(3).get("counterfactual"));
        assertEquals(33, result.get("effect").get("df").intValue());
        assertTrue(result.get("effect").get("df").isInt());
    }

    private static void same(double expected, JsonNode actual) {
        assertTrue(actual.isNumber());
        assertEquals(Double.doubleToLongBits(expected), Double.doubleToLongBits(actual.asDouble()));
    }

    @Test
    void thePathHoldsOnlyTreatedPeriodsWithAnObservation() throws JsonProcessingException {
        Impact gap = InterruptedTimeSeries.at(Made.START).onLog().fit(Made.withGap("gap"));
        JsonNode path = parsed(ResultJson.of(gap)).get("path");
        assertEquals(23, path.size());
        assertEquals("2011-01", path.get(0).get("period").asText());
        assertEquals("2011-03", path.get(1).get("period").asText());
    }

    @Test
    void whatDoesNotExistIsAbsent() throws JsonProcessingException {
        Impact rank = BeforeAfter.at(Made.START).with(Comparison.mannWhitney()).fit(Made.series("Albania"));
        JsonNode result = parsed(ResultJson.of(rank));
        assertEquals(
                List.of("estimand", "unit", "estimate", "statistic", "p.value", "conf.low", "conf.high"),
                names(result.get("effect")));
        assertFalse(result.has("seed"));
        assertFalse(result.has("input"));
        assertThat(ResultJson.of(rank).text()).doesNotContain("NaN", "null", "Infinity");
    }

    @Test
    void emptyListsAreAbsentButNothingDroppedIsSaid() throws JsonProcessingException {
        Impact bare = new Impact(
                impact.design(),
                impact.subject(),
                impact.effect(),
                List.of(),
                impact.path(),
                impact.sample(),
                List.of(),
                List.of(),
                List.of());
        assertEquals(
                List.of("design", "effect", "path", "aggregates", "sample", "version"),
                names(parsed(ResultJson.of(bare))));
        assertThat(ResultJson.of(bare).text()).contains("\"dropped\" : [ ]");
    }

    @Test
    void aConventionNamedTwiceIsOneKeyWithBothValues() throws JsonProcessingException {
        Impact twice = new Impact(
                impact.design(),
                impact.subject(),
                impact.effect(),
                List.of(),
                impact.path(),
                impact.sample(),
                List.of(new Convention("a", "1"), new Convention("b", "2"), new Convention("a", "3")),
                List.of(),
                List.of());
        JsonNode conventions = parsed(ResultJson.of(twice)).get("conventions");
        assertEquals("{\"a\":\"1; 3\",\"b\":\"2\"}", conventions.toString());
    }

    @Test
    void textOfAnyKindReadsBackAsItWas() throws JsonProcessingException {
        String name = "a \"b\" \\ <c> \n – İı";
        JsonNode result = parsed(ResultJson.of(impact).withInput(new Source("t", name, "00", "", "")));
        assertEquals(name, result.get("input").get("file").asText());
    }

    @Test
    void theSameResultGivesTheSameBytesWhateverTheMachineIsSetTo() {
        assertEquals(ResultJson.of(impact).text(), ResultJson.of(Made.impact()).text());
        assertThat(ResultJson.of(impact).text())
                .startsWith("{\n  \"design\" : \"interrupted-time-series\",\n")
                .endsWith("}\n")
                .doesNotContain("\r");
    }

    @Test
    void aConfidenceOutsideZeroToOneIsRefused() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> ResultJson.of(impact).withConfidence(1));
        assertEquals("a confidence level lies between 0 and 1, got 1.0", refusal.getMessage());
    }

    private static JsonNode parsed(ResultJson json) throws JsonProcessingException {
        return new ObjectMapper().readTree(json.text());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        assertEquals(
                names.size(), StreamSupport.stream(object.spliterator(), false).count());
        return names;
    }
}
