package org.migrationimpact.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationimpact.data.Warning;
import org.migrationimpact.impact.Convention;
import org.migrationimpact.model.Scale;
import org.migrationimpact.panel.PanelFit;

/** What a regression on event times says, as an {@link AdoptionFit}. */
record EventStudyReading(AdoptionPanel panel, EventColumns events, PanelRegression regression, PanelFit fit) {

    AdoptionFindings findings() {
        JointEffects joint = regression.joint(fit);
        List<Combination> rows = events.events().stream()
                .map(event -> events.isReference(event)
                        ? joint.reference(String.valueOf(event))
                        : joint.single(String.valueOf(event), EventColumns.name(event)))
                .toList();
        List<String> after = events.events().stream()
                .filter(event -> event >= 0 && !events.isReference(event))
                .map(EventColumns::name)
                .toList();
        double[] equal = after.stream().mapToDouble(name -> 1).toArray();
        Combination headline = joint.mean(Aggregation.DYNAMIC.key(), after, equal);
        List<Combination> others = new ArrayList<>();
        regression.columnNames().forEach(name -> others.add(joint.single(name, name)));
        others.addAll(regression.covariates(joint));
        Map<Aggregation, Combination> overall = AdoptionFit.table();
        overall.put(Aggregation.DYNAMIC, headline);
        Map<Aggregation, List<Combination>> all = AdoptionFit.table();
        all.put(Aggregation.DYNAMIC, rows);
        List<Combination> before = rows.stream()
                .filter(row -> Integer.parseInt(row.label()) < events.timing().reference())
                .toList();
        boolean oneBase = events.alsoSetToZero().isEmpty();
        return new AdoptionFindings(
                joint,
                headline,
                overall,
                all,
                before,
                others,
                List.of(),
                oneBase ? Optional.of(events.timing().reference()) : Optional.empty());
    }

    AdoptionFit with(String design, String estimator, String unit, Scale scale, List<Warning> more) {
        List<Convention> conventions = new ArrayList<>(regression.conventions(fit, estimator, "unit and period"));
        conventions.add(2, new Convention("event times", events.inWords()));
        conventions.add(new Convention("headline", "plain mean of the effects by event time from 0 on"));
        int last = events.events().get(events.events().size() - 1);
        AdoptionAccount account = new AdoptionAccount(
                design,
                panel.name(),
                "mean effect over the periods 0 to " + last + " since treatment began",
                unit,
                scale,
                events.timing().studied().get(0),
                regression.sample(fit, "of cohorts without a period before treatment"),
                conventions,
                List.of(),
                warnings(more));
        return new AdoptionFit(findings(), account);
    }

    private List<Warning> warnings(List<Warning> more) {
        List<Warning> list = new ArrayList<>();
        StaggeredWarnings.withoutBase(events.timing()).ifPresent(list::add);
        if (events.alsoSetToZero().isPresent()) {
            list.add(new Warning(
                    "W-DID-031",
                    "no unit is never treated, so a trend over event time cannot be told from the effects; that of event time "
                            + events.alsoSetToZero().getAsInt() + " is set to 0 as well, and all others depend on it"));
        }
        list.addAll(more);
        list.addAll(fit.warnings());
        return list;
    }
}
