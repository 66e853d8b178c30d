package org.migrationimpact.did;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Close;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.inference.PanelRobust;
import org.migrationimpact.model.Scale;

/** Triple differences, treatment that switches, counts: each against what can be written out by hand. */
class OtherDesignsTest {

    /** Units in two years; half treated in the second, every second one concerned. */
    private static AdoptionColumns twoYears(int units) {
        var random = RandomPanels.random(3);
        double[] unit = new double[2 * units];
        double[] year = new double[unit.length];
        double[] first = new double[unit.length];
        double[] y = new double[unit.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = Math.floorDiv(i, 2);
            year[i] = 2000 + i % 2;
            first[i] = i / 2 % 4 < 2 ? 2001 : 0;
            y[i] = 50 + 10 * random.nextDouble() + (first[i] > 0 && i % 2 == 1 && i / 2 % 2 == 1 ? 4 : 0);
        }
        double[] concerned =
                IntStream.range(0, unit.length).mapToDouble(i -> i / 2 % 2).toArray();
        return Staggered.columns(unit, year, y, first).covariate("concerned", concerned);
    }

    private static double change(AdoptionPanel panel, IntPredicate of) {
        double sum = 0;
        int units = 0;
        for (int row = 1; row < panel.size(); row += 2) {
            if (of.test(row)) {
                sum += panel.outcome(row) - panel.outcome(row - 1);
                units++;
            }
        }
        return sum / units;
    }

    private static boolean treated(AdoptionPanel panel, int row) {
        return panel.firstTreated(panel.unitOf(row)).isPresent();
    }

    @Test
    void tripleDifferencesAreTheDifferenceOfTwoDifferencesInDifferences() {
        AdoptionPanel panel = twoYears(40).panel();
        double[] flag = panel.covariate("concerned");
        double inside = change(panel, row -> treated(panel, row) && flag[row] == 1)
                - change(panel, row -> treated(panel, row) && flag[row] == 0);
        double outside = change(panel, row -> !treated(panel, row) && flag[row] == 1)
                - change(panel, row -> !treated(panel, row) && flag[row] == 0);
        Impact impact = TripleDifferences.of(panel, "concerned").fit().impact();
        Close.relative(inside - outside, impact.effect().estimate(), 1e-10, "triple");
        assertEquals("triple-differences", impact.design());
        assertEquals(
                4, impact.effect().estimate(), 4 * impact.effect().coefficient().standardError());
    }

    @Test
    void aSwitchForGoodInTheSecondOfTwoYearsIsTwoByTwo() {
        AdoptionColumns columns = twoYears(40);
        AdoptionPanel plain = columns.panel();
        double[] status = RandomPanels.column(plain, row -> treated(plain, row) && row % 2 == 1 ? 1 : 0);
        AdoptionPanel panel = Changed.outcome(plain, RandomPanels.column(plain, plain::outcome))
                .covariate("status", status)
                .panel();
        Impact impact = SwitchingTreatment.of(panel, "status").fit().impact();
        TwoByTwoFit two = TwoByTwo.of(panel).withinUnits().fit();
        Close.relative(two.effect().estimate(), impact.effect().estimate(), 1e-10, "effect");
        // a difference of two means of changes: HC0 of the regression of changes
        double expected = Math.sqrt(meanVariance(panel, true) + meanVariance(panel, false));
        Close.relative(expected, impact.effect().coefficient().standardError(), 1e-10, "error");
        assertEquals("20 on, 0 off", impact.convention("switches"));
    }

    private static double meanVariance(AdoptionPanel panel, boolean side) {
        double mean = change(panel, row -> treated(panel, row) == side);
        double sum = 0;
        int units = 0;
        for (int row = 1; row < panel.size(); row += 2) {
            if (treated(panel, row) == side) {
                sum += Math.pow(panel.outcome(row) - panel.outcome(row - 1) - mean, 2);
                units++;
            }
        }
        return sum / units / units;
    }

    /** Three units, four years, written out: A switches on in the second and off in the fourth, B stays off, C is always on. */
    @Test
    void switchesOnAndOffAreComparedWithThoseThatStay() {
        double[] unit = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3};
        double[] year = {2000, 2001, 2002, 2003, 2000, 2001, 2002, 2003, 2000, 2001, 2002, 2003};
        double[] y = {10, 17, 19, 13, 5, 6, 8, 9, 30, 33, 34, 36};
        double[] status = {0, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1};
        AdoptionPanel panel = Staggered.columns(unit, year, y, new double[12])
                .covariate("status", status)
                .panel();
        Impact impact = SwitchingTreatment.of(panel, "status").fit().impact();
        assertEquals(7 - 1, impact.term("switch.on").estimate(), 1e-12);
        assertEquals(2 - -6, impact.term("switch.off").estimate(), 1e-12);
        assertEquals((6 + 8) / 2.0, impact.effect().estimate(), 1e-12);
        // in the year before it was switched off: A +2, C +1, turned
        assertEquals(-1, impact.term("placebo").estimate(), 1e-12);
        assertEquals(2001, impact.path().firstTreated().firstDay().getYear());
    }

    @Test
    void theErrorOfASwitchIsThatOfResampledUnits() {
        AdoptionPanel plain = RandomPanels.unbalanced(21, 400, 6).panel();
        double[] status = RandomPanels.column(
                plain, row -> (plain.unitOf(row) * 7 + plain.periodOf(row) / 2 * 5) % 11 < 5 ? 1 : 0);
        AdoptionPanel panel = Changed.outcome(plain, RandomPanels.column(plain, plain::outcome))
                .covariate("status", status)
                .panel();
        double[] left = new double[panel.units().size()];
        for (int unit = 0; unit < left.length; unit++) {
            int out = unit;
            int[] rows = IntStream.range(0, panel.size())
                    .filter(row -> panel.unitOf(row) != out)
                    .toArray();
            AdoptionPanel without = Changed.order(panel, rows).panel();
            left[unit] =
                    SwitchingTreatment.of(without, "status").fit().headline().estimate();
        }
        double mean = Arrays.stream(left).average().orElseThrow();
        double jackknife = Math.sqrt(
                Arrays.stream(left).map(v -> (v - mean) * (v - mean)).sum() * (left.length - 1.0) / left.length);
        double error = SwitchingTreatment.of(panel, "status").fit().headline().standardError();
        assertEquals(jackknife, error, 0.05 * jackknife);
    }

    @Test
    void countsOfTwoGroupsInTwoYearsGiveTheRatioOfRatios() {
        AdoptionPanel panel = twoYears(40).panel();
        double[] sums = new double[4];
        for (int row = 0; row < panel.size(); row++) {
            sums[(treated(panel, row) ? 2 : 0) + row % 2] += panel.outcome(row);
        }
        Impact impact = PoissonEventStudy.of(panel).fit().impact();
        double ratio = sums[3] / sums[2] / (sums[1] / sums[0]);
        Close.relative(Math.log(ratio), impact.effect().estimate(), 1e-7, "log ratio of ratios");
        Close.relative(100 * (ratio - 1), impact.effect().percent(), 1e-7, "per cent");
        assertEquals(Scale.LOG, impact.effect().scale());
        assertEquals("poisson-event-study", impact.design());
    }

    /** Mean and exposure multiplied alike: the same model in other units. */
    @Test
    void countsPerExposureDoNotDependOnHowLargeTheExposureIsByYear() {
        AdoptionPanel panel = RandomPanels.unbalanced(9, 20, 6).panel();
        double[] y = RandomPanels.column(panel, row -> Math.round(20 * Math.exp(panel.outcome(row) / 10)));
        Impact one = PoissonEventStudy.of(Changed.outcome(panel, y).panel())
                .leads(2)
                .lags(2)
                .fit()
                .impact();
        Impact per = PoissonEventStudy.of(Changed.outcome(panel, y)
                        .covariate(
                                "size",
                                RandomPanels.column(
                                        panel, row -> (1 + panel.unitOf(row)) * Math.pow(1.3, panel.periodOf(row))))
                        .panel())
                .per("size")
                .leads(2)
                .lags(2)
                .fit()
                .impact();
        for (var row : one.breakdown().aggregate("dynamic").rows()) {
            double other = per.breakdown()
                    .aggregate("dynamic")
                    .row(row.label())
                    .coefficient()
                    .estimate();
            assertEquals(row.coefficient().estimate(), other, 1e-7, row.label());
        }
    }

    @Test
    void crossSectionsMayBeComparedTwoByTwo() {
        AdoptionPanel panel = twoYears(40).panel();
        AdoptionPanel sections = AdoptionColumns.crossSections(
                        IntStream.range(0, panel.size())
                                .mapToObj(row -> panel.periods().get(panel.periodOf(row)))
                                .toList(),
                        RandomPanels.column(panel, panel::outcome),
                        IntStream.range(0, panel.size())
                                .mapToObj(row -> panel.firstTreated(panel.unitOf(row)))
                                .toList())
                .panel();
        double expected = TwoByTwo.of(panel).fit().differenceOfMeans();
        TwoByTwoFit fit = TwoByTwo.of(sections).with(PanelRobust.HC2).fit();
        Close.relative(expected, fit.effect().estimate(), 1e-10, "effect");
        Close.relative(fit.errorOfIndependentRows(), fit.effect().standardError(), 1e-8, "HC2 is that of the cells");
    }
}
