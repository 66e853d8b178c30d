package org.migrationimpact.chart;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.model.Season;

/** Series, results and measures to draw. */
final class Given {

    static final Period START = Period.month(2011, 1);

    private Given() {}

    /** 48 months of a seasonal series that falls to a fifth in January 2011. */
    static Series months() {
        Random random = new Random(7);
        double[] values = IntStream.range(0, 48)
                .mapToDouble(i -> Math.rint((i < 24 ? 2900 : 580)
                        * Math.exp(0.5 * Math.sin(i * Math.PI / 6) + 0.1 * random.nextGaussian())))
                .toArray();
        return Series.of("Albanians on a land route", "detections", Period.month(2009, 1), values);
    }

    static Series years() {
        return Series.of(
                "Remittances received",
                "million US$",
                Period.year(2010),
                1266,
                1709,
                2031,
                2278,
                2243,
                1688,
                1995,
                2486,
                2689,
                2411);
    }

    /** So many months, 0, 1, 2 and so on. */
    static Series count(int months) {
        return Series.of(
                "A count",
                "persons",
                Period.month(2014, 1),
                IntStream.range(0, months).mapToDouble(i -> i).toArray());
    }

    static Measure waiver() {
        return Measure.named("M034", "Visa-free short stays")
                .announcedOn("2010-05")
                .adoptedOn("2010-11-08")
                .inForceFrom("2010-12-15");
    }

    static Impact logImpact() {
        return InterruptedTimeSeries.at(START).onLog().with(Season.DUMMIES).fit(months());
    }

    static Impact levelImpact() {
        return BeforeAfter.at(START).fit(months());
    }

    static Panel panel(int units) {
        return new Panel(IntStream.range(0, units)
                .mapToObj(unit -> Series.of(
                        "Unit " + unit,
                        "persons",
                        Period.month(2009, 1),
                        IntStream.range(0, 48)
                                .mapToDouble(i -> (unit + 1) * 10.0 + i % 7)
                                .toArray()))
                .toList());
    }

    /** A chart of every kind, with everything that may crowd it. */
    static List<Chart> charts() {
        Measure other = Measure.named("M099", "Another measure with a long title of its own")
                .adoptedOn("2010-11-20")
                .inForceFrom("2011-01-01")
                .repealedOn("2012-06-30");
        return List.of(
                SeriesChart.of(months()).with(waiver()),
                SeriesChart.of(months()).with(waiver(), other),
                SeriesChart.of(years()).with(waiver()),
                SeriesChart.of(count(1)),
                SeriesChart.of(months().map("persons", value -> 0)),
                SeriesChart.of(months().map("US$", value -> value * 1e6)),
                SeriesChart.of(months().map("persons", value -> 1000 - value)),
                ImpactChart.of(logImpact()).with(waiver()),
                ImpactChart.of(levelImpact()),
                SmallMultiples.of(panel(2), START),
                SmallMultiples.of(panel(9), START).highlighting("Unit 4"),
                SmallMultiples.of(panel(40), START).with(SmallMultiples.ValueScale.COMMON));
    }
}
