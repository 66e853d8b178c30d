package org.migrationimpact.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationimpact.data.Period;
import org.migrationimpact.measure.Milestone;
import org.migrationimpact.measure.PartialDate;

class MarkLabelsTest {

    @Test
    void upToFiveDatesAnywhereAreWrittenWithoutTouching() {
        Random random = new Random(5);
        for (int run = 0; run < 60; run++) {
            List<MeasureLine> lines = lines(random, 1 + run % 5);
            assertThat(Drawn.of(SeriesChart.of(Given.months()).with(lines), 500, 400)
                            .collisions())
                    .as("%s", lines)
                    .isEmpty();
        }
    }

    @Test
    void aCrowdOfDatesHasARowEach() {
        List<MeasureLine> lines = lines(new Random(6), 12);
        Drawn drawn = Drawn.of(SeriesChart.of(Given.months()).with(lines), 1200, 640);
        assertThat(drawn.collisions()).isEmpty();
        assertThat(drawn.words()).filteredOn(text -> text.startsWith("M")).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void aDateKnownToTheMonthIsDrawnAsThatMonth() {
        TimeAxis time = new TimeAxis(Period.month(2009, 1), Period.month(2012, 12));
        MeasureLine line = new MeasureLine("", Milestone.ADOPTED, PartialDate.parse("2010-05"));
        Pane.Mark mark = Marks.NONE.andLines(List.of(line)).on(time).get(0);
        assertThat(mark.to() - mark.from()).isEqualTo(31);
    }

    private static List<MeasureLine> lines(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new MeasureLine(
                        "M" + i,
                        Milestone.values()[i % 4],
                        PartialDate.day(Period.month(2009, 1).firstDay().plusDays(random.nextInt(1400)))))
                .toList();
    }
}
