package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationimpact.data.Period;
import org.migrationimpact.data.SampleAudit;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.model.Scale;

/** The words of {@link ImputedEffects}. */
record ImputedAccount(
        AdoptionPanel panel,
        RegressionOptions options,
        Timing timing,
        UntreatedOutcome outcome,
        ImputedEffects.Errors errors,
        Aggregation headline) {

    private static final int SMALL_COHORT = 5;

    AdoptionAccount account() {
        boolean twoStages = errors == ImputedEffects.Errors.TWO_STAGES;
        SampleAudit sample = panel.sample().drop("treated, without an untreated row of unit and period", notImputed());
        return new AdoptionAccount(
                twoStages ? "two-stage" : "imputation",
                panel.name(),
                headline + ", treated against what untreated rows say of them",
                panel.unit(),
                Scale.LEVEL,
                timing.studied().get(0),
                sample,
                conventions(twoStages),
                List.of(),
                warnings());
    }

    private int notImputed() {
        int count = 0;
        for (int row = 0; row < panel.size(); row++) {
            count += outcome.isImputed(row) ? 0 : 1;
        }
        return count;
    }

    private List<Convention> conventions(boolean twoStages) {
        String groups = "by " + AdoptionRows.cluster(panel) + ", " + outcome.clusters() + " groups, factor 1";
        List<Convention> list = new ArrayList<>();
        list.add(new Convention(
                "estimator",
                twoStages ? "two stages (Gardner 2021)" : "imputation (Borusyak, Jaravel and Spiess 2024)"));
        list.add(new Convention("controls", "every untreated row, those of units treated later among them"));
        list.add(new Convention("effects", "unit and period, fitted to untreated rows"));
        list.add(new Convention(
                "covariates", options.covariates().isEmpty() ? "none" : String.join(", ", options.covariates())));
        list.add(new Convention("anticipation", options.anticipation() + " periods"));
        list.add(new Convention(
                "covariance",
                (twoStages
                                ? "moments of both stages, "
                                : "conservative, effects of a cohort in a period taken to be alike, ")
                        + groups));
        list.add(new Convention("degrees of freedom", "t(" + (outcome.clusters() - 1) + "), groups − 1"));
        list.add(new Convention("weights of aggregates", "weights of rows, taken as known"));
        list.add(new Convention(
                "base",
                twoStages
                        ? "the mean of all untreated rows of a unit"
                        : "the mean of all untreated rows of a unit; before treatment, those that are no lead"));
        return list;
    }

    private List<Warning> warnings() {
        List<Warning> list = new ArrayList<>();
        StaggeredWarnings.withoutBase(timing).ifPresent(list::add);
        int lost = lost();
        if (lost > 0) {
            list.add(
                    new Warning(
                            "W-DID-036",
                            lost
                                    + " treated rows of cohorts with a period before cannot be imputed, no untreated row of their unit or of their period being there; the effects are those on the others"));
        }
        StaggeredWarnings.fewGroups(panel, outcome.clusters()).ifPresent(list::add);
        List<String> small = smallCohorts();
        if (!small.isEmpty()) {
            list.add(new Warning(
                    "W-DID-005",
                    "few " + (panel.clusterName().isEmpty() ? "units" : "clusters") + " are in the cohorts "
                            + Listing.of(small) + "; the errors of their effects are too small"));
        }
        return list;
    }

    private int lost() {
        int count = 0;
        for (int row = 0; row < panel.size(); row++) {
            count += outcome.isImputed(row) || timing.isAlways(panel.unitOf(row)) ? 0 : 1;
        }
        return count;
    }

    private List<String> smallCohorts() {
        Map<Period, java.util.Set<Integer>> clusters = new LinkedHashMap<>();
        for (int unit = 0; unit < panel.units().size(); unit++) {
            if (!timing.isNever(unit) && !timing.isAlways(unit)) {
                clusters.computeIfAbsent(panel.firstTreated(unit).orElseThrow(), none -> new java.util.HashSet<>())
                        .add(panel.clusterOf(unit));
            }
        }
        return clusters.entrySet().stream()
                .filter(entry -> entry.getValue().size() < SMALL_COHORT)
                .map(entry -> entry.getKey() + " (" + entry.getValue().size() + ")")
                .toList();
    }
}
