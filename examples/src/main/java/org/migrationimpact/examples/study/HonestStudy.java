package org.migrationimpact.examples.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.chart.EventStudyChart;
import org.migrationimpact.chart.SensitivityChart;
import org.migrationimpact.did.AdoptionFit;
import org.migrationimpact.did.AdoptionPanel;
import org.migrationimpact.did.EventStudy;
import org.migrationimpact.did.EventStudyEstimates;
import org.migrationimpact.did.GroupTimeEffects;
import org.migrationimpact.did.GroupTimeFit;
import org.migrationimpact.did.HonestBounds;
import org.migrationimpact.did.HonestInterval;
import org.migrationimpact.did.Sensitivity;
import org.migrationimpact.did.SunAbraham;
import org.migrationimpact.impact.Impact;

/** The options of {@code honest}. */
record HonestStudy(
        By by, Restriction restriction, List<Double> bounds, int event, int anticipation, List<Text> cluster, long seed)
        implements PanelDesign {

    /** Which event study is bounded. */
    enum By {
        GROUP_TIME,
        EVENT_STUDY,
        SUN_ABRAHAM
    }

    /** How trends may differ. */
    enum Restriction {
        RELATIVE_MAGNITUDES,
        SMOOTHNESS
    }

    private record Estimated(Impact impact, EventStudyEstimates events) {}

    HonestStudy {
        bounds = List.copyOf(bounds);
        cluster = List.copyOf(cluster);
    }

    static HonestStudy of(Block options, long seed) {
        Restriction restriction = options.text("restriction")
                .map(text -> text.choice("restriction", List.of(Restriction.values())))
                .orElse(Restriction.RELATIVE_MAGNITUDES);
        List<Double> given = options.texts("bounds").stream()
                .map(text -> text.number("a bound", 0, 1e9))
                .sorted()
                .toList();
        if (given.isEmpty() && restriction == Restriction.SMOOTHNESS) {
            throw options.lacking(
                    "'bounds', by how much the slope of the trend may change from one period to the next, in the"
                            + " unit of the outcome: [0, 0.1]");
        }
        return new HonestStudy(
                options.text("by")
                        .map(text -> text.choice("by", List.of(By.values())))
                        .orElse(By.GROUP_TIME),
                restriction,
                given.isEmpty() ? List.of(0.5, 1.0, 1.5, 2.0) : given,
                options.text("event")
                        .map(text -> Calendar.count(text, "event", 0))
                        .orElse(0),
                options.text("anticipation")
                        .map(text -> Calendar.count(text, "anticipation", 0))
                        .orElse(0),
                options.texts("cluster"),
                seed);
    }

    @Override
    public Answer answer(Study study, Reading reading) {
        Estimated estimated = estimated(study, Adoption.panel(study, reading, cluster));
        HonestBounds honest = HonestBounds.of(estimated.events())
                .at(event)
                .confidence(study.confidence())
                .draws(1000, seed);
        List<HonestInterval> intervals = bounds.stream()
                .map(bound -> restriction == Restriction.RELATIVE_MAGNITUDES
                        ? honest.relativeMagnitudes(bound)
                        : honest.smoothness(bound))
                .toList();
        Sensitivity found = new Sensitivity(estimated.impact(), event, honest.original(), intervals);
        Impact impact = found.impact();
        return Adoption.answer(study, reading, impact, charts(found, impact), "The effect where trends may differ");
    }

    private static Map<String, Chart> charts(Sensitivity found, Impact impact) {
        Map<String, Chart> charts = new LinkedHashMap<>();
        charts.put(
                "sensitivity",
                SensitivityChart.of(impact.subject(), impact.effect().unit(), found.original(), found.intervals()));
        charts.put("event-study", EventStudyChart.of(impact));
        return charts;
    }

    private Estimated estimated(Study study, AdoptionPanel panel) {
        String[] covariates = study.data().covariates().stream().map(Text::text).toArray(String[]::new);
        return switch (by) {
            case GROUP_TIME -> {
                GroupTimeFit fit = GroupTimeEffects.of(panel)
                        .adjustedFor(covariates)
                        .anticipated(anticipation)
                        .confidence(study.confidence())
                        .fit();
                yield new Estimated(fit.impact(), fit.eventStudy());
            }
            case EVENT_STUDY ->
                estimated(EventStudy.of(panel)
                        .adjustedFor(covariates)
                        .anticipated(anticipation)
                        .confidence(study.confidence())
                        .fit());
            case SUN_ABRAHAM ->
                estimated(SunAbraham.of(panel)
                        .adjustedFor(covariates)
                        .anticipated(anticipation)
                        .confidence(study.confidence())
                        .fit());
        };
    }

    private static Estimated estimated(AdoptionFit fit) {
        return new Estimated(fit.impact(), fit.eventStudy());
    }
}
