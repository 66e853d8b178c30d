package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationimpact.data.Period;
import org.migrationimpact.did.AdoptionColumns;
import org.migrationimpact.did.AdoptionPanel;
import org.migrationimpact.did.BaconDecomposition;
import org.migrationimpact.did.EventStudy;
import org.migrationimpact.did.HonestBounds;
import org.migrationimpact.did.HonestInterval;
import org.migrationimpact.did.Imputation;
import org.migrationimpact.did.SunAbraham;
import org.migrationimpact.did.TwoWayFixedEffects;
import org.migrationimpact.impact.Impact;

/** Charts of staggered measures. */
class StaggeredChartsTest {

    /** Sixty corridors in months or years, treated at three dates or never; the effect grows. */
    private static AdoptionPanel panel(Period start, int periods) {
        Random random = new Random(8);
        List<String> unit = new ArrayList<>();
        List<Period> when = new ArrayList<>();
        List<Optional<Period>> first = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int u = 0; u < 60; u++) {
            int begin = new int[] {0, periods / 3, periods / 2, 2 * periods / 3}[u % 4];
            double level = 20 * random.nextGaussian();
            for (int t = 0; t < periods; t++) {
                unit.add("corridor " + u);
                when.add(start.plus(t));
                first.add(begin == 0 ? Optional.empty() : Optional.of(start.plus(begin)));
                double effect = begin > 0 && t >= begin ? -4 - 1.5 * (t - begin) : 0;
                y.add(100 + level + 2 * t + effect + 4 * random.nextGaussian());
            }
        }
        return AdoptionColumns.of(unit, when, y.stream().mapToDouble(d -> d).toArray(), first)
                .named("detections", "persons")
                .panel();
    }

    private static final List<Chart> CHARTS = made();

    static List<Chart> charts() {
        return CHARTS;
    }

    private static List<Chart> made() {
        AdoptionPanel years = panel(Period.year(2005), 12);
        Impact sun = SunAbraham.of(years).fit().impact();
        HonestBounds honest = honest(years);
        List<HonestInterval> bounds = DoubleStream.of(0, 0.5, 1, 1.5, 2)
                .mapToObj(honest::relativeMagnitudes)
                .toList();
        return List.of(
                EventStudyChart.of(sun),
                EventStudyChart.of(
                        EventStudy.of(panel(Period.month(2010, 1), 40)).fit().impact()),
                CohortChart.of(sun),
                CohortChart.of(
                        Imputation.of(panel(Period.month(2010, 1), 40)).fit().impact()),
                BaconChart.of(BaconDecomposition.of(years)),
                CoefficientChart.of(sun),
                CoefficientChart.of(
                        EventStudy.of(panel(Period.month(2010, 1), 40)).fit().impact()),
                CoefficientChart.of(TwoWayFixedEffects.of(years).fit().impact()),
                SensitivityChart.of("detections", "persons", honest.original(), bounds));
    }

    private static HonestBounds honest(AdoptionPanel panel) {
        return HonestBounds.of(EventStudy.of(panel).leads(3).lags(2).fit().eventStudy())
                .draws(999, 1);
    }

    static Stream<Arguments> chartsAtSizes() {
        return charts().stream()
                .flatMap(chart -> Stream.of(
                        Arguments.of(chart, 1200, 640), Arguments.of(chart, 600, 400), Arguments.of(chart, 400, 460)));
    }

    @ParameterizedTest
    @MethodSource("chartsAtSizes")
    void noTextLiesOnAnotherOrBeyondThePage(Chart chart, int width, int height) {
        Drawn drawn = Drawn.of(chart, width, height);
        assertThat(drawn.collisions()).isEmpty();
        assertThat(drawn.cutOff(width, height)).isEmpty();
        assertThat(chart.png(width, height)).hasSizeGreaterThan(3_000);
    }

    @Test
    void everyChartSaysItsNumbers() {
        List<Chart> charts = charts();
        assertEquals(
                "Effect on detections by time since treatment", charts.get(0).title());
        assertThat(charts.get(0).altText()).contains("Effects: -8 ").contains("; -1 0; 0 ");
        assertThat(charts.get(2).altText()).contains("2009 in 2009: ");
        assertThat(charts.get(4).altText()).contains("later against earlier treated: weight ");
        assertThat(charts.get(8).altText())
                .contains("Equal trends: ")
                .contains("relative magnitudes")
                .contains("; 0.5: ");
    }

    @Test
    void aResultWithoutCohortsHasNoHeatMap() {
        Impact plain = TwoWayFixedEffects.of(panel(Period.year(2005), 12)).fit().impact();
        assertEquals(
                "the result of fixed-effects has no effects by cohort and period; group-time, sun-abraham and imputation have",
                assertThrows(IllegalArgumentException.class, () -> CohortChart.of(plain))
                        .getMessage());
    }

    @Test
    void boundsOfTwoKindsAreNotMixed() {
        HonestBounds honest = honest(panel(Period.year(2005), 12));
        List<HonestInterval> mixed = List.of(honest.relativeMagnitudes(1), honest.smoothness(1));
        assertThrows(
                IllegalArgumentException.class,
                () -> SensitivityChart.of("detections", "persons", honest.original(), mixed));
    }
}
