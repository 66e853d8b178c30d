package org.migrationimpact.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.DataException;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Impact;

/** What designs for staggered measures refuse, in full, and the mistakes peers made. */
class StaggeredRefusalsTest {

    /** Units first treated in these years (0 never), seen from 2000 to 2005; the outcome is unit plus twice the year plus 3 once treated. */
    private static AdoptionColumns columns(int... first) {
        int years = 6;
        double[] unit = new double[first.length * years];
        double[] year = new double[unit.length];
        double[] starts = new double[unit.length];
        double[] y = new double[unit.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = i / years;
            year[i] = 2000 + i % years;
            starts[i] = first[i / years];
            y[i] = unit[i] + 2 * year[i] + (starts[i] > 0 && year[i] >= starts[i] ? 3 : 0) + Math.sin(7.3 * i) / 10;
        }
        return Staggered.columns(unit, year, y, starts);
    }

    private static AdoptionPanel panel(int... first) {
        return columns(first).panel();
    }

    private static List<String> codes(Impact impact) {
        return impact.warnings().stream().map(Warning::code).toList();
    }

    @Test
    void aConfidenceBeyondOneIsRefusedByEveryDesign() {
        AdoptionPanel panel =
                columns(0, 2002, 2003).covariate("on", new double[18]).panel();
        List<Consumer<Double>> designs = List.of(
                level -> EventStudy.of(panel).confidence(level),
                level -> PoissonEventStudy.of(panel).confidence(level),
                level -> SunAbraham.of(panel).confidence(level),
                level -> Imputation.of(panel).confidence(level),
                level -> TwoStage.of(panel).confidence(level),
                level -> SwitchingTreatment.of(panel, "on").confidence(level));
        designs.forEach(design ->
                Refusal.argument("a confidence level lies between 0 and 1, got 1.5", () -> design.accept(1.5)));
    }

    @Test
    void aUnitThatStandsTwiceInAPeriodIsRefusedWithItsRows() {
        Refusal.of(
                InputException.class,
                "E-DID-007 1 has 2 rows in 2001: rows 2, 3; a unit has one row in a period: remove the others, or take sums before",
                () -> Staggered.columns(
                                new double[] {1, 1, 1}, new double[] {2000, 2001, 2001}, new double[3], new double[3])
                        .panel());
    }

    @Test
    void asSecondKindOfClustersIsRefused() {
        Refusal.of(
                InputException.class,
                "E-DID-004 clusters by 'a' and by 'b' were asked for; besides the unit there can be one kind: leave one out",
                () -> columns(0)
                        .clusteredBy("a", List.of("x", "x", "x", "x", "x", "x"))
                        .clusteredBy("b", List.of("x", "x", "x", "x", "x", "x")));
    }

    @Test
    void theLastCohortIsTheControlWhereNobodyIsNeverTreatedAndItsTreatedPeriodsAreCounted() {
        AdoptionPanel panel = panel(2002, 2002, 2002, 2004, 2004, 2004);
        Impact sun = SunAbraham.of(panel).fit().impact();
        assertThat(sun.sample().dropped().get(0).rows()).isEqualTo(12); // 2004 and 2005
        assertThat(sun.effect().estimand()).endsWith("the cohort treated last, 2004, before that");
        Impact imputed = Imputation.of(panel).fit().impact();
        assertThat(codes(imputed)).contains("W-DID-036");
        assertThat(imputed.breakdown().groupTime())
                .allMatch(cell -> cell.cohort().equals("2002"));
        assertEquals(12, imputed.sample().dropped().get(0).rows());
    }

    @Test
    void unitsTreatedAfterTheDataButAnticipatingAreNotNeverTreated() {
        AdoptionPanel panel = panel(0, 0, 2003, 2003, 2006, 2006);
        assertEquals(List.of("2003"), cohorts(Imputation.of(panel).fit().impact()));
        assertEquals(
                List.of("2003", "2006"),
                cohorts(Imputation.of(panel).anticipated(1).fit().impact()));
        assertEquals(
                List.of("2003", "2006"),
                cohorts(SunAbraham.of(panel).anticipated(1).fit().impact()));
    }

    private static List<String> cohorts(Impact impact) {
        return impact.breakdown().groupTime().stream()
                .map(org.migrationimpact.impact.GroupTime::cohort)
                .distinct()
                .toList();
    }

    @Test
    void whereNobodyIsTreatedThereIsNoEffect() {
        AdoptionPanel none = panel(0, 0);
        Refusal.of(
                DataException.class,
                "E-DID-032 no unit of outcome is treated between 2000 and 2005 with a period before; there is no effect to estimate",
                () -> EventStudy.of(none).fit());
        Refusal.of(
                DataException.class,
                "E-DID-034 no unit of outcome is treated within the data with a period before; there is no effect to estimate",
                () -> SunAbraham.of(none).fit());
        Refusal.of(
                DataException.class,
                "E-DID-041 no treated row of outcome can be imputed: none has both an untreated row of its unit and one of its period; hand in earlier periods, or units treated later or never",
                () -> Imputation.of(none).fit());
        Refusal.of(
                DataException.class,
                "E-DID-037 a comparison of two groups before and after needs one first treated period with a period before it; outcome has 0: take group-time, sun-abraham or imputation for several",
                () -> TwoByTwo.of(none).fit());
        Refusal.of(
                DataException.class,
                "E-DID-036 no two groups of units in outcome differ in treatment over time; there is nothing to compare",
                () -> BaconDecomposition.of(none));
    }

    @Test
    void whereAllAreTreatedAtOnceNothingCanBeCompared() {
        AdoptionPanel all = panel(2003, 2003);
        Refusal.of(
                DataException.class,
                "E-DID-033 every unit of outcome is first treated in 2003, so the effect cannot be told from that of the periods; hand in units that are treated later or never",
                () -> EventStudy.of(all).fit());
        Refusal.of(
                DataException.class,
                "E-DID-034 every unit of outcome with a period before treatment is first treated in 2003; none is left to compare them with: hand in units that are treated later or never",
                () -> SunAbraham.of(all).fit());
        Refusal.of(
                DataException.class,
                "E-DID-038 there is no row of control before the measure of 2003 in outcome; a comparison needs rows of treated and untreated units, before and after",
                () -> TwoByTwo.of(all).fit());
        Refusal.of(
                DataException.class,
                "E-DID-040 no row of outcome is untreated; what would have been without the measure cannot be told from these rows",
                () -> Imputation.of(panel(2000, 1999)).fit());
    }

    @Test
    void aPanelThatIsNotBalancedIsNotTakenApart() {
        AdoptionPanel panel = panel(0, 2002, 2003);
        int[] less = IntStream.range(0, panel.size() - 1).toArray();
        Refusal.of(
                InputException.class,
                "E-DID-035 outcome has 17 rows of 3 units in 6 periods; a regression falls apart into comparisons of two groups only where every unit is seen in every period with one weight: hand in such rows, or take group-time",
                () -> BaconDecomposition.of(Changed.order(panel, less).panel()));
        double[] weight = IntStream.range(0, 18).mapToDouble(i -> 1 + i % 2).toArray();
        Refusal.of(
                InputException.class,
                "E-DID-035 the weight of 1 changes from 1.0 to 2.0 in 2001; a regression falls apart into comparisons of two groups only where every unit is seen in every period with one weight: hand in such rows, or take group-time",
                () -> BaconDecomposition.of(
                        columns(0, 2002, 2003).weight(weight).panel()));
        assertThat(TwoWayFixedEffects.of(Changed.order(panel, less).panel())
                        .fit()
                        .bacon())
                .isEmpty();
    }

    @Test
    void aCovariateThatTheEffectsDetermineIsRefused() {
        AdoptionColumns columns = columns(0, 0, 2002, 2003);
        double[] unit =
                IntStream.range(0, 24).mapToDouble(i -> Math.sin(1.7 * (i / 6))).toArray();
        Refusal.of(
                EstimationException.class,
                "E-DID-039 size is determined by the effects of unit and period, and earlier covariates, in the untreated rows; leave it out",
                () -> Imputation.of(columns.covariate("size", unit).panel())
                        .adjustedFor("size")
                        .fit());
    }

    @Test
    void crossSectionsAreNotFollowedOverTime() {
        AdoptionPanel sections = AdoptionColumns.crossSections(
                        Staggered.years(new double[] {2000, 2001, 2000, 2001}),
                        new double[] {1, 2, 3, 5},
                        Staggered.firsts(new double[] {0, 0, 2001, 2001}))
                .panel();
        Refusal.of(
                InputException.class,
                "E-DID-031 the rows of outcome are repeated cross-sections, and this design follows units over time; take group-time, or name the unit of each row",
                () -> Imputation.of(sections).fit());
    }

    @Test
    void flagsThatAreNoFlagsAreRefused() {
        double[] third =
                IntStream.range(0, 12).mapToDouble(i -> i == 3 ? 0.3 : 0).toArray();
        AdoptionPanel panel = columns(0, 2002).covariate("flag", third).panel();
        Refusal.of(
                InputException.class,
                "E-DID-044 flag of 0 in 2003 is 0.3; a row is treated (1) or not (0)",
                () -> SwitchingTreatment.of(changedNames(panel), "flag"));
        double[] changing =
                IntStream.range(0, 12).mapToDouble(i -> i == 5 ? 1 : 0).toArray();
        AdoptionPanel other = columns(2002, 0).covariate("flag", changing).panel();
        Refusal.of(
                InputException.class,
                "E-DID-042 flag of 0 in 2005 is 1.0, and was 0.0 before; it is 0 or 1, and the same in all rows of a unit",
                () -> TripleDifferences.of(other, "flag"));
        Refusal.of(
                DataException.class,
                "E-DID-045 no switch of treatment in outcome can be compared with a unit that was treated alike before and stays as it was: treatment never changes between two neighbouring periods",
                () -> SwitchingTreatment.of(
                                columns(0, 0).covariate("flag", new double[12]).panel(), "flag")
                        .fit());
        Refusal.of(
                DataException.class,
                "E-DID-043 no unit of outcome lies where the measure was taken within the data with a period before; there is no effect to estimate",
                () -> TripleDifferences.of(
                                columns(0, 0).covariate("flag", new double[12]).panel(), "flag")
                        .fit());
    }

    private static AdoptionPanel changedNames(AdoptionPanel panel) {
        return panel;
    }

    @Test
    void effectsThatAreMeasuredFromNoOnePeriodAreNotHandedToHonestBounds() {
        AdoptionFit fit = Imputation.of(panel(0, 0, 2002, 2003)).fit();
        Refusal.of(
                InputException.class,
                "E-DID-030 imputation does not measure its effects by event time from one period, so trends before cannot be drawn on; take event-study, sun-abraham or group-time",
                fit::eventStudy);
        Refusal.argument(
                "event-study has no aggregation group; it has [dynamic]",
                () -> EventStudy.of(panel(0, 0, 2002)).fit().overall(Aggregation.GROUP));
    }

    @Test
    void cohortsThatAreTreatedThroughoutAreLeftOutAndNamed() {
        AdoptionPanel panel = panel(0, 0, 1999, 2002, 2003);
        for (Impact impact : List.of(
                EventStudy.of(panel).fit().impact(),
                SunAbraham.of(panel).fit().impact(),
                Imputation.of(panel).fit().impact())) {
            assertThat(codes(impact)).contains("W-DID-001");
            assertEquals(6, impact.sample().dropped().get(0).rows(), impact.design());
        }
    }

    @Test
    void withoutTheNeverTreatedASecondEventTimeIsSetToZeroAndSaid() {
        Impact impact = EventStudy.of(panel(2002, 2003, 2004, 2002, 2003)).fit().impact();
        assertThat(codes(impact)).contains("W-DID-030", "W-DID-031");
        assertThat(impact.convention("event times")).isEqualTo("every one, measured from -1 and -4");
    }

    @Test
    void aKnownEffectIsFoundByEveryDesign() {
        AdoptionPanel panel = panel(0, 0, 0, 2002, 2002, 2003, 2003, 2004);
        for (Impact impact : List.of(
                TwoWayFixedEffects.of(panel).fit().impact(),
                EventStudy.of(panel).fit().impact(),
                SunAbraham.of(panel).fit().impact(),
                Imputation.of(panel).fit().impact(),
                TwoStage.of(panel).fit().impact())) {
            assertEquals(3, impact.effect().estimate(), 0.2, impact.design());
        }
    }
}
