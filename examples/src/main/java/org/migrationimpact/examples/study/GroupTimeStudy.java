package org.migrationimpact.examples.study;

import java.util.List;
import java.util.Optional;
import org.migrationimpact.did.Adjustment;
import org.migrationimpact.did.AdoptionPanel;
import org.migrationimpact.did.Aggregation;
import org.migrationimpact.did.BasePeriod;
import org.migrationimpact.did.GroupTimeEffects;
import org.migrationimpact.did.MultiplierBootstrap;
import org.migrationimpact.did.StandardErrors;
import org.migrationimpact.impact.Impact;

/** The options of {@code group-time}. */
record GroupTimeStudy(
        Control control,
        Method method,
        int anticipation,
        BasePeriod base,
        Aggregation aggregate,
        Optional<Integer> bootstrap,
        List<Text> cluster,
        long seed)
        implements PanelDesign {

    private static final int DRAWS = 1000;

    /** Who the treated are compared with. */
    enum Control {
        NEVER,
        NOT_YET
    }

    /** How covariates are held equal. */
    enum Method {
        DOUBLY_ROBUST(Adjustment.DOUBLY_ROBUST),
        IPW(Adjustment.INVERSE_PROBABILITY),
        REGRESSION(Adjustment.REGRESSION);

        private final Adjustment adjustment;

        Method(Adjustment adjustment) {
            this.adjustment = adjustment;
        }
    }

    static GroupTimeStudy of(Block options, long seed) {
        return new GroupTimeStudy(
                options.text("control")
                        .map(text -> text.choice("control", List.of(Control.values())))
                        .orElse(Control.NEVER),
                options.text("method")
                        .map(text -> text.choice("method", List.of(Method.values())))
                        .orElse(Method.DOUBLY_ROBUST),
                options.text("anticipation")
                        .map(text -> Calendar.count(text, "anticipation", 0))
                        .orElse(0),
                options.text("base")
                        .map(text -> text.choice("base", List.of(BasePeriod.values())))
                        .orElse(BasePeriod.UNIVERSAL),
                options.text("aggregate")
                        .map(text -> text.choice("aggregate", List.of(Aggregation.values())))
                        .orElse(Aggregation.SIMPLE),
                bootstrap(options),
                options.texts("cluster"),
                seed);
    }

    /** How many draws errors are made of: a number, true for 1,000; none where they are analytic. */
    private static Optional<Integer> bootstrap(Block options) {
        return options.text("bootstrap")
                .filter(text -> !text.text().equals("false"))
                .map(text -> text.text().equals("true") ? DRAWS : (int) text.whole("bootstrap", 99, 100_000));
    }

    @Override
    public Answer answer(Study study, Reading reading) {
        AdoptionPanel panel = Adoption.panel(study, reading, cluster);
        GroupTimeEffects design = GroupTimeEffects.of(panel)
                .with(method.adjustment)
                .with(base)
                .anticipated(anticipation)
                .headline(aggregate)
                .confidence(study.confidence())
                .adjustedFor(study.data().covariates().stream().map(Text::text).toArray(String[]::new));
        GroupTimeEffects compared = control == Control.NEVER ? design.neverTreated() : design.notYetTreated();
        Impact impact = drawn(compared).fit().impact();
        return Adoption.answer(study, reading, impact, Adoption.charts(impact, study.confidence()), Adoption.BY_EVENT);
    }

    private GroupTimeEffects drawn(GroupTimeEffects design) {
        GroupTimeEffects banded = design.with(MultiplierBootstrap.rademacher(bootstrap.orElse(DRAWS), seed));
        return bootstrap.isPresent() ? banded.with(StandardErrors.BOOTSTRAP) : banded;
    }
}
