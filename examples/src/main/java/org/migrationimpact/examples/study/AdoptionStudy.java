package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.chart.BaconChart;
import org.migrationimpact.chart.Chart;
import org.migrationimpact.did.AdoptionPanel;
import org.migrationimpact.did.Aggregation;
import org.migrationimpact.did.BaconDecomposition;
import org.migrationimpact.did.EventStudy;
import org.migrationimpact.did.Imputation;
import org.migrationimpact.did.SunAbraham;
import org.migrationimpact.impact.Impact;

/** The options of {@code event-study}, {@code sun-abraham}, {@code imputation} and {@code bacon}. */
record AdoptionStudy(
        DesignName name,
        Optional<Integer> leads,
        Optional<Integer> lags,
        int anticipation,
        Optional<Aggregation> aggregate,
        List<Text> cluster)
        implements PanelDesign {

    private enum Base {
        UNIVERSAL
    }

    AdoptionStudy {
        cluster = List.copyOf(cluster);
    }

    static AdoptionStudy of(DesignName name, Block options) {
        options.text("base").ifPresent(AdoptionStudy::requireUniversal);
        return new AdoptionStudy(
                name,
                options.text("leads").map(text -> Calendar.count(text, "leads", 1)),
                options.text("lags").map(text -> Calendar.count(text, "lags", 0)),
                anticipation(options),
                options.text("aggregate").map(text -> text.choice("aggregate", List.of(Aggregation.values()))),
                options.texts("cluster"));
    }

    private static void requireUniversal(Text base) {
        if (base.text().equals("varying")) {
            throw base.place()
                    .refusal(
                            "E-STUDY-091",
                            "base: varying compares each period with the one before, which this regression cannot;"
                                    + " leave it out, or take group-time");
        }
        base.choice("base", List.of(Base.values()));
    }

    /** The period that effects are measured from, −1 unless the measure was felt before it began. */
    private static int anticipation(Block options) {
        if (options.has("reference") && options.has("anticipation")) {
            throw options.placeOf("reference")
                    .refusal(
                            "E-STUDY-092",
                            "reference: -2 and anticipation: 1 say the same, and both are there; keep one of them");
        }
        return options.text("reference")
                .map(text -> (int) (-1 - text.whole("reference", -1000, -1)))
                .or(() -> options.text("anticipation").map(text -> Calendar.count(text, "anticipation", 0)))
                .orElse(0);
    }

    @Override
    public Answer answer(Study study, Reading reading) {
        AdoptionPanel panel = Adoption.panel(study, reading, cluster);
        String[] covariates = study.data().covariates().stream().map(Text::text).toArray(String[]::new);
        Impact impact = impact(panel, covariates, study.confidence());
        Map<String, Chart> charts = name == DesignName.BACON
                ? Map.of("bacon", BaconChart.of(BaconDecomposition.of(panel)))
                : Adoption.charts(impact, study.confidence());
        return Adoption.answer(study, reading, impact, charts, caption());
    }

    private Impact impact(AdoptionPanel panel, String[] covariates, double confidence) {
        return switch (name) {
            case EVENT_STUDY ->
                eventStudy(panel)
                        .adjustedFor(covariates)
                        .confidence(confidence)
                        .fit()
                        .impact();
            case SUN_ABRAHAM -> {
                SunAbraham design =
                        SunAbraham.of(panel).anticipated(anticipation).adjustedFor(covariates);
                yield aggregate
                        .map(design::headline)
                        .orElse(design)
                        .confidence(confidence)
                        .fit()
                        .impact();
            }
            case IMPUTATION -> {
                Imputation bare = Imputation.of(panel).anticipated(anticipation).adjustedFor(covariates);
                Imputation design = leads.map(bare::leads).orElse(bare);
                yield aggregate
                        .map(design::headline)
                        .orElse(design)
                        .confidence(confidence)
                        .fit()
                        .impact();
            }
            case BACON -> BaconDecomposition.of(panel).impact();
            default -> throw new IllegalArgumentException(name + " is no design of this kind");
        };
    }

    private String caption() {
        return name == DesignName.BACON ? "What the coefficient is made of" : Adoption.BY_EVENT;
    }

    private EventStudy eventStudy(AdoptionPanel panel) {
        EventStudy all = EventStudy.of(panel).anticipated(anticipation);
        EventStudy begun = leads.map(all::leads).orElse(all);
        return lags.map(begun::lags).orElse(begun);
    }
}
