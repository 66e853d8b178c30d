package org.migrationimpact.examples.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationimpact.chart.ImpactChart;
import org.migrationimpact.chart.SeriesChart;
import org.migrationimpact.data.Country;
import org.migrationimpact.data.InputException;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Panel;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Series;
import org.migrationimpact.impact.BeforeAfter;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.InterruptedTimeSeries;
import org.migrationimpact.io.Format;
import org.migrationimpact.io.Frontex;
import org.migrationimpact.measure.Measure;
import org.migrationimpact.measure.MeasureInventory;
import org.migrationimpact.model.Donut;
import org.migrationimpact.model.Season;
import org.migrationimpact.model.Window;
import org.migrationimpact.synthetic.MatrixCompletion;
import org.migrationimpact.synthetic.SdidWeighting;
import org.migrationimpact.synthetic.SyntheticDifferenceInDifferences;
import org.migrationimpact.table.InputFile;

/**
 * Did the EU–Turkey statement of March 2016 move people to the Central Mediterranean? Detections by nationality there, from April to December
 * 2016, completed from the same nationalities on routes that do not begin in Turkey.
 */
final class TurkeyStatement {

    static final Measure STATEMENT = MeasureInventory.standard().get("M074");
    private static final String ROUTE = "CMR";
    private static final List<String> UNTOUCHED = List.of("WMR", "WAR", "EBR", "CIRC-ALGR");
    private static final Period FIRST = Period.month(2009, 1);
    private static final Period START = Period.month(2016, 4);
    private static final Period LAST = Period.month(2016, 12);
    private static final double LARGE = 1000;
    private static final int MONTHS = 9;
    private static final int DRAWS = 50;
    private static final String REST = "all others";

    /** The route by month, and nationalities there and on the routes that were not touched. */
    private record Figures(Series route, Panel units, List<String> treated) {}

    private TurkeyStatement() {}

    static SideBySide compare(InputFile file) {
        Observations detections = read(file);
        Figures routes = figures(detections, START, LAST);
        Figures turned = nationalities(routes, detections, START);
        Figures routesBefore = figures(detections, START.plus(-12), LAST.plus(-12));
        Figures turnedBefore = nationalities(routesBefore, detections, START.plus(-12));
        List<Answered> answers = List.of(
                answer(
                        "before and after",
                        9,
                        yearBefore(routes.route()),
                        "April to December 2016 would have been as 2015"),
                answer(
                        "interrupted time series",
                        9,
                        segmented(routes.route()),
                        "the route's own trend and months of the year since 2009 would have gone on"),
                completed(
                        "matrix completion, other routes",
                        routes,
                        START,
                        "all nationalities here would have moved as they did elsewhere"),
                answer(
                        "difference-in-differences, nationalities",
                        cells(turned),
                        differences(turned, SdidWeighting.PLAIN_DIFFERENCE),
                        "those who used to come through Turkey would have moved by as many persons as others on this route"),
                answer(
                        "synthetic difference-in-differences, nationalities",
                        cells(turned),
                        differences(turned, SdidWeighting.SYNTHETIC_DIFFERENCE),
                        "the same, as a weighted mean of the others did"),
                completed(
                        "matrix completion, nationalities",
                        turned,
                        START,
                        "the same, as few patterns over nationalities and months foretell"));
        return new SideBySide(
                "eu-turkey",
                "EU–Turkey statement, March 2016 (" + STATEMENT.id() + ")",
                "Did it move people to the Central Mediterranean, April to December 2016?",
                data(routes, turned),
                answers,
                new SideBySide.Common(
                        "", answers.stream().map(answer -> Double.NaN).toList()),
                why(answers, total(routesBefore, START.plus(-12)), total(turnedBefore, START.plus(-12))),
                pictures(routes, answers.get(5).impact()),
                List.of(file),
                List.of(detections.source()));
    }

    private static double cells(Figures figures) {
        return MONTHS * figures.treated().size();
    }

    /** The same without errors, for a date at which nothing was done. */
    private static double total(Figures figures, Period start) {
        MatrixCompletion design = MatrixCompletion.of(figures.units()).withoutErrors();
        for (String unit : figures.treated()) {
            design = design.treated(unit);
        }
        return cells(figures) * design.from(start).fit().estimate();
    }

    private static Answered completed(String name, Figures figures, Period start, String assumes) {
        MatrixCompletion design = MatrixCompletion.of(figures.units()).withPlacebos(DRAWS, 1);
        for (String unit : figures.treated()) {
            design = design.treated(unit);
        }
        return answer(name, cells(figures), design.from(start).fit().impact(), assumes);
    }

    /** On the route alone: treated are those of whom more came through Turkey than over this route in the year before the date. */
    private static Figures nationalities(Figures figures, Observations detections, Period start) {
        List<Series> here = figures.units().series().stream()
                .filter(one -> one.name().startsWith(ROUTE + " "))
                .toList();
        List<String> treated = here.stream()
                .map(Series::name)
                .filter(name -> !name.endsWith(REST))
                .filter(name -> throughTurkey(detections, name.substring(ROUTE.length() + 1), start))
                .toList();
        return new Figures(figures.route(), new Panel(here), treated);
    }

    private static boolean throughTurkey(Observations detections, String who, Period start) {
        Map<String, Double> sums = new TreeMap<>();
        detections.where("nationality", who).stream()
                .filter(one -> one.period().isBefore(start) && !one.period().isBefore(start.plus(-12)))
                .forEach(one -> sums.merge(
                        one.codes().get(detections.dimensions().indexOf("route")), one.value(), Double::sum));
        double turkey = sums.getOrDefault("EMR-S", 0.0) + sums.getOrDefault("EMR-L", 0.0);
        return turkey > sums.getOrDefault(ROUTE, 0.0);
    }

    private static Answered answer(String name, double times, Impact impact, String assumes) {
        return new Answered(name, impact, assumes, times, "detections in nine months");
    }

    private static Observations read(InputFile file) {
        if (Format.of(file) != Format.FRONTEX) {
            throw InputException.in(
                    "E-CASE-005",
                    file.name(),
                    "is " + Format.of(file).title()
                            + "; this case takes Frontex' monthly detections by route and nationality");
        }
        return Frontex.read(file).zeroWhereAbsent().totalOver("border");
    }

    /** Nationalities with many detections on the route before the date, the others in sum; the same on each untouched route. */
    private static Figures figures(Observations detections, Period start, Period last) {
        List<String> large = large(detections, start);
        Map<String, double[]> sums = new TreeMap<>();
        double[] route = new double[(int) FIRST.until(last) + 1];
        for (int i = 0; i < detections.size(); i++) {
            Observation one = detections.get(i);
            String where = one.codes().get(detections.dimensions().indexOf("route"));
            String who = one.codes().get(detections.dimensions().indexOf("nationality"));
            if ((!where.equals(ROUTE) && !UNTOUCHED.contains(where))
                    || one.period().isBefore(FIRST)
                    || last.isBefore(one.period())) {
                continue;
            }
            int month = (int) FIRST.until(one.period());
            sums.computeIfAbsent(where + " " + (large.contains(who) ? who : REST), key -> new double[route.length])[
                            month] +=
                    one.value();
            route[month] += where.equals(ROUTE) ? one.value() : 0;
        }
        List<Series> units = new ArrayList<>();
        sums.forEach((name, values) -> {
            if (Arrays.stream(values).sum() > 0) {
                units.add(Series.of(name, "detections", FIRST, values));
            }
        });
        List<String> treated = units.stream()
                .map(Series::name)
                .filter(name -> name.startsWith(ROUTE + " "))
                .toList();
        return new Figures(Series.of("Central Mediterranean", "detections", FIRST, route), new Panel(units), treated);
    }

    private static List<String> large(Observations detections, Period start) {
        Map<String, Double> sums = new TreeMap<>();
        detections.where("route", ROUTE).stream()
                .filter(one -> one.period().isBefore(start) && !one.period().isBefore(FIRST))
                .forEach(one -> sums.merge(
                        one.codes().get(detections.dimensions().indexOf("nationality")), one.value(), Double::sum));
        return sums.entrySet().stream()
                .filter(one -> one.getValue() >= LARGE)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Impact yearBefore(Series route) {
        return BeforeAfter.at(START)
                .within(Window.between(START.plus(-12), LAST))
                .without(Donut.before(3))
                .fit(route);
    }

    private static Impact segmented(Series route) {
        return InterruptedTimeSeries.at(START)
                .with(InterruptedTimeSeries.Slope.STAYS)
                .with(Season.DUMMIES)
                .fit(route);
    }

    private static Impact differences(Figures figures, SdidWeighting weighting) {
        SyntheticDifferenceInDifferences design =
                SyntheticDifferenceInDifferences.of(figures.units()).withPlacebos(DRAWS, 1);
        for (String unit : figures.treated()) {
            design = design.treated(unit);
        }
        return design.from(START).with(weighting).fit().impact();
    }

    private static List<String> data(Figures routes, Figures turned) {
        String through = turned.treated().stream()
                .map(name -> name.substring(ROUTE.length() + 1))
                .map(code -> Country.find(code).map(Country::name).orElse(code))
                .collect(Collectors.joining(", "));
        return List.of(
                "Detections by month, " + FIRST + " to " + LAST + ", on the Central Mediterranean: "
                        + routes.treated().size()
                        + " series, one for each nationality with " + Answered.plain(LARGE)
                        + " detections there before the date, and one for all others.",
                "Other routes: "
                        + (routes.units().series().size() - routes.treated().size())
                        + " series of the same nationalities on the Western Mediterranean, the Western African route, the eastern borders and the"
                        + " circular route. Left out: the Eastern Mediterranean, the Western Balkans and the Black Sea, which the statement"
                        + " reached itself.",
                "Nationalities: those of whom more came through the Eastern Mediterranean than over this route in the year before ("
                        + through + "), against the others on this route.",
                "Detections, not persons: who is found twice counts twice.");
    }

    private static List<String> why(List<Answered> answers, double routesBefore, double turnedBefore) {
        return List.of(
                said(
                        "Before and after: %.0f more detections than in April to December 2015. That knows nothing of the trend.",
                        answers.get(0).estimate()),
                said(
                        "The interrupted series carries the trend since 2009 on in a straight line, through the rise of 2014, and finds %.0f.",
                        answers.get(1).estimate()),
                said(
                        "Matrix completion from other routes: %.0f; a year earlier, where there was no statement: %.0f. Those routes are"
                                + " small and did not follow the rise since 2014, so nearly all of the route becomes effect; this one is"
                                + " not to be believed, and its interval knows nothing of that.",
                        answers.get(2).estimate(), routesBefore),
                said(
                        "By nationality only those are asked about who had come through Turkey: difference-in-differences %.0f, its"
                                + " weighted form %.0f, matrix completion %.0f (a year earlier, without a statement: %.0f). What is found at a"
                                + " date without a measure is what a design can be wrong by.",
                        answers.get(3).estimate(),
                        answers.get(4).estimate(),
                        answers.get(5).estimate(),
                        turnedBefore),
                said(
                        "Published, by matrix completion too: about +2,000 persons (Tafani and Riccaboni 2025; 1,976 with an error of 102"
                                + " in the working paper); %.0f and %.0f here. Their choice of treated and compared series is not known to this"
                                + " program, and that choice, not the estimator, moves the answer most.",
                        answers.get(2).estimate(), answers.get(5).estimate()));
    }

    private static String said(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static List<Case.Picture> pictures(Figures figures, Impact completed) {
        return List.of(
                new Case.Picture(
                        "eu-turkey-series",
                        "Detections on the Central Mediterranean, and when the statement was made",
                        SeriesChart.of(figures.route()).with(STATEMENT)),
                new Case.Picture(
                        "eu-turkey-completed",
                        "Detections a nationality, observed and completed",
                        ImpactChart.of(completed).with(STATEMENT)));
    }
}
