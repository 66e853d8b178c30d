package org.migrationimpact.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;

class ObservationsTest {

    private static final Source SOURCE = Source.named("test");
    private static final Period Y1 = Period.year(2010);

    /** AL and XK by land in 2010 and 2012, AL by sea in 2011. */
    private static Observations cube() {
        return Observations.of("detections", "persons", List.of("nationality", "border"))
                .add(List.of("XK", "land"), Y1, 1, Set.of(), 2)
                .add(List.of("AL", "land"), Y1.plus(2), 2, Set.of(Flag.BREAK), 3)
                .add(List.of("AL", "sea"), Y1.plus(1), 3, Set.of(), 4)
                .add(List.of("XK", "land"), Y1.plus(2), Double.NaN, Set.of(Flag.SUPPRESSED), 5)
                .add(List.of("AL", "land"), Y1, 5, Set.of(), 6)
                .build(SOURCE);
    }

    @Test
    void aCubeHoldsWhatWasPutIntoIt() {
        Observations cube = cube();
        assertEquals("detections", cube.quantity());
        assertEquals("persons", cube.unit());
        assertEquals(SOURCE, cube.source());
        assertEquals(List.of("nationality", "border"), cube.dimensions());
        assertEquals(List.of("XK", "AL"), cube.codes("nationality"));
        assertEquals(List.of(Y1, Y1.plus(1), Y1.plus(2)), cube.periods());
        assertEquals(
                new Observation(List.of("XK", "land"), Y1.plus(2), Double.NaN, Set.of(Flag.SUPPRESSED), 5),
                cube.get(3));
        assertEquals("5 rows read, 5 used", cube.audit().toString());
        assertThat(cube.stream()).hasSize(5);
        assertEquals(List.of(), cube.notes());
    }

    @Test
    void aChoiceKeepsOrderAndCountsWhatIsLeftOut() {
        Observations land = cube().where("border", "land").where("nationality", "AL");
        assertEquals(
                "5 rows read, 2 used; 1 other border, 2 other nationality",
                land.audit().toString());
        assertThat(land.stream()).extracting(Observation::line).containsExactly(3, 6);
        assertEquals(List.of("AL"), land.codes("nationality"));
        assertEquals(
                cube().where("nationality", "XK").toString(),
                cube().except("nationality", "AL").toString());
    }

    @Test
    void aCodeNamedTwiceCountsOnce() {
        assertEquals(
                cube().where("nationality", "AL").toString(),
                cube().where("nationality", "AL", "AL").toString());
        assertEquals(
                cube().except("nationality", "AL").toString(),
                cube().except("nationality", "AL", "AL").toString());
    }

    @Test
    void aSeriesRunsOnTheCalendarAndSaysWhyAValueIsMissing() {
        Series albanians =
                cube().where("border", "land").where("nationality", "AL").series();
        assertEquals("AL, land", albanians.name());
        assertArrayEquals(new double[] {5, Double.NaN, 2}, albanians.values());
        assertEquals(Set.of(Flag.ABSENT), albanians.flags(1));
        assertEquals(Set.of(Flag.BREAK), albanians.flags(2));
        Series kosovars =
                cube().where("border", "land").where("nationality", "XK").series();
        assertEquals(Set.of(Flag.SUPPRESSED), kosovars.flags(2));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatterToASeries() {
        Observations cube = cube();
        ObservationsBuilder turned = Observations.of("detections", "persons", cube.dimensions());
        for (int i = cube.size() - 1; i >= 0; i--) {
            Observation o = cube.get(i);
            turned.add(o.codes(), o.period(), o.value(), o.flags(), o.line());
        }
        assertEquals(
                cube.where("border", "land").where("nationality", "AL").series(),
                turned.build(SOURCE)
                        .where("border", "land")
                        .where("nationality", "AL")
                        .series());
    }

    @Test
    void aPanelHasTheSeriesThatChoosingOneByOneGives() {
        Observations land = cube().where("border", "land");
        Panel panel = land.panel("nationality");
        assertEquals(List.of("XK", "AL"), panel.units());
        for (String code : panel.units()) {
            assertEquals(land.where("nationality", code).series().named(code), panel.unit(code));
        }
    }

    @Test
    void aCubeWithoutDimensionsIsASeriesOfTheQuantity() {
        Series series = Observations.of("population", "persons", List.of())
                .add(List.of(), Y1, 7)
                .build(SOURCE)
                .series();
        assertEquals("population", series.name());
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatIs() {
        Refusal.of(
                InputException.class,
                "E-OBS-001 there is no dimension 'sex'; there is nationality, border",
                () -> cube().where("sex", "F"));
        Refusal.of(
                InputException.class,
                "E-OBS-001 there is no dimension 'sex'; there are none",
                () -> Observations.of("q", "u", List.of()).build(SOURCE).codes("sex"));
        Refusal.of(
                InputException.class,
                "E-OBS-002 nationality has no code 'MD'; it has XK, AL",
                () -> cube().where("nationality", "AL", "MD"));
        Refusal.of(
                InputException.class,
                "E-OBS-002 nationality has no code 'MD'; it has XK, AL",
                () -> cube().except("nationality", "MD"));
        Refusal.of(
                InputException.class,
                "E-OBS-003 nationality has no code besides AL, XK, so nothing would be left",
                () -> cube().except("nationality", "AL", "XK"));
        Refusal.argument("a choice among the codes of border names 1 or more, got none", () -> cube().where("border"));
    }

    @Test
    void severalCodesAreNoSeries() {
        String message =
                "E-OBS-005 detections has 2 codes of border (land, sea); a series needs one: choose it with where,"
                        + " or sum with totalOver";
        Refusal.of(
                DataException.class,
                message,
                () -> cube().where("nationality", "AL").series());
        Refusal.of(DataException.class, message, () -> cube().panel("nationality"));
    }

    @Test
    void twoValuesInOnePeriodAreNoSeries() {
        ObservationsBuilder twice = Observations.of("detections", "persons", List.of("nationality"))
                .add(List.of("AL"), Y1, 1, Set.of(), 2)
                .add(List.of("AL"), Y1, 1.5, Set.of(), 9);
        Refusal.of(
                DataException.class,
                "E-OBS-006 detections has two values for AL in 2010 (lines 2 and 9): 1.0 and 1.5; choose one by a further"
                        + " dimension, or mend the file",
                () -> twice.build(SOURCE).series());
        ObservationsBuilder bare = Observations.of("detections", "persons", List.of())
                .add(List.of(), Y1, 1)
                .add(List.of(), Y1, 1);
        Refusal.of(
                DataException.class,
                "E-OBS-006 detections has two values for 2010: 1.0 and 1.0; choose one by a further dimension, or mend the file",
                () -> bare.build(SOURCE).series());
    }

    @Test
    void mixedFrequenciesAreNoSeriesAndStandOneAfterTheOther() {
        Observations mixed = Observations.of("q", "persons", List.of())
                .add(List.of(), Period.month(2010, 1), 1)
                .add(List.of(), Y1, 12)
                .build(SOURCE);
        assertEquals(List.of(Y1, Period.month(2010, 1)), mixed.periods());
        String message = "E-OBS-007 q mixes frequencies (month, year); keep the periods of one of them";
        Refusal.of(DataException.class, message, mixed::series);
        Refusal.of(DataException.class, message, mixed::zeroWhereAbsent);
    }

    @Test
    void nothingIsNoSeries() {
        Observations none = Observations.of("q", "persons", List.of("geo")).build(SOURCE);
        String message = "E-OBS-008 q has no observations left; widen the selection";
        Refusal.of(DataException.class, message, none::series);
        Refusal.of(DataException.class, message, () -> none.panel("geo"));
        assertEquals("q [persons], 0 observations\n  geo (0): \n  0 rows read, 0 used", none.toString());
        assertEquals(0, none.zeroWhereAbsent().size());
        assertEquals(0, none.totalOver("geo").size());
    }

    @Test
    void aSpanOfAMillionPeriodsIsNoSeries() {
        Observations far = Observations.of("q", "persons", List.of())
                .add(List.of(), Period.ordinal(0), 1)
                .add(List.of(), Period.ordinal(5_000_000_000L), 1)
                .build(SOURCE);
        Refusal.of(
                DataException.class,
                "E-OBS-009 q would span 5000000001 periods from 0 to 5000000000; at most 1000000",
                far::series);
    }

    @Test
    void aBuilderTakesOnlyWhatIsWhole() {
        ObservationsBuilder builder = Observations.of("q", "persons", List.of("geo"));
        Refusal.argument("needs 1 codes, got []", () -> builder.add(List.of(), Y1, 1));
        Refusal.argument(
                "a missing value needs a flag that says why, at [AL] 2010",
                () -> builder.add(List.of("AL"), Y1, Double.NaN, Set.of(), 0));
        Refusal.of(
                DataException.class,
                "E-OBS-013 q is infinite for AL in 2010 (line 4); values must be finite",
                () -> builder.add(List.of("AL"), Y1, Double.POSITIVE_INFINITY, Set.of(), 4));
        Refusal.argument(
                "the audit counts 1 rows used, the cube has 0", () -> builder.build(SOURCE, SampleAudit.complete(1)));
        Refusal.argument("dimensions must differ, got [a, a]", () -> Observations.of("q", "u", List.of("a", "a")));
        assertEquals(0, builder.size());
        builder.add(List.of("AL"), Y1, Double.NaN);
        assertEquals(Set.of(Flag.NOT_AVAILABLE), builder.build(SOURCE).get(0).flags());
    }

    @Test
    void aBuilderUsedFurtherDoesNotChangeWhatItBuilt() {
        ObservationsBuilder builder =
                Observations.of("q", "persons", List.of("geo")).add(List.of("AL"), Y1, 1);
        Observations first = builder.build(SOURCE);
        builder.add(List.of("XK"), Y1.plus(1), 2).note(new Warning("W-TEST-001", "late"));
        assertEquals(1, first.size());
        assertEquals(List.of("AL"), first.codes("geo"));
        assertEquals(List.of(Y1), first.periods());
        assertEquals(List.of(), first.notes());
    }

    @Test
    void duplicatesAreFoundByASlowTwin() {
        ObservationsBuilder builder = Observations.of("q", "persons", List.of("a", "b"));
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            builder.add(List.of("a" + random.nextInt(5), "b" + random.nextInt(6)), Y1.plus(random.nextInt(10)), i);
        }
        Observations cube = builder.build(SOURCE);
        List<List<Observation>> slow = new ArrayList<>();
        for (int i = 0; i < cube.size(); i++) {
            Observation later = cube.get(i);
            IntStream.range(0, i)
                    .mapToObj(cube::get)
                    .filter(o -> o.codes().equals(later.codes()) && o.period().equals(later.period()))
                    .findFirst()
                    .ifPresent(first -> slow.add(List.of(first, later)));
        }
        assertThat(slow).isNotEmpty();
        assertEquals(slow, cube.duplicates());
        assertThat(cube().duplicates()).isEmpty();
    }

    @Test
    void theOverviewShowsWhatIsThere() {
        assertEquals("""
                detections [persons], 5 observations, 2010 to 2012
                  nationality (2): XK, AL
                  border (2): land, sea
                  5 rows read, 5 used""", cube().toString());
    }

    @Test
    void manyThreadsReadTheSame() {
        Observations cube = cube();
        String expected = cube.where("border", "land").panel("nationality").toString();
        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> cube.where("border", "land")
                                .panel("nationality")
                                .toString()))
                .containsOnly(expected);
    }

    @Test
    void thePartsAreEachCombinationOfCodesAndFrequencyInOrderOfFirstAppearance() {
        Observations table = Observations.of("n", "persons", List.of("geo"))
                .add(List.of("B"), Period.year(2001), 1)
                .add(List.of("A"), Period.year(2001), 2)
                .add(List.of("B"), Period.month(2001, 1), 3)
                .add(List.of("B"), Period.year(2002), 4)
                .build(Source.named("t"));
        List<Observations> parts = table.parts();
        assertEquals(3, parts.size());
        assertArrayEquals(new double[] {1, 4}, parts.get(0).series().values());
        assertArrayEquals(new double[] {2}, parts.get(1).series().values());
        assertArrayEquals(new double[] {3}, parts.get(2).series().values());
        assertEquals(
                "4 rows read, 2 used; 2 of other codes", parts.get(0).audit().toString());
    }
}
