package org.migrationimpact.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationimpact.data.EstimationException;
import org.migrationimpact.data.Warning;
import org.migrationimpact.inference.PanelCovariance;
import org.migrationimpact.model.Factor;

/**
 * What is asked of the rows: columns, the treatments among them, effects, errors.
 *
 * @param columns the columns whose coefficients are wanted
 * @param treatments those among them that are never dropped
 * @param effects the names of the effects to absorb
 * @param covariance how the errors are estimated, if that is said
 * @param absorption how the effects are absorbed
 */
record PanelModel(
        List<String> columns,
        List<String> treatments,
        List<String> effects,
        Optional<PanelCovariance> covariance,
        Absorption absorption) {

    /** Coefficients of these columns, and nothing else said. */
    static PanelModel on(String... columns) {
        return new PanelModel(List.of(columns), List.of(), List.of(), Optional.empty(), Absorption.standard());
    }

    PanelModel {
        columns = List.copyOf(columns);
        treatments = List.copyOf(treatments);
        effects = List.copyOf(effects);
        if (columns.isEmpty() || columns.stream().distinct().count() != columns.size()) {
            throw new IllegalArgumentException("a model needs columns, each named once, got " + columns);
        }
        if (effects.stream().distinct().count() != effects.size()) {
            throw new IllegalArgumentException("each effect is named once, got " + effects);
        }
        if (!columns.containsAll(treatments)) {
            throw new IllegalArgumentException("treatments " + treatments + " must be among the columns " + columns);
        }
    }

    PanelModel absorbing(List<String> others) {
        return new PanelModel(columns, treatments, others, covariance, absorption);
    }

    PanelModel treating(List<String> others) {
        return new PanelModel(columns, others, effects, covariance, absorption);
    }

    PanelModel with(PanelCovariance other) {
        return new PanelModel(columns, treatments, effects, Optional.of(other), absorption);
    }

    PanelModel with(Absorption other) {
        return new PanelModel(columns, treatments, effects, covariance, other);
    }

    /** The factors of the effects; a constant where none is named, so that there is always an intercept. */
    List<Factor> factors(PanelRows rows) {
        return effects.isEmpty()
                ? List.of(Factor.of(CONSTANT, new int[rows.rows()]))
                : effects.stream().map(rows::factor).toList();
    }

    /** What the intercept is called where no effect is absorbed. */
    static final String CONSTANT = "intercept";

    /**
     * Refuses to drop a treatment; what else is dropped becomes a warning.
     *
     * @throws EstimationException E-EFFECTS-004 where a treatment, or every column, would have to be dropped
     */
    List<Warning> judge(Independence independence) {
        List<Warning> warnings = new ArrayList<>();
        warn(warnings, independence.byEffects(), "determined by the effects " + effectNames());
        warn(warnings, independence.byColumns(), "determined by the effects " + effectNames() + " and earlier columns");
        return warnings;
    }

    private void warn(List<Warning> warnings, List<Integer> dropped, String why) {
        List<String> names = dropped.stream().map(columns::get).toList();
        if (names.isEmpty()) {
            return;
        }
        String listed = String.join(", ", names);
        if (names.stream().anyMatch(treatments::contains) || names.size() == columns.size()) {
            throw new EstimationException(
                    "E-EFFECTS-004",
                    listed + (names.size() == 1 ? " is " : " are ") + why
                            + " in the rows used; leave out the effect or column that takes it up, or find rows in which it varies");
        }
        warnings.add(new Warning("W-EFFECTS-001", listed + " dropped: " + why));
    }

    String describe(String method) {
        String errors = covariance
                .map(PanelCovariance::describe)
                .orElse("clustered by the effect with most levels, robust without effects");
        return method + " on " + String.join(", ", columns) + " absorbing " + effectNames() + ", " + errors;
    }

    String effectNames() {
        return effects.isEmpty() ? CONSTANT : effects.stream().collect(Collectors.joining(" + "));
    }
}
