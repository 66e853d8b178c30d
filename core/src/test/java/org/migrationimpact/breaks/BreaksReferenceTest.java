package org.migrationimpact.breaks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationimpact.Close;
import org.migrationimpact.Oracle;
import org.migrationimpact.data.Period;
import org.migrationimpact.model.Design;

/** Reference values of strucchange 1.5-3 on R 4.2.2, where they lie beside the project. */
class BreaksReferenceTest {

    private enum Reference {
        NILE("breaks_nile", "flow", "", 0.15, "chow_at_28", 28),
        UK_DRIVERS("breaks_ukdrivers", "y", "ylag1,ylag12", 0.1, "chow_at_157", 157);

        private final String id;
        private final String response;
        private final String columns;
        private final double trimming;
        private final String chow;
        private final int chowAt;

        Reference(String id, String response, String columns, double trimming, String chow, int chowAt) {
            this.id = id;
            this.response = response;
            this.columns = columns;
            this.trimming = trimming;
            this.chow = chow;
            this.chowAt = chowAt;
        }

        Oracle oracle() {
            return Oracle.of(id);
        }

        TimeRegression regression() {
            List<String> names = new ArrayList<>(List.of("(Intercept)"));
            List<String> changing = columns.isEmpty() ? List.of() : List.of(columns.split(",", -1));
            names.addAll(changing);
            Oracle oracle = oracle();
            return TimeRegression.of(response, oracle.column(response), Design.of(names, oracle.rows(changing)));
        }
    }

    @ParameterizedTest
    @EnumSource(Reference.class)
    void partitionsAreThoseOfTheReference(Reference reference) {
        JsonNode expected = reference.oracle().expected("breakpoints");
        Breakpoints found = BaiPerron.in(reference.regression())
                .trimmed(Trimming.share(reference.trimming))
                .find();
        for (int m = 0; m <= 5; m++) {
            Partition partition = found.with(m);
            String what = m + " breaks";
            Close.relative(
                    expected.get("rss_by_number").get("" + m).asDouble(),
                    partition.residualSumOfSquares(),
                    1e-10,
                    what);
            Close.relative(expected.get("bic_by_number").get("" + m).asDouble(), found.bic(partition), 1e-10, what);
            if (m > 0) {
                JsonNode dates = expected.get("all_partitions").get("" + m);
                assertEquals(
                        dates.isArray() ? dates.toString() : "[" + dates + "]",
                        partition.lastRows().stream()
                                .map(row -> row + 1)
                                .toList()
                                .toString()
                                .replace(" ", ""));
            }
        }
        assertEquals(expected.get("selected_by_bic").asInt(), found.byBic().breaks());
        List<JsonNode> segments = new ArrayList<>();
        JsonNode coefficients = expected.get("segment_coefs");
        if (found.byBic().breaks() == 0) {
            segments.add(coefficients);
        } else {
            coefficients.forEach(segments::add);
        }
        for (int i = 0; i < segments.size(); i++) {
            int segment = i;
            segments.get(i)
                    .properties()
                    .forEach(entry -> Close.relative(
                            entry.getValue().asDouble(),
                            found.fits(found.byBic())
                                    .get(segment)
                                    .coefficient(entry.getKey())
                                    .estimate(),
                            1e-9,
                            entry.getKey()));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Reference.class, names = "NILE")
    void theIntervalIsThatOfTheReference(Reference reference) {
        JsonNode expected = reference.oracle().expected("confint_95").get(0);
        Breakpoints found = BaiPerron.in(reference.regression()).find();
        BreakDate date = found.dates(found.byBic(), 0.95).get(0);
        assertEquals(Period.ordinal(expected.get("break_at").asInt()), date.lastOfOld());
        assertEquals(
                Period.ordinal(expected.get("lower").asInt()), date.earliest().orElseThrow());
        assertEquals(
                Period.ordinal(expected.get("upper").asInt()), date.latest().orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Reference.class)
    void theSupremumIsThatOfTheReference(Reference reference) {
        JsonNode expected = reference.oracle().expected("sup_F");
        SupremumF test = SupremumF.test(reference.regression(), Trimming.USUAL);
        Close.relative(expected.get("supF").asDouble(), test.supremum(), 1e-10, "sup F");
        Close.relative(expected.get("aveF").asDouble(), test.average(), 1e-10, "ave F");
        Close.relative(expected.get("expF").asDouble(), test.exponential(), 1e-10, "exp F");
        closeProbability(expected.get("p_supF"), test.supremumPValue());
        closeProbability(expected.get("p_aveF"), test.averagePValue());
        closeProbability(expected.get("p_expF"), test.exponentialPValue());
        assertEquals(Period.ordinal(expected.get("argmax_obs").asInt()), test.lastOfOld());
        for (int i = 0; i < 5; i++) {
            Close.relative(expected.get("Fstats_first5").get(i).asDouble(), test.statistics()[i], 1e-9, "F " + i);
        }
    }

    /** The reference has 1 − P, which is 0 or one unit in the last place where the tail is tiny. */
    private static void closeProbability(JsonNode expected, double actual) {
        assertEquals(expected.asDouble(), actual, Math.max(1e-15, 1e-9 * expected.asDouble()));
    }

    @ParameterizedTest
    @EnumSource(Reference.class)
    void fluctuationsAreThoseOfTheReference(Reference reference) {
        compare(reference, "ols_cusum", OlsCusum.test(reference.regression()));
        compare(reference, "rec_cusum", RecursiveCusum.test(reference.regression()));
        compare(reference, "ols_mosum", OlsMosum.test(reference.regression(), 0.15));
        compare(reference, "re", RecursiveEstimates.test(reference.regression()));
    }

    private static void compare(Reference reference, String name, Fluctuation test) {
        JsonNode expected = reference.oracle().expected(name);
        Close.relative(expected.get("statistic").asDouble(), test.statistic(), 1e-9, name);
        Close.relative(expected.get("p").asDouble(), test.pValue(), 1e-7, name + " p");
        double[] process = test.process()[0];
        for (int i = 0; i < 5; i++) {
            assertEquals(expected.get("process_first5").get(i).asDouble(), process[i], 1e-10, name + " " + i);
        }
        assertEquals(expected.get("process_last").asDouble(), process[process.length - 1], 1e-10, name + " last");
    }

    @ParameterizedTest
    @EnumSource(Reference.class)
    void chowIsThatOfTheReference(Reference reference) {
        JsonNode expected = reference.oracle().expected(reference.chow);
        Chow test = Chow.test(reference.regression(), Period.ordinal(reference.chowAt));
        Close.relative(expected.get("F").asDouble(), test.statistic(), 1e-9, "F");
        closeProbability(expected.get("p"), test.pValue());
    }

    @Test
    void theLargestSumOfDeviationsIsWhereTheNileBroke() {
        JsonNode expected = Oracle.of("breaks_nile").expected("pettitt_like_cusum_location");
        TimeRegression regression = Reference.NILE.regression();
        double[] process = OlsCusum.test(regression).process()[0];
        int largest = IntStream.range(0, process.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> Math.abs(process[i])))
                .orElseThrow();
        assertEquals(expected.get("argmax_abs_cusum").asInt(), largest);
        double[] flow = Oracle.of("breaks_nile").column("flow");
        double mean = Arrays.stream(flow).average().orElseThrow();
        double squares = Arrays.stream(flow).map(v -> (v - mean) * (v - mean)).sum();
        double unit = Math.sqrt(squares / 99 * 100);
        Close.relative(expected.get("max_abs_cusum").asDouble(), Math.abs(process[largest]) * unit, 1e-9, "sum");
    }
}
