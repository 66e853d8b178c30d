package org.migrationimpact.examples.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.migrationimpact.assess.Assessed;
import org.migrationimpact.assess.Assessment;
import org.migrationimpact.covariance.NeweyWest;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Route;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.io.Format;
import org.migrationimpact.io.Frontex;
import org.migrationimpact.io.Tidy;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.measure.RouteInventory;
import org.migrationimpact.model.Season;
import org.migrationimpact.table.InputFile;

/**
 * Did the visa waiver of December 2010 change irregular crossings of Albanians on the circular route to Greece? Two years before and
 * after, on logarithms, against trend and month of the year; compared with all other nationalities on the route.
 */
final class AlbanianWaiver {

    private static final Measure WAIVER = MeasureInventory.standard().get("M034");
    private static final Route ROUTE = RouteInventory.standard().get("CIRC-ALGR");
    private static final Period FIRST = Period.month(2009, 1);
    private static final Period LAST = Period.month(2012, 12);
    private static final int DRAWN = 5;

    private AlbanianWaiver() {}

    static Case assess(InputFile file) {
        Observations detections = read(file);
        Series albanians = detections
                .where("nationality", "AL")
                .series()
                .named("Albanians on the circular route")
                .between(FIRST, LAST);
        Panel others = others(detections);
        Assessed assessed = Assessment.of(WAIVER, albanians)
                .by(InterruptedTimeSeries.of(WAIVER)
                        .onLog()
                        .with(Season.DUMMIES)
                        .with(NeweyWest.automatic()))
                .on(ROUTE)
                .untreated(others, "all other nationalities on that route")
                .run();
        return new Case("albania", assessed, drawn(albanians, others), file, detections.source());
    }

    /** Route and nationality by month; a table that leaves out its zeros, as extracts of this one do, gets them back. */
    private static Observations read(InputFile file) {
        if (Format.of(file) != Format.FRONTEX) {
            return Tidy.columns()
                    .time("month")
                    .value("detections")
                    .dimensions("nationality")
                    .unit("detections")
                    .read(file);
        }
        Observations route = Frontex.read(file).where("route", ROUTE.id());
        return route.zeroWhereAbsent().totalOver("border").totalOver("route");
    }

    private static Panel others(Observations detections) {
        List<Series> others = new ArrayList<>();
        for (Series series :
                detections.except("nationality", "AL").panel("nationality").series()) {
            String code = series.name();
            String name = Country.find(code)
                    .map(Country::name)
                    .orElse(code.equals("other") ? "All further nationalities" : code);
            others.add(series.between(FIRST, LAST).named(name));
        }
        return new Panel(others);
    }

    /** The Albanians, and the others with the most detections. */
    private static Panel drawn(Series albanians, Panel others) {
        List<Series> drawn = new ArrayList<>(List.of(albanians));
        others.series().stream()
                .sorted(Comparator.comparingDouble(AlbanianWaiver::sum).reversed())
                .limit(DRAWN)
                .forEach(drawn::add);
        return new Panel(drawn);
    }

    private static double sum(Series series) {
        return Arrays.stream(series.values()).filter(v -> !Double.isNaN(v)).sum();
    }
}
