package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.migrationimpact.Refusal;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.synthetic.CohortTwin;
import org.migrationimpact.synthetic.SdidWeighting;
import org.migrationimpact.synthetic.SyntheticDifferenceInDifferences;

class TimeWeightsChartTest {

    private static CohortTwin twin(SdidWeighting weighting) {
        Random random = new Random(2);
        List<Series> series = new ArrayList<>();
        for (int j = 0; j < 25; j++) {
            double[] values = new double[31];
            double level = 100 + 20 * random.nextDouble();
            for (int t = 0; t < 31; t++) {
                level += random.nextGaussian();
                values[t] = level;
            }
            series.add(Series.of("Land " + j, "persons", Period.year(1970), values));
        }
        return SyntheticDifferenceInDifferences.of(new Panel(series))
                .with(weighting)
                .treated("Land 0")
                .from(Period.year(1989))
                .withoutErrors()
                .fit()
                .cohorts()
                .get(0);
    }

    @Test
    void timeWeightsAreDrawnAtTwoSizes() {
        TimeWeightsChart chart = TimeWeightsChart.of(twin(SdidWeighting.SYNTHETIC_DIFFERENCE));
        assertTrue(chart.png(Chart.WIDTH, Chart.HEIGHT).length > 5000);
        assertTrue(chart.png(400, 300).length > 2000);
        assertThat(chart.altText())
                .startsWith("Step chart of the weights of the periods before 1989. ")
                .contains(" of 19 periods before 1989 have a weight of 0.0005 or more. 19");
    }

    @Test
    void aSyntheticControlHasNoTimeWeights() {
        CohortTwin twin = twin(SdidWeighting.SYNTHETIC_CONTROL);
        Refusal.argument(
                "the twin of those treated from 1989 has no time weights to draw", () -> TimeWeightsChart.of(twin));
    }
}
