package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationimpact.Refusal;

class CubeSumTest {

    private static final Source SOURCE = Source.named("test");
    private static final Period Y1 = Period.year(2010);

    private static Observations byGeo(String... codes) {
        ObservationsBuilder builder = Observations.of("asylum", "persons", List.of("geo"));
        for (String code : codes) {
            builder.add(List.of(code), Y1, 1);
        }
        return builder.build(SOURCE);
    }

    private static Observations full(int a, int b, int periods) {
        ObservationsBuilder builder = Observations.of("q", "persons", List.of("a", "b"));
        Random random = new Random(7);
        for (int t = 0; t < periods; t++) {
            for (int i = 0; i < a; i++) {
                for (int j = 0; j < b; j++) {
                    builder.add(List.of("a" + i, "b" + j), Y1.plus(t), random.nextInt(1000));
                }
            }
        }
        return builder.build(SOURCE);
    }

    @Test
    void aTotalIsTheSumOfItsParts() {
        Observations cube = full(3, 4, 5);
        Observations total = cube.totalOver("b");
        assertEquals(List.of("a"), total.dimensions());
        assertEquals(15, total.size());
        for (String code : total.codes("a")) {
            double[] slow = new double[5];
            cube.where("a", code).stream().forEach(o -> slow[(int) Y1.until(o.period())] += o.value());
            assertArrayEquals(slow, total.where("a", code).series().values());
        }
        assertEquals(
                "60 rows read, 15 used; 45 summed into totals over b",
                total.audit().toString());
    }

    @Test
    void theOrderOfSummingDoesNotMatter() {
        Observations cube = full(3, 4, 5);
        assertEquals(
                cube.totalOver("a").totalOver("b").series(),
                cube.totalOver("b").totalOver("a").series());
    }

    @Test
    void aSumWithAMissingPartIsMissingAndFlagsTravel() {
        Observations total = Observations.of("q", "persons", List.of("sex"))
                .note(new Warning("W-TEST-001", "read twice"))
                .add(List.of("F"), Y1, 1, Set.of(Flag.BREAK), 2)
                .add(List.of("M"), Y1, Double.NaN, Set.of(Flag.SUPPRESSED), 3)
                .add(List.of("F"), Y1.plus(1), 5)
                .add(List.of("M"), Y1.plus(1), 6)
                .build(SOURCE)
                .totalOver("sex");
        assertEquals(Double.NaN, total.series().value(0));
        assertThat(total.series().flags(0)).containsExactly(Flag.BREAK, Flag.SUPPRESSED);
        assertEquals(11, total.series().value(1));
        assertThat(total.notes()).hasSize(1);
    }

    @Test
    void anAbsentPartIsNotTakenForZero() {
        Observations gaps = Observations.of("detections", "persons", List.of("border", "route"))
                .add(List.of("land", "WB"), Y1, 1)
                .add(List.of("sea", "WB"), Y1, 2)
                .add(List.of("land", "WB"), Y1.plus(1), 3)
                .build(SOURCE);
        Refusal.of(
                DataException.class,
                "E-OBS-004 detections has rows for 1 of 2 codes of border in 2011 for WB; a sum would take the absent ones for"
                        + " zero: if the publisher leaves out zeros, say zeroWhereAbsent",
                () -> gaps.totalOver("border"));
        Refusal.of(
                DataException.class,
                "E-OBS-004 detections has rows for 1 of 2 codes of border in 2011; a sum would take the absent ones for zero: if"
                        + " the publisher leaves out zeros, say zeroWhereAbsent",
                () -> gaps.totalOver("route").totalOver("border"));
        assertArrayEquals(
                new double[] {3, 3},
                gaps.zeroWhereAbsent().totalOver("border").series().values());
    }

    @Test
    void aCodeThatNeverOccursBesideAKeyIsNoPartOfItsSum() {
        Observations cube = Observations.of("q", "persons", List.of("border", "route"))
                .add(List.of("land", "WB"), Y1, 1)
                .add(List.of("sea", "CM"), Y1, 2)
                .build(SOURCE);
        assertEquals(2, cube.totalOver("border").where("route", "CM").series().value(0));
    }

    @Test
    void twoRowsForOneCellAreNotSummed() {
        ObservationsBuilder twice = Observations.of("q", "persons", List.of("geo"))
                .add(List.of("AL"), Y1, 1, Set.of(), 2)
                .add(List.of("AL"), Y1, 1, Set.of(), 8);
        Refusal.of(
                DataException.class,
                "E-OBS-010 q has two rows for AL in 2010 (lines 2 and 8); a sum would count both",
                () -> twice.build(SOURCE).totalOver("geo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOTAL", "Total", "_T", "World", "EU27_2020", "EUU", "-", "EXT_EU27_2020"})
    void aTotalIsNotAddedToItsParts(String total) {
        Refusal.of(
                DataException.class,
                "E-OBS-011 geo has the code " + total
                        + ", a total or a group, beside codes that are parts of it; a sum would count them twice: leave it out"
                        + " with except, or choose it with where",
                () -> byGeo("DE", total, "FR").totalOver("geo"));
        assertEquals(
                2,
                byGeo("DE", total, "FR")
                        .except("geo", total)
                        .totalOver("geo")
                        .series()
                        .value(0));
        assertEquals(1, byGeo(total).totalOver("geo").series().value(0));
    }

    @Test
    void whatStandsBesideCountriesIsAddedToThem() {
        assertEquals(
                5,
                byGeo("RS", "ME", "CS", "STLS", "UNK").totalOver("geo").series().value(0));
        assertEquals(
                2, byGeo("EU27_2020", "EXT_EU27_2020").totalOver("geo").series().value(0));
        assertEquals(3, byGeo("EFTA", "DE", "FR").totalOver("geo").series().value(0));
    }

    @Test
    void anOverflowingSumIsRefused() {
        ObservationsBuilder huge = Observations.of("q", "persons", List.of("geo"))
                .add(List.of("AL"), Y1, Double.MAX_VALUE)
                .add(List.of("XK"), Y1, Double.MAX_VALUE);
        Refusal.of(
                DataException.class,
                "E-OBS-013 q is infinite in 2010; values must be finite",
                () -> huge.build(SOURCE).totalOver("geo"));
    }

    @Test
    void zerosAreAddedOnlyWhereNoRowIs() {
        Observations sparse = Observations.of("detections", "persons", List.of("nationality"))
                .add(List.of("AL"), Y1, 4, Set.of(Flag.PROVISIONAL), 2)
                .add(List.of("XK"), Y1.plus(3), 7, Set.of(), 3)
                .add(List.of("AL"), Y1.plus(1), Double.NaN, Set.of(Flag.SUPPRESSED), 4)
                .build(SOURCE);
        Observations whole = sparse.zeroWhereAbsent();
        assertArrayEquals(
                new double[] {4, Double.NaN, 0, 0},
                whole.where("nationality", "AL").series().values());
        assertArrayEquals(
                new double[] {0, 0, 0, 7},
                whole.where("nationality", "XK").series().values());
        assertEquals(
                Set.of(Flag.SUPPRESSED),
                whole.where("nationality", "AL").series().flags(1));
        assertEquals(
                "3 rows read, 5 added as zeros that the table leaves out, 8 used",
                whole.audit().toString());
        assertEquals(whole.toString(), whole.zeroWhereAbsent().toString());
        assertThat(whole.duplicates()).isEmpty();
    }

    @Test
    void aCubeThatWouldBeTooLargeIsRefusedBeforeItIsMade() {
        ObservationsBuilder builder = Observations.of("q", "persons", List.of("geo"));
        for (int i = 0; i < 21; i++) {
            builder.add(List.of("c" + i), Period.ordinal(i == 0 ? 0 : 999_999), 1);
        }
        Refusal.of(
                DataException.class,
                "E-OBS-012 q would have 21000000 cells with its zeros, 21 combinations of codes in 1000000 periods; at most"
                        + " 20000000: narrow it with where first",
                () -> builder.build(SOURCE).zeroWhereAbsent());
    }

    @Test
    void rowsAreGroupedAlikeInATableAndInAMap() {
        Random random = new Random(3);
        int[] near = random.ints(500, 0, 20).toArray();
        int[] far = Arrays.stream(near).map(code -> code * 100_000_000).toArray();
        int[] other = random.ints(500, 0, 7).toArray();
        int[] groups = Columns.groups(500, List.of(near, other));
        assertArrayEquals(groups, Columns.groups(500, List.of(far, other)));
        Map<List<Integer>, Integer> slow = new LinkedHashMap<>();
        for (int row = 0; row < 500; row++) {
            slow.putIfAbsent(List.of(near[row], other[row]), slow.size());
            assertEquals(slow.get(List.of(near[row], other[row])), groups[row]);
        }
        assertArrayEquals(new int[500], Columns.groups(500, List.of()));
    }

    @Test
    void aMillionRowsAreSummedAndSearchedInSeconds() {
        Observations million = full(100, 100, 100);
        assertTimeout(Duration.ofSeconds(20), () -> {
            assertEquals(10_000, million.totalOver("b").size());
            assertThat(million.duplicates()).isEmpty();
            assertEquals(100, million.totalOver("b").panel("a").units().size());
            assertEquals(1_000_000, million.zeroWhereAbsent().size());
        });
    }
}
