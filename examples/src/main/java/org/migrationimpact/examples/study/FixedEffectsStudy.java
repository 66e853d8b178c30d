package org.migrationimpact.examples.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.migrationimpact.chart.CoefficientChart;
import org.migrationimpact.data.Observation;
import org.migrationimpact.data.Observations;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Impact;
import org.migrationimpact.impact.PanelRegression;
import org.migrationimpact.inference.Clustered;
import org.migrationimpact.model.Factor;
import org.migrationimpact.panel.FixedEffectsOls;
import org.migrationimpact.panel.PanelFit;
import org.migrationimpact.panel.PanelRows;
import org.migrationimpact.panel.Ppml;

/** The options of {@code fixed-effects}. */
record FixedEffectsStudy(
        DesignName name,
        List<Text> fixed,
        List<Text> cluster,
        List<Text> regressors,
        Family family,
        Optional<Text> exposure,
        Place place)
        implements PanelDesign {

    /** The name of the column that is 1 in treated rows, where the study says who is treated from when. */
    private static final String TREATED = "treated";

    /** What the outcome is. */
    enum Family {
        GAUSSIAN,
        POISSON
    }

    /** How rows that a perfect prediction takes out are found: by effects and by rectified predictions. */
    enum Separation {
        FULL
    }

    FixedEffectsStudy {
        fixed = List.copyOf(fixed);
        cluster = List.copyOf(cluster);
        regressors = List.copyOf(regressors);
    }

    static FixedEffectsStudy of(Block options) {
        Place place = options.place();
        return new FixedEffectsStudy(
                DesignName.FIXED_EFFECTS,
                options.has("fixed")
                        ? options.texts("fixed")
                        : List.of(new Text(place, "unit"), new Text(place, "time")),
                options.texts("cluster"),
                options.texts("regressors"),
                options.text("family")
                        .map(text -> text.choice("family", List.of(Family.values())))
                        .orElse(Family.GAUSSIAN),
                Optional.empty(),
                place);
    }

    /** The same for flows between places: counts, with effects of origin, destination and corridor. */
    static FixedEffectsStudy ofGravity(Block options) {
        Text origin = options.requireText("origin", "the column of the origins");
        Text destination = options.requireText("destination", "the column of the destinations");
        options.text("separation").ifPresent(text -> text.choice("separation", List.of(Separation.values())));
        Text corridor = new Text(origin.place(), origin.text() + "^" + destination.text());
        return new FixedEffectsStudy(
                DesignName.GRAVITY,
                options.has("fixed") ? options.texts("fixed") : List.of(inTime(origin), inTime(destination), corridor),
                options.has("cluster") ? options.texts("cluster") : List.of(corridor),
                options.texts("regressors"),
                options.text("family")
                        .map(text -> text.choice("family", List.of(Family.values())))
                        .orElse(Family.POISSON),
                options.text("exposure"),
                options.place());
    }

    private static Text inTime(Text column) {
        return new Text(column.place(), column.text() + "^time");
    }

    @Override
    public boolean needsStart() {
        return false;
    }

    @Override
    public boolean takesExposure() {
        return family == Family.POISSON;
    }

    @Override
    public Answer answer(Study study, Reading reading) {
        RowTable table = reading.figures().table();
        Map<String, double[]> columns = columns(study, reading, table);
        if (columns.isEmpty()) {
            throw place.refusal(
                    "E-STUDY-087",
                    name + " has nothing to estimate; name columns with regressors, or say in treatment who is"
                            + " treated from when");
        }
        String headline = columns.keySet().iterator().next();
        PanelFit fit = fit(rows(study.data(), table, columns), columns.keySet(), treatments(study, columns));
        String outcome = study.data().outcome().map(Text::text).orElse("outcome");
        Impact impact = PanelRegression.of(name.toString(), outcome, "units of " + outcome, first(study, reading))
                .impact(fit, headline);
        return new PanelAnswer(
                study,
                impact.with(table.audit().then(impact.sample())).with(warnings(table, impact)),
                Map.of("coefficients", CoefficientChart.of(impact)),
                "Coefficients with their intervals",
                table.source(),
                reading.digest());
    }

    private static List<Warning> warnings(RowTable table, Impact impact) {
        return Stream.concat(table.notes().stream(), impact.warnings().stream()).toList();
    }

    /** The treatment first, then the regressors, then the covariates. */
    private Map<String, double[]> columns(Study study, Reading reading, RowTable table) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        if (study.treatment().start() instanceof Treatment.Indicator indicator) {
            columns.put(indicator.column().text(), table.numbers(indicator.column()));
        } else if (!(study.treatment().start() instanceof Treatment.Unsaid)) {
            columns.put(TREATED, treated(study, reading, table));
        }
        Stream.concat(regressors.stream(), study.data().covariates().stream())
                .forEach(column -> columns.putIfAbsent(column.text(), table.numbers(column)));
        return columns;
    }

    private static List<String> treatments(Study study, Map<String, double[]> columns) {
        return study.treatment().start() instanceof Treatment.Unsaid
                ? List.of()
                : List.of(columns.keySet().iterator().next());
    }

    private static double[] treated(Study study, Reading reading, RowTable table) {
        Observations outcome = reading.figures().outcome();
        Map<String, Period> first = new Begin(study.data(), study.treatment(), reading.figures()).firstTreated(outcome);
        int at = outcome.dimensions().indexOf(study.data().unit().orElseThrow().text());
        double[] treated = new double[table.size()];
        for (int row = 0; row < treated.length; row++) {
            Observation observation = outcome.get(row);
            Period begun = first.get(observation.codes().get(at));
            treated[row] = begun != null && !observation.period().isBefore(begun) ? 1 : 0;
        }
        return treated;
    }

    private PanelRows rows(DataBlock data, RowTable table, Map<String, double[]> columns) {
        Text outcome = data.outcome().orElse(new Text(place, "outcome"));
        PanelRows rows = PanelRows.of(outcome.text(), table.numbers(outcome));
        for (Map.Entry<String, double[]> column : columns.entrySet()) {
            rows = rows.with(column.getKey(), column.getValue());
        }
        for (Text factor : factors()) {
            rows = rows.with(Factor.of(factor.text(), table.texts(factor)));
        }
        for (Text pair : cluster) {
            rows = pair.text().indexOf('^') < 0 ? rows : rows.with(rows.factor(pair.text()));
        }
        if (data.weight().isPresent()) {
            rows = rows.weighted(table.numbers(data.weight().get()));
        }
        Optional<Text> exposed = exposure.or(data::exposure);
        return exposed.isPresent() ? rows.exposed(table.numbers(exposed.get())) : rows;
    }

    /** The parts of all effects and clusters, each once. */
    private List<Text> factors() {
        Set<String> seen = new LinkedHashSet<>();
        List<Text> factors = new ArrayList<>();
        Stream.concat(fixed.stream(), cluster.stream())
                .flatMap(text -> Stream.of(text.text().split("\\^", -1)).map(part -> new Text(text.place(), part)))
                .filter(part -> seen.add(part.text()))
                .forEach(factors::add);
        return factors;
    }

    private PanelFit fit(PanelRows rows, Set<String> columns, List<String> treatments) {
        String[] names = columns.toArray(String[]::new);
        String[] effects = fixed.stream().map(Text::text).toArray(String[]::new);
        String[] treated = treatments.toArray(String[]::new);
        PanelFit fit = family == Family.POISSON
                ? Ppml.on(names).absorbing(effects).treatments(treated).fit(rows)
                : FixedEffectsOls.on(names)
                        .absorbing(effects)
                        .treatments(treated)
                        .fit(rows);
        return cluster.isEmpty()
                ? fit
                : fit.with(Clustered.by(cluster.stream().map(Text::text).toArray(String[]::new)));
    }

    private static Period first(Study study, Reading reading) {
        if (study.data().time().isEmpty() && study.data().outcome().isPresent()) {
            return Period.ordinal(1);
        }
        Observations outcome = reading.figures().outcome();
        if (study.treatment().start() instanceof Treatment.Unsaid
                || study.treatment().start() instanceof Treatment.Indicator) {
            return outcome.periods().get(0);
        }
        return new Begin(study.data(), study.treatment(), reading.figures())
                .firstTreated(outcome).values().stream()
                        .min(Period::compareTo)
                        .orElse(outcome.periods().get(0));
    }
}
